#ifndef QUORATE_WEB_DESK_URGENT_PARTS_HPP
#define QUORATE_WEB_DESK_URGENT_PARTS_HPP
// The pages of decisions that cannot wait for a meeting.

#include "views/desk/urgent.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// /{p}/desk/urgent/{body}
html::Url urgent_url(const DeskVisit& visit, std::string_view body);
/// The page asked for by {body}; throws no_such_page().
views::UrgentPage urgent_of(const DeskVisit& visit);
/// The trail of a page below it.
std::vector<html::govuk::Breadcrumb>
urgent_trail(const DeskVisit& visit, const views::UrgentPage& page, std::string_view here);
/// Who was asked under a consultation and what they answered, as a table.
html::Html consulted_table(const DeskVisit& visit, const views::UrgentPage& page,
                           const views::ConsultationShown& consultation);
/// What the member at the desk was asked about, for the top of their desk; nothing for nothing.
html::Html asked_of_you(const DeskVisit& visit);

http::Response urgent_home(const DeskVisit& visit);
http::Response consult_page(const DeskVisit& visit);
http::Response consult(const DeskVisit& visit);
http::Response drop_consultation(const DeskVisit& visit);
http::Response decide_page(const DeskVisit& visit);
http::Response decide(const DeskVisit& visit);
http::Response report_urgent_page(const DeskVisit& visit);
http::Response report_urgent(const DeskVisit& visit);
http::Response urgent_answer_page(const DeskVisit& visit);
http::Response urgent_answer(const DeskVisit& visit);

} // namespace quorate::web

#endif
