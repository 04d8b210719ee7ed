#ifndef QUORATE_CHARTER_CHECK_PARTS_HPP
#define QUORATE_CHARTER_CHECK_PARTS_HPP
// What the parts of check() share.

#include "charter/apply.hpp"
#include "charter/library.hpp"

#include <string>
#include <vector>

namespace quorate::charter {

/// One run of check().
struct Checking {
    const Charter& charter;
    const Vocabulary& vocabulary;
    const Resolution& resolution;
    std::vector<Diagnostic>& out;

    void add(const Place& place, std::string message, std::string help) const {
        out.push_back(charter.diagnostic(place, std::move(message), std::move(help)));
    }
};

/// Fractions, periods, working days without a calendar, substitutions; in rules and in readings.
void check_values(const Checking& checking);
/// Acts, roles, offices, bodies and classes.
void check_names(const Checking& checking);
/// Exceptions that do not resolve or run in a circle, and rules in conflict.
void check_order(const Checking& checking);

} // namespace quorate::charter

#endif
