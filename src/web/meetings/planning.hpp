#ifndef QUORATE_WEB_MEETINGS_PLANNING_HPP
#define QUORATE_WEB_MEETINGS_PLANNING_HPP
// Pieces the planning pages share: the timeline, lists of papers, checks of a date, tasks.

#include "html/agenda_list.hpp"
#include "html/progress.hpp"
#include "views/meetings/planning.hpp"
#include "views/meetings/workbench.hpp"
#include "web/desk/act_form.hpp"
#include "web/parts.hpp"

namespace quorate::web {

/// The trail of a page about a meeting: desk, the meeting, the page itself.
std::vector<html::govuk::Breadcrumb>
meeting_trail(const DeskVisit& visit, const views::MeetingLine& line, std::string_view here);
/// The workbench of the meeting in the address; throws 404 when there is none.
views::WorkbenchPage workbench_of(const DeskVisit& visit);
/// "Meeting of 1 July 2008, The Kent Partnership": the line above a page's heading.
html::Html meeting_caption(const DeskVisit& visit, const views::MeetingLine& line);

/// "Clause 3.12", linked.
html::Html capitalised_clause(const Links& links, std::string_view body, std::string_view clause);

/// Points with their days, clause and how much time is left.
html::Html timeline_of(const Links& links, std::string_view body,
                       const std::vector<views::TimelinePoint>& points);
/// What follows from a date, as a list: "Items close Tuesday 17 June 2008 (clause 3.16)".
html::Html what_follows(const Links& links, std::string_view body,
                        const std::vector<views::TimelinePoint>& points);
/// Working day or not, with a mark.
html::Html date_check(const views::DateCheck& check);
/// A paper with its link, type, size, pages and when it was sent.
html::PaperRow paper_row(const Links& links, const views::PaperShown& paper);
std::vector<html::PaperRow> paper_rows(const Links& links,
                                       const std::vector<views::PaperShown>& papers);
/// How far a task has got, by its state as the views write it.
html::Progress task_progress(std::string_view state);

/// The page where a task is done; nothing for one that has no page.
std::optional<html::Url> task_page(const Links& links, std::string_view page,
                                   std::string_view meeting, std::optional<std::int64_t> item);

/// A choice of whose act it is: the secretariat's own, the Chair's, or a member's ("by", "seat").
html::Html asked_by_fields(const DeskVisit& visit, std::string_view body, const FormState& state);
/// Fills made_by and evidence from those fields; what is missing goes into `errors`.
void read_asked_by(const http::Fields& form, ActAsked& asked, html::ErrorList& errors);

/// "10:00am" for a box.
std::string time_typed(int minute);
/// A whole number of a form, 0 to 1,000,000; nothing when it is not one.
std::optional<std::int64_t> number_typed(std::string_view typed);

} // namespace quorate::web

#endif
