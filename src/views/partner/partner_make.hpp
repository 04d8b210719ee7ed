#ifndef QUORATE_VIEWS_PARTNER_PARTNER_MAKE_HPP
#define QUORATE_VIEWS_PARTNER_PARTNER_MAKE_HPP
// Pieces of the partner's views. Only views/ includes this.

#include "views/desk/own_make.hpp"
#include "views/ground.hpp"
#include "views/partner/hearings.hpp"
#include "views/partner/partner.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// An organisation the viewer answers for, and the actors that do.
struct Answering {
    governance::OrganisationId id;
    bool whole = false;   ///< the account is the organisation's: it acts on every body
    bool seated = false;  ///< it has a seat on some body today; the terms take acts of no other
    bool leaving = false; ///< none but on bodies it has left: it honours what it promised
    std::vector<SeatOfViewer> seats;  ///< else the viewer's seats that are its
    std::vector<SeatOfViewer> former; ///< of those, the ones on bodies it has left

    /// As whom the viewer acts for it on a body, as acts are made by; empty when they do not, as on
    /// a body it has left.
    [[nodiscard]] std::string actor_on(const governance::BodyId& body) const;
    /// The same for what it owes a body, which goes on after leaving.
    [[nodiscard]] std::string actor_for_debts(const governance::BodyId& body) const;
};

/// The day the organisation left the body with this seat, once that day has come.
std::optional<base::CivilDate> left_with(const Ground& ground, const governance::Seat& seat);

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

/// The rule by which somebody may attend an item and speak.
struct HearingTerms {
    bool found = false;
    std::string clause;
    std::string quote; ///< the whole clause
    std::string words; ///< the rule in plain words
};
/// A partner that is affected may be heard.
HearingTerms right_to_be_heard(const Ground& ground, const governance::BodyId& body);
/// Others may attend when somebody, the Chair as a rule, agrees.
HearingTerms others_may_attend(const Ground& ground, const governance::BodyId& body);
/// What was asked and answered for a meeting, whoever reads: the caller sees to that.
std::vector<HearingAsked> asked_of_meeting(const Ground& ground,
                                           const governance::Meeting& meeting);

/// Every item of meetings to come and under way, soonest first: those notified as affecting the
/// organisation, and those of the agendas out now.
std::vector<PartnerHearing> items_to_come(const Ground& ground,
                                          const governance::OrganisationId& organisation);

/// Its seats, those of bodies it has left among them.
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
