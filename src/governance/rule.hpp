#ifndef QUORATE_GOVERNANCE_RULE_HPP
#define QUORATE_GOVERNANCE_RULE_HPP
// rule(state, act, context) -> Ruling: pure and total. It reads no clock, no file and no vault, and never throws.

#include "governance/context.hpp"
#include "governance/state.hpp"
#include "governance/submission.hpp"

namespace quorate::governance {

/// What every rule function is given.
struct Call {
    const State& state;
    const Submission& submission;
    const Context& context;
    base::Instant recorded; ///< when the act comes into the record; an act judged again keeps its own
};

/// Rules on a submission against the state before it. `recorded` is when it comes into the record: an act that takes
/// effect on an earlier day is back-dated (governance/back_dating.hpp).
Ruling rule(const State& state, const Submission& submission, const Context& context, base::Instant recorded);

/// The same with what every other reading would give (Reason::otherwise).
Ruling explain(const State& state, const Submission& submission, const Context& context, base::Instant recorded);

} // namespace quorate::governance

#endif
