#ifndef QUORATE_GOVERNANCE_MEETINGS_RULES_HPP
#define QUORATE_GOVERNANCE_MEETINGS_RULES_HPP
// The rules on acts about the programme, the agenda, papers and the room. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::SetProgramme& act);
Ruling rule(const Call& call, const acts::ConsultOnExtraMeeting& act);
Ruling rule(const Call& call, const acts::ConveneMeeting& act);
Ruling rule(const Call& call, const acts::NotifyItem& act);
Ruling rule(const Call& call, const acts::AllowLateItem& act);
Ruling rule(const Call& call, const acts::OrderAgenda& act);
Ruling rule(const Call& call, const acts::CirculatePapers& act);
Ruling rule(const Call& call, const acts::RestrictPaper& act);
Ruling rule(const Call& call, const acts::LiftRestriction& act);
Ruling rule(const Call& call, const acts::PostponeMeeting& act);
Ruling rule(const Call& call, const acts::CancelMeeting& act);
Ruling rule(const Call& call, const acts::OpenMeeting& act);
Ruling rule(const Call& call, const acts::Preside& act);
Ruling rule(const Call& call, const acts::RecordArrival& act);
Ruling rule(const Call& call, const acts::RecordDeparture& act);
Ruling rule(const Call& call, const acts::RecordReturn& act);
Ruling rule(const Call& call, const acts::RecordConnection& act);
Ruling rule(const Call& call, const acts::RecordApologies& act);
Ruling rule(const Call& call, const acts::AcceptInvitation& act);
Ruling rule(const Call& call, const acts::RecordVisitor& act);
Ruling rule(const Call& call, const acts::RecordOfficerInSupport& act);
Ruling rule(const Call& call, const acts::RecordAffectedPartner& act);
Ruling rule(const Call& call, const acts::TakeAttendance& act);
Ruling rule(const Call& call, const acts::TakeItem& act);
Ruling rule(const Call& call, const acts::LeaveItem& act);
Ruling rule(const Call& call, const acts::ExcludeMember& act);
Ruling rule(const Call& call, const acts::AdjournMeeting& act);
Ruling rule(const Call& call, const acts::ResumeMeeting& act);
Ruling rule(const Call& call, const acts::ContinueInformally& act);
Ruling rule(const Call& call, const acts::CloseMeeting& act);
Ruling rule(const Call& call, const acts::MeetInPrivate& act);
Ruling rule(const Call& call, const acts::MeetInPublic& act);
Ruling rule(const Call& call, const acts::ReleaseNotes& act);

} // namespace quorate::governance

#endif
