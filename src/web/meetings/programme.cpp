// The programme: the dates of a body's year, checked before they are recorded, and each to be
// convened.

#include "views/desk/year.hpp"
#include "web/meetings/length_field.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

#include <algorithm>
#include <set>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t dates_min = 4;
constexpr std::size_t dates_max = 24;

/// The year asked for, else this one.
std::int64_t year_asked(const DeskVisit& visit) {
    const auto asked =
        visit.form.has("year") ? visit.form.get("year") : visit.request.query.get("year");
    const auto year = number_typed(asked.value_or(""));
    return year && *year >= 1900 && *year <= 2200 ? *year : visit.reader.about().today.year();
}

std::string row_name(std::size_t row) {
    return "date" + std::to_string(row + 1);
}

/// A date with its time, as the form had it or as it stands in the programme.
Html date_row(std::size_t row, const std::optional<views::Moment>& there, const FormState& state) {
    const auto name = row_name(row);
    const auto label = "Meeting " + std::to_string(row + 1);
    return div(
        cls("q-date-row"),
        date_field(
            {.name = name,
             .label = label,
             .hint = {},
             .value = state.date(name, there ? std::optional(there->local.date) : std::nullopt)},
            state.errors),
        time_field({.name = name + "-time",
                    .label = fragment("Time", hidden_text(" of meeting ", row + 1)),
                    .hint = {},
                    .value = state.value(name + "-time",
                                         there ? time_typed(there->local.minute) : "10:00am")},
                   state.errors));
}

struct DatesTyped {
    std::vector<base::Instant> dates;
    std::string digest; ///< of what was typed, to know whether it was the one checked
};

DatesTyped dates_typed(const DeskVisit& visit, std::string_view body, ErrorList& errors) {
    DatesTyped out;
    std::set<base::CivilDate> days;
    for (std::size_t row = 0; row < dates_max; ++row) {
        const auto name = row_name(row);
        const auto day = date_typed(visit.form, name, errors);
        if (!day) {
            continue;
        }
        const auto typed = visit.form.get(name + "-time").value_or("");
        const auto minute = time_of_day(typed);
        if (!minute) {
            errors.add(name + "-time", "Enter the time of meeting " + std::to_string(row + 1) +
                                           ", such as 10:00am.");
            continue;
        }
        const auto at = views::body_instant(visit.reader, body, {*day, *minute});
        if (!at) {
            errors.add(name + "-time", "Clocks skip that time on that day. Choose another time.");
            continue;
        }
        if (!days.insert(*day).second) {
            errors.add(name, "This date is listed twice. Clear one of them.");
            continue;
        }
        out.dates.push_back(*at);
        out.digest += base::text(base::LocalTime{*day, *minute}) + " ";
    }
    if (out.dates.empty() && errors.empty()) {
        errors.add(row_name(0), "Enter at least one date.");
    }
    return out;
}

Html dates_table(const DeskVisit& visit, const views::ProgrammeYearPage& page) {
    if (page.dates.empty()) {
        return nothing_here("No dates are set for this year.");
    }
    govuk::Table table;
    table.caption = "Dates of " + std::to_string(page.year);
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"Date", "State", "What to do"};
    table.first_cell_is_header = true;
    for (const auto& line : page.dates) {
        std::vector<govuk::TableCell> row;
        row.emplace_back(when(line.at));
        row.emplace_back(line.words);
        if (!line.meeting.empty()) {
            row.emplace_back(a(visit.links.workbench(line.meeting), "Open the workbench",
                               hidden_text(" for ", base::words(line.at.local.date))));
        } else if (line.may_convene) {
            row.emplace_back(link_button(
                "Convene",
                visit.links.convene()
                    .query("body", page.body.id)
                    .query("at", base::text(line.at.local)),
                {.about = "the meeting of " + base::words(line.at.local.date), .compact = true}));
        } else {
            row.emplace_back("Nothing");
        }
        table.rows.push_back(std::move(row));
    }
    return govuk::scrolling_table(table);
}

Html year_links(const DeskVisit& visit, const views::ProgrammeYearPage& page) {
    Html out;
    for (const auto year : page.years) {
        out += text(out.empty() ? "" : " · ");
        out += year == page.year
                   ? strong(std::to_string(year))
                   : a(visit.links.programme(page.body.id).query("year", std::to_string(year)),
                       std::to_string(year));
    }
    return p(out);
}

/// Whether it is a working day, and what other bodies do then.
Html about_day(const DeskVisit& visit, std::string_view body, const views::DateCheck& check,
               std::optional<std::int64_t> minutes) {
    Html out = date_check(check);
    views::Planned planned;
    planned.minutes = minutes;
    for (const auto& clash : views::clashes_at(visit.reader, body, check.at.instant, planned)) {
        // Its own convened meeting is the one that is on that date of the programme.
        if (clash.kind != "holiday" && clash.kind != "twice") {
            out += div(progress_word(clash.serious ? Progress::late : Progress::soon,
                                     clash.serious ? "Clash" : "Note"),
                       " ", clash.words);
        }
    }
    return out;
}

/// What the check found, before anything is recorded.
Html preview_part(const DeskVisit& visit, std::string_view body,
                  const views::ProgrammePreview& preview, std::optional<std::int64_t> minutes) {
    govuk::Table table;
    table.caption = "The dates as you entered them";
    table.caption_classes = "govuk-table__caption--s";
    table.head = {"Date", "Working day, and what else there is", "Items close", "Papers due out"};
    table.first_cell_is_header = true;
    for (const auto& check : preview.dates) {
        table.rows.push_back({when(check.at), about_day(visit, body, check, minutes),
                              check.items_close.empty() ? "No last day" : check.items_close,
                              check.papers_due.empty() ? "No last day" : check.papers_due});
    }
    auto panel = panel_of(visit.links, preview.ruling);
    panel.id = "preview";
    return section(id("checked"), h(2, "Check the dates"), p("Nothing is recorded yet."),
                   govuk::scrolling_table(table), ruling_panel(panel));
}

Html set_form(const DeskVisit& visit, const views::ProgrammeYearPage& page, const FormState& state,
              const std::string& checked) {
    std::vector<views::Moment> there;
    for (const auto& line : page.dates) {
        if (line.programmed) {
            there.push_back(line.at);
        }
    }
    std::size_t rows = std::max(dates_min, there.size() + 2);
    while (rows < dates_max && state.typed.has(row_name(rows) + "-day")) {
        ++rows;
    }
    Html fields;
    for (std::size_t row = 0; row < std::min(rows, dates_max); ++row) {
        fields +=
            date_row(row, row < there.size() ? std::optional(there[row]) : std::nullopt, state);
    }
    const Html record =
        checked.empty() ? Html()
                        : submit_button("Record these dates", {.name = "step", .value = "record"});
    const Html check = checked.empty()
                           ? submit_button("Check these dates", {.name = "step", .value = "check"})
                           : secondary_button("Check again", {.name = "step", .value = "check"});
    return section(
        h(2, there.empty() ? "Set the dates of " : "Change the dates of ", page.year),
        p("List every date of the year. Rows left empty are passed over; a date you "
          "clear is taken out of the programme."),
        form(form_to(visit, visit.links.programme(page.body.id)), act_hidden(visit),
             hidden("year", std::to_string(page.year)), hidden("checked", checked), fields,
             length_field({.label = "How long does each usually last?",
                           .hint = "It is remembered when a date is convened, where you "
                                   "can choose another.",
                           .value = state.value("length", page.length ? std::to_string(*page.length)
                                                                      : std::string())},
                          state.errors),
             when_fields(visit, state), button_row(record, check)));
}

http::Response show(const DeskVisit& visit, const FormState& state,
                    const std::optional<views::ProgrammePreview>& preview,
                    const std::string& checked, std::optional<std::int64_t> minutes = {}) {
    const auto page =
        views::programme_page(visit.reader, visit.request.capture("body"), year_asked(visit));
    if (!page) {
        no_such_page();
    }
    const auto title = "Programme of " + std::to_string(page->year);
    Html head = done_notice(visit);
    head += page_heading(title, page->body.name);
    head += year_links(visit, *page);
    if (page->minimum) {
        head += p(measure(visit.links, page->body.id, *page->minimum), " ", page->ahead);
    }
    if (page->set) {
        head +=
            p(cls("q-quiet"), "These dates were recorded on ", date(page->set->local.date),
              page->length_set ? ". Each is expected to last " + length_words(*page->length) : "",
              ".");
    }
    Html main = reading_column(head);
    main += full_width(dates_table(visit, *page));
    if (preview) {
        main += full_width(preview_part(visit, page->body.id, *preview, minutes));
    }
    main += reading_column(
        fragment(set_form(visit, *page, state, checked),
                 p(a(visit.links.convene().query("body", page->body.id),
                     "Convene a meeting on another date"),
                   " · ",
                   a(visit.links.desk_part("year").query("year", std::to_string(page->year)),
                     "The year of every body"))));
    return form_page(
        visit,
        {.title = title + ", " + page->body.name,
         .section = "desk",
         .trail = {{.content = "My desk", .href = visit.links.desk()}, {.content = title}},
         .main = main},
        state);
}

} // namespace

http::Response programme_page(const DeskVisit& visit) {
    return show(visit, {}, std::nullopt, {});
}

http::Response set_programme(const DeskVisit& visit) {
    const auto& body = visit.request.capture("body");
    auto state = typed_form(visit);
    const auto year = year_asked(visit);
    auto typed = dates_typed(visit, body, state.errors);
    const auto minutes = length_typed(visit.form, state.errors);
    const auto effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, state, std::nullopt, {});
    }
    typed.digest += minutes ? std::to_string(*minutes) : std::string();
    const bool same = visit.form.get("checked").value_or("") == typed.digest;
    if (visit.form.get("step").value_or("") != "record" || !same) {
        return show(visit, state, views::preview_programme(visit.reader, body, year, typed.dates),
                    typed.digest, minutes);
    }
    ActAsked asked{.act = "set-programme", .fields = {}, .effective = effective};
    asked.shown_as = {{"meetings", row_name(0)}};
    base::JsonArray dates;
    for (const auto at : typed.dates) {
        dates.emplace_back(base::text(at));
    }
    asked.fields["body"] = body;
    asked.fields["year"] = year;
    asked.fields["meetings"] = std::move(dates);
    if (minutes) {
        asked.fields["length"] = *minutes;
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, taken.error(), std::nullopt, {});
    }
    return done(visit.links.programme(body).query("year", std::to_string(year)), taken->position);
}

} // namespace quorate::web
