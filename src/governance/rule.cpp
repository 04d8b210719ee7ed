#include "governance/rule.hpp"

#include "governance/back_dating.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/interests/rules.hpp"
#include "governance/meetings/rules.hpp"
#include "governance/membership/rules.hpp"
#include "governance/minutes/rules.hpp"

namespace quorate::governance {

Ruling rule(const State& state, const Submission& submission, const Context& context, base::Instant recorded) {
    const Call call{state, submission, context, recorded};
    auto ruling = std::visit([&](const auto& act) { return rule(call, act); }, submission.act);
    judge_back_dating(call, ruling);
    return ruling;
}

} // namespace quorate::governance
