#ifndef QUORATE_GOVERNANCE_INTERESTS_APPLY_HPP
#define QUORATE_GOVERNANCE_INTERESTS_APPLY_HPP
// What events about interests do to the state. Total: history cannot be refused.

#include "governance/state.hpp"

namespace quorate::governance {

void apply(State& state, const events::InterestRegistered& event, const Stamp& stamp);
void apply(State& state, const events::InterestWithdrawn& event, const Stamp& stamp);
void apply(State& state, const events::InterestDeclared& event, const Stamp& stamp);
void apply(State& state, const events::InterestDetermined& event, const Stamp& stamp);

} // namespace quorate::governance

#endif
