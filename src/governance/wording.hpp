#ifndef QUORATE_GOVERNANCE_WORDING_HPP
#define QUORATE_GOVERNANCE_WORDING_HPP
// One row of the tables of wording: the sentence for a reason code.

#include "governance/codes.hpp"

#include <span>
#include <string_view>

namespace quorate::governance {

/// A code has up to three templates (see fill in words.hpp): the first for which every fact is
/// there is used.
struct Wording {
    Code code;
    std::string_view first;
    std::string_view second{};
    std::string_view third{};
};

/// The wording of one body following another, of amending terms, and of the steps of a process.
std::span<const Wording> wording_of_bodies();
/// The wording of what organisations promise.
std::span<const Wording> wording_of_commitments();
/// The wording of interests declared and what follows from them.
std::span<const Wording> wording_of_interests();
/// The wording of minutes and corrections.
std::span<const Wording> wording_of_minutes();
/// The wording of duties met and missed.
std::span<const Wording> wording_of_duties();

} // namespace quorate::governance

#endif
