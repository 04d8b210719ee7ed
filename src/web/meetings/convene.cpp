// Convening a meeting: choose the body and the date, see what follows, confirm.

#include "html/govuk/details.hpp"
#include "html/govuk/notification_banner.hpp"
#include "views/desk/year.hpp"
#include "web/meetings/length_field.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// Body and time as the address or the form has them.
struct Chosen {
    std::string body;
    std::string body_name;
    std::optional<base::LocalTime> local;
    std::optional<base::Instant> at;
    std::optional<std::int64_t> minutes; ///< how long it is expected to last
    bool length_said = false;            ///< the form was asked, so its answer may be none
};

std::string_view field(const http::Fields& fields, std::string_view name) {
    return fields.get(name).value_or("");
}

void choose_body(const DeskVisit& visit, const http::Fields& fields, Chosen& out) {
    out.body = field(fields, "body");
    const auto bodies = visit.reader.bodies();
    if (out.body.empty() && bodies.size() == 1) {
        out.body = bodies.front().id;
    }
    for (const auto& each : bodies) {
        out.body_name = each.id == out.body ? each.name : out.body_name;
    }
    if (!out.body.empty() && out.body_name.empty()) {
        no_such_page();
    }
}

Chosen chosen(const DeskVisit& visit, const http::Fields& fields, ErrorList& errors) {
    Chosen out;
    choose_body(visit, fields, out);
    if (const auto at = field(fields, "at"); !at.empty()) {
        const auto local = base::parse_local_time(at);
        if (!local) {
            no_such_page();
        }
        out.local = *local;
    } else if (const auto day = date_typed(fields, "on", errors)) {
        const auto minute = time_of_day(field(fields, "on-time"));
        if (minute) {
            out.local = base::LocalTime{*day, *minute};
        } else {
            errors.add("on-time", "Enter the time it begins, such as 10:00am.");
        }
    } else if (fields.has("on-day") && errors.empty()) {
        errors.add("on", "Enter the date of the meeting.");
    }
    out.length_said = fields.has("length");
    out.minutes = length_typed(fields, errors);
    if (out.local && !out.body.empty()) {
        const auto at = views::body_instant(visit.reader, out.body, *out.local);
        if (at) {
            out.at = *at;
        } else {
            errors.add("on-time", "Clocks skip that time on that day. Choose another time.");
            out.local.reset();
        }
    }
    return out;
}

Url this_page(const Links& links, const Chosen& chosen) {
    auto out = links.convene().query("body", chosen.body);
    if (chosen.local) {
        out = out.query("at", base::text(*chosen.local));
    }
    return chosen.length_said
               ? out.query("length", chosen.minutes ? std::to_string(*chosen.minutes) : "")
               : out;
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit) {
    return {{.content = "My desk", .href = visit.links.desk()}, {.content = "Convene a meeting"}};
}

// ---- Choosing ----

Html body_form(const DeskVisit& visit) {
    std::vector<Option> options;
    for (const auto& body : visit.reader.bodies()) {
        if (body.status == "established") {
            options.push_back({.value = body.id, .label = body.name});
        }
    }
    return search_form({.action = visit.links.convene()},
                       choice({.name = "body", .label = "Which body meets?", .options = options}),
                       submit_button("Continue"));
}

Html programmed_dates(const DeskVisit& visit, const Chosen& chosen) {
    const auto this_year = visit.reader.about().today.year();
    std::vector<Html> items;
    for (const auto year : {this_year, this_year + 1}) {
        const auto page = views::programme_page(visit.reader, chosen.body, year);
        for (const auto& line : page ? page->dates : std::vector<views::ProgrammeDate>{}) {
            if (line.may_convene) {
                items.push_back(li(a(visit.links.convene()
                                         .query("body", chosen.body)
                                         .query("at", base::text(line.at.local)),
                                     when(line.at)),
                                   line.given_up ? ". " + line.words + "." : std::string()));
            }
        }
    }
    Html out = h(2, "A date of the programme");
    out += items.empty() ? nothing_here("Every date of the programme has its meeting, or there is "
                                        "no programme.")
                         : ul(items);
    return fragment(out, p(a(visit.links.programme(chosen.body), "See the programme")));
}

Html other_date(const DeskVisit& visit, const Chosen& chosen, const FormState& state) {
    return section(
        h(2, "Another date"),
        search_form(
            {.action = visit.links.convene()}, hidden("body", chosen.body),
            date_field({.name = "on", .label = "Date", .value = state.date("on")}, state.errors),
            time_field(
                {.name = "on-time", .label = "Time", .value = state.value("on-time", "10:00am")},
                state.errors),
            submit_button("Show what follows")));
}

http::Response choose_page(const DeskVisit& visit, const Chosen& chosen, const FormState& state) {
    Html main = done_notice(visit);
    main += page_heading("Convene a meeting", chosen.body_name);
    main += chosen.body.empty()
                ? body_form(visit)
                : fragment(programmed_dates(visit, chosen), other_date(visit, chosen, state));
    return form_page(visit,
                     {.title = "Convene a meeting",
                      .section = "desk",
                      .trail = trail(visit),
                      .main = reading_column(main)},
                     state);
}

// ---- What follows, and confirming ----

Html date_part(const DeskVisit& visit, const views::ConvenePreview& preview) {
    govuk::SummaryList list;
    add_row(list, "Body", preview.body.name);
    list.rows.push_back({.key = "When",
                         .value = when(preview.date.at),
                         .actions = {{.content = "Change",
                                      .href = visit.links.convene().query("body", preview.body.id),
                                      .visually_hidden_text = "the date"}}});
    add_row(list, "Working day?", date_check(preview.date));
    add_row(list, "In the programme?",
            preview.programmed
                ? text("Yes.")
                : fragment("No. ", status_word(Status::needs_discretion, "An extra meeting")));
    add_row(list, "It will be known as", preview.meeting);
    return govuk::summary_list(list);
}

/// What stands in the way whoever convenes.
Html hindrances(const DeskVisit& visit, const views::ConvenePreview& preview) {
    if (preview.in_the_past) {
        return p(status_word(Status::refused, "That time has passed."), " ",
                 a(visit.links.convene().query("body", preview.body.id), "Choose another date"),
                 ".");
    }
    if (!preview.already.empty()) {
        return fragment(
            p(status_word(Status::refused, "There is a meeting of this body on that day already"),
              ": ", a(visit.links.workbench(preview.already), "its workbench"),
              ". One date is convened once."),
            p("To meet again the same day, adjourn that meeting to a later time; to meet on "
              "another day, ",
              a(visit.links.convene().query("body", preview.body.id), "choose another date"), "."));
    }
    return {};
}

/// How long it lasts, as chosen or as the body's meetings usually do.
std::optional<std::int64_t> minutes_of(const Chosen& chosen, const views::ConvenePreview& preview) {
    return chosen.length_said ? chosen.minutes : preview.length;
}

/// What else there is that day.
Html clashes_part(const DeskVisit& visit, const Chosen& chosen,
                  const views::ConvenePreview& preview) {
    std::vector<Html> items;
    views::Planned planned;
    planned.minutes = minutes_of(chosen, preview);
    planned.place = field(visit.form, "place");
    for (const auto& clash : views::clashes_at(visit.reader, chosen.body, *chosen.at, planned)) {
        // Whether it is a working day stands above already.
        if (clash.kind != "holiday") {
            items.push_back(li(progress_word(clash.serious ? Progress::late : Progress::soon,
                                             clash.serious ? "Clash" : "Note"),
                               " ", clash.words));
        }
    }
    return items.empty() ? Html() : plain_list(items);
}

Html consult_form(const DeskVisit& visit, const Chosen& chosen,
                  const views::ConvenePreview& preview, const FormState& state) {
    return section(
        h(2, "First: ask the members"),
        p("A meeting outside the programme needs the members to be consulted (",
          clause_link(visit.links, preview.body.id, preview.needs_clause),
          "). Ask them, then record it here."),
        form(form_to(visit, visit.links.convene().slash("consult")), act_hidden(visit),
             hidden("body", chosen.body), hidden("at", base::text(*chosen.local)),
             choice({.name = "whom",
                     .label = "Who was asked?",
                     .value = state.value("whom", "all"),
                     .options = {{.value = "all",
                                  .label = "All " + std::to_string(preview.members) + " members"},
                                 {.value = "some", .label = "Some: enter their seats below"}}},
                    state.errors),
             text_field({.name = "seats",
                         .label = "Seats asked, if not all",
                         .hint = "Such as 1-19, 25",
                         .value = state.value("seats"),
                         .width = 20},
                        state.errors),
             text_area({.name = "views",
                        .label = "What they said (you can leave this empty)",
                        .value = state.value("views"),
                        .rows = 3},
                       state.errors),
             when_fields(visit, state), submit_button("Record the consultation")));
}

std::string minutes_typed(std::optional<std::int64_t> minutes) {
    return minutes ? std::to_string(*minutes) : std::string();
}

Html common_fields(const DeskVisit& visit, const Chosen& chosen,
                   const views::ConvenePreview& preview, const FormState& state) {
    return fragment(
        act_hidden(visit), hidden("body", chosen.body), hidden("at", base::text(*chosen.local)),
        hidden("meeting", state.value("meeting", preview.meeting)),
        text_field({.name = "place",
                    .label = "Place",
                    .hint = "Room and building. You can leave it empty and say it on "
                            "the agenda.",
                    .value = state.value("place")},
                   state.errors),
        length_field({.hint = preview.length ? "As this body's meetings usually do, unless you "
                                               "choose another."
                                             : "It is shown with the time of the meeting, and "
                                               "remembered for the next.",
                      .value = minutes_typed(minutes_of(chosen, preview))},
                     state.errors),
        choose_many(
            {.name = "remote",
             .label = {},
             .values = state.values("remote"),
             .options = {{.value = "yes", .label = "Members may take part from elsewhere"}}},
            state.errors));
}

Html officer_form(const DeskVisit& visit, const Chosen& chosen,
                  const views::ConvenePreview& preview, const FormState& state) {
    return form(form_to(visit, visit.links.convene()), hidden("by", "servicing"),
                common_fields(visit, chosen, preview, state), when_fields(visit, state),
                button_row(submit_button("Convene meeting"), a(visit.links.desk(), "Cancel")));
}

Html chair_form(const DeskVisit& visit, const Chosen& chosen, const views::ConvenePreview& preview,
                const FormState& state) {
    return section(
        h(2, "Then: the Chair's reason"),
        p("The Chair calls an extra meeting, and says why (",
          clause_link(visit.links, preview.body.id, preview.needs_clause),
          "). Record what the Chair told you."),
        form(form_to(visit, visit.links.convene()), common_fields(visit, chosen, preview, state),
             text_area({.name = "reason",
                        .label = "The Chair's reason",
                        .value = state.value("reason"),
                        .rows = 3},
                       state.errors),
             evidence_field(state), when_fields(visit, state),
             button_row(submit_button("Convene for the Chair", {.name = "by", .value = "chair"}),
                        secondary_button("Ask the Chair and wait",
                                         {.name = "by", .value = "servicing"}))));
}

Html consulted_line(const views::ConvenePreview& preview) {
    return preview.consulted ? p(status_word(Status::permitted, "Members were consulted"), " on ",
                                 date(preview.consulted->local.date), ".")
                             : Html();
}

http::Response confirm_page(const DeskVisit& visit, const Chosen& chosen, const FormState& state) {
    const auto preview = views::preview_convening(visit.reader, chosen.body, *chosen.at);
    if (!preview) {
        no_such_page();
    }
    Html main = done_notice(visit);
    main += page_heading("Convene a meeting", preview->body.name);
    main += date_part(visit, *preview);
    main += hindrances(visit, *preview);
    if (!preview->in_the_past && preview->already.empty()) {
        main += clashes_part(visit, chosen, *preview);
        main += h(2, "What follows");
        main += what_follows(visit.links, preview->body.id, preview->follows);
        if (!state.ruling) {
            auto panel = panel_of(visit.links, preview->ruling);
            panel.id = "preview";
            main +=
                govuk::details({.summary = "What the terms say", .content = ruling_panel(panel)});
        }
        if (preview->needs_consultation) {
            main += consult_form(visit, chosen, *preview, state);
        } else if (preview->needs_chair) {
            main += fragment(consulted_line(*preview), chair_form(visit, chosen, *preview, state));
        } else {
            main += officer_form(visit, chosen, *preview, state);
        }
    }
    return form_page(visit,
                     {.title = "Convene a meeting",
                      .section = "desk",
                      .trail = trail(visit),
                      .main = reading_column(main)},
                     state);
}

http::Response show(const DeskVisit& visit, const Chosen& chosen, const FormState& state) {
    return chosen.at ? confirm_page(visit, chosen, state) : choose_page(visit, chosen, state);
}

} // namespace

http::Response convene_page(const DeskVisit& visit) {
    FormState state;
    state.typed = visit.request.query;
    const auto wanted = chosen(visit, visit.request.query, state.errors);
    return show(visit, wanted, state);
}

http::Response convene_meeting(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto wanted = chosen(visit, visit.form, state.errors);
    if (!wanted.at) {
        return show(visit, wanted, state);
    }
    const auto effective = moment_typed(visit, "when", state.errors);
    const bool for_chair = field(visit.form, "by") == "chair";
    if (for_chair && field(visit.form, "reason").empty()) {
        state.errors.add("reason", "Enter the reason the Chair gave.");
    }
    if (for_chair && field(visit.form, "evidence").empty()) {
        state.errors.add("evidence", "Choose how you know what the Chair said.");
    }
    const auto already =
        views::convened_that_day(visit.reader, wanted.body, *wanted.at, field(visit.form, "entry"));
    if (!already.empty()) {
        state.problem = "There is a meeting of this body on that day already, so nothing was "
                        "convened. Choose another date.";
    }
    if (!state.fresh()) {
        return show(visit, wanted, state);
    }
    ActAsked asked{.act = "convene-meeting", .fields = {}, .effective = effective};
    asked.shown_as = {{"at", "on"}};
    asked.fields["meeting"] = views::settled_meeting_id(
        visit.reader, wanted.body, field(visit.form, "meeting"), field(visit.form, "entry"));
    asked.fields["at"] = base::text(*wanted.at);
    asked.fields["place"] = field(visit.form, "place");
    asked.fields["remote"] = field(visit.form, "remote");
    if (wanted.minutes) {
        asked.fields["length"] = *wanted.minutes;
    }
    if (for_chair) {
        asked.made_by = "chair";
        asked.evidence = field(visit.form, "evidence");
        asked.fields["reason"] = field(visit.form, "reason");
    }
    const std::string meeting(asked.fields["meeting"].as_string());
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, wanted, taken.error());
    }
    return done(taken->verdict == "permitted" ? visit.links.workbench(meeting) : visit.links.desk(),
                taken->position);
}

http::Response consult_on_meeting(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto wanted = chosen(visit, visit.form, state.errors);
    if (!wanted.at) {
        return show(visit, wanted, state);
    }
    const auto effective = moment_typed(visit, "when", state.errors);
    const bool some = field(visit.form, "whom") == "some";
    if (some && field(visit.form, "seats").empty()) {
        state.errors.add("seats", "Enter the seats that were asked, such as 1-19, 25.");
    }
    if (!state.errors.empty()) {
        return show(visit, wanted, state);
    }
    ActAsked asked{.act = "consult-on-extra-meeting", .fields = {}, .effective = effective};
    asked.fields["body"] = wanted.body;
    asked.fields["meeting_at"] = base::text(*wanted.at);
    asked.fields["seats"] = some ? field(visit.form, "seats") : std::string_view();
    asked.fields["views"] = field(visit.form, "views");
    const auto taken = submit_act(visit, asked);
    return taken ? done(this_page(visit.links, wanted), taken->position)
                 : show(visit, wanted, taken.error());
}

} // namespace quorate::web
