// Meetings: the list, and one meeting.

#include "html/markdown.hpp"
#include "views/live/live.hpp"
#include "views/minutes/document.hpp"
#include "web/as_of.hpp"
#include "web/meetings/planning.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html programme(const std::vector<views::ProgrammeShown>& all) {
    Html out;
    for (const auto& each : all) {
        std::vector<Html> items;
        for (const auto day : each.dates) {
            items.push_back(li(date(day)));
        }
        out += fragment(h(3, each.body.name, ", ", each.year), plain_list(items));
    }
    return out.empty() ? out : fragment(h(2, "Dates set in advance"), out);
}

govuk::SummaryList summary(const Visit& visit, const views::MeetingPage& page) {
    const auto& links = visit.links;
    govuk::SummaryList list;
    add_row(list, "When", when(page.line.at, page.line.ends));
    for (const auto& before : page.postponed_from) {
        add_row(list, "Put off from", when(before));
    }
    add_row(list, "Where", page.line.place.empty() ? text("Not recorded") : text(page.line.place));
    if (views::open_to_public(visit.reader, page.line.id)) {
        add_row(list, "Public", "Open to the public, who may also follow it live");
    }
    add_row(list, "Held", page.held);
    add_row(list, "In the chair",
            page.presided.empty() && !page.held.empty() ? "Not recorded" : page.presided);
    if (page.jointly_with) {
        add_row(list, "Jointly with",
                a(links.body(page.jointly_with->id), page.jointly_with->name));
    }
    if (page.quorum) {
        const auto whose =
            page.jointly_with ? "Quorum of " + page.line.body.name : std::string("Quorum");
        add_row(list, whose, measure(links, page.line.body.id, *page.quorum));
    }
    if (page.joint_quorum) {
        add_row(list, "Quorum of " + page.jointly_with->name,
                measure(links, page.jointly_with->id, *page.joint_quorum));
    }
    for (const auto& each : page.informal) {
        add_row(list, "Without a quorum", each);
    }
    Html notice;
    for (const auto& each : page.notice) {
        notice += fragment(notice.empty() ? Html() : br(), measure(links, page.line.body.id, each));
    }
    add_row(list, "Notice", notice);
    add_row(list, "Minutes", page.held.empty() ? std::string() : page.minutes.words);
    return list;
}

/// The files of a meeting for this reader, and what is said of those that are closed to them.
struct AgendaPapers {
    std::vector<views::PaperShown> open;
    std::vector<views::ClosedPapers> closed;
};

/// Files that were sent out, for one item or (none) for the meeting as a whole.
Html papers_part(const Links& links, const AgendaPapers& papers, std::optional<std::int64_t> item) {
    std::vector<PaperRow> rows;
    for (const auto& paper : papers.open) {
        if (paper.sent && paper.item == item) {
            rows.push_back(paper_row(links, paper));
        }
    }
    Html out = paper_list(rows, item ? "Papers for item " + std::to_string(*item)
                                     : std::string("Papers for the meeting"));
    for (const auto& closed : papers.closed) {
        if (closed.item == item) {
            out += p(cls("q-quiet"), closed.words);
        }
    }
    return out;
}

Html item_part(const Links& links, const views::ItemShown& item, const AgendaPapers& papers,
               const std::optional<views::Named>& minutes_of) {
    Html out = h(3, html::id("item-" + std::to_string(item.number)), item.number, ". ", item.title);
    Html outcome = text(item.outcome);
    for (const auto& decision : item.decisions) {
        outcome += fragment(" ", a(links.decision(decision.id), decision.name));
    }
    if (!item.outcome.empty()) {
        out += p(outcome);
    } else {
        out += p(cls("q-quiet"), item.purpose == "decision"  ? "For decision."
                                 : item.purpose == "minutes" ? "For approval."
                                                             : "For " + item.purpose + ".");
    }
    if (minutes_of) {
        out += p(cls("q-quiet"), "The minutes of ",
                 a(links.meeting(minutes_of->id), minutes_of->name), ".");
    }
    for (const auto& remark : item.remarks) {
        out += p(cls("q-quiet"), remark);
    }
    out += papers_part(links, papers, item.number);
    if (!item.interests.empty()) {
        std::vector<Html> lines;
        for (const auto& interest : item.interests) {
            lines.push_back(li(interest.words));
        }
        out += fragment(p(strong("Interests declared")), ul(lines));
    }
    for (const auto& line : item.proceedings) {
        out += p(line);
    }
    return div(cls("q-item"), out);
}

Html agenda(const Visit& visit, const views::MeetingPage& page) {
    Html out = h(2, "Agenda");
    const AgendaPapers papers{views::papers_of(visit.reader, page.line.id),
                              views::closed_papers(visit.reader, page.line.id)};
    if (page.items.empty()) {
        out += nothing_here("No items are recorded.");
    }
    for (const auto& item : page.items) {
        out += item_part(visit.links, item, papers,
                         views::minutes_for_approval(visit.reader, page.line.id, item.number));
    }
    const auto whole = papers_part(visit.links, papers, std::nullopt);
    return whole.empty() ? out : fragment(out, h(3, "For the meeting as a whole"), whole);
}

Html attendance(const views::MeetingPage& page) {
    if (page.held.empty() && page.apologies.empty()) {
        return {};
    }
    Html out = h(2, "Attendance");
    if (!page.attendance_known) {
        out += nothing_here("The record does not say who was there.");
    } else {
        out += p(page.present.size(),
                 page.present.size() == 1 ? " member or substitute" : " members or substitutes",
                 " attended.");
        std::vector<Html> lines;
        for (const auto& each : page.present) {
            lines.push_back(li(views::seat_words(each.seat),
                               each.substitute ? " (by a substitute)" : "",
                               each.times.empty() ? "" : ", " + each.times));
        }
        out += plain_list(cls("q-columns"), lines);
    }
    if (page.others > 0) {
        out += p(page.others == 1 ? "One other person" : std::to_string(page.others) + " others",
                 " came as visitors, officers in support or partners to be heard.");
    }
    if (page.someone_excluded) {
        out += p("Whoever presided excluded a member.");
    }
    if (!page.apologies.empty()) {
        std::vector<Html> lines;
        for (const auto& seat : page.apologies) {
            lines.push_back(li(views::seat_words(seat)));
        }
        out += fragment(h(3, "Apologies"), plain_list(cls("q-columns"), lines));
    }
    return out;
}

Html minutes(const Visit& visit, const views::MeetingPage& page) {
    if (page.held.empty()) {
        return {};
    }
    Html out = fragment(h(2, "Minutes"), p(page.minutes.words));
    if (views::minutes_document(visit.reader, page.line.id)) {
        out += p(a(minutes_document_url(visit.links, page.line.id),
                   "The minutes as a document, to read or print"));
    }
    if (!page.minutes.text.empty()) {
        out += div(cls("q-prose"), typed_markdown(page.minutes.text, 2));
    } else if (page.minutes.state == "published" || page.minutes.state == "published-draft") {
        out +=
            p("They are made from the record: the attendance, interests and items on this page.");
    }
    if (!page.minutes.corrections.empty()) {
        out += fragment(h(3, "Corrections"), sentences(page.minutes.corrections));
    }
    return out;
}

Html titled(std::string_view title, const std::vector<std::string>& lines) {
    return lines.empty() ? Html() : fragment(h(2, title), sentences(lines));
}

std::string title_of(const views::MeetingPage& page) {
    return page.line.body.name + ", " + base::words(page.line.at.local.date);
}

} // namespace

MaybePage meetings_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    const auto page = visit.reader.meetings(choice.id);
    const bool all = choice.id.empty();
    Html main = page_heading("Meetings", choice.name);
    main += as_of(visit, part_of_body(visit, "meetings", choice.id));
    main += p(a(visit.links.part("calendar"), "Calendar of the meetings of every body"), br(),
              a(visit.links.part("forward-plan"), "Forward plan: what comes to which meeting"));
    main += h(2, "To come");
    main += page.to_come.empty()
                ? nothing_here("No meeting is arranged.")
                : meeting_table(visit.links, "Meetings to come", page.to_come, all);
    main += programme(page.programme);
    main += h(2, "Held and past");
    main += page.past.empty()
                ? nothing_here("The record holds no meeting yet.")
                : meeting_table(visit.links, "Meetings held and past", page.past, all);
    if (!all) {
        main += p(a(visit.links.part("meetings"), "Meetings of every body"));
    }
    return framed(visit, {.title = all ? "Meetings" : "Meetings of " + choice.name,
                          .section = "meetings",
                          .section_page = all,
                          .trail = {{.content = "Meetings"}},
                          .main = full_width(main),
                          .json = visit.links.api().slash("meetings").str()});
}

MaybePage meeting_page(const Visit& visit) {
    const auto page = visit.reader.meeting(visit.request.capture("body") + "/" +
                                           visit.request.capture("meeting"));
    if (!page) {
        return std::nullopt;
    }
    Html head = page_heading(date(page->line.at.local.date),
                             a(visit.links.body(page->line.body.id), page->line.body.name));
    head += lead(page->line.status_words, ".");
    if (views::live_now(visit.reader, page->line.id)) {
        head += p(a(visit.links.meeting(page->line.id).slash("live"), "Follow the meeting live"));
    }
    head += as_of(visit, visit.links.plain_part("meetings").slash_id(page->line.id));
    Html main = reading_column(head);
    main += govuk::summary_list(summary(visit, *page));
    Html text_part = agenda(visit, *page);
    text_part += attendance(*page);
    text_part += titled("Rulings on procedure", page->procedure);
    text_part += titled("Actions", page->actions);
    text_part += minutes(visit, *page);
    text_part +=
        fragment(h(2, "In the record"),
                 p(number(page->entries), page->entries == 1 ? " entry is" : " entries are",
                   " about this meeting. ", a(visit.links.part("record"), "See the record"), "."));
    main += reading_column(text_part);
    return framed(visit,
                  {.title = title_of(*page),
                   .section = "meetings",
                   .trail = {{.content = "Meetings", .href = visit.links.part("meetings")},
                             {.content = base::words(page->line.at.local.date)}},
                   .main = main,
                   .description = title_of(*page),
                   .json = visit.links.api().slash("meetings").slash_id(page->line.id).str()});
}

} // namespace quorate::web
