#ifndef QUORATE_WEB_DESK_BULK_HPP
#define QUORATE_WEB_DESK_BULK_HPP
// Bulk tasks: what each kind can be done for, and how it becomes lines.

#include "partnership/workspace/bulk.hpp"
#include "web/desk/act_form.hpp"
#include "web/desk/secretariat_pages.hpp"

namespace quorate::web {

/// One thing that can be chosen.
struct BulkChoice {
    std::string value; ///< sent when it is ticked
    std::string what;  ///< "Seat 7, Riverside Council"
    html::Part hint;   ///< how it stands, or the ruling it would get
    partnership::BulkLine line;
    bool ticked = true; ///< at first, where all_ticked says so of the form
};

/// A kind of task as its form shows it.
struct BulkForm {
    std::string kind;
    std::string heading; ///< "Send reminders"
    html::Html intro;
    html::Html fields; ///< of its own, before the choices
    std::string question;
    std::string button;     ///< "Send the reminders"
    std::string task_title; ///< "Reminders for the meeting of 1 July 2008"
    std::string nothing;    ///< why there is nothing to choose
    bool all_ticked = true; ///< else none are at first
    std::vector<BulkChoice> choices;
    std::vector<std::pair<std::string, std::string>> kept; ///< hidden fields
    std::string written; ///< how many such letters there are; a form sent with another number waits
};

/// The form of a kind, from the address or from what was sent. Nothing for a kind that is not
/// known. What is wrong with its own fields goes into `state`.
std::optional<BulkForm> bulk_form(const DeskVisit& visit, std::string_view kind, FormState& state);

/// The form of next year's dates, which has boxes in place of choices.
http::Response programme_bulk_page(const DeskVisit& visit, FormState state);
http::Response begin_programme_bulk(const DeskVisit& visit);

/// Keeps the task and goes to its page; the form again when it could not be kept.
std::optional<http::Response> keep_bulk_task(const DeskVisit& visit, const std::string& kind,
                                             const std::string& title,
                                             std::vector<partnership::BulkLine> lines,
                                             FormState& state);
/// A line that submits an act; the form's errors when it cannot be read as one.
tl::expected<partnership::BulkLine, FormState> act_line(const DeskVisit& visit,
                                                        const ActAsked& asked, std::string what);

/// The kinds, each with what it does in a few words.
struct BulkKind {
    std::string_view id;
    std::string_view words;
};
std::span<const BulkKind> bulk_kinds();

} // namespace quorate::web

#endif
