#ifndef QUORATE_GOVERNANCE_INTERESTS_RULES_HPP
#define QUORATE_GOVERNANCE_INTERESTS_RULES_HPP
// The rules on acts about interests. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::RegisterInterest& act);
Ruling rule(const Call& call, const acts::WithdrawInterest& act);
Ruling rule(const Call& call, const acts::DeclareInterest& act);
Ruling rule(const Call& call, const acts::DetermineInterest& act);

} // namespace quorate::governance

#endif
