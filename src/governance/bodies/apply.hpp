#ifndef QUORATE_GOVERNANCE_BODIES_APPLY_HPP
#define QUORATE_GOVERNANCE_BODIES_APPLY_HPP
// What events about bodies, their charters and links do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::BodyEstablished& event, const Stamp& stamp);
void apply(State& state, const events::CharterAdopted& event, const Stamp& stamp);
void apply(State& state, const events::InterpretationAdopted& event, const Stamp& stamp);
void apply(State& state, const events::BodiesLinked& event, const Stamp& stamp);
void apply(State& state, const events::ResponsibilityTransferred& event, const Stamp& stamp);
void apply(State& state, const events::Delegated& event, const Stamp& stamp);
void apply(State& state, const events::BodyDissolved& event, const Stamp& stamp);
void apply(State& state, const events::RecordMarkedComplete& event, const Stamp& stamp);
void apply(State& state, const events::CharterProposed& event, const Stamp& stamp);
void apply(State& state, const events::Reorganised& event, const Stamp& stamp);
void apply(State& state, const events::StepRecorded& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
