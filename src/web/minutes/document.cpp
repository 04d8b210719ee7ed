// The minutes as a document: to read, to print, and as a file of its own.

#include "views/minutes/document.hpp"

#include "html/markdown.hpp"
#include "web/minutes/editor.hpp"
#include "web/minutes/minutes_document.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

std::string meeting_asked(const Visit& visit) {
    return visit.request.capture("body") + "/" + visit.request.capture("meeting");
}

/// "Approved on 2 December 2008 at The Kent Partnership, 2 December 2008, item 1."
Html state_line(const Visit& visit, const views::MinutesDocument& page) {
    Html out = strong(page.state_words);
    if (page.meeting) {
        const auto item = page.item ? ", item " + std::to_string(*page.item) : std::string();
        out += fragment(page.state == "approved" ? " at " : ". To be approved at ",
                        a(visit.links.meeting(page.meeting->id), page.meeting->name), item);
    }
    out += text(".");
    if (!page.published) {
        out += text(" Not published.");
    }
    return out;
}

Html attendance(const views::MinutesDocument& page) {
    if (page.attendance.empty()) {
        return {};
    }
    govuk::Table table;
    table.caption = "Attendance, as recorded";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Who", "As", "When"};
    table.first_cell_is_header = true;
    for (const auto& each : page.attendance) {
        table.rows.push_back({each.name, each.as, each.times});
    }
    return govuk::scrolling_table(table);
}

Html actions(const views::MinutesDocument& page) {
    if (page.actions.empty()) {
        return {};
    }
    govuk::Table table;
    table.caption = "Actions";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Item", "What is to be done", "Who", "By", "How it stands"};
    for (const auto& each : page.actions) {
        table.rows.push_back({each.item ? std::to_string(*each.item) : std::string(), each.what,
                              each.who, each.due ? short_day(*each.due) : Html(), each.status});
    }
    return govuk::scrolling_table(table);
}

Html corrections(const Visit& visit, const views::MinutesDocument& page) {
    Html out;
    if (!page.before.empty()) {
        out += fragment(h(2, page.state == "approved" ? "Corrections made before they were approved"
                                                      : "Corrections made so far"),
                        corrections_list(visit.links, page.before));
    }
    if (!page.after.empty()) {
        out += fragment(h(2, "Corrections made after they were approved"),
                        p("The minutes above stand as they were approved. These put right what "
                          "was found afterwards."),
                        corrections_list(visit.links, page.after));
    }
    if (!page.in_doubt.empty()) {
        out += sentences(page.in_doubt);
    }
    return out;
}

Html differs(const views::MinutesDocument& page) {
    if (page.remarks.empty()) {
        return {};
    }
    return fragment(h(2, "Where these minutes and the record differ"),
                    p("The record is kept as things happened; the minutes are the body's own "
                      "words."),
                    minutes_remarks_list(page.remarks));
}

/// The text below the page's own heading: its first heading says the same and is left out, any
/// other of its level goes down one.
std::string below_the_title(const std::string& text) {
    std::string out;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const bool title = line.starts_with("# ");
        out += title && first ? "" : (title ? "#" : "") + line + "\n";
        first = first && !title;
        at = end + 1;
    }
    return out;
}

/// What stands on the page and in the file alike.
Html document_body(const Visit& visit, const views::MinutesDocument& page) {
    return fragment(div(cls("q-prose q-minutes__text"), typed_markdown(below_the_title(page.text))),
                    actions(page), attendance(page), corrections(visit, page), differs(page));
}

/// The look of the file where no style sheet of ours is at hand.
constexpr const char* file_style =
    "<style>body{font:12pt/1.5 Georgia,'Times New Roman',serif;max-width:42em;margin:2em auto;"
    "padding:0 1em;color:#0b0c0c}h1,h2,h3,h4,caption,th{font-family:Arial,Helvetica,sans-serif;"
    "line-height:1.25}h1{font-size:20pt}h2{font-size:14pt;margin-top:1.6em}h3,h4{font-size:12pt}"
    "table{border-collapse:collapse;width:100%;margin:1em 0}caption{text-align:left;"
    "font-weight:bold;padding-bottom:.4em}th,td{text-align:left;vertical-align:top;"
    "border-bottom:1px solid #b1b4b6;padding:.3em .6em .3em 0}.q-state{border:1px solid #0b0c0c;"
    "padding:.5em .8em}@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}"
    "tr{break-inside:avoid}}</style>";

std::string file_name(const views::MinutesDocument& page) {
    std::string out = "minutes-" + page.line.id + ".html";
    for (auto& c : out) {
        c = c == '/' ? '-' : c;
    }
    return out;
}

views::MinutesDocument document_asked(const Visit& visit) {
    auto page = views::minutes_document(visit.reader, meeting_asked(visit));
    if (!page) {
        throw http::BrokenRequest(404, "These minutes have not been published.");
    }
    return std::move(*page);
}

} // namespace

MaybePage minutes_document_page(const Visit& visit) {
    const auto page = document_asked(visit);
    const auto title = "Minutes of " + meeting_title(page.line);
    Html head = fragment(page_heading(title), p(cls("q-minutes__state"), state_line(visit, page)),
                         p(cls("q-no-print"),
                           a(minutes_document_url(visit.links, page.line.id).slash("file"),
                             "Download them as a file"),
                           " · ", a(visit.links.meeting(page.line.id), "The meeting")));
    if (page.circulated && !page.since_circulation.empty()) {
        head += fragment(h(2, "Changed since they were sent to members"),
                         changed_lines(page.since_circulation, ""));
    }
    return framed(
        visit,
        {.title = title,
         .section = "meetings",
         .trail = {{.content = "Meetings", .href = visit.links.part("meetings")},
                   {.content = page.line.body.name + ", " + base::words(page.line.at.local.date),
                    .href = visit.links.meeting(page.line.id)},
                   {.content = "Minutes"}},
         .main = div(cls("q-minutes"), reading_column(fragment(head, document_body(visit, page)))),
         .description = title});
}

MaybePage minutes_file(const Visit& visit) {
    const auto page = document_asked(visit);
    const auto title = "Minutes of " + meeting_title(page.line);
    const auto body = fragment(Tag{"h1"}(title),
                               Tag{"p"}(cls("q-state"), page.state_words, ". ",
                                        "From the record of ", visit.reader.about().name, "."),
                               document_body(visit, page));
    auto response = http::html_response(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
        Tag{"title"}(title).str() + file_style + "</head><body>" + body.str() + "</body></html>");
    response.header("Content-Disposition", "attachment; filename=\"" + file_name(page) + "\"");
    return response;
}

} // namespace quorate::web
