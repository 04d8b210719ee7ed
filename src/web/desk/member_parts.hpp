#ifndef QUORATE_WEB_DESK_MEMBER_PARTS_HPP
#define QUORATE_WEB_DESK_MEMBER_PARTS_HPP
// Pieces of members' and the Chair's own pages.

#include "views/desk/chair.hpp"
#include "views/minutes/minutes.hpp"
#include "views/reading/reading.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The desk of a member, below what stands first for a chair.
html::Html member_sections(const DeskVisit& visit, const views::MemberDesk& desk);
/// The trail of a page below the desk.
std::vector<html::govuk::Breadcrumb> desk_trail(const DeskVisit& visit, std::string_view here);
/// "The Kent Partnership, Tuesday 1 July 2008 at 10:00am, Sessions House".
html::Html meeting_words(const views::MeetingLine& line);
/// "Four papers, two not read yet; one new since you last looked."
std::string papers_words(const views::ReadingCount& count);
/// It is still to be done.
bool is_open(const views::OwnAction& action);

/// Whether they come, in one word with its shape and a sentence.
html::Html coming_word(const views::OwnMeeting& meeting);
/// Of a meeting that was broken off: that it was, and when it goes on; else empty.
html::Html broken_off_words(const views::OwnMeeting& meeting);
/// That other meetings of theirs may go on at the same time; empty where none does.
html::Html overlap_words(const DeskVisit& visit, const views::OwnMeeting& meeting);
/// What became of a correction asked for, in one word with its shape, and why.
html::Html correction_word(const views::CorrectionAsked& asked);
/// The buttons that answer whether they come; at a meeting that goes on, the way into it.
html::Html answer_of(const DeskVisit& visit, const views::OwnMeeting& meeting);
/// Choices of a form: as a member of which body, when there are several.
html::Html seat_field(const std::vector<views::OwnSeat>& seats, const FormState& state);
/// What became of an item asked for, in one word with its shape.
html::Html request_word(const views::OwnRequest& request);
/// The way back.
html::Html back_to_desk(const DeskVisit& visit);
/// The meeting asked for in the address, as the seat of the query or form; throws no_such_page().
views::OwnMeeting meeting_asked(const DeskVisit& visit);
/// An act of the member about the meeting, made from the member's seat.
ActAsked own_act(const views::OwnMeeting& meeting, std::string act);
/// A page about one meeting, below the desk.
http::Response own_page(const DeskVisit& visit, const views::OwnMeeting& meeting,
                        std::string_view title, const html::Html& content, const FormState& state);

http::Response answer_meeting(const DeskVisit& visit);
http::Response own_meeting_calendar(const DeskVisit& visit);
http::Response own_calendar(const DeskVisit& visit);
http::Response change_interest_page(const DeskVisit& visit);
http::Response change_interest(const DeskVisit& visit);
http::Response declarations_page(const DeskVisit& visit);
http::Response requests_page(const DeskVisit& visit);
http::Response actions_page(const DeskVisit& visit);
http::Response report_page(const DeskVisit& visit);
http::Response send_report(const DeskVisit& visit);
http::Response own_meeting_page(const DeskVisit& visit);
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

#endif
