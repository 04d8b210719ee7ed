#pragma once
// Who stands in for a member at a meeting.

#include "governance/meetings/state.hpp"

namespace quorate::governance {

/// The substitute named for a seat and not taken back, the latest if there are several; null when
/// there is none.
const SubstituteNomination* nomination_of(const Meeting& meeting, const SeatId& seat);

} // namespace quorate::governance
