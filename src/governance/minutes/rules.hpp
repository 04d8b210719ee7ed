#ifndef QUORATE_GOVERNANCE_MINUTES_RULES_HPP
#define QUORATE_GOVERNANCE_MINUTES_RULES_HPP
// The rules on acts about minutes, corrections and actions. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::DraftMinutes& act);
Ruling rule(const Call& call, const acts::CirculateMinutes& act);
Ruling rule(const Call& call, const acts::ProposeCorrection& act);
Ruling rule(const Call& call, const acts::DeclineCorrection& act);
Ruling rule(const Call& call, const acts::CorrectMinutes& act);
Ruling rule(const Call& call, const acts::CorrectRecord& act);
Ruling rule(const Call& call, const acts::ApproveMinutes& act);
Ruling rule(const Call& call, const acts::PublishMinutes& act);
Ruling rule(const Call& call, const acts::AssignAction& act);
Ruling rule(const Call& call, const acts::ReportOnAction& act);

} // namespace quorate::governance

#endif
