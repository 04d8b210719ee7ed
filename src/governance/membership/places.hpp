#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_PLACES_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_PLACES_HPP
// Places kept for a group, asked of the register: who fills them at an instant, what is vacant,
// who is one too many, and who sits in two capacities (3.6, 4.4, F13, F16, F18, F23).

#include "governance/lookup.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::governance {

/// Whether a holder may fill a place. unknown: the register does not say which offices the person
/// holds, or of which sector the organisation is.
enum class Eligible { yes, no, unknown };

/// What the register says of one selector and one holder. A selector is an outside office,
/// leader(kcc); the office of any organisation, leader(*), or of any of a sector,
/// leader(district:*); or member-of(kcc), member-of(district:*) for whoever an organisation
/// nominated.
struct HolderAsked {
    const Seat* seat = nullptr;
    const PersonId* person =
        nullptr; ///< null when the seat is vacant: the seat's own office is asked
};
Eligible may_fill(const State& state, std::string_view selector, const HolderAsked& holder,
                  base::Instant instant);
/// "the Leader of Kent County Council", "the leader of a district".
std::string selector_words(const State& state, std::string_view selector);

/// Everyone a rule keeps its places for: "a leader of a town or the Chairman of The Water
/// Authority".
std::string eligible_words(const State& state, const charter::SeatsRule& rule);

/// Why a holder of a kept seat has no place of it.
enum class NoPlace {
    surplus,      ///< all the places are taken by others
    not_eligible, ///< holds none of the offices the places are for
    over_limit,   ///< its kind has as many places as it may
    of_one_kind,  ///< places that are all of the first kind, or one of another instead, are mixed
    elsewhere,    ///< the person fills another place of the body
};

struct WithoutPlace {
    const Seat* seat = nullptr;
    NoPlace why{};
    std::string kind;       ///< over_limit: the selector
    std::int64_t limit = 0; ///< over_limit: how many it may have
};

/// The places of one rule on one body at an instant.
struct PlacesAnswer {
    charter::InForce<charter::SeatsRule> rule;
    BodyId by;              ///< the body in whose terms the rule stands
    std::int64_t count = 0; ///< places there are to fill: one, where another kind fills them all
    std::int64_t filled = 0;
    std::int64_t unfilled = 0;
    std::vector<const Seat*> seats;  ///< kept for the group, filled or not
    std::vector<const Seat*> vacant; ///< of those, the ones nobody holds
    std::vector<const Seat*>
        placed; ///< seats whose holder fills a place, kept for it or fit for it
    std::vector<WithoutPlace> without;
    std::vector<const Seat*> unknown; ///< of those placed: the register does not say what they hold
};

/// A person put in a seat in thought: what an appointment would give.
struct PutInSeat {
    const Seat* seat = nullptr;
    const PersonId* person = nullptr;
};

/// The places kept on a body, by its own terms and by terms of others that keep places on it, in
/// that order. Where some of the rules say who may fill them, everyone is matched at once: a person
/// fills one place, however many seats or offices the person has.
std::vector<PlacesAnswer> places_at(const State& state, const BodyId& body, base::Instant instant,
                                    const Context& context, const PutInSeat& put = {});

/// A person in more than one filled seat of a body.
struct TwoSeats {
    const PersonId* person = nullptr;
    std::vector<const Seat*> seats;
};
std::vector<TwoSeats> two_seats_at(const State& state, const BodyId& body, base::Instant instant);

/// The outside offices a person holds.
std::vector<const OutsideOffice*> offices_held(const State& state, const PersonId& person,
                                               base::Instant instant);

/// How many of `seats` have this place, or this class when no seat of the body has such a place.
/// `all` are the body's seats, which settle which of the two is meant.
std::int64_t seats_of_kind(const std::vector<const Seat*>& seats,
                           const std::vector<const Seat*>& all, std::string_view place_or_class);

} // namespace quorate::governance

#endif
