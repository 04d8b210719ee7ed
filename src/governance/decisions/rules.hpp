#ifndef QUORATE_GOVERNANCE_DECISIONS_RULES_HPP
#define QUORATE_GOVERNANCE_DECISIONS_RULES_HPP
// The rules on acts about deciding and what follows. Each is pure and total.

#include "governance/rule.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::NoteItem& act);
Ruling rule(const Call& call, const acts::RecordDiscussion& act);
Ruling rule(const Call& call, const acts::MoveMotion& act);
Ruling rule(const Call& call, const acts::SecondMotion& act);
Ruling rule(const Call& call, const acts::MoveAmendment& act);
Ruling rule(const Call& call, const acts::PutQuestion& act);
Ruling rule(const Call& call, const acts::RecordConsensus& act);
Ruling rule(const Call& call, const acts::TakeVote& act);
Ruling rule(const Call& call, const acts::DeclareOutcome& act);
Ruling rule(const Call& call, const acts::DeferItem& act);
Ruling rule(const Call& call, const acts::WithdrawItem& act);
Ruling rule(const Call& call, const acts::RecordDissent& act);
Ruling rule(const Call& call, const acts::RecordAdvice& act);
Ruling rule(const Call& call, const acts::RuleOnProcedure& act);
Ruling rule(const Call& call, const acts::Ratify& act);
Ruling rule(const Call& call, const acts::ConsultOnUrgentDecision& act);
Ruling rule(const Call& call, const acts::AnswerUrgentConsultation& act);
Ruling rule(const Call& call, const acts::TakeUrgentDecision& act);
Ruling rule(const Call& call, const acts::ConfirmAct& act);
Ruling rule(const Call& call, const acts::DisputeAct& act);
Ruling rule(const Call& call, const acts::DeclineDiscretion& act);
Ruling rule(const Call& call, const acts::RespondAsPartner& act);
Ruling rule(const Call& call, const acts::RecordReport& act);
Ruling rule(const Call& call, const acts::ApproveSubjectTo& act);

} // namespace quorate::governance

#endif
