#ifndef QUORATE_GOVERNANCE_BODIES_RULES_HPP
#define QUORATE_GOVERNANCE_BODIES_RULES_HPP
// The rules on acts about bodies, their charters and links. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::EstablishBody& act);
Ruling rule(const Call& call, const acts::AdoptCharter& act);
Ruling rule(const Call& call, const acts::AmendCharter& act);
Ruling rule(const Call& call, const acts::AdoptInterpretation& act);
Ruling rule(const Call& call, const acts::LinkBodies& act);
Ruling rule(const Call& call, const acts::TransferResponsibility& act);
Ruling rule(const Call& call, const acts::Delegate& act);
Ruling rule(const Call& call, const acts::Absorb& act);
Ruling rule(const Call& call, const acts::DissolveBody& act);
Ruling rule(const Call& call, const acts::MarkRecordComplete& act);
Ruling rule(const Call& call, const acts::ProposeCharter& act);
Ruling rule(const Call& call, const acts::Reorganise& act);
Ruling rule(const Call& call, const acts::RecordStep& act);

} // namespace quorate::governance

#endif
