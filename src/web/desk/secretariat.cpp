// The secretariat's desk: "This week" in one list by time, and beside it the year.

#include "base/calendar_names.hpp"
#include "html/desk_list.hpp"
#include "views/desk/desk.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"


namespace quorate::web {

using namespace html;

namespace {

std::optional<Url> page_of(const Links& links, const views::DeskTask& task) {
    if (task.page == "convene" && task.date) {
        const auto local = base::text(task.date->local);
        return links.convene().query("body", task.body.id).query("at", local);
    }
    if (task.page == "report") {
        return report_owed_url(links, task.about);
    }
    if (task.page == "year") {
        return links.desk_part("year").query("year", task.about);
    }
    if (task.page == "duties") {
        return links.part("duties").query("body", task.body.id);
    }
    if (task.page == "reminders") {
        return new_bulk_url(links, "reminder").query("meeting", task.meeting);
    }
    if (task.page == "letter") {
        return new_letter_url(links, "replacement", task.about);
    }
    if (task.page == "letters") {
        return new_bulk_url(links, "vacancies").query("body", task.body.id);
    }
    if (task.page == "corrections") {
        return links.desk_minutes(task.meeting).slash("proposals");
    }
    if (task.page == "restriction" && task.item) {
        return links.workbench(task.meeting)
            .slash("papers")
            .slash(std::to_string(*task.item))
            .slash("restriction");
    }
    if (task.page == "entry" && task.position) {
        return links.entry(*task.position);
    }
    if (task.page == "hearing" && task.item) {
        return links.desk_part("to-hear").slash_id(task.meeting + "/" + std::to_string(*task.item) +
                                                   "/heard/" + task.about);
    }
    if (task.page == "urgent") {
        return links.desk_part("urgent").slash(task.body.id);
    }
    if (task.page == "outbox") {
        return links.desk_part("outbox");
    }
    if (task.page == "bulk") {
        return links.desk_part("bulk").slash(task.about);
    }
    return task_page(links, task.page, task.meeting, task.item);
}

Html about_of(const DeskVisit& visit, const views::DeskTask& task) {
    Html out = text(task.body.name.empty() ? "The partnership" : task.body.name);
    if (!task.meeting.empty()) {
        out = a(visit.links.workbench(task.meeting), task.body.name,
                hidden_text(", the meeting of ",
                            views::meeting_day_words(visit.reader, task.meeting)));
    }
    if (!task.clause.empty()) {
        out += fragment(", ", clause_link(visit.links, task.body.id, task.clause));
    }
    return out;
}

/// The one button; none for an auditor, and a link for what is only to be known.
Html button_of(const DeskVisit& visit, const views::DeskTask& task, bool may_act) {
    const auto page = page_of(visit.links, task);
    if ((task.page == "duties" || task.page == "entry") && page) {
        return a(*page, task.verb, hidden_text(": ", task.what));
    }
    if (!page || !may_act || task.verb.empty()) {
        return {};
    }
    return link_button(task.verb, *page, {.about = ": " + task.what, .compact = true});
}

Html week(const DeskVisit& visit, const views::DeskPage& page, bool may_act) {
    if (page.tasks.empty()) {
        return fragment(nothing_here("Nothing is waiting, and nothing falls due in the next six "
                                     "weeks."),
                        may_act ? p(a(visit.links.desk_part("year"), "Look at the year"), " or ",
                                    a(visit.links.convene(), "convene a meeting"), ".")
                                : Html());
    }
    std::vector<DeskRow> rows;
    for (const auto& task : page.tasks) {
        DeskRow row;
        row.due = task.due ? date(*task.due) : text("No day set");
        row.left = task.left;
        row.what = task.what;
        row.hint = task.hint;
        row.about = about_of(visit, task);
        row.state = task.late ? Progress::soon : task_progress(task.state);
        row.state_words = task.state_words;
        row.button = button_of(visit, task, may_act);
        rows.push_back(std::move(row));
    }
    return desk_list(rows, "What is to be done");
}

std::string_view mark_class(std::string_view state) {
    return state == "held"         ? "q-year__mark q-year__mark--held"
           : state == "to-come"    ? "q-year__mark q-year__mark--to-come"
           : state == "programmed" ? "q-year__mark q-year__mark--programmed"
                                   : "q-year__mark q-year__mark--none";
}

Html month_cell(const DeskVisit& visit, const views::YearLine& line,
                const std::vector<views::YearMeeting>& meetings, bool may_act) {
    Html out;
    for (const auto& meeting : meetings) {
        const auto words = base::words(meeting.date) + ": " + meeting.words;
        const Attributes mark = cls(mark_class(meeting.state)).set("title", words);
        const Html inside = fragment(meeting.date.day(), hidden_text(" ", words));
        if (!meeting.meeting.empty()) {
            out += a(mark, visit.links.workbench(meeting.meeting), inside);
        } else if (may_act) {
            const auto year = std::to_string(meeting.date.year());
            out += a(mark, visit.links.programme(line.body.id).query("year", year), inside);
        } else {
            out += span(mark, inside);
        }
    }
    return out;
}

Html year_of(const DeskVisit& visit, const views::YearLine& line, std::int64_t year, bool may_act) {
    govuk::Table table;
    table.caption = line.body.name;
    table.caption_classes = "govuk-table__caption--s";
    table.classes = "q-months";
    std::vector<govuk::TableCell> row;
    for (std::size_t i = 0; i < base::month_names.size(); ++i) {
        const auto month = base::month_names.at(i);
        table.head.emplace_back(fragment(abbr(attr("title", month), month.substr(0, 1))));
        row.emplace_back(month_cell(visit, line, line.months[i], may_act));
    }
    table.rows.push_back(std::move(row));
    Html out = govuk::table(table);
    if (line.missing > 0) {
        out += p(cls("q-quiet"), progress_word(Progress::soon, "Missing"), " ", line.words);
    } else if (!line.words.empty()) {
        out += p(cls("q-quiet"), line.words);
    }
    if (may_act) {
        out += p(a(visit.links.programme(line.body.id).query("year", std::to_string(year)),
                   "Programme of ", year, hidden_text(", ", line.body.name)));
    }
    return section(cls("q-year-of"), out);
}

Html year(const DeskVisit& visit, const views::DeskPage& page, bool may_act) {
    Html out = h(2, a(visit.links.desk_part("year"), "The year ", page.year));
    if (page.bodies.empty()) {
        return fragment(out, nothing_here("No body has terms that say how often it meets."));
    }
    for (const auto& line : page.bodies) {
        out += year_of(visit, line, page.year, may_act);
    }
    out += p(cls("q-quiet q-year-key"), span(cls("q-year__mark q-year__mark--held"), "1"), " held ",
             span(cls("q-year__mark q-year__mark--to-come"), "1"), " convened ",
             span(cls("q-year__mark q-year__mark--programmed"), "1"), " in the programme only ",
             span(cls("q-year__mark q-year__mark--none"), "1"), " called off, or not on record");
    const auto next = std::to_string(page.year + 1);
    out += p(a(visit.links.desk_part("year").query("year", next), "The year ", next));
    return out;
}

Html ways_on(const DeskVisit& visit) {
    return nav(attr("aria-label", "Start something"),
               plain_list(cls("q-ways"), li(a(visit.links.convene(), "Convene a meeting")),
                          li(a(visit.links.desk_part("meetings"), "Every meeting")),
                          li(a(visit.links.desk_part("membership"), "Members and vacancies")),
                          li(a(visit.links.desk_part("attendance"), "Attendance")),
                          li(a(visit.links.desk_part("letters"), "Letters")),
                          li(a(visit.links.desk_part("bulk"), "Bulk tasks")),
                          li(a(visit.links.desk_part("outbox"), "Outbox")),
                          li(a(visit.links.desk_part("accounts"), "Accounts: who may sign in")),
                          li(a(visit.links.desk_part("new-group"), "New group from model terms")),
                          li(a(visit.links.plain_part("reorganise"), "Prepare a reorganisation")),
                          li(a(visit.links.part("findings"), "Findings"))));
}

/// The list narrowed to one body, or of all.
Html narrowing(const DeskVisit& visit, const views::DeskPage& page) {
    if (page.choices.size() < 2 && page.only.id.empty()) {
        return {};
    }
    const auto here =
        visit.request.path.ends_with("/week") ? visit.links.desk_part("week") : visit.links.desk();
    std::vector<Html> items;
    const auto all = "All bodies (" + std::to_string(page.all_tasks) + ")";
    items.push_back(li(page.only.id.empty() ? strong(all) : a(here, all)));
    for (const auto& choice : page.choices) {
        const auto words = choice.body.name + " (" + std::to_string(choice.tasks) + ")";
        items.push_back(li(choice.body.id == page.only.id
                               ? strong(words)
                               : a(here.query("body", choice.body.id), words)));
    }
    return nav(cls("q-narrow").set("aria-label", "Which body"), Tag{"ul"}(items));
}

http::Response desk_of(const DeskVisit& visit, bool may_act) {
    const auto page = views::desk_page(visit.reader, visit.request.query.get("body").value_or(""));
    if (!page) {
        no_such_page();
    }
    Html main = done_notice(visit);
    main += reading_column(
        fragment(page_heading("This week", date(page->today)), lead(page->sentence)));
    Html side = may_act ? ways_on(visit) : Html();
    side += year(visit, *page, may_act);
    main += with_side(fragment(narrowing(visit, *page), week(visit, *page, may_act)), side);
    return framed(visit,
                  {.title = "This week", .section = "desk", .section_page = true, .main = main});
}

} // namespace

http::Response secretariat_desk(const DeskVisit& visit) {
    return desk_of(visit, true);
}

http::Response week_page(const DeskVisit& visit) {
    return desk_of(visit, visit.secretariat());
}

} // namespace quorate::web
