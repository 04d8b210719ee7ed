// Moving a meeting to another date, with everything that moves with it, and calling one off.

#include "html/govuk/details.hpp"
#include "html/progress.hpp"
#include "views/desk/year.hpp"
#include "web/meetings/length_field.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::WorkbenchPage movable(const DeskVisit& visit) {
    auto page = workbench_of(visit);
    if (!page.open_for_change) {
        throw http::BrokenRequest(
            409, "This meeting has been held or was called off, so its date stands.");
    }
    return page;
}

Html moves_table(const DeskVisit& visit, const views::WorkbenchPage& page,
                 const views::PostponePreview& preview) {
    govuk::Table table;
    table.caption = "What moves with it";
    table.caption_classes = "govuk-table__caption--s";
    table.head = {"What", "Now", "Then"};
    table.first_cell_is_header = true;
    Html means;
    for (const auto& move : preview.moves) {
        Html name = text(move.name);
        if (!move.clause.empty()) {
            name += fragment(br(), clause_link(visit.links, page.line.body.id, move.clause));
        }
        const auto day = [](const std::optional<base::CivilDate>& on) {
            return on ? date(*on) : text("No day");
        };
        table.rows.push_back({name, day(move.before), day(move.after)});
        if (!move.words.empty()) {
            means +=
                p(strong(move.name, ". "), move.mark == views::Mark::breach
                                               ? status_word(Status::breach_recorded, move.words)
                                               : text(move.words));
        }
    }
    return fragment(govuk::scrolling_table(table), means);
}

/// What else there is on the new day.
Html clashes_part(const DeskVisit& visit, const views::WorkbenchPage& page, base::Instant to,
                  std::optional<std::int64_t> minutes) {
    std::vector<Html> items;
    const views::Planned planned{minutes, page.line.id, page.line.place};
    for (const auto& clash : views::clashes_at(visit.reader, page.line.body.id, to, planned)) {
        // Whether it is a working day stands above already.
        if (clash.kind != "holiday") {
            items.push_back(li(progress_word(clash.serious ? Progress::late : Progress::soon,
                                             clash.serious ? "Clash" : "Note"),
                               " ", clash.words));
        }
    }
    return items.empty() ? Html() : plain_list(items);
}

Html preview_part(const DeskVisit& visit, const views::WorkbenchPage& page,
                  const views::PostponePreview& preview, std::optional<std::int64_t> minutes) {
    auto panel = panel_of(visit.links, preview.ruling);
    panel.id = "preview";
    Html out = h(2, id("checked"), "If it moves to ", date(preview.date.at.local.date));
    out += p("Nothing is recorded yet. ", date_check(preview.date), " ",
             preview.programmed ? "It is a date of the programme."
                                : "It is not a date of the programme.");
    out += clashes_part(visit, page, preview.date.at.instant, minutes);
    out += moves_table(visit, page, preview);
    return fragment(out, ruling_panel(panel));
}

/// How long it is expected to last as it stands, in minutes; empty when nobody said.
std::string length_now(const views::MeetingLine& line) {
    return line.ends ? std::to_string((line.ends->instant.ms - line.at.instant.ms) / 60'000)
                     : std::string();
}

/// What is known of it stays as it is unless another length is chosen, so that none cannot be.
Html move_length(const views::MeetingLine& line, const FormState& state) {
    LengthField field;
    field.value = state.value("length", length_now(line));
    if (line.ends) {
        field.not_said.clear();
    }
    return length_field(field, state.errors);
}

http::Response show_postpone(const DeskVisit& visit, const FormState& state,
                             const std::optional<base::Instant>& to,
                             std::optional<std::int64_t> minutes = {}) {
    const auto page = movable(visit);
    const auto preview =
        to ? views::preview_postponing(visit.reader, page.line.id, *to) : std::nullopt;
    Html head = page_heading("Move the meeting", meeting_caption(visit, page.line));
    head += p("It stays the same meeting and keeps its address, agenda and papers. It now stands "
              "at ",
              when(page.line.at, page.line.ends), ".");
    const auto checked = to ? base::text(*to) : std::string();
    const Html fields = fragment(
        act_hidden(visit), hidden("checked", checked),
        date_field(
            {.name = "to", .label = "New date", .value = state.date("to", page.line.at.local.date)},
            state.errors),
        time_field({.name = "to-time",
                    .label = "New time",
                    .value = state.value("to-time", time_typed(page.line.at.local.minute))},
                   state.errors),
        move_length(page.line, state),
        text_area({.name = "reason",
                   .label = "Reason (you can leave this empty)",
                   .value = state.value("reason"),
                   .rows = 2},
                  state.errors));
    const Html buttons =
        preview ? button_row(submit_button("Move the meeting", {.name = "step", .value = "move"}),
                             secondary_button("Check again", {.name = "step", .value = "check"}))
                : button_row(submit_button("Show what moves", {.name = "step", .value = "check"}),
                             a(visit.links.workbench(page.line.id), "Cancel"));
    Html main = reading_column(head);
    if (preview) {
        main += full_width(preview_part(visit, page, *preview, minutes));
    }
    main += reading_column(form(
        form_to(visit, visit.links.workbench(page.line.id).slash("postpone")), fields, buttons));
    return form_page(visit,
                     {.title = "Move the meeting",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Move the meeting"),
                      .main = main},
                     state);
}

std::optional<base::Instant> new_time(const DeskVisit& visit, ErrorList& errors) {
    const auto day = date_typed(visit.form, "to", errors);
    if (!day) {
        if (errors.empty()) {
            errors.add("to", "Enter the new date of the meeting.");
        }
        return std::nullopt;
    }
    const auto minute = time_of_day(visit.form.get("to-time").value_or(""));
    if (!minute) {
        errors.add("to-time", "Enter the new time, such as 10:00am.");
        return std::nullopt;
    }
    const auto at =
        views::body_instant(visit.reader, visit.request.capture("body"), {*day, *minute});
    if (!at) {
        errors.add("to-time", "Clocks skip that time on that day. Choose another time.");
        return std::nullopt;
    }
    return *at;
}

http::Response show_cancel(const DeskVisit& visit, const FormState& state) {
    const auto page = movable(visit);
    Html main = page_heading("Call off the meeting", meeting_caption(visit, page.line));
    main += p("The meeting of ", when(page.line.at),
              " will not be held. Its agenda and papers stay "
              "in the record. To hold it on another day, ",
              a(visit.links.workbench(page.line.id).slash("postpone"), "move it instead"), ".");
    main +=
        form(form_to(visit, visit.links.workbench(page.line.id).slash("cancel")), act_hidden(visit),
             text_area({.name = "reason",
                        .label = "Reason (you can leave this empty)",
                        .value = state.value("reason"),
                        .rows = 2},
                       state.errors),
             button_row(warning_button("Call off the meeting"),
                        a(visit.links.workbench(page.line.id), "Keep it")));
    return form_page(visit,
                     {.title = "Call off the meeting",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Call off the meeting"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response postpone_page(const DeskVisit& visit) {
    return show_postpone(visit, {}, std::nullopt);
}

http::Response postpone_meeting(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto to = new_time(visit, state.errors);
    const auto minutes = length_typed(visit.form, state.errors);
    if (!to || !state.errors.empty()) {
        return show_postpone(visit, state, std::nullopt);
    }
    const bool same = visit.form.get("checked").value_or("") == base::text(*to);
    if (visit.form.get("step").value_or("") != "move" || !same) {
        return show_postpone(visit, state, to, minutes);
    }
    ActAsked asked{.act = "postpone-meeting", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["to"] = base::text(*to);
    asked.fields["reason"] = visit.form.get("reason").value_or("");
    if (minutes) {
        asked.fields["length"] = *minutes;
    }
    asked.unless_changed = true;
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.workbench(visit.meeting_id()), taken->position)
                 : show_postpone(visit, taken.error(), std::nullopt);
}

http::Response cancel_page(const DeskVisit& visit) {
    return show_cancel(visit, {});
}

http::Response cancel_meeting(const DeskVisit& visit) {
    ActAsked asked{.act = "cancel-meeting", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["reason"] = visit.form.get("reason").value_or("");
    asked.unless_changed = true;
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.workbench(visit.meeting_id()), taken->position)
                 : show_cancel(visit, taken.error());
}

} // namespace quorate::web
