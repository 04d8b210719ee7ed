#ifndef QUORATE_WEB_MEMBERSHIP_CHANGE_HPP
#define QUORATE_WEB_MEMBERSHIP_CHANGE_HPP
// A change of membership: its form, what it would do, and the acts that make it.

#include "views/membership/membership.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// One kind of change, by its act.
struct ChangeKind {
    std::string_view act;    ///< appoint
    std::string_view title;  ///< "Appoint to a seat"
    std::string_view button; ///< "Show what this does"
    std::string_view record; ///< "Record the appointment"
    bool body = true;        ///< it changes who sits on the body, so its effect is shown first
};
/// Null for an act that is no change of membership.
const ChangeKind* find_change(std::string_view act);

/// The fields of the form, with what was typed.
html::Html change_fields(const DeskVisit& visit, const views::MembershipPage& page,
                         const ChangeKind& kind, const FormState& state);

/// The acts a form asks for: those that register somebody first, then the change itself. What is
/// wrong goes into `state`.
std::vector<ActAsked> read_change(const DeskVisit& visit, const views::MembershipPage& page,
                                  const ChangeKind& kind, FormState& state);

/// The members of the body in the address. Throws no_such_page() when there is none.
views::MembershipPage membership_of(const DeskVisit& visit);
/// The trail of a page about a body's members; `here` is empty for the list itself.
std::vector<html::govuk::Breadcrumb>
membership_trail(const DeskVisit& visit, const views::MembershipPage& page, std::string_view here);
/// The address of a change's form.
html::Url change_url(const DeskVisit& visit, const std::string& body, std::string_view act);

http::Response members_desk(const DeskVisit& visit);
http::Response seat_page(const DeskVisit& visit);

} // namespace quorate::web

#endif
