#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_RULES_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_RULES_HPP
// The rules on acts about organisations, seats, people and offices. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::RegisterOrganisation& act);
Ruling rule(const Call& call, const acts::RegisterPerson& act);
Ruling rule(const Call& call, const acts::RecordOfficeHolder& act);
Ruling rule(const Call& call, const acts::CreateSeat& act);
Ruling rule(const Call& call, const acts::RemoveSeat& act);
Ruling rule(const Call& call, const acts::AdmitOrganisation& act);
Ruling rule(const Call& call, const acts::Appoint& act);
Ruling rule(const Call& call, const acts::Vacate& act);
Ruling rule(const Call& call, const acts::NominateSubstitute& act);
Ruling rule(const Call& call, const acts::WithdrawSubstitute& act);
Ruling rule(const Call& call, const acts::RequestReplacement& act);
Ruling rule(const Call& call, const acts::ElectToOffice& act);
Ruling rule(const Call& call, const acts::RotateOffice& act);
Ruling rule(const Call& call, const acts::GiveNoticeOfExit& act);
Ruling rule(const Call& call, const acts::AgreeExitTerms& act);
Ruling rule(const Call& call, const acts::RecordCommitment& act);
Ruling rule(const Call& call, const acts::ReportOnCommitment& act);
Ruling rule(const Call& call, const acts::ReleaseCommitment& act);
Ruling rule(const Call& call, const acts::SetRepresentative& act);
Ruling rule(const Call& call, const acts::NominateLiaison& act);

} // namespace quorate::governance

#endif
