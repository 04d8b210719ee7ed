#ifndef QUORATE_WEB_PARTS_HPP
#define QUORATE_WEB_PARTS_HPP
// Pieces several pages share.

#include "html/govuk/summary_list.hpp"
#include "html/govuk/table.hpp"
#include "html/layout.hpp"
#include "html/ruling_panel.hpp"
#include "html/status.hpp"
#include "web/frame.hpp"

namespace quorate::web {

/// The ruling panel of a ruling, its clauses linked to the terms.
html::RulingPanel panel_of(const Links& links, const views::RulingShown& ruling);
/// "Permitted", "Refused" … from an API word, with a breach told apart.
html::Status status_of(std::string_view verdict, bool breach);

/// A measure against the terms: its sentence, with a mark where it was met or not, and the clause
/// linked.
html::Html measure(const Links& links, std::string_view body, const views::Measure& measure);
/// A list of sentences; one alone as a paragraph.
html::Html sentences(const std::vector<std::string>& lines);
/// "1 July 2008", for a table.
html::Html short_day(base::CivilDate date);
/// "10:00am on Tuesday 1 July 2008".
html::Html when(const views::Moment& moment);
/// "10:00am to 12:00 noon on Tuesday 1 July 2008"; without the end where nobody said when it ends.
html::Html when(const views::Moment& begins, const std::optional<views::Moment>& ends);

/// "10:00am to 12:00 noon", or the beginning alone.
std::string clock_range(base::LocalTime begins, std::optional<base::LocalTime> ends);

html::Html meeting_table(const Links& links, const std::string& caption,
                         const std::vector<views::MeetingLine>& lines, bool with_body);
html::Html decision_list(const Links& links, const std::vector<views::DecisionLine>& lines,
                         bool with_body);
/// "clause 3.12", linked.
html::Html clause_link(const Links& links, std::string_view body, std::string_view clause);

/// The body asked for with ?body=; an empty id for all.
struct BodyChoice {
    std::string id;
    std::string name;
    bool known = true; ///< false: the record has no such body
};
BodyChoice chosen_body(const Visit& visit);

/// Where this server is, as the asker sees it: "http://localhost:8080".
std::string site_origin(const Visit& visit);

/// A row of a summary list; nothing is added for an empty value.
void add_row(html::govuk::SummaryList& list, std::string_view key, const html::Part& value);

} // namespace quorate::web

#endif
