#ifndef QUORATE_PARTNERSHIP_SAME_ACT_HPP
#define QUORATE_PARTNERSHIP_SAME_ACT_HPP
// Whether an act sent again is the one that was recorded, and whose key its texts are sealed under.

#include "governance/state.hpp"
#include "partnership/record.hpp"
#include "partnership/vault.hpp"

#include <optional>
#include <string>

namespace quorate::partnership {

/// The name of the first field in which an act sent again differs from the one recorded; nothing
/// when they are the same. Words are compared through the vault; words erased since are taken to be
/// the same. `effective` is left out when it was not given.
Result<std::optional<std::string>> difference(const governance::Submission& recorded,
                                              governance::Submission again, bool effective_given,
                                              Vault& vault);

/// The person an act's personal texts are about: the person it names, else whoever holds the seat
/// it names; empty for nobody known.
std::string subject_person(const governance::State& state,
                           const governance::Submission& submission);

} // namespace quorate::partnership

#endif
