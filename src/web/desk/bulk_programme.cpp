// A year's dates for every body at once: proposed from the year before, moved off days that are not
// worked, checked against one another, then set in the background.

#include "views/desk/year.hpp"
#include "views/meetings/planning.hpp"
#include "web/desk/bulk.hpp"
#include "web/meetings/length_field.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t rows_max = 24;

/// A row of boxes: a body's so-many-th date.
std::string row_name(const std::string& body, std::size_t row) {
    return body + "." + std::to_string(row + 1);
}

/// What stands in the boxes at first: dates already set, then those proposed.
struct StartRow {
    views::Moment at;
    std::string why;
};

std::vector<StartRow> start_rows(const views::YearBody& body) {
    std::vector<StartRow> out;
    for (const auto& date : body.dates) {
        if (date.state == "programmed" || date.state == "to-come") {
            out.push_back({date.at, "Set already."});
        }
    }
    for (const auto& date : body.proposals) {
        out.push_back({date.at, date.why});
    }
    std::sort(out.begin(), out.end(),
              [](const StartRow& a, const StartRow& b) { return a.at.instant < b.at.instant; });
    return out;
}

struct DatesOfBody {
    std::string body;
    std::string name;
    std::vector<base::Instant> dates;
    std::optional<std::int64_t> minutes = {};
};

struct Typed {
    std::vector<DatesOfBody> bodies;
    std::string digest; ///< of all of it, to know whether it was the one checked
};

void read_body(const DeskVisit& visit, const views::YearBody& body, std::int64_t year,
               FormState& state, Typed& out) {
    DatesOfBody here{body.line.body.id, body.line.body.name, {}};
    here.minutes = length_typed(visit.form, state.errors, here.body + ".length");
    out.digest += here.body + " " + std::to_string(here.minutes.value_or(0)) + " ";
    for (std::size_t row = 0; row < rows_max; ++row) {
        const auto name = row_name(here.body, row);
        const auto day = date_typed(visit.form, name, state.errors);
        if (!day) {
            continue;
        }
        const auto minute = time_of_day(visit.form.get(name + "-time").value_or(""));
        const auto at = minute ? views::body_instant(visit.reader, here.body, {*day, *minute})
                               : base::Result<base::Instant>(tl::unexpected(minute.error()));
        if (!minute) {
            state.errors.add(name + "-time", "Enter the time of the meeting, such as 10:00am.");
        } else if (!at) {
            state.errors.add(name + "-time",
                             "Clocks skip that time on that day. Choose another time.");
        } else if (day->year() != year) {
            state.errors.add(name, "Enter a date in " + std::to_string(year) + ".");
        } else {
            here.dates.push_back(*at);
            out.digest += here.body + " " + base::text(*at) + " ";
        }
    }
    if (!here.dates.empty()) {
        out.bodies.push_back(std::move(here));
    }
}

Typed read_all(const DeskVisit& visit, const views::YearPage& page, FormState& state) {
    Typed out;
    for (const auto& body : page.bodies) {
        read_body(visit, body, page.year, state, out);
    }
    if (out.bodies.empty() && state.errors.empty()) {
        state.problem = "No dates were entered. Enter at least one.";
    }
    return out;
}

ActAsked act_of(const DatesOfBody& body, std::int64_t year) {
    ActAsked out{.act = "set-programme", .fields = {}};
    base::JsonArray dates;
    for (const auto at : body.dates) {
        dates.emplace_back(base::text(at));
    }
    out.fields["body"] = body.body;
    out.fields["year"] = year;
    out.fields["meetings"] = std::move(dates);
    if (body.minutes) {
        out.fields["length"] = *body.minutes;
    }
    return out;
}

Html date_row(const std::string& body, std::size_t row, const StartRow* start,
              const FormState& state) {
    const auto name = row_name(body, row);
    return div(cls("q-date-row"),
               date_field({.name = name,
                           .label = "Meeting " + std::to_string(row + 1),
                           .hint = start == nullptr ? "" : start->why,
                           .value = state.date(name, start == nullptr
                                                         ? std::nullopt
                                                         : std::optional(start->at.local.date))},
                          state.errors),
               time_field({.name = name + "-time",
                           .label = fragment("Time", hidden_text(" of meeting ", row + 1)),
                           .hint = {},
                           .value = state.value(
                               name + "-time",
                               start == nullptr ? "10:00am" : time_typed(start->at.local.minute))},
                          state.errors));
}

Html body_fields(const DeskVisit& visit, const views::YearBody& body, std::int64_t year,
                 const FormState& state) {
    const auto start = start_rows(body);
    std::size_t rows = std::min(start.size() + 1, rows_max);
    while (rows < rows_max && state.typed.has(row_name(body.line.body.id, rows) + "-day")) {
        ++rows;
    }
    Html fields = body.line.words.empty() ? Html() : p(cls("q-quiet"), body.line.words);
    for (std::size_t row = 0; row < rows; ++row) {
        fields +=
            date_row(body.line.body.id, row, row < start.size() ? &start[row] : nullptr, state);
    }
    const auto page = views::programme_page(visit.reader, body.line.body.id, year);
    const auto usual = page && page->length ? std::to_string(*page->length) : std::string();
    const auto name = body.line.body.id + ".length";
    fields += length_field({.name = name,
                            .label = fragment("How long does each usually last?",
                                              hidden_text(" Meetings of ", body.line.body.name)),
                            .value = state.value(name, usual)},
                           state.errors);
    return field_group(body.line.body.name, fields);
}

/// Other bodies' dates as typed that clash with this one. Of those that stand already it is said
/// elsewhere.
void add_typed(const DeskVisit& visit, const Typed& typed, const DatesOfBody& body,
               base::Instant at, std::vector<views::YearClash>& clashes) {
    for (const auto& other : typed.bodies) {
        const bool known =
            std::any_of(clashes.begin(), clashes.end(), [&](const views::YearClash& each) {
                return each.words.find(other.name) != std::string::npos;
            });
        for (const auto there : other.dates) {
            if (other.body == body.body || known) {
                continue;
            }
            if (auto clash = views::clash_between(visit.reader, {body.body, at, body.minutes},
                                                  {other.body, there, other.minutes})) {
                clashes.push_back(std::move(*clash));
            }
        }
    }
}

/// Clashes among what was typed and with what stands: each date once, in order.
Html checked_dates(const DeskVisit& visit, const Typed& typed) {
    Html out;
    for (const auto& body : typed.bodies) {
        std::vector<Html> items;
        for (const auto at : body.dates) {
            Html line = when(views::body_moment(visit.reader, body.body, at));
            const auto day = visit.partnership.zone().date_of(at);
            views::Planned planned;
            planned.minutes = body.minutes;
            auto clashes = views::clashes_at(visit.reader, body.body, at, planned);
            add_typed(visit, typed, body, at, clashes);
            if (std::count_if(body.dates.begin(), body.dates.end(), [&](base::Instant other) {
                    return visit.partnership.zone().date_of(other) == day;
                }) > 1) {
                clashes.push_back({"twice", "This date is listed twice.", true});
            }
            for (const auto& clash : clashes) {
                line += fragment(br(),
                                 progress_word(clash.serious ? Progress::late : Progress::soon,
                                               clash.serious ? "Clash" : "Note"),
                                 " ", clash.words);
            }
            items.push_back(li(line));
        }
        const auto ruling = foreseen(
            visit, act_of(body, views::body_moment(visit.reader, body.body, body.dates.front())
                                    .local.date.year()));
        out += fragment(h(3, body.name),
                        ruling ? p(status_word(status_of(ruling->verdict, ruling->breach)), ": ",
                                   ruling->sentence)
                               : Html(),
                        ul(items));
    }
    return section(id("checked"), h(2, "Check the dates"), p("Nothing is recorded yet."), out);
}

views::YearPage page_of(const DeskVisit& visit) {
    const bool said = visit.form.has("year") || visit.request.query.has("year");
    auto page = views::year_page(visit.reader, said ? year_asked_for(visit)
                                                    : visit.reader.about().today.year() + 1);
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

http::Response show(const DeskVisit& visit, const views::YearPage& page, const FormState& state,
                    const Typed* checked) {
    const auto title = "Dates of " + std::to_string(page.year) + " for all bodies";
    Html main = page_heading(title);
    main += p("Each body's usual dates, moved off days that are not worked and away from one "
              "another. Change what you like. A body whose boxes you clear is left as it is.");
    if (checked != nullptr) {
        main += checked_dates(visit, *checked);
    }
    Html fields;
    for (const auto& body : page.bodies) {
        fields += body_fields(visit, body, page.year, state);
    }
    const Html check = checked == nullptr
                           ? submit_button("Check these dates", {.name = "step", .value = "check"})
                           : secondary_button("Check again", {.name = "step", .value = "check"});
    const Html set = checked == nullptr
                         ? Html()
                         : submit_button("Set these dates", {.name = "step", .value = "set"});
    main +=
        page.bodies.empty()
            ? nothing_here("No body has dates, or terms that say how often it meets.")
            : form(form_to(visit, visit.links.desk_part("bulk").slash("new")), act_hidden(visit),
                   hidden("kind", "programme"), hidden("year", std::to_string(page.year)),
                   hidden("checked", checked == nullptr ? std::string() : checked->digest), fields,
                   button_row(set, check, a(visit.links.desk_part("year"), "Cancel")));
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Bulk tasks", .href = visit.links.desk_part("bulk")},
                                {.content = title}},
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response programme_bulk_page(const DeskVisit& visit, FormState state) {
    return show(visit, page_of(visit), state, nullptr);
}

http::Response begin_programme_bulk(const DeskVisit& visit) {
    const auto page = page_of(visit);
    auto state = typed_form(visit);
    const auto typed = read_all(visit, page, state);
    if (!state.fresh()) {
        return show(visit, page, state, nullptr);
    }
    const bool same = visit.form.get("checked").value_or("") == typed.digest;
    if (visit.form.get("step").value_or("") != "set" || !same) {
        return show(visit, page, state, &typed);
    }
    std::vector<partnership::BulkLine> lines;
    for (const auto& body : typed.bodies) {
        auto line = act_line(visit, act_of(body, page.year),
                             body.name + ": " + std::to_string(body.dates.size()) +
                                 (body.dates.size() == 1 ? " date" : " dates"));
        if (!line) {
            return show(visit, page, line.error(), nullptr);
        }
        lines.push_back(std::move(*line));
    }
    auto done = keep_bulk_task(visit, "programme", "Dates of " + std::to_string(page.year) + " set",
                               std::move(lines), state);
    return done ? std::move(*done) : show(visit, page, state, &typed);
}

} // namespace quorate::web
