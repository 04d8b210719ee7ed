#ifndef QUORATE_WEB_PARTNER_PARTNER_PARTS_HPP
#define QUORATE_WEB_PARTNER_PARTNER_PARTS_HPP
// Pieces of the pages of a partner organisation.

#include "views/partner/partner.hpp"
#include "web/desk/form_acts.hpp"

namespace quorate::web {

/// /{p}/desk/organisation/{organisation}
html::Url organisation_url(const DeskVisit& visit, const std::string& organisation);
/// Where an organisation says what it does about a decision.
html::Url answer_url(const DeskVisit& visit, const std::string& organisation,
                     const std::string& decision);
/// The organisation of the address, which the viewer answers for. Throws no_such_page().
views::Named organisation_asked(const DeskVisit& visit);
/// Where an organisation's pages start from: the desk for the first of a partner's own, else the
/// organisation's page.
html::Url organisation_home(const DeskVisit& visit, const views::Named& organisation);
/// The trail of a page below the organisation's.
std::vector<html::govuk::Breadcrumb>
organisation_trail(const DeskVisit& visit, const views::Named& organisation, std::string_view here);
/// The name of a body within a sentence: "the Kent Partnership".
std::string in_sentence(std::string name);
/// "Back to your desk".
html::Html back_to_organisation(const DeskVisit& visit, const views::Named& organisation);

/// What the rules would say of the form as typed, with the button that records it; below it the
/// form to change it.
struct Confirmation {
    views::RulingShown ruling;
    html::Url action;
    std::string button;   ///< "Give notice"
    bool warning = false; ///< hard to take back
};
html::Html confirmation_shown(const DeskVisit& visit, const FormState& state,
                              const Confirmation& confirmation);
/// The act is nobody's but others' under the terms, whatever else is wrong with it.
bool is_not_theirs(const std::optional<views::RulingShown>& ruling);

/// "To the Kent Partnership, made 2 June 2008, by 30 June 2008."
html::Html about_promise(const views::PartnerPromise& promise);
/// "Honoured on 20 June 2008, says Partner 9: it was lent twice." of one that ended.
html::Html promise_end(const DeskVisit& visit, const views::PartnerPromise& promise);

/// Where the organisation asks to be heard on an item.
html::Url hearing_url(const DeskVisit& visit, const std::string& organisation,
                      const views::PartnerHearing& hearing);

/// The day a promise was honoured, today until it is typed, and words about it that may be left
/// out.
html::Html honoured_fields(const DeskVisit& visit, const FormState& state);

http::Response organisation_page(const DeskVisit& visit);
http::Response answer_page(const DeskVisit& visit);
http::Response send_answer(const DeskVisit& visit);
http::Response organisation_seat_page(const DeskVisit& visit);
http::Response appoint_page(const DeskVisit& visit);
http::Response appoint_to_seat(const DeskVisit& visit);
http::Response seat_left_page(const DeskVisit& visit);
http::Response say_seat_left(const DeskVisit& visit);
http::Response organisation_substitute_page(const DeskVisit& visit);
http::Response send_organisation_substitute(const DeskVisit& visit);
http::Response replacement_page(const DeskVisit& visit);
http::Response ask_for_replacement(const DeskVisit& visit);
http::Response promise_page(const DeskVisit& visit);
http::Response make_promise(const DeskVisit& visit);
http::Response own_promise_page(const DeskVisit& visit);
http::Response report_own_promise(const DeskVisit& visit);
http::Response promises_page(const DeskVisit& visit);
http::Response record_promise(const DeskVisit& visit);
http::Response kept_promise_page(const DeskVisit& visit);
http::Response end_promise(const DeskVisit& visit);
http::Response organisation_action_page(const DeskVisit& visit);
http::Response report_organisation_action(const DeskVisit& visit);
http::Response hearing_page(const DeskVisit& visit);
http::Response ask_hearing(const DeskVisit& visit);
http::Response hearing_items_page(const DeskVisit& visit);
http::Response leave_page(const DeskVisit& visit);
http::Response give_notice(const DeskVisit& visit);
http::Response leaving_page(const DeskVisit& visit);
http::Response record_notice(const DeskVisit& visit);
http::Response agreed_page(const DeskVisit& visit);
http::Response record_agreed(const DeskVisit& visit);
http::Response liaison_page(const DeskVisit& visit);
http::Response name_liaison(const DeskVisit& visit);

} // namespace quorate::web

#endif
