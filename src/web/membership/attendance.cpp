// Who came: members who have missed meetings in a row, and a body's year as a table.

#include "views/membership/attendance.hpp"

#include "html/progress.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/membership/change.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// The body asked for; the first one with members when none is.
std::string body_asked(const DeskVisit& visit) {
    const auto asked = visit.request.query.get("body").value_or("");
    std::string first;
    for (const auto& body : visit.reader.bodies()) {
        if (body.id == asked) {
            return body.id;
        }
        if (first.empty() && body.seats > 0) {
            first = body.id;
        }
    }
    if (!asked.empty()) {
        no_such_page();
    }
    return first;
}

std::string_view mark_class(std::string_view state) {
    return state == "present"      ? "q-there q-there--present"
           : state == "substitute" ? "q-there q-there--substitute"
           : state == "apologies"  ? "q-there q-there--apologies"
           : state == "absent"     ? "q-there q-there--absent"
                                   : "q-there";
}

std::string_view letter_of(std::string_view state) {
    return state == "present"        ? "P"
           : state == "substitute"   ? "S"
           : state == "apologies"    ? "A"
           : state == "absent"       ? "\u2013"
           : state == "not-recorded" ? "?"
                                     : "";
}

Html cell_mark(const views::AttendanceCell& cell) {
    const auto letter = letter_of(cell.state);
    return letter.empty()
               ? hidden_text(cell.words)
               : span(cls(mark_class(cell.state)).set("title", cell.words),
                      span(attr("aria-hidden", "true"), letter), hidden_text(cell.words));
}

Html table_of(const DeskVisit& visit, const views::AttendancePage& page) {
    govuk::Table table;
    table.caption = "Attendance of " + page.body.name + " in " + std::to_string(page.year);
    table.caption_classes = "govuk-visually-hidden";
    table.classes = "q-attendance";
    table.first_cell_is_header = true;
    table.head = {"Member"};
    for (const auto& meeting : page.meetings) {
        const auto words = base::words(meeting.on);
        const auto day =
            std::to_string(meeting.on.day()) + "/" + std::to_string(meeting.on.month());
        table.head.emplace_back(a(visit.links.meeting(meeting.meeting.id),
                                  span(attr("aria-hidden", "true"), day), hidden_text(words)));
    }
    table.head.emplace_back("Came");
    for (const auto& row : page.rows) {
        std::vector<govuk::TableCell> cells;
        cells.emplace_back(views::seat_words(row.seat));
        for (const auto& cell : row.cells) {
            cells.emplace_back(cell_mark(cell));
        }
        const auto came = row.present + row.substitute;
        cells.emplace_back(std::to_string(came) + " of " + std::to_string(row.of));
        table.rows.push_back(std::move(cells));
    }
    return govuk::scrolling_table(table);
}

Html key() {
    const auto one = [](std::string_view state, std::string_view words) {
        return fragment(span(cls(mark_class(state)), letter_of(state)), " ", words, " ");
    };
    return p(cls("q-quiet q-there-key"), one("present", "present"), one("substitute", "substitute"),
             one("apologies", "apologies"), one("absent", "not there, no apologies"),
             one("not-recorded", "not recorded"));
}

Progress look_of(const views::AbsenceAlert& alert) {
    return alert.state == "reached"     ? Progress::late
           : alert.state == "one-short" ? Progress::soon
           : alert.state == "requested" ? Progress::waiting
                                        : Progress::later;
}

std::string_view state_words(const views::AbsenceAlert& alert) {
    return alert.state == "reached"     ? "The terms speak of this"
           : alert.state == "one-short" ? "One short"
           : alert.state == "requested" ? "Replacement asked for"
                                        : "Begun";
}

Html meetings_of(const DeskVisit& visit, const views::AbsenceAlert& alert) {
    Html out;
    for (const auto& meeting : alert.meetings) {
        out += fragment(out.empty() ? "" : "; ", a(visit.links.meeting(meeting.id), meeting.name));
    }
    return out;
}

Html what_to_do(const DeskVisit& visit, const views::AbsenceAlert& alert) {
    if (!visit.secretariat() || (alert.state != "reached" && alert.state != "requested")) {
        return {};
    }
    const auto about = ButtonSettings{.about = " about seat " + std::to_string(alert.seat.number),
                                      .compact = true,
                                      .classes = "govuk-button--secondary"};
    Html out = link_button("Write the letter",
                           new_letter_url(visit.links, "replacement", alert.seat.id), about);
    if (alert.state == "reached") {
        out += p(
            cls("q-quiet"), "When ", alert.holder, " asks for somebody else, ",
            a(change_url(visit, alert.body.id, "request-replacement").query("seat", alert.seat.id),
              "record the request", hidden_text(" for seat ", alert.seat.number)),
            ".");
    }
    return out;
}

Html alerts(const DeskVisit& visit, const std::vector<views::AbsenceAlert>& list) {
    Html out = h(2, id("missed"), "Missed in a row");
    if (list.empty()) {
        return fragment(out, nothing_here("Nobody missed the last meeting, or no terms speak of "
                                          "missed meetings."));
    }
    std::vector<Html> rows;
    for (const auto& alert : list) {
        rows.push_back(li(
            cls("q-alert"),
            div(cls("q-alert__what"), p(strong(views::seat_words(alert.seat)), ". ", alert.words),
                p(cls("q-quiet"), meetings_of(visit, alert)),
                p(cls("q-quiet"), alert.state == "begun" ? std::string() : alert.follows + " ",
                  alert.body.name, ", ", clause_link(visit.links, alert.body.id, alert.clause),
                  ".")),
            div(cls("q-alert__state"), progress_word(look_of(alert), state_words(alert))),
            div(cls("q-alert__do"), what_to_do(visit, alert))));
    }
    return fragment(out, Tag{"ul", "q-alerts"}(rows));
}

Html choices(const DeskVisit& visit, const views::AttendancePage& page) {
    Html bodies;
    for (const auto& body : visit.reader.bodies()) {
        if (body.seats > 0) {
            bodies += fragment(
                bodies.empty() ? "" : " · ",
                body.id == page.body.id
                    ? strong(body.name)
                    : a(visit.links.desk_part("attendance").query("body", body.id), body.name));
        }
    }
    Html years;
    for (const auto year : page.years) {
        years += fragment(years.empty() ? "" : " · ",
                          year == page.year ? strong(year)
                                            : a(visit.links.desk_part("attendance")
                                                    .query("body", page.body.id)
                                                    .query("year", std::to_string(year)),
                                                year));
    }
    return fragment(p(bodies), p(years));
}

views::AttendancePage wanted(const DeskVisit& visit) {
    auto page = views::attendance_page(visit.reader, body_asked(visit), year_asked_for(visit));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

} // namespace

http::Response attendance_page(const DeskVisit& visit) {
    Html main = page_heading("Attendance");
    main += alerts(visit, views::absence_alerts(visit.reader));
    const auto body = body_asked(visit);
    if (body.empty()) {
        main += nothing_here("No body has members on record yet. Begin with its seats.");
    } else {
        const auto page = wanted(visit);
        main += h(2, page.body.name, ", ", page.year);
        main += choices(visit, page);
        main += page.rows.empty()
                    ? nothing_here("No meeting of this body is on record as held in the year.")
                    : fragment(table_of(visit, page), key(),
                               p(a(visit.links.desk_part("attendance.csv")
                                       .query("body", page.body.id)
                                       .query("year", std::to_string(page.year)),
                                   "This table as a CSV file")));
    }
    return framed(visit, {.title = "Attendance",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Attendance"}},
                          .main = full_width(main)});
}

http::Response attendance_table(const DeskVisit& visit) {
    const auto page = wanted(visit);
    http::Response out;
    out.content_type = "text/csv; charset=utf-8";
    out.body = views::attendance_csv(page);
    out.header("Content-Disposition", "attachment; filename=\"attendance-" + page.body.id + "-" +
                                          std::to_string(page.year) + ".csv\"");
    return out;
}

} // namespace quorate::web
