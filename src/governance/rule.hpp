#pragma once
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
};

/// Rules on a submission against the state before it.
Ruling rule(const State& state, const Submission& submission, const Context& context);

/// The same with what every other reading would give (Reason::otherwise).
Ruling explain(const State& state, const Submission& submission, const Context& context);

} // namespace quorate::governance
