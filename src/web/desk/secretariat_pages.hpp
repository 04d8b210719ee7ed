#ifndef QUORATE_WEB_DESK_SECRETARIAT_PAGES_HPP
#define QUORATE_WEB_DESK_SECRETARIAT_PAGES_HPP
// The pages of the secretariat's desk beside the desk itself: the year, attendance, membership of
// every body, bulk tasks.

#include "web/desk/desk_visit.hpp"

namespace quorate::web {

std::span<const DeskRoute> secretariat_routes();

http::Response year_page(const DeskVisit& visit);
http::Response year_calendar(const DeskVisit& visit);
http::Response dates_to_avoid_page(const DeskVisit& visit);
http::Response add_date_to_avoid(const DeskVisit& visit);
http::Response date_to_avoid_page(const DeskVisit& visit);
http::Response change_date_to_avoid(const DeskVisit& visit);
http::Response attendance_page(const DeskVisit& visit);
http::Response attendance_table(const DeskVisit& visit);
http::Response membership_overview_page(const DeskVisit& visit);
http::Response report_owed_page(const DeskVisit& visit);
http::Response record_report_owed(const DeskVisit& visit);
http::Response bulk_page(const DeskVisit& visit);
http::Response bulk_task_page(const DeskVisit& visit);
http::Response change_bulk_task(const DeskVisit& visit);
http::Response new_bulk_page(const DeskVisit& visit);
http::Response begin_bulk_task(const DeskVisit& visit);

/// The year asked for with ?year=, or in the form; else this one.
std::int64_t year_asked_for(const DeskVisit& visit);
/// The address of the form that records a report owed under a duty.
html::Url report_owed_url(const Links& links, std::string_view duty);
/// The address of the form of a new bulk task of this kind.
html::Url new_bulk_url(const Links& links, std::string_view kind);
/// The address of a new letter.
html::Url new_letter_url(const Links& links, std::string_view kind, std::string_view seat,
                         std::string_view meeting = {});

} // namespace quorate::web

#endif
