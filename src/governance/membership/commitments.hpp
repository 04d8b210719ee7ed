#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_COMMITMENTS_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_COMMITMENTS_HPP
// How a promise stands: open until it is honoured or the organisation is released from it.

#include "governance/state.hpp"

namespace quorate::governance {

/// The day it was honoured, when that is over by the end of the instant's day.
std::optional<base::CivilDate> honoured_on(const State& state, const Commitment& commitment,
                                           base::Instant instant);
/// Released by then.
bool released_at(const Commitment& commitment, base::Instant instant);
/// Made by then, and neither honoured nor released.
bool open_at(const State& state, const Commitment& commitment, base::Instant instant);

} // namespace quorate::governance

#endif
