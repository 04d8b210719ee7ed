#ifndef QUORATE_GOVERNANCE_BACK_DATING_HPP
#define QUORATE_GOVERNANCE_BACK_DATING_HPP
// Acts entered on a later day than they took effect: they give the reason (DESIGN, "Two clocks").

#include "governance/rule.hpp"
#include "governance/ruling.hpp"

#include <optional>

namespace quorate::governance {

/// The two days of a back-dated act, in the zone of the body it is about.
struct BackDating {
    base::CivilDate effective;
    base::CivilDate recorded;
};

/// Back-dated is what takes effect on an earlier civil date than the one on which it is recorded.
/// Nothing otherwise.
std::optional<BackDating> back_dating(const State& state, const Submission& submission,
                                      base::Instant recorded);

/// Adds what back-dating means for the ruling of an act. Without a reason a reporting act is
/// recorded with the finding, and a claiming act, which cannot claim an effect in the past
/// unexplained, is refused.
void judge_back_dating(const Call& call, Ruling& ruling);

} // namespace quorate::governance

#endif
