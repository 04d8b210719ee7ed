#ifndef QUORATE_PARTNERSHIP_SCENARIO_MATCH_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_MATCH_HPP
// Whether a ruling is the one a line expects.

#include "governance/ruling.hpp"
#include "partnership/scenario/document.hpp"

#include <string>
#include <vector>

namespace quorate::partnership::scenario {

/// Each way in which the ruling differs, in words. `explained` is the same ruling with other
/// readings, or null when none are expected.
std::vector<std::string> differences(const Expectation& expected, const governance::Ruling& ruling,
                                     const governance::Ruling* explained);
/// The same for an act that got no ruling: "conflict", "stale" or "error" with its message.
std::vector<std::string> differences(const Expectation& expected, std::string_view verdict,
                                     std::string_view message);

/// "3.12 inquorate present=19 needed=20", as an expectation would be written.
std::string as_expectation(const governance::Reason& reason);
/// A fact's value as written: 20, 2008-06-17, not-known.
std::string written_value(const governance::Fact& fact);
/// True for I1, when meant is kent-partnership/I1 or I1.
bool names_interpretation(std::string_view written, std::string_view meant);

} // namespace quorate::partnership::scenario

#endif
