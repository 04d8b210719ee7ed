#ifndef QUORATE_VIEWS_MEMBERSHIP_PLACES_MAKE_HPP
#define QUORATE_VIEWS_MEMBERSHIP_PLACES_MAKE_HPP
// Making the measures of places, sectors, parity and shares. Only views/ includes this.

#include "governance/membership/places.hpp"
#include "views/ground.hpp"
#include "views/membership/places.hpp"

namespace quorate::views {

/// The places of one rule on a body, against what the rule asks for.
Measure places_measure(const Ground& ground, const governance::BodyId& body,
                       const governance::PlacesAnswer& answer);
/// The rules that keep places on the body, answered at the ground's moment.
std::vector<governance::PlacesAnswer> places_now(const Ground& ground,
                                                 const governance::BodyId& body);
/// What one balance rule measures: sectors with members, parity, a share.
std::vector<Measure> balance_measures(const Ground& ground, const governance::BodyId& body,
                                      const charter::InForce<charter::BalanceRule>& rule);

} // namespace quorate::views

#endif
