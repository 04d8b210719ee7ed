#ifndef QUORATE_GOVERNANCE_MEETINGS_SUBSTITUTES_HPP
#define QUORATE_GOVERNANCE_MEETINGS_SUBSTITUTES_HPP
// Who speaks for a seat at a meeting: a substitute for one, the officer and the chair for all.

#include "governance/lookup.hpp"

namespace quorate::governance {

/// The substitute named for a seat and not taken back, the latest if there are several; null when
/// there is none.
const SubstituteNomination* nomination_of(const Meeting& meeting, const SeatId& seat);
/// Who comes in the member's place: the substitute named for the meeting, else the first standing
/// one of the roll; null when the seat has neither.
const PersonId* substitute_for(const State& state, const Meeting& meeting, const Seat& seat,
                               base::Instant at);
/// True of who may say of any seat that its member comes, goes or sends apologies: whoever services
/// the meeting or presides, or could.
bool speaks_for_all(Roles roles);

} // namespace quorate::governance

#endif
