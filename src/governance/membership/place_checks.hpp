#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_PLACE_CHECKS_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_PLACE_CHECKS_HPP
// What the rules about places, parity and shares say of an act on a seat.

#include "governance/membership/places.hpp"
#include "governance/ruler.hpp"

namespace quorate::governance {

/// A seat made for a group: no more of them than the terms give, and an office that carries it must
/// be one of those the places are for.
void check_place_of_seat(Ruler& ruler, const std::optional<std::string>& place,
                         const std::optional<OfficeId>& office);

/// Whoever is appointed: may fill the place the seat is kept for, and there is one left to fill. A
/// person who already sits on the body, or holds several of the offices asked for, is told of.
void check_place_of_holder(Ruler& ruler, const Seat& seat, const PersonId& person);

/// Tells of parity and shares as they will stand once the seat is filled (or is empty).
void remark_balance(Ruler& ruler, const Seat& seat, bool filled);

/// Where the clause that admits members leaves it to the holders of certain places (F20): whoever
/// submits the admission, and the decision behind it, must be theirs.
void check_admitted_by_places(Ruler& ruler, const charter::InForce<charter::AdmissionRule>& rule,
                              const Decision* decision);

} // namespace quorate::governance

#endif
