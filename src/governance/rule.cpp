#include "governance/rule.hpp"

#include "governance/bodies/rules.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/interests/rules.hpp"
#include "governance/meetings/rules.hpp"
#include "governance/membership/rules.hpp"
#include "governance/minutes/rules.hpp"

namespace quorate::governance {

Ruling rule(const State& state, const Submission& submission, const Context& context) {
    const Call call{state, submission, context};
    return std::visit([&](const auto& act) { return rule(call, act); }, submission.act);
}

} // namespace quorate::governance
