#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_APPLY_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_APPLY_HPP
// What events about organisations, seats, people and offices do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::OrganisationRegistered& event, const Stamp& stamp);
void apply(State& state, const events::PersonRegistered& event, const Stamp& stamp);
void apply(State& state, const events::OfficeHolderRecorded& event, const Stamp& stamp);
void apply(State& state, const events::SeatCreated& event, const Stamp& stamp);
void apply(State& state, const events::SeatRemoved& event, const Stamp& stamp);
void apply(State& state, const events::SeatFilled& event, const Stamp& stamp);
void apply(State& state, const events::SeatVacated& event, const Stamp& stamp);
void apply(State& state, const events::SubstituteNominated& event, const Stamp& stamp);
void apply(State& state, const events::SubstituteWithdrawn& event, const Stamp& stamp);
void apply(State& state, const events::ReplacementRequested& event, const Stamp& stamp);
void apply(State& state, const events::OfficeFilled& event, const Stamp& stamp);
void apply(State& state, const events::ExitNoticeGiven& event, const Stamp& stamp);
void apply(State& state, const events::ExitTermsAgreed& event, const Stamp& stamp);
void apply(State& state, const events::CommitmentRecorded& event, const Stamp& stamp);
void apply(State& state, const events::CommitmentReported& event, const Stamp& stamp);
void apply(State& state, const events::CommitmentReleased& event, const Stamp& stamp);
void apply(State& state, const events::RepresentativeSet& event, const Stamp& stamp);
void apply(State& state, const events::LiaisonNominated& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
