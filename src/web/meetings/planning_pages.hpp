#ifndef QUORATE_WEB_MEETINGS_PLANNING_PAGES_HPP
#define QUORATE_WEB_MEETINGS_PLANNING_PAGES_HPP
// The planning pages, for the table of their addresses.

#include "views/meetings/workbench.hpp"
#include "web/desk/desk_visit.hpp"

namespace quorate::web {

/// The desk's list and year, read-only for auditors.
http::Response week_page(const DeskVisit& visit);

http::Response programmes_page(const DeskVisit& visit);
http::Response programme_page(const DeskVisit& visit);
http::Response set_programme(const DeskVisit& visit);

http::Response convene_page(const DeskVisit& visit);
http::Response convene_meeting(const DeskVisit& visit);
http::Response consult_on_meeting(const DeskVisit& visit);

http::Response desk_meetings_page(const DeskVisit& visit);
http::Response workbench_page(const DeskVisit& visit);
http::Response postpone_page(const DeskVisit& visit);
http::Response postpone_meeting(const DeskVisit& visit);
http::Response cancel_page(const DeskVisit& visit);
http::Response cancel_meeting(const DeskVisit& visit);

/// Apologies and substitutes so far, and who has said nothing; stands at #answers.
html::Html who_has_answered(const views::WorkbenchPage& page);
http::Response answers_page(const DeskVisit& visit);
http::Response record_answer(const DeskVisit& visit);

http::Response agenda_page(const DeskVisit& visit);
http::Response order_agenda(const DeskVisit& visit);
http::Response add_item_page(const DeskVisit& visit);
http::Response add_item(const DeskVisit& visit);
http::Response remove_item_page(const DeskVisit& visit);
http::Response remove_item(const DeskVisit& visit);

http::Response papers_page(const DeskVisit& visit);
http::Response upload_papers(const DeskVisit& visit);
http::Response remove_paper(const DeskVisit& visit);

http::Response circulate_page(const DeskVisit& visit);
http::Response circulate_papers(const DeskVisit& visit);
http::Response distribution_csv(const DeskVisit& visit);

http::Response late_item_page(const DeskVisit& visit);
http::Response answer_late_item(const DeskVisit& visit);

} // namespace quorate::web

#endif
