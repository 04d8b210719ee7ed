#ifndef QUORATE_GOVERNANCE_MEETINGS_APPLY_HPP
#define QUORATE_GOVERNANCE_MEETINGS_APPLY_HPP
// What events about the programme, the agenda, papers and the room do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::ProgrammeSet& event, const Stamp& stamp);
void apply(State& state, const events::ExtraMeetingConsulted& event, const Stamp& stamp);
void apply(State& state, const events::MeetingConvened& event, const Stamp& stamp);
void apply(State& state, const events::ItemNotified& event, const Stamp& stamp);
void apply(State& state, const events::LateItemAnswered& event, const Stamp& stamp);
void apply(State& state, const events::AgendaOrdered& event, const Stamp& stamp);
void apply(State& state, const events::PapersCirculated& event, const Stamp& stamp);
void apply(State& state, const events::PaperRestricted& event, const Stamp& stamp);
void apply(State& state, const events::RestrictionLifted& event, const Stamp& stamp);
void apply(State& state, const events::MeetingPostponed& event, const Stamp& stamp);
void apply(State& state, const events::MeetingCancelled& event, const Stamp& stamp);
void apply(State& state, const events::MeetingOpened& event, const Stamp& stamp);
void apply(State& state, const events::ChairTaken& event, const Stamp& stamp);
void apply(State& state, const events::Arrived& event, const Stamp& stamp);
void apply(State& state, const events::Left& event, const Stamp& stamp);
void apply(State& state, const events::ApologiesGiven& event, const Stamp& stamp);
void apply(State& state, const events::InvitationAccepted& event, const Stamp& stamp);
void apply(State& state, const events::AttendanceTaken& event, const Stamp& stamp);
void apply(State& state, const events::ItemTaken& event, const Stamp& stamp);
void apply(State& state, const events::ItemLeft& event, const Stamp& stamp);
void apply(State& state, const events::MeetingAdjourned& event, const Stamp& stamp);
void apply(State& state, const events::MeetingResumed& event, const Stamp& stamp);
void apply(State& state, const events::InformalDiscussionBegun& event, const Stamp& stamp);
void apply(State& state, const events::MeetingClosed& event, const Stamp& stamp);
void apply(State& state, const events::PrivateSessionBegun& event, const Stamp& stamp);
void apply(State& state, const events::PrivateSessionEnded& event, const Stamp& stamp);
void apply(State& state, const events::NotesReleased& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
