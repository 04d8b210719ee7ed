// The year of every body on one page: bodies by months, what clashes, what is missing, and dates
// that would do.

#include "views/desk/year.hpp"

#include "base/calendar_names.hpp"
#include "feeds/calendar_file.hpp"
#include "html/progress.hpp"
#include "web/desk/act_form.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

std::string_view mark_class(const views::YearDate& date) {
    return date.state == "held"         ? "q-year__mark q-year__mark--held"
           : date.state == "to-come"    ? "q-year__mark q-year__mark--to-come"
           : date.state == "programmed" ? "q-year__mark q-year__mark--programmed"
                                        : "q-year__mark q-year__mark--none";
}

Url date_url(const DeskVisit& visit, const views::YearDate& date) {
    return date.meeting.empty() ? visit.links.programme(date.body.id)
                                      .query("year", std::to_string(date.at.local.date.year()))
                                : visit.links.workbench(date.meeting);
}

Html mark(const DeskVisit& visit, const views::YearDate& date) {
    const auto words = base::words(date.at.local.date) + ": " + date.words +
                       (date.clashes.empty() ? "" : ". Look at it below");
    Html inside = fragment(
        date.at.local.date.day(),
        date.clashes.empty() ? Html() : span(cls("q-year__flag").set("aria-hidden", "true"), "!"),
        hidden_text(" ", words));
    const Attributes look = cls(mark_class(date)).set("title", words);
    const bool opens = visit.secretariat() || !date.meeting.empty();
    return opens ? a(look, date_url(visit, date), inside) : span(look, inside);
}

Html grid(const DeskVisit& visit, const views::YearPage& page) {
    govuk::Table table;
    table.caption = "Bodies by months";
    table.caption_classes = "govuk-visually-hidden";
    table.classes = "q-programme";
    table.first_cell_is_header = true;
    table.head = {"Body"};
    for (const auto month : base::month_names) {
        table.head.emplace_back(fragment(abbr(attr("title", month), month.substr(0, 3))));
    }
    table.head.emplace_back("Against the minimum");
    for (const auto& body : page.bodies) {
        std::vector<govuk::TableCell> row;
        row.emplace_back(visit.secretariat() ? a(visit.links.programme(body.line.body.id)
                                                     .query("year", std::to_string(page.year)),
                                                 body.line.body.name)
                                             : text(body.line.body.name));
        for (unsigned month = 1; month <= 12; ++month) {
            Html cell;
            for (const auto& date : body.dates) {
                cell += date.at.local.date.month() == month ? mark(visit, date) : Html();
            }
            row.emplace_back(cell);
        }
        row.emplace_back(
            body.line.missing > 0
                ? fragment(
                      progress_word(Progress::soon, std::to_string(body.line.missing) + " missing"),
                      div(cls("q-quiet"), body.line.words))
                : text(body.line.words.empty() ? "No minimum is set" : body.line.words));
        table.rows.push_back(std::move(row));
    }
    return govuk::scrolling_table(table);
}

Html clash_row(const DeskVisit& visit, const views::YearDate& date) {
    std::vector<Html> lines;
    for (const auto& clash : date.clashes) {
        lines.push_back(li(progress_word(clash.serious ? Progress::late : Progress::soon,
                                         clash.serious ? "Clash" : "Note"),
                           " ", clash.words));
    }
    return li(cls("q-clash"), p(a(date_url(visit, date), when(date.at)), ", ", date.body.name),
              plain_list(lines));
}

Html clashes(const DeskVisit& visit, const views::YearPage& page) {
    // By time, so that two meetings that clash stand one below the other.
    std::vector<const views::YearDate*> dates;
    for (const auto& body : page.bodies) {
        for (const auto& date : body.dates) {
            if (!date.clashes.empty()) {
                dates.push_back(&date);
            }
        }
    }
    std::stable_sort(dates.begin(), dates.end(),
                     [](const auto* a, const auto* b) { return a->at.instant < b->at.instant; });
    std::vector<Html> rows;
    for (const auto* date : dates) {
        rows.push_back(clash_row(visit, *date));
    }
    Html out = h(2, id("clashes"), "To look at");
    if (rows.empty()) {
        return fragment(out, nothing_here("No two meetings clash, and none falls on a day that is "
                                          "not worked or to be avoided."));
    }
    return fragment(out, plain_list(cls("q-clashes"), rows));
}

Html proposals(const DeskVisit& visit, const views::YearPage& page) {
    std::vector<Html> parts;
    for (const auto& body : page.bodies) {
        if (body.proposals.empty() && body.note.empty()) {
            continue;
        }
        std::vector<Html> items;
        for (const auto& date : body.proposals) {
            items.push_back(li(when(date.at), ". ", span(cls("q-quiet"), date.why)));
        }
        parts.push_back(fragment(h(3, body.line.body.name), items.empty() ? Html() : ul(items),
                                 body.note.empty() ? Html() : p(body.note)));
    }
    if (parts.empty()) {
        return {};
    }
    Html out = fragment(h(2, "Dates that would do"),
                        p("At each body's usual week and weekday, moved off days that are not "
                          "worked, away from other meetings and off dates to avoid",
                          page.to_avoid == 0
                              ? ". No school holidays or other dates to avoid are kept for this "
                                "year: look at them yourself, or enter them first."
                              : "."),
                        fragment(parts));
    if (visit.secretariat()) {
        out += p(link_button(
            "Set these dates for all bodies",
            new_bulk_url(visit.links, "programme").query("year", std::to_string(page.year))));
    }
    return out;
}

Html years(const DeskVisit& visit, const views::YearPage& page) {
    std::vector<Html> items;
    for (const auto year : page.years) {
        const auto url = visit.links.desk_part("year").query("year", std::to_string(year));
        items.push_back(li(year == page.year ? strong(year) : a(url, year)));
    }
    return nav(cls("q-year-links").set("aria-label", "Years"), Tag{"ul"}(items));
}

Html ways_on(const DeskVisit& visit, const views::YearPage& page) {
    const auto year = std::to_string(page.year);
    std::vector<Html> items;
    if (visit.secretariat()) {
        items.push_back(li(a(new_bulk_url(visit.links, "convene").query("year", year),
                             "Convene every date that has no meeting yet")));
        items.push_back(li(a(new_bulk_url(visit.links, "programme").query("year", year),
                             "Set the year's dates for all bodies")));
        items.push_back(li(a(visit.links.desk_part("dates-to-avoid"),
                             "School holidays and other dates to avoid")));
    }
    items.push_back(li(a(visit.links.desk_part("year.ics").query("year", year),
                         "Calendar file of the year (.ics)")));
    return plain_list(cls("q-ways"), items);
}

Html key(const views::YearPage& page) {
    return p(cls("q-quiet q-year-key"), span(cls("q-year__mark q-year__mark--held"), "1"), " held ",
             span(cls("q-year__mark q-year__mark--to-come"), "1"), " convened ",
             span(cls("q-year__mark q-year__mark--programmed"), "1"), " in the programme only ",
             span(cls("q-year__mark q-year__mark--none"), "1"), " no record that it was held ",
             span(cls("q-year__mark q-year__mark--to-come"), "1", span(cls("q-year__flag"), "!")),
             " to look at below. ",
             page.calendar.empty()
                 ? "No calendar of bank holidays reaches this year."
                 : "Days that are not worked are those of the calendar for " + page.calendar + ".");
}

views::YearPage wanted(const DeskVisit& visit) {
    auto page = views::year_page(visit.reader, year_asked_for(visit));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

} // namespace

http::Response year_page(const DeskVisit& visit) {
    const auto page = wanted(visit);
    const auto title = "The year " + std::to_string(page.year);
    Html main = reading_column(fragment(done_notice(visit), page_heading(title, "Every body"),
                                        lead(page.sentence), years(visit, page)));
    if (page.bodies.empty()) {
        main += reading_column(nothing_here("No body has dates, or terms that say how often it "
                                            "meets. Start with the programme of one body."));
    } else {
        main += full_width(fragment(grid(visit, page), key(page)));
        main += reading_column(
            fragment(clashes(visit, page), proposals(visit, page), h(2, "What next")));
    }
    main += reading_column(ways_on(visit, page));
    return framed(
        visit, {.title = title,
                .section = "desk",
                .trail = {{.content = "My desk", .href = visit.links.desk()}, {.content = title}},
                .main = main});
}

http::Response year_calendar(const DeskVisit& visit) {
    const auto page = wanted(visit);
    const auto origin = site_origin(visit);
    feeds::CalendarFile file;
    file.name = visit.reader.about().name + ", meetings of " + std::to_string(page.year);
    file.source =
        origin + visit.links.desk_part("year.ics").query("year", std::to_string(page.year)).str();
    for (const auto& body : page.bodies) {
        for (const auto& date : body.dates) {
            feeds::CalendarTime event;
            event.uid =
                (date.meeting.empty() ? body.line.body.id + "/" + base::text(date.at.instant)
                                      : date.meeting) +
                "@" + visit.links.partnership;
            event.summary = body.line.body.name +
                            (date.meeting.empty() ? " (in the programme, not convened)" : "");
            event.place = date.place;
            event.from = date.at.instant;
            event.minutes = static_cast<int>((date.ends.instant.ms - date.at.instant.ms) / 60'000);
            if (date.ends_assumed) {
                event.description = std::string(views::length_assumed_words);
            }
            event.stamp = date.at.instant;
            if (!date.meeting.empty()) {
                event.url = origin + visit.links.meeting(date.meeting).str();
            }
            file.times.push_back(std::move(event));
        }
    }
    http::Response out;
    out.content_type = "text/calendar; charset=utf-8";
    out.body = feeds::calendar_file(file);
    return out;
}

} // namespace quorate::web
