#ifndef QUORATE_HTML_LAYOUT_HPP
#define QUORATE_HTML_LAYOUT_HPP
// How content is set on a page: columns, headings, and the lines that recur.

#include "base/time.hpp"
#include "html/html.hpp"

namespace quorate::html {

/// One column for reading, two thirds of the width.
Html reading_column(const Part& content);
/// The reading column with a narrower one beside it; below it on a phone.
Html with_side(const Part& main, const Part& side);
/// The whole width: tables, diagrams.
Html full_width(const Part& content);

/// The page's h1, with a line above it that says what kind of thing this is; empty: no line.
Html page_heading(const Part& title, const Part& caption = {});

/// "As it stands today · show another date", with the link.
Html as_of_line(const Part& sentence, const Url& change,
                std::string_view link_words = "show another date");

/// A sentence in place of an empty list or table.
Html nothing_here(const Part& sentence);

/// "Tuesday 1 July 2008", marked up for machines.
Html date(base::CivilDate date);
/// "10:00am on Tuesday 1 July 2008", marked up for machines.
Html date_and_time(base::LocalTime when);

/// A clause of a document with a note beside it (below it on a phone).
struct AnnotatedClause {
    std::string id = {};     ///< the anchor, such as "3.12"
    std::string number = {}; ///< as printed; a link to itself
    Html words = {};
    Html note = {}; ///< empty: the clause stands alone
};
Html annotated_clause(const AnnotatedClause& clause);

struct ContentsEntry {
    Part title = {};
    Url href;
    int depth = 0; ///< 0 or 1
};
/// A list of the parts of a document, as a landmark named "Contents".
Html contents(const std::vector<ContentsEntry>& entries);

/// A few numbers that matter, each with what it counts: "3 Red".
struct Figure {
    Part value = {};
    Part label = {};
};
Html figures(const std::vector<Figure>& entries);

} // namespace quorate::html

#endif
