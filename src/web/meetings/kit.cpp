// The paper kit of a meeting: the Chair's brief and the clerk's running script, the attendance
// sheet and the vote sheets. Each begins a page when it prints.

#include "views/meetings/kit.hpp"

#include "base/text.hpp"
#include "html/govuk/table.hpp"
#include "web/meetings/arising.hpp"
#include "web/meetings/day.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

using views::KitItem;
using views::KitPage;

Html list_of(std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& line : lines) {
        items.push_back(li(line));
    }
    return fragment(h(4, heading), ul(items));
}

Html declarations(const KitItem& item) {
    if (item.may_declare.empty()) {
        return p(
            "We found nobody in the register whose entry matches. Members must still declare.");
    }
    std::vector<Html> items;
    for (const auto& each : item.may_declare) {
        items.push_back(li(each.words, ": ", each.why));
    }
    return fragment(ul(items), p("This is a prompt from the register. Others must still declare."));
}

Html heading_of(const KitItem& item) {
    return fragment(h(3, "Item ", item.number, ": ", item.title),
                    p(cls("q-quiet"), item.purpose == "minutes" ? "Minutes" : "For " + item.purpose,
                      item.state.empty() ? "." : ". " + item.state + "."));
}

Html brief_item(const KitItem& item) {
    return div(cls("q-kit__item"), heading_of(item), list_of("Note", item.remarks),
               h(4, "Who may declare an interest"), declarations(item),
               list_of("With a right to be heard", item.partners),
               list_of("What the meeting may do", item.choices),
               list_of("To be taken into account", item.consider));
}

Html script_item(const KitItem& item) {
    std::vector<Html> say;
    for (const auto& line : item.say) {
        say.push_back(li(line));
    }
    return div(cls("q-kit__item"), heading_of(item),
               fragment(h(4, "The words to say"), Tag{"ul", "govuk-list q-kit__say"}(say)),
               list_of("Write down", item.record), div(cls("q-kit__lines")));
}

Html paragraphs(const std::vector<std::string>& lines) {
    Html out;
    for (const auto& line : lines) {
        out += p(line);
    }
    return out;
}

Html sheet(std::string_view id_words, std::string_view title, const Html& content) {
    return section(cls("q-kit__sheet").id(id_words), h(2, title), content);
}

Html brief(const KitPage& kit, const std::vector<std::string>& arising) {
    Html items;
    for (const auto& item : kit.items) {
        items += brief_item(item);
    }
    return sheet("brief", "The Chair's brief",
                 fragment(p(kit.presides), paragraphs(kit.quorum), paragraphs(kit.standing),
                          list_of("Matters arising", arising), items));
}

Html script(const KitPage& kit, const std::vector<std::string>& arising) {
    Html items;
    for (const auto& item : kit.items) {
        items += script_item(item);
    }
    return sheet("script", "The clerk's running script",
                 fragment(list_of("To open", kit.open_with),
                          list_of("If there is no quorum", kit.no_quorum),
                          list_of("Matters arising, after the minutes", arising), items,
                          list_of("To close", kit.close_with)));
}

Html attendance(const KitPage& kit) {
    govuk::Table table;
    table.head = {"Seat", "Name and organisation", "Note", "Signature", "Came", "Left"};
    for (const auto& row : kit.rows) {
        table.rows.push_back({row.seat.ref, row.seat.words, row.note, "", "", ""});
    }
    for (int spare = 0; spare < 4; ++spare) {
        table.rows.push_back(
            {"", "", spare == 0 ? "Visitors, officers, partners" : "", "", "", ""});
    }
    return sheet("attendance", "Attendance sheet",
                 fragment(paragraphs(kit.quorum), div(cls("q-scroll")
                                                          .set("tabindex", "0")
                                                          .set("role", "region")
                                                          .set("aria-label", "Attendance sheet"),
                                                      govuk::table(table))));
}

Html vote_sheet(const KitPage& kit) {
    govuk::Table table;
    table.head = {"Seat", "Name and organisation", "For", "Against", "Abstained", "May not vote"};
    for (const auto& row : kit.rows) {
        table.rows.push_back({row.seat.ref, row.seat.words, "", "", "", ""});
    }
    for (const auto& body : kit.bodies) {
        table.rows.push_back(
            {"", kit.bodies.size() > 1 ? "Count, " + body : std::string("Count"), "", "", "", ""});
    }
    return sheet("votes", "Vote sheet",
                 fragment(p("Item ……   Question ……………………………………   Put at ……   Moved by ……   "
                            "Seconded by ……"),
                          paragraphs(kit.standing),
                          div(cls("q-scroll")
                                  .set("tabindex", "0")
                                  .set("role", "region")
                                  .set("aria-label", "Vote sheet"),
                              govuk::table(table)),
                          p("Declared: carried / lost.   Dissent by name: ……………………")));
}

} // namespace

http::Response kit_page(const DeskVisit& visit) {
    const auto kit = views::meeting_kit(visit.reader, visit.meeting_id());
    if (!kit) {
        no_such_page();
    }
    const auto workbench = visit.links.workbench(visit.meeting_id());
    if (kit->line.status == "cancelled") {
        return framed(visit,
                      {.title = "Paper kit and script",
                       .section = "desk",
                       .trail = meeting_trail(visit, kit->line, "Paper kit and script"),
                       .main = reading_column(fragment(
                           page_heading("Paper kit and script", base::list_words(kit->bodies)),
                           nothing_here("This meeting was called off, so there is nothing "
                                        "to print.")))});
    }
    const auto arising = arising_lines(views::matters_arising(visit.reader, kit->line.id));
    const Html main = div(
        cls("q-kit"), page_heading("Paper kit and script", base::list_words(kit->bodies)),
        p(when(kit->line.at, kit->line.ends), kit->line.place.empty() ? "" : ", " + kit->line.place,
          "."),
        div(cls("q-screen-only"),
            p("Print this page, or one part of it. What is written on paper is entered on ",
              a(workbench.slash("day"), "meeting day"),
              " later: each line at its true time, and once the reason why it is entered late."),
            contents({{"The Chair's brief", Url("#"_url).fragment("brief"), 0},
                      {"The clerk's running script", Url("#"_url).fragment("script"), 0},
                      {"Attendance sheet", Url("#"_url).fragment("attendance"), 0},
                      {"Vote sheet", Url("#"_url).fragment("votes"), 0}})),
        brief(*kit, arising), script(*kit, arising), attendance(*kit), vote_sheet(*kit));
    return framed(visit, {.title = "Paper kit and script",
                          .section = "desk",
                          .trail = meeting_trail(visit, kit->line, "Paper kit and script"),
                          .main = full_width(main)});
}

} // namespace quorate::web
