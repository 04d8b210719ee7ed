#ifndef QUORATE_WEB_MINUTES_MINUTES_PARTS_HPP
#define QUORATE_WEB_MINUTES_MINUTES_PARTS_HPP
// Pieces the pages of minutes share.

#include "views/minutes/minutes.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The changes of a text as a list, each line marked in words and colour; `none` when there are no
/// changes.
html::Html changed_lines(const std::vector<views::LineChange>& changes, std::string_view none);
/// Corrections made so far, with links to their entries; nothing when there are none.
html::Html corrections_list(const Links& links,
                            const std::vector<views::CorrectionShown>& corrections);
/// The trail of a page about the minutes of a meeting, after the desk.
std::vector<html::govuk::Breadcrumb>
minutes_trail(const DeskVisit& visit, const views::MeetingLine& line, std::string_view here);
/// "The Kent Partnership, 1 July 2008".
std::string meeting_title(const views::MeetingLine& line);

/// The minutes of a meeting as a document: /{p}/meetings/{body}/{meeting}/minutes.
html::Url minutes_document_url(const Links& links, std::string_view meeting);
/// Corrections members asked for, and what became of each.
http::Response proposals_page(const DeskVisit& visit);
http::Response answer_proposal(const DeskVisit& visit);
/// A member asks for a correction to minutes that were sent.
http::Response propose_correction_page(const DeskVisit& visit);
http::Response propose_correction(const DeskVisit& visit);
/// An item for the minutes on the agenda of the next meeting.
http::Response put_on_agenda(const DeskVisit& visit);
http::Response correct_minutes_page(const DeskVisit& visit);
http::Response correct_minutes(const DeskVisit& visit);
http::Response approve_minutes_page(const DeskVisit& visit);
http::Response approve_minutes(const DeskVisit& visit);

/// The later meeting of a correction or approval, read with the open sheet of that meeting's day as
/// if it were in the record. Throws no_such_page() when there is none.
struct LaterMeeting {
    views::Reader reader;
    std::optional<views::MinutesAtMeeting> page; ///< nothing: no later meeting has the minutes
    std::int64_t on_sheet = 0; ///< lines of the open sheet, which enter the record first
};
LaterMeeting later_meeting(const DeskVisit& visit);
/// Enters the open sheet of the later meeting, so that what follows is judged on what was recorded.
/// Says what is wrong when a line could not be entered.
base::Result<void> enter_open_sheet(const DeskVisit& visit, const LaterMeeting& later);

} // namespace quorate::web

#endif
