// The log of meeting day: what waits on the sheet, with its ways back; what is in the record; and
// the sheet at the door.

#include "html/govuk/details.hpp"
#include "html/meeting_day.hpp"
#include "partnership/workspace/sheet_edit.hpp"
#include "web/meetings/day.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

// A long sheet stays a light page: the newest lines whole, the others behind a link.
constexpr std::size_t lines_shown_max = 40;
constexpr std::size_t rulings_shown_max = 10;

/// Nothing about it asks for a second look.
bool plain(const views::DayLine& line) {
    return line.ruling.verdict == "permitted" && !line.ruling.breach &&
           line.ruling.findings.empty();
}

Url line_page(const Day& day, const views::DayLine& line) {
    return day.here().slash("line").query("number", std::to_string(line.number));
}

Html ruling_link(const Day& day, const views::DayLine& line) {
    return a(line_page(day, line), status_word(status_of(line.ruling.verdict, line.ruling.breach)),
             hidden_text(": why ", line.words));
}

Html ruling_details(const Day& day, const views::DayLine& line, std::string_view prefix) {
    auto panel = panel_of(day.visit.links, line.ruling);
    panel.id = std::string(prefix) +
               std::to_string(line.number != 0 ? line.number : line.position.value_or(0));
    panel.heading_level = 3;
    return govuk::details(
        {.summary = fragment(status_word(status_of(line.ruling.verdict, line.ruling.breach)),
                             hidden_text(": why")),
         .content = ruling_panel(panel),
         .classes = "q-day-why"});
}

/// A line that may be put right under "Put right": a fact or words of the meeting.
std::vector<DayLogRow> recorded_rows(const Day& day, const std::vector<views::DayLine>& lines) {
    std::vector<DayLogRow> out;
    for (const auto& line : lines) {
        const auto correct =
            day.here().slash("correct").query("entry", std::to_string(line.position.value_or(0)));
        out.push_back({.time = line.time,
                       .words = a(day.visit.links.entry(*line.position), line.words),
                       .ruling = status_word(status_of(line.ruling.verdict, line.ruling.breach)),
                       .undo = day.visit.secretariat()
                                   ? a(correct, "Put right", hidden_text(": ", line.words))
                                   : Html{}});
    }
    return out;
}

/// The way back of one line, and the way to put it right in its place.
Html ways_back(const Day& day, const views::DayLine& line, bool newest) {
    const auto number = std::to_string(line.number);
    const Html change = a(line_page(day, line), "Change", hidden_text(": ", line.words));
    auto options = form_to(day.visit, day.here());
    options.classes = "q-day-button";
    options.attributes.set("data-verb", "undo");
    Html as_shown;
    for (const auto& each : day.sheet.lines) {
        if (each.number == line.number) {
            as_shown = hidden("as_shown", partnership::line_digest(each.submission));
        }
    }
    const Html shown = day.item_asked && day.page.item
                           ? hidden("shown", std::to_string(day.page.item->number))
                           : Html{};
    return fragment(change, " ",
                    html::form(options, hidden("do", "undo"), hidden("key", number),
                               hidden("about", line.entry), as_shown, shown,
                               secondary_button("Undo", {.about = line.words,
                                                         .compact = true,
                                                         .attributes = newest ? day_key("undo")
                                                                              : Attributes()})));
}

/// Every line of the sheet, each with the way to its own page.
Html whole_sheet(const Day& day) {
    std::vector<DayLogRow> rows;
    for (const auto& line : day.page.provisional) {
        rows.push_back({.time = line.time,
                        .words = line.words,
                        .ruling = ruling_link(day, line),
                        .undo = a(line_page(day, line), "Change", hidden_text(": ", line.words))});
    }
    return rows.empty() ? Html{} : day_log("Not yet in the record, newest first", rows);
}

} // namespace

Html day_log_part(const Day& day) {
    std::vector<DayLogRow> rows;
    for (const auto& line : day.page.provisional) {
        if (rows.size() == lines_shown_max) {
            break;
        }
        const bool whole = rows.size() < rulings_shown_max || !plain(line);
        rows.push_back(
            {.time = line.time,
             .words = line.words,
             .ruling = whole ? ruling_details(day, line, "log-") : ruling_link(day, line),
             .undo = day.page.over ? Html{} : ways_back(day, line, rows.empty())});
    }
    Html out;
    if (rows.empty()) {
        out +=
            fragment(h(2, "Not yet in the record"),
                     p(cls("q-nothing"),
                       "Nothing is waiting. What you set down shows here until its item closes."));
    } else {
        out += day_log("Not yet in the record", rows);
        const auto more = day.page.provisional.size() - rows.size();
        if (more > 0) {
            out += p(a(day.here().slash("log"),
                       more == 1
                           ? std::string("One earlier line, to change or take back")
                           : std::to_string(more) + " earlier lines, each to change or take back"));
        }
        out +=
            day_form(day, {.verb = "enter", .words = "Enter these in the record", .time = false});
    }
    if (!day.page.recorded.empty()) {
        const auto count = day.page.recorded_count;
        out += govuk::details(
            {.summary = "In the record: " + std::to_string(count) +
                        (count == 1 ? " entry" : " entries") + " of this day",
             .content = fragment(
                 day_log("The newest in the record", recorded_rows(day, day.page.recorded)),
                 p(a(day.here().slash("log"), "Everything of this day in the record"))),
             .id = "in-the-record",
             .classes = "q-day-more"});
    }
    return out;
}

Html day_sheet(const Day& day) {
    std::vector<std::pair<std::int64_t, SheetRow>> rows;
    const auto& room = day.page.room;
    for (const auto* list : {&room.present, &room.away, &room.apologies, &room.substitutes,
                             &room.expected, &room.not_here}) {
        for (const auto& seat : *list) {
            SheetRow row{.seat = seat.ref, .who = seat.words};
            if (list == &room.present) {
                row.arrived = seat.times.empty() ? "Present" : seat.times;
            } else if (list == &room.away) {
                row.left = seat.times;
            } else if (list == &room.apologies) {
                row.arrived = "Apologies";
            } else if (list == &room.substitutes) {
                row.arrived = "Substitute: " + seat.stands_in;
            }
            const bool there = std::any_of(rows.begin(), rows.end(), [&](const auto& each) {
                return each.second.seat == row.seat;
            });
            if (!there) {
                rows.emplace_back(seat.seat.number, std::move(row));
            }
        }
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    AttendanceSheet sheet{
        .title = day.page.line.body.name,
        .when = fragment(when(day.page.line.at, day.page.line.ends),
                         day.page.line.place.empty() ? "" : ", " + day.page.line.place, "."),
        .quorum = day.page.room.quorum.words};
    for (auto& [number, row] : rows) {
        sheet.rows.push_back(std::move(row));
    }
    return attendance_sheet(sheet);
}

http::Response day_log_page(const DeskVisit& visit) {
    const DayVisit on(visit, visit.request.query);
    const auto day = on.day(visit);
    const auto lines = views::day_recorded(visit.reader, visit.meeting_id(), 500);
    Html content = page_heading("The day in the record", on.page.line.body.name);
    content += p(a(day.here(), "Back to meeting day"));
    const auto waiting = visit.secretariat() ? whole_sheet(day) : Html{};
    content += waiting;
    if (lines.empty()) {
        content += nothing_here("Nothing of this day is in the record yet.");
    } else {
        content += day_log(waiting.empty() ? "Newest first" : "In the record, newest first",
                           recorded_rows(day, lines));
    }
    return framed(visit, {.title = "The day in the record",
                          .section = "desk",
                          .trail = meeting_trail(visit, on.page.line, "The day in the record"),
                          .main = reading_column(content)});
}

} // namespace quorate::web
