#ifndef QUORATE_GOVERNANCE_MINUTES_APPLY_HPP
#define QUORATE_GOVERNANCE_MINUTES_APPLY_HPP
// What events about minutes, corrections and actions do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::MinutesDrafted& event, const Stamp& stamp);
void apply(State& state, const events::MinutesCirculated& event, const Stamp& stamp);
void apply(State& state, const events::CorrectionProposed& event, const Stamp& stamp);
void apply(State& state, const events::CorrectionDeclined& event, const Stamp& stamp);
void apply(State& state, const events::MinutesCorrected& event, const Stamp& stamp);
void apply(State& state, const events::PresenceCorrected& event, const Stamp& stamp);
void apply(State& state, const events::VoteCorrected& event, const Stamp& stamp);
void apply(State& state, const events::MinutesApproved& event, const Stamp& stamp);
void apply(State& state, const events::MinutesPublished& event, const Stamp& stamp);
void apply(State& state, const events::ActionAssigned& event, const Stamp& stamp);
void apply(State& state, const events::ActionReported& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
