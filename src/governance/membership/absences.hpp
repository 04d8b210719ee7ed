#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_ABSENCES_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_ABSENCES_HPP
// Meetings missed in a row (3.8), computed from the recorded meetings of a body.

#include "governance/lookup.hpp"

#include <cstdint>

namespace quorate::governance {

/// A run of missed meetings up to an instant. Where attendance was not recorded the run may be
/// longer than is shown.
struct Absences {
    std::int64_t missed = 0;   ///< shown by the record
    std::int64_t possible = 0; ///< with the meetings whose attendance was not recorded
};

/// The run of the seat's present holder: held and closed meetings of the seat's body before the
/// instant, in the order of their dates, since the holder took the seat. Zero for a vacant seat.
Absences count_absences(const State& state, const Seat& seat, const charter::AttendanceRule& rule,
                        base::Instant instant);

/// How many meetings in a row the record shows as missed.
std::int64_t consecutive_absences(const State& state, const Seat& seat,
                                  const charter::AttendanceRule& rule, base::Instant instant);

} // namespace quorate::governance

#endif
