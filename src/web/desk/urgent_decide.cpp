// Taking a decision that cannot wait for a meeting: what the terms ask for is shown against what is
// given before it is recorded.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/govuk/inset_text.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

const views::ConsultationShown* consultation_chosen(const views::UrgentPage& page,
                                                    std::string_view number) {
    for (const auto& each : page.consultations) {
        if (std::to_string(each.number) == number) {
            return &each;
        }
    }
    return nullptr;
}

/// The consultation named in the address, or in the form that came from it; it may be over by now.
const views::ConsultationShown* consultation_of(const DeskVisit& visit,
                                                const views::UrgentPage& page) {
    return consultation_chosen(page, visit.request.query.get("consultation").value_or(""));
}

Url here(const DeskVisit& visit, const views::UrgentPage& page,
         const views::ConsultationShown* consultation) {
    const auto url = urgent_url(visit, page.body.id).slash("decide");
    return consultation == nullptr
               ? url
               : url.query("consultation", std::to_string(consultation->number));
}

Html consulted_part(const DeskVisit& visit, const views::UrgentPage& page,
                    const views::ConsultationShown* consultation, const FormState& state) {
    if (consultation != nullptr) {
        // As it stands, with no link that leads away from what was typed here.
        auto shown = *consultation;
        shown.open = false;
        return fragment(h(2, "Who was consulted"), consulted_table(visit, page, shown));
    }
    std::vector<Option> options;
    for (const auto& sector : page.sectors) {
        for (const auto& seat : sector.seats) {
            options.push_back(
                {.value = seat.id, .label = sector.name + ": " + views::seat_words(seat)});
        }
    }
    return fragment(choose_many(
        {.name = "consulted",
         .label = "Who was consulted",
         .hint = fragment("The terms ask for: ", base::list_words(page.consult),
                          ". What each answered can be kept when they are ",
                          a(urgent_url(visit, page.body.id).slash("consult"), "asked first"), "."),
         .values = state.values("consulted"),
         .options = options,
         .label_size = LabelSize::m,
         .compact = true},
        state.errors));
}

Html considered_fields(const DeskVisit& visit, const views::UrgentPage& page,
                       const FormState& state) {
    if (page.considers.empty()) {
        return {};
    }
    Html fields = p("Each decision takes these into account. Say how, or why one does not apply (",
                    clause_link(visit.links, page.body.id, page.considers_clause), ").");
    for (const auto& each : page.considers) {
        const auto name = "considered-" + each.id;
        fields +=
            text_area({.name = name, .label = each.name, .value = state.value(name), .rows = 2},
                      state.errors);
        fields += choose_many({.name = "not-applicable-" + each.id,
                               .values = state.values("not-applicable-" + each.id),
                               .options = {{.value = "yes",
                                            .label = "It does not apply, for the "
                                                     "reason above"}},
                               .compact = true},
                              state.errors);
    }
    return field_group("What was taken into account", fields);
}

Html matter_field(const views::UrgentPage& page, const FormState& state) {
    std::vector<Option> options;
    for (const auto& each : page.matters) {
        options.push_back({.value = each.id, .label = each.name});
    }
    if (options.empty()) {
        return {};
    }
    return select_field({.name = "matter",
                         .label = "Under which responsibility",
                         .value = state.value("matter"),
                         .options = options,
                         .nothing_chosen = "None in particular"},
                        state.errors);
}

/// Who decides where the interest is the Chair's own.
Html conflict_field(const DeskVisit& visit, const views::UrgentPage& page, const FormState& state) {
    const auto conflict = views::urgent_conflict(visit.reader, page);
    if (page.is_instead) {
        return p(conflict.words);
    }
    if (!visit.secretariat() || conflict.vacant) {
        return p(cls("q-quiet"), conflict.words);
    }
    if (page.instead.empty()) {
        return {};
    }
    return choice({.name = "own_interest",
                   .label = "Whose decision is it?",
                   .value = state.value("own_interest", "no"),
                   .options = {{.value = "no", .label = "The Chair's"},
                               {.value = "yes",
                                .label = views::capitalised(page.instead) +
                                         "'s, because the Chair has an interest in it"}}},
                  state.errors);
}

base::JsonArray considered_typed(const views::UrgentPage& page, const FormState& state) {
    base::JsonArray out;
    for (const auto& each : page.considers) {
        const std::string words(base::trim(state.value("considered-" + each.id)));
        if (words.empty()) {
            continue;
        }
        const bool not_applicable = state.value("not-applicable-" + each.id) == "yes";
        out.push_back(
            base::JsonObject{{"what", each.id}, {"applies", !not_applicable}, {"words", words}});
    }
    return out;
}

ActAsked decision_typed(const DeskVisit& visit, const views::UrgentPage& page,
                        const views::ConsultationShown* consultation, const FormState& state) {
    ActAsked asked{.act = "take-urgent-decision", .fields = {}};
    asked.fields["body"] = page.body.id;
    asked.fields["words"] = state.value("words");
    asked.fields["urgency"] = state.value("urgency");
    asked.fields["considered"] = considered_typed(page, state);
    if (const auto matter = state.value("matter"); !matter.empty()) {
        asked.fields["matter"] = matter;
    }
    if (consultation != nullptr) {
        asked.fields["consultation"] = consultation->number;
    } else {
        asked.fields["consulted"] = base::join(state.values("consulted"), ",");
    }
    const bool instead = page.is_instead || state.value("own_interest") == "yes";
    if (instead) {
        asked.fields["own_interest"] = true;
    }
    asked.made_by = visit.secretariat() && instead ? page.instead_actor : page.actor;
    asked.evidence = visit.secretariat() ? state.value("evidence") : "";
    return asked;
}

/// What the terms say of it as the form stands; nothing before there is something to judge.
Html foreseen_part(const DeskVisit& visit, const views::UrgentPage& page,
                   const views::ConsultationShown* consultation, const FormState& state) {
    const bool no_words = base::trim(state.value("words")).empty();
    if (state.ruling || (no_words && base::trim(state.value("urgency")).empty())) {
        return {}; // it stands above the form already, or nothing was typed yet
    }
    auto asked = decision_typed(visit, page, consultation, state);
    if (no_words) {
        asked.fields["words"] = "A decision";
    }
    if (visit.secretariat() && asked.evidence.empty()) {
        asked.evidence = "telephone";
    }
    const auto ruling = foreseen(visit, asked);
    if (!ruling) {
        return {};
    }
    auto panel = panel_of(visit.links, *ruling);
    panel.id = "foreseen";
    panel.open = ruling->verdict != "permitted";
    return fragment(h(2, "What the terms of reference say of it as it stands"),
                    ruling_panel(panel));
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto page = urgent_of(visit);
    const auto* consultation = consultation_of(visit, page);
    const auto words = consultation == nullptr ? std::string() : consultation->words;
    const auto urgency = consultation == nullptr ? std::string() : consultation->urgency;
    FormState shown = state;
    if (!shown.typed.has("words")) {
        shown.typed.add("words", words);
        shown.typed.add("urgency", urgency);
    }
    Html fields = fragment(conflict_field(visit, page, shown),
                           text_area({.name = "words",
                                      .label = "The decision",
                                      .hint = "In the words it is published in",
                                      .value = shown.value("words"),
                                      .label_size = LabelSize::m,
                                      .rows = 4},
                                     state.errors),
                           text_area({.name = "urgency",
                                      .label = "Why it could not wait for a meeting",
                                      .hint = "Published with the decision",
                                      .value = shown.value("urgency"),
                                      .label_size = LabelSize::m,
                                      .rows = 3},
                                     state.errors),
                           consulted_part(visit, page, consultation, shown),
                           considered_fields(visit, page, shown), matter_field(page, shown));
    if (visit.secretariat()) {
        fields += fragment(p("You record this for ", page.as, "."), evidence_field(state),
                           when_fields(visit, state));
    }
    const auto to = here(visit, page, consultation);
    Html main =
        fragment(page_heading("Decide what cannot wait", page.body.name),
                 govuk::inset_text(
                     {.content = fragment(p(page.rule),
                                          p(cls("q-quiet"), page.body.name, ", ",
                                            clause_link(visit.links, page.body.id, page.clause)))}),
                 foreseen_part(visit, page, consultation, shown),
                 form(form_to(visit, to), act_hidden(visit), fields,
                      button_row(submit_button("Record the decision"),
                                 secondary_button("Look at what the terms say",
                                                  {.name = "look", .value = "yes"}),
                                 a(urgent_url(visit, page.body.id), "Back"))));
    return form_page(visit,
                     {.title = "Decide what cannot wait",
                      .section = "desk",
                      .trail = urgent_trail(visit, page, "Decide"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response decide_page(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    const auto* consultation = consultation_of(visit, page);
    const bool over = consultation != nullptr && !consultation->open;
    return over ? http::see_other(urgent_url(visit, page.body.id).str()) : show(visit, {});
}

http::Response decide(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    const auto* consultation = consultation_of(visit, page);
    auto state = typed_form(visit);
    if (state.value("look") == "yes") {
        return show(visit, state);
    }
    if (base::trim(state.value("words")).empty()) {
        state.errors.add("words", "Enter what is decided.");
    }
    if (visit.secretariat() && state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know what was decided.");
    }
    auto asked = decision_typed(visit, page, consultation, state);
    if (visit.secretariat()) {
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(urgent_url(visit, page.body.id), taken->position)
                 : show(visit, taken.error());
}

// ---- Telling the next meeting ----

namespace {

Html no_meeting_yet(const DeskVisit& visit, const views::UrgentPage& page) {
    return fragment(nothing_here("No meeting has been held yet. Once one has, say here what it was "
                                 "told."),
                    p(a(urgent_url(visit, page.body.id), "Back")));
}

/// The decisions nobody was told of yet: the one it was asked from is ticked, else all of them.
Html decisions_told(const DeskVisit& visit, const views::UrgentPage& page, const FormState& state) {
    const auto asked_from = visit.request.query.get("decision").value_or("");
    std::vector<Option> options;
    std::vector<std::string> ticked;
    for (const auto& each : page.taken) {
        if (each.reported) {
            continue;
        }
        options.push_back({.value = each.id,
                           .label = each.words,
                           .hint = "Taken on " + base::words(each.made.local.date)});
        if (asked_from.empty() || asked_from == each.id) {
            ticked.push_back(each.id);
        }
    }
    return options.empty()
               ? Html()
               : choose_many({.name = "decisions",
                              .label = "Which decisions",
                              .values = state.fresh() ? ticked : state.values("decisions"),
                              .options = options},
                             state.errors);
}

Html report_form(const DeskVisit& visit, const views::UrgentPage& page,
                 const std::vector<Option>& meetings, const FormState& state) {
    Html fields = select_field({.name = "meeting",
                                .label = "At which meeting",
                                .value = state.value("meeting"),
                                .options = meetings,
                                .nothing_chosen = "Choose a meeting"},
                               state.errors);
    fields += decisions_told(visit, page, state);
    if (visit.secretariat()) {
        fields += when_fields(visit, state);
    }
    return form(
        form_to(visit, urgent_url(visit, page.body.id).slash("report")), act_hidden(visit), fields,
        text_area(
            {.name = "words", .label = "What was said", .value = state.value("words"), .rows = 3},
            state.errors),
        button_row(submit_button("Record the report"), a(urgent_url(visit, page.body.id), "Back")));
}

http::Response show_report(const DeskVisit& visit, const FormState& state) {
    const auto page = urgent_of(visit);
    std::vector<Option> options;
    for (const auto& meeting : visit.reader.meetings(page.body.id).past) {
        options.push_back({.value = meeting.id, .label = base::words(meeting.at.local.date)});
    }
    const Html main = fragment(page_heading("Record that it was reported", page.body.name),
                               options.empty() ? no_meeting_yet(visit, page)
                                               : report_form(visit, page, options, state));
    return form_page(visit,
                     {.title = "Record that it was reported",
                      .section = "desk",
                      .trail = urgent_trail(visit, page, "Report"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response report_urgent_page(const DeskVisit& visit) {
    return show_report(visit, {});
}

http::Response report_urgent(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    auto state = typed_form(visit);
    if (state.value("meeting").empty()) {
        state.errors.add("meeting", "Choose the meeting it was reported to.");
    }
    const auto told = state.values("decisions");
    const bool untold = std::any_of(page.taken.begin(), page.taken.end(),
                                    [](const views::UrgentTaken& each) { return !each.reported; });
    if (told.empty() && untold) {
        state.errors.add("decisions", "Choose which decisions it was told of.");
    }
    ActAsked asked{.act = "record-report", .fields = {}};
    asked.fields["body"] = page.body.id;
    if (!told.empty()) {
        asked.fields["decisions"] = base::join(told, ",");
    }
    asked.fields["kind"] = "urgent-decision";
    asked.fields["audiences"] = page.body.id;
    asked.fields["meeting"] = state.value("meeting");
    asked.fields["words"] = state.value("words");
    asked.made_by = visit.secretariat() ? "" : page.actor;
    if (visit.secretariat()) {
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show_report(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(urgent_url(visit, page.body.id), taken->position)
                 : show_report(visit, taken.error());
}

} // namespace quorate::web
