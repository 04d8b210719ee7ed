#pragma once
// Pieces of members' and the Chair's own pages.

#include "views/desk/chair.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The desk of a member, below what stands first for a chair.
html::Html member_sections(const DeskVisit& visit, const views::MemberDesk& desk);
/// The trail of a page below the desk.
std::vector<html::govuk::Breadcrumb> desk_trail(const DeskVisit& visit, std::string_view here);
/// "The Kent Partnership, Tuesday 1 July 2008 at 10:00am, Sessions House".
html::Html meeting_words(const views::MeetingLine& line);
/// What can be done before a meeting, as links.
html::Html own_meeting_links(const DeskVisit& visit, const views::OwnMeeting& meeting);
/// The papers of a meeting in order, and the agenda they belong to.
html::Html own_agenda(const DeskVisit& visit, const views::OwnMeeting& meeting);

http::Response own_meeting_page(const DeskVisit& visit);
http::Response apologies_page(const DeskVisit& visit);
http::Response send_apologies(const DeskVisit& visit);
http::Response substitute_page(const DeskVisit& visit);
http::Response send_substitute(const DeskVisit& visit);
http::Response declare_page(const DeskVisit& visit);
http::Response declare_interest(const DeskVisit& visit);
http::Response ask_item_page(const DeskVisit& visit);
http::Response ask_item(const DeskVisit& visit);
http::Response own_minutes_page(const DeskVisit& visit);
http::Response interests_page(const DeskVisit& visit);
http::Response register_interest(const DeskVisit& visit);
http::Response withdraw_interest(const DeskVisit& visit);
http::Response action_page(const DeskVisit& visit);
http::Response report_action(const DeskVisit& visit);
http::Response recorded_page(const DeskVisit& visit);
http::Response answer_recorded(const DeskVisit& visit);
http::Response discretion_page(const DeskVisit& visit);
http::Response answer_discretion(const DeskVisit& visit);
/// One table of the auditor's desk for a spreadsheet.
http::Response audit_csv(const DeskVisit& visit);
/// What another rule would have changed: /{p}/what-if, for the auditor and the secretariat.
http::Response what_if_page(const DeskVisit& visit);

} // namespace quorate::web
