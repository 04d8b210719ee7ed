#ifndef QUORATE_GOVERNANCE_DECISIONS_APPLY_HPP
#define QUORATE_GOVERNANCE_DECISIONS_APPLY_HPP
// What events about deciding and what follows do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::ItemNoted& event, const Stamp& stamp);
void apply(State& state, const events::DiscussionRecorded& event, const Stamp& stamp);
void apply(State& state, const events::MotionMoved& event, const Stamp& stamp);
void apply(State& state, const events::MotionSeconded& event, const Stamp& stamp);
void apply(State& state, const events::QuestionPut& event, const Stamp& stamp);
void apply(State& state, const events::ConsensusRecorded& event, const Stamp& stamp);
void apply(State& state, const events::VoteTaken& event, const Stamp& stamp);
void apply(State& state, const events::OutcomeDeclared& event, const Stamp& stamp);
void apply(State& state, const events::ItemDeferred& event, const Stamp& stamp);
void apply(State& state, const events::ItemWithdrawn& event, const Stamp& stamp);
void apply(State& state, const events::DissentRecorded& event, const Stamp& stamp);
void apply(State& state, const events::AdviceRecorded& event, const Stamp& stamp);
void apply(State& state, const events::ProcedureRuled& event, const Stamp& stamp);
void apply(State& state, const events::Ratified& event, const Stamp& stamp);
void apply(State& state, const events::UrgentConsultationAsked& event, const Stamp& stamp);
void apply(State& state, const events::UrgentConsultationAnswered& event, const Stamp& stamp);
void apply(State& state, const events::UrgentDecisionTaken& event, const Stamp& stamp);
void apply(State& state, const events::ActConfirmed& event, const Stamp& stamp);
void apply(State& state, const events::ActDisputed& event, const Stamp& stamp);
void apply(State& state, const events::DiscretionDeclined& event, const Stamp& stamp);
void apply(State& state, const events::PartnerResponded& event, const Stamp& stamp);
void apply(State& state, const events::ReportMade& event, const Stamp& stamp);
void apply(State& state, const events::ApprovalAwaited& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
