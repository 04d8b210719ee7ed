#ifndef QUORATE_GOVERNANCE_MEETINGS_LENGTH_HPP
#define QUORATE_GOVERNANCE_MEETINGS_LENGTH_HPP
// How long meetings are expected to last: what was said, or what their body is used to, or two
// hours.

#include "governance/state.hpp"

namespace quorate::governance {

/// The longest a meeting may be expected to last, in minutes: a day.
inline constexpr std::int64_t length_max = 24 * 60;
/// What is assumed where nobody said, in minutes. Wherever it is used, it is said that it is an
/// assumption.
inline constexpr std::int64_t length_assumed = 2 * 60;

/// So many minutes after an instant.
constexpr base::Instant minutes_after(base::Instant at, std::int64_t minutes) {
    return {at.ms + minutes * 60'000};
}

/// How long the meetings of a body last, in minutes, as last said of one of them or of its
/// programme; of a year whose programme says, that. Empty when nobody ever said.
std::optional<std::int64_t> usual_length(const State& state, const BodyId& body, std::int64_t year);

/// How long a meeting lasts, and whether that is only assumed.
struct ExpectedLength {
    std::int64_t minutes = length_assumed;
    bool assumed = true;
};

/// Of a meeting: as said of it; or else as its body is used to; or else assumed.
ExpectedLength expected_length(const State& state, const Meeting& meeting, std::int64_t year);
/// Of a date on which nothing is convened yet.
ExpectedLength expected_length(const State& state, const BodyId& body, std::int64_t year);

} // namespace quorate::governance

#endif
