#ifndef QUORATE_VIEWS_PARTNER_PARTNER_MAKE_HPP
#define QUORATE_VIEWS_PARTNER_PARTNER_MAKE_HPP
// Pieces of the partner's views. Only views/ includes this.

#include "views/desk/own_make.hpp"
#include "views/ground.hpp"
#include "views/partner/partner.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// An organisation the viewer answers for, and the actors that do.
struct Answering {
    governance::OrganisationId id;
    bool whole = false;  ///< the account is the organisation's: it acts on every body
    bool seated = false; ///< it has a seat on some body today; the terms take acts of no other
    std::vector<SeatOfViewer> seats; ///< else the viewer's seats that are its

    /// As whom the viewer acts for it on a body, as acts are made by; empty when they do not.
    [[nodiscard]] std::string actor_on(const governance::BodyId& body) const;
};

std::vector<Answering> answering(const Ground& ground);
std::optional<Answering> answering_for(const Ground& ground, std::string_view organisation);

/// Its name; in a rehearsal "Your organisation".
Named organisation_named(const Ground& ground, const governance::OrganisationId& id);
/// Its name; in a rehearsal "Organisation 9", by its place in the register.
Named organisation_in_register(const Ground& ground, const governance::OrganisationId& id);
/// Words that are no longer held.
inline constexpr std::string_view words_gone = "(words no longer held)";

/// Who keeps in touch, in words: the seat, or the person; empty for nobody.
std::string liaison_words(const Ground& ground, const governance::Liaison& liaison);

std::vector<PartnerSeat> partner_seats(const Ground& ground,
                                       const governance::OrganisationId& organisation);
PartnerPromise promise_shown(const Ground& ground, const governance::Commitment& commitment);
/// Ended promises, those that ended last first.
void put_latest_first(std::vector<PartnerPromise>& ended);
/// Every promise of the organisation, by date.
std::vector<PartnerPromise> promises_of(const Ground& ground,
                                        const governance::OrganisationId& organisation);
/// Of every body it sits on or has given notice to.
std::vector<PartnerExit> exits_of(const Ground& ground,
                                  const governance::OrganisationId& organisation);

} // namespace quorate::views

#endif
