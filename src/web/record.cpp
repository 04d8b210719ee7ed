// The record: how to check it, its entries, and one entry.

#include "html/govuk/details.hpp"
#include "html/govuk/pagination.hpp"
#include "html/stacking_table.hpp"
#include "views/may.hpp"
#include "views/public/proof.hpp"
#include "web/hindsight.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

std::int64_t page_asked(const Visit& visit) {
    const auto asked = visit.request.query.get("page").value_or("1");
    std::int64_t page = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), page);
    return error == std::errc{} && end == asked.data() + asked.size() ? page : 0;
}

Html head_part(const views::CheckpointShown& head) {
    govuk::SummaryList list;
    add_row(list, "Entries", number(head.size));
    add_row(list, "Root", code(cls("q-hash"), head.root));
    if (!head.key.empty()) {
        add_row(list, "Signed with", code(cls("q-hash"), head.key));
    }
    if (!head.writing) {
        add_row(list, "Writing", "Stopped: " + head.stopped);
    }
    Html out = govuk::summary_list(list);
    if (!head.checkpoint.empty()) {
        out += fragment(
            h(2, "Checkpoint"),
            p("Keep this note. If the record is ever changed, it will no longer lead back to it."),
            pre(head.checkpoint));
    }
    return out;
}

Html check_part(const Visit& visit) {
    return fragment(h(2, "Check it yourself"),
                    p("Every entry is hashed into one tree; its root is above. ",
                      a(visit.links.part("verify"), "How to check the record, an entry or a file"),
                      ", with common tools and without trusting us."));
}

/// For those who may have the record judged again.
Html what_if_part(const Visit& visit) {
    if (!views::may_audit(visit.reader)) {
        return {};
    }
    return fragment(h(2, "What if"),
                    p(a(visit.links.part("what-if"), "What another rule would have changed"),
                      ": judge the record again under another rule or reading."));
}

Html entry_table(const Visit& visit, const std::vector<views::EntryShown>& entries) {
    govuk::Table table;
    table.caption = "Entries, newest first";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Entry", "Act", "Recorded", "Ruling"};
    for (const auto& entry : entries) {
        table.rows.push_back(
            {a(visit.links.entry(entry.position), number(entry.position)),
             fragment(entry.help, br(), span(cls("q-quiet"), "By ", entry.made_by)),
             fragment(short_day(entry.recorded.local.date), br(),
                      base::clock_words(entry.recorded.local.minute)),
             status_word(status_of(entry.verdict, entry.breach))});
    }
    return stacking_table(table);
}

Html pager(const Visit& visit, const views::RecordPage& page) {
    if (page.pages < 2) {
        return {};
    }
    const auto url = [&](std::int64_t number) {
        return visit.links.part("record").query("page", std::to_string(number));
    };
    govuk::Pagination options;
    if (page.page > 1) {
        options.previous = govuk::PageLink{.href = url(page.page - 1), .content = "Newer"};
    }
    if (page.page < page.pages) {
        options.next = govuk::PageLink{.href = url(page.page + 1), .content = "Older"};
    }
    options.landmark_label = "Pages of entries";
    return govuk::pagination(options);
}

Html field_list(const views::EntryPage& page) {
    govuk::SummaryList list;
    for (const auto& field : page.fields) {
        add_row(list, field.label,
                field.withheld ? em("Kept apart from the record and not published")
                               : text(views::capitalised(field.value)));
    }
    return list.rows.empty() ? Html()
                             : fragment(h(2, "What was submitted"), govuk::summary_list(list));
}

Html entry_summary(const Visit& visit, const views::EntryPage& page) {
    const auto& line = page.line;
    govuk::SummaryList list;
    add_row(list, "Made by", views::capitalised(line.made_by));
    add_row(list, "As", page.capacity);
    add_row(list, "Recorded by", views::capitalised(line.recorded_by));
    add_row(list, "How it is known", line.evidence);
    add_row(list, "Took effect", when(line.effective));
    add_row(list, "Recorded", when(line.recorded));
    if (!line.meeting.empty()) {
        add_row(list, "Meeting", a(visit.links.meeting(line.meeting), page.about));
    } else if (!line.body.empty()) {
        add_row(list, "Body", a(visit.links.body(line.body), page.about));
    }
    if (line.item) {
        add_row(list, "Item", *line.item);
    }
    add_row(list, "Afterwards", page.confirmed);
    return govuk::summary_list(list);
}

Html under(const views::EntryPage& page) {
    govuk::SummaryList list;
    for (const auto& charter : page.charters) {
        add_row(list, "Terms", code(cls("q-hash"), charter));
    }
    add_row(list, "Calendar", page.calendar.empty() ? Html() : code(cls("q-hash"), page.calendar));
    if (!page.readings.empty()) {
        Html readings;
        for (const auto& reading : page.readings) {
            readings += fragment(readings.empty() ? Html() : br(), reading);
        }
        add_row(list, "Readings",
                govuk::details({.summary = fragment(page.readings.size(), " relied on"),
                                .content = readings}));
    }
    add_row(list, "Program", page.engine.empty() ? std::string() : "Quorate " + page.engine);
    add_row(list, "Leaf hash", code(cls("q-hash"), page.leaf));
    add_row(list, "Id", code(cls("q-hash"), page.line.id));
    return govuk::summary_list(list);
}

} // namespace

MaybePage record_page(const Visit& visit) {
    const auto page = visit.reader.record(page_asked(visit));
    if (!page) {
        return std::nullopt;
    }
    Html main;
    if (page->page == 1) {
        main =
            reading_column(fragment(page_heading("The record"),
                                    lead("Everything that was submitted, in order, with the "
                                         "ruling it got. Nothing in it can be changed without "
                                         "showing."),
                                    head_part(page->head), check_part(visit), what_if_part(visit)));
    } else {
        main = reading_column(
            page_heading("The record", fragment("Page ", page->page, " of ", page->pages)));
    }
    main += entry_table(visit, page->entries);
    main += pager(visit, *page);
    return framed(visit, {.title = "The record",
                          .section = "record",
                          .section_page = page->page == 1,
                          .trail = {{.content = "Record"}},
                          .main = main,
                          .json = visit.links.api().slash("entries").str()});
}

MaybePage entry_page(const Visit& visit) {
    const auto page = visit.reader.entry(visit.request.captures.number("position"));
    if (!page) {
        return std::nullopt;
    }
    const auto position = page->line.position;
    Html main = page_heading(page->line.help,
                             fragment("Entry ", number(position), " of ", number(page->size)));
    if (page->ruling) {
        main += ruling_panel(panel_of(visit.links, *page->ruling));
    }
    main += entry_summary(visit, *page);
    if (page->withheld) {
        main += p("It is in the record. Its particulars are about a person and are not published; "
                  "the leaf hash below "
                  "shows that nothing was changed.");
    }
    main += field_list(*page);
    main += hindsight_part(visit, position);
    main += fragment(h(2, "Under what"), under(*page));
    if (views::proof_is_public(visit.reader, position)) {
        main += p(a(visit.links.proof(position), "Download the proof"),
                  " that this entry is in the record. Check it with ", code("quorate verify"), ".");
    }
    return framed(
        visit, {.title = "Entry " + std::to_string(position),
                .section = "record",
                .trail = {{.content = "Record", .href = visit.links.part("record")},
                          {.content = "Entry " + std::to_string(position)}},
                .main = reading_column(main),
                .json = visit.links.api().slash("entries").slash(std::to_string(position)).str()});
}

} // namespace quorate::web
