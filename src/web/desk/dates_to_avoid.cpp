// Dates to avoid: school holidays and others, kept beside the bank holidays of the calendar.

#include "views/desk/dates_to_avoid.hpp"

#include "base/text.hpp"
#include "html/govuk/notification_banner.hpp"
#include "html/stacking_table.hpp"
#include "web/desk/act_form.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;
using partnership::DateToAvoid;

namespace {

constexpr std::size_t paste_max = 20'000; ///< bytes

Url list_url(const DeskVisit& visit) {
    return visit.links.desk_part("dates-to-avoid");
}

std::string_view field(const DeskVisit& visit, std::string_view name) {
    return base::trim(visit.form.get(name).value_or(""));
}

std::vector<DateToAvoid> kept(const DeskVisit& visit) {
    auto dates = partnership::dates_to_avoid(visit.workspace);
    if (!dates) {
        throw http::BrokenRequest(503, dates.error().text());
    }
    return std::move(*dates);
}

std::string kind_words(const DateToAvoid& date) {
    return date.school ? "School holidays" : "Another date to avoid";
}

Html kind_field(const std::string& name, const std::string& value, const std::string& label,
                const ErrorList& errors) {
    return choice({.name = name,
                   .label = label,
                   .value = value,
                   .options = {{.value = "school", .label = "School holidays"},
                               {.value = "other",
                                .label = "Something else",
                                .hint = "Such as elections, or a conference most members go to."}}},
                  errors);
}

Html date_fields(const FormState& state, const DateToAvoid* there) {
    const auto day = [&](base::CivilDate DateToAvoid::*which) {
        return there == nullptr ? std::nullopt : std::optional(there->*which);
    };
    return fragment(
        text_field({.name = "name",
                    .label = "What is it?",
                    .hint = "Such as October half-term",
                    .value = state.value("name", there == nullptr ? "" : there->name)},
                   state.errors),
        date_field({.name = "first",
                    .label = "First day",
                    .value = state.date("first", day(&DateToAvoid::first))},
                   state.errors),
        date_field({.name = "last",
                    .label = "Last day",
                    .hint = "Leave it empty for a single day.",
                    .value = state.date("last", day(&DateToAvoid::last))},
                   state.errors),
        kind_field("kind",
                   state.value("kind", there == nullptr || there->school ? "school" : "other"),
                   "Which kind?", state.errors));
}

Html list_part(const DeskVisit& visit, const std::vector<DateToAvoid>& dates,
               const std::string& caption) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-table__caption--s";
    table.head = {"What", "Days", "Kind", "Change"};
    table.first_cell_is_header = true;
    for (const auto& date : dates) {
        const auto about = date.name + ", " + views::days_words(date.first, date.last);
        table.rows.push_back({date.name, views::days_words(date.first, date.last), kind_words(date),
                              a(list_url(visit).slash(std::to_string(date.number)),
                                "Change or remove", hidden_text(" ", about))});
    }
    return stacking_table(table);
}

Html standing(const DeskVisit& visit) {
    const auto today = visit.reader.about().today;
    std::vector<DateToAvoid> ahead;
    std::vector<DateToAvoid> gone;
    for (auto& date : kept(visit)) {
        (date.last < today ? gone : ahead).push_back(std::move(date));
    }
    Html out = ahead.empty()
                   ? nothing_here(gone.empty() ? "No dates are kept yet. Paste the term dates of "
                                                 "your area below."
                                               : "No dates to come are kept. Paste the next term "
                                                 "dates below.")
                   : list_part(visit, ahead, "Now and to come");
    if (!gone.empty()) {
        std::reverse(gone.begin(), gone.end());
        out += list_part(visit, gone, "Gone by");
    }
    return out;
}

Html paste_form(const DeskVisit& visit, const FormState& state) {
    return section(h(2, "Paste a list"), p("One a line, with the year. Lines like these are read:"),
                   plain_list(li("October half-term, 26 October 2026, 30 October 2026"),
                              li("Christmas: Monday 21 December 2026 to Friday 1 January 2027"),
                              li("Local elections, 06/05/2027")),
                   form(form_to(visit, list_url(visit)), hidden("step", "paste"),
                        text_area({.name = "lines",
                                   .label = "Dates to avoid",
                                   .value = state.value("lines"),
                                   .rows = 8},
                                  state.errors),
                        kind_field("lines-kind", state.value("lines-kind", "school"),
                                   "Which kind are they?", state.errors),
                        button_row(submit_button("Add these dates"))));
}

Html add_form(const DeskVisit& visit, const FormState& state) {
    return section(h(2, "Add one"),
                   form(form_to(visit, list_url(visit)), hidden("step", "add"),
                        date_fields(state, nullptr), button_row(submit_button("Add the date"))));
}

/// What was just done, as the address says: ?added=3, ?changed=1, ?removed=1.
Html said(const DeskVisit& visit) {
    const auto number = number_typed(visit.request.query.get("added").value_or(""));
    std::string words;
    if (number) {
        words = *number == 0   ? "Those dates were in the list already."
                : *number == 1 ? "One date was added."
                               : std::to_string(*number) + " dates were added.";
    } else if (visit.request.query.has("changed")) {
        words = "The date was changed.";
    } else if (visit.request.query.has("removed")) {
        words = "The date was removed.";
    }
    return words.empty()
               ? Html()
               : govuk::notification_banner(
                     {.text = words, .kind = govuk::BannerKind::success, .title = "Done"});
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    Html main = said(visit);
    main += page_heading("Dates to avoid");
    main += p("School holidays and other days on which you would rather not put a meeting. Whoever "
              "sets a year's dates, convenes a meeting or moves one is told; nothing is refused. "
              "Bank holidays are known from the calendar your terms of reference name.");
    main += standing(visit);
    main += paste_form(visit, state);
    main += add_form(visit, state);
    main += p(a(visit.links.desk_part("year"), "The year of every body"));
    return form_page(visit,
                     {.title = "Dates to avoid",
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Dates to avoid"}},
                      .main = reading_column(main)},
                     state);
}

/// The date of the form, or what is wrong with it among the errors.
DateToAvoid date_typed_in(const DeskVisit& visit, FormState& state) {
    DateToAvoid out;
    out.name = field(visit, "name");
    out.school = field(visit, "kind") != "other";
    if (out.name.empty()) {
        state.errors.add("name", "Enter what it is, such as October half-term.");
    } else if (out.name.size() > partnership::avoid_name_max) {
        state.errors.add("name", "Enter a shorter name, of at most 200 letters.");
    }
    const auto first = date_typed(visit.form, "first", state.errors);
    const auto before = state.errors.all().size();
    const auto last = date_typed(visit.form, "last", state.errors);
    if (!first) {
        if (before == state.errors.all().size() && field(visit, "first-day").empty() &&
            field(visit, "first-month").empty()) {
            state.errors.add("first", "Enter the first day.");
        }
        return out;
    }
    out.first = *first;
    out.last = last.value_or(*first);
    if (out.last < out.first) {
        state.errors.add("last", "Enter a last day on or after the first.");
    } else if (out.last.days - out.first.days >= partnership::avoid_days_max) {
        state.errors.add("last", "Enter a last day within a year of the first.");
    }
    return out;
}

http::Response added(const DeskVisit& visit, FormState& state,
                     const std::vector<DateToAvoid>& dates) {
    const auto count = partnership::add_dates_to_avoid(visit.workspace, dates);
    if (!count) {
        state.problem = count.error().message + ". " + count.error().help + ".";
        return show(visit, state);
    }
    return http::see_other(list_url(visit).query("added", std::to_string(*count)).str());
}

http::Response take_pasted(const DeskVisit& visit, FormState& state) {
    const auto lines = field(visit, "lines");
    if (lines.empty()) {
        state.errors.add("lines", "Paste at least one line.");
        return show(visit, state);
    }
    if (lines.size() > paste_max) {
        state.errors.add("lines", "Paste fewer lines at once.");
        return show(visit, state);
    }
    const auto read = views::read_dates_to_avoid(visit.form.get("lines").value_or(""),
                                                 field(visit, "lines-kind") != "other");
    if (!read.unread.empty()) {
        const auto& line = read.unread.front();
        const auto more = read.unread.size() - 1;
        state.errors.add("lines", "Line " + std::to_string(line.number) + " cannot be read: " +
                                      line.problem + ". Put it right or take it out." +
                                      (more == 0   ? ""
                                       : more == 1 ? " One more line cannot be read either."
                                                   : " " + std::to_string(more) +
                                                         " more lines cannot be read either.") +
                                      " Nothing was added.");
        return show(visit, state);
    }
    return added(visit, state, read.dates);
}

/// The date of the number in the address.
DateToAvoid asked_for(const DeskVisit& visit) {
    const auto number = number_typed(visit.request.capture("number"));
    for (const auto& date : kept(visit)) {
        if (number && date.number == *number) {
            return date;
        }
    }
    no_such_page();
}

http::Response show_one(const DeskVisit& visit, const DateToAvoid& date, const FormState& state) {
    const auto here = list_url(visit).slash(std::to_string(date.number));
    Html main = page_heading("Change a date to avoid", views::days_words(date.first, date.last));
    main += form(form_to(visit, here), date_fields(state, &date),
                 button_row(submit_button("Save", {.name = "step", .value = "change"}),
                            warning_button("Remove it", {.name = "step", .value = "remove"}),
                            a(list_url(visit), "Cancel")));
    return form_page(visit,
                     {.title = "Change a date to avoid",
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Dates to avoid", .href = list_url(visit)},
                                {.content = "Change"}},
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response dates_to_avoid_page(const DeskVisit& visit) {
    return show(visit, {});
}

http::Response add_date_to_avoid(const DeskVisit& visit) {
    auto state = typed_form(visit);
    if (field(visit, "step") == "paste") {
        return take_pasted(visit, state);
    }
    const auto date = date_typed_in(visit, state);
    return state.errors.empty() ? added(visit, state, {date}) : show(visit, state);
}

http::Response date_to_avoid_page(const DeskVisit& visit) {
    return show_one(visit, asked_for(visit), {});
}

http::Response change_date_to_avoid(const DeskVisit& visit) {
    const auto there = asked_for(visit);
    if (field(visit, "step") == "remove") {
        const auto gone = partnership::remove_date_to_avoid(visit.workspace, there.number);
        if (!gone) {
            throw http::BrokenRequest(503, gone.error().text());
        }
        return http::see_other(list_url(visit).query("removed", "1").str());
    }
    auto state = typed_form(visit);
    auto date = date_typed_in(visit, state);
    if (!state.errors.empty()) {
        return show_one(visit, there, state);
    }
    date.number = there.number;
    const auto changed = partnership::change_date_to_avoid(visit.workspace, date);
    if (!changed) {
        state.problem = changed.error().message + ". " + changed.error().help + ".";
        return show_one(visit, there, state);
    }
    return http::see_other(list_url(visit).query("changed", "1").str());
}

} // namespace quorate::web
