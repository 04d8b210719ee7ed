// What an organisation does about a decision, what it promises, and how its actions stand.

#include "base/text.hpp"
#include "html/progress.hpp"
#include "views/desk/entry_place.hpp"
#include "web/desk/action_report.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

http::Response page_of(const DeskVisit& visit, const views::Named& organisation,
                       std::string_view title, const Html& content, const FormState& state) {
    return form_page(
        visit,
        {.title = std::string(title),
         .section = "desk",
         .trail = organisation_trail(visit, organisation, title),
         .main = reading_column(fragment(page_heading(title, organisation.name), content))},
        state);
}

// ---- Answers ----

views::PartnerDecision decision_asked(const DeskVisit& visit) {
    auto found = views::partner_decision(visit.reader, visit.request.capture("organisation"),
                                         visit.request.capture("body") + "/" +
                                             visit.request.capture("decision"));
    if (!found || found->actor.empty()) {
        no_such_page();
    }
    return std::move(*found);
}

Html earlier_answers(const DeskVisit& visit, const views::PartnerDecision& decision) {
    if (decision.replies.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : decision.replies) {
        items.push_back(li(strong(each.answer_words), ", ", date_and_time(each.when.local),
                           each.words.empty() ? "." : ": " + each.words, br(),
                           span(cls("q-quiet"), each.evidence, ". ",
                                a(visit.links.entry(each.position), "Entry ", each.position))));
    }
    return fragment(h(2, "What you answered before"),
                    p("A new answer takes its place. Both stay in the record."),
                    plain_list(cls("govuk-list--spaced"), items));
}

/// What another account of the organisation answered since this form was made; not the same press
/// again.
std::vector<std::string> answered_meanwhile(const views::PartnerDecision& decision,
                                            const FormState& state) {
    const auto typed = state.value("position");
    std::int64_t made_at = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), made_at);
    std::vector<std::string> out;
    for (const auto& each : decision.replies) {
        if (each.position > made_at) {
            out.push_back(base::clock_words(each.when.local.minute) + ": " + each.answer_words +
                          (each.words.empty() ? "." : ": " + each.words));
        }
    }
    return out;
}

http::Response show_answer(const DeskVisit& visit, const views::PartnerDecision& decision,
                           const FormState& state) {
    const bool again = !decision.replies.empty();
    Html content =
        fragment(p(strong(decision.line.words)),
                 p(cls("q-quiet"), decision.line.body.name, ", ",
                   short_day(decision.line.made.local.date), ". ", decision.line.outcome, ". ",
                   a(visit.links.decision(decision.line.id), "The decision and how it was taken")),
                 sentences(decision.why));
    if (!decision.clause.empty()) {
        content += p("What you do about it is yours to decide (",
                     clause_link(visit.links, decision.line.body.id, decision.clause), ").");
    }
    content += form(
        form_to(visit, answer_url(visit, decision.organisation.id, decision.line.id)),
        act_hidden(visit),
        choice({.name = "answer",
                .label = "What your organisation does about it",
                .value = state.value(
                    "answer", again ? decision.replies.front().answer
                                    : std::string(visit.request.query.get("answer").value_or(""))),
                .options = {{.value = "adopt", .label = "Adopt", .hint = "You will do as it says."},
                            {.value = "decline",
                             .label = "Decline",
                             .hint = "You will not. It helps to say why."},
                            {.value = "note",
                             .label = "Note",
                             .hint = "You have read it and take no position yet."}}},
               state.errors),
        text_area({.name = "words",
                   .label = "In your own words",
                   .hint = "Published with the decision. It can be left empty.",
                   .value = state.value("words", again ? decision.replies.front().words : ""),
                   .rows = 4},
                  state.errors),
        button_row(submit_button(again ? "Change the answer" : "Send the answer"),
                   back_to_organisation(visit, decision.organisation)));
    return page_of(visit, decision.organisation, again ? "Change your answer" : "Answer a decision",
                   fragment(content, earlier_answers(visit, decision)), state);
}

// ---- Promises ----

/// The beginning of words that are long, cut between letters.
std::string begun(const std::string& words) {
    std::size_t end = 70;
    if (words.size() <= end) {
        return words;
    }
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return words.substr(0, end) + "…";
}

http::Response show_promise(const DeskVisit& visit, const views::PartnerDesk& desk,
                            const FormState& state) {
    std::vector<Option> bodies;
    std::vector<Option> decisions;
    for (const auto& seat : desk.seats) {
        const bool there = std::any_of(bodies.begin(), bodies.end(), [&](const Option& each) {
            return each.value == seat.body.id;
        });
        if (!there) {
            bodies.push_back({.value = seat.body.id, .label = seat.body.name});
        }
    }
    const auto offer = [&](const views::DecisionLine& line) {
        decisions.push_back({.value = line.id, .label = begun(line.words)});
    };
    for (const auto* list : {&desk.waiting, &desk.answered}) {
        for (const auto& each : *list) {
            offer(each.line);
        }
    }
    std::for_each(desk.others.begin(), desk.others.end(), offer);
    const auto body = bodies.size() == 1 ? hidden("body", bodies.front().value)
                                         : choice({.name = "body",
                                                   .label = "To which body",
                                                   .value = state.value("body"),
                                                   .options = bodies},
                                                  state.errors);
    Html content = p("Money, data, people or a thing to be done. It stays promised if you leave, "
                     "as far as the terms of "
                     "reference say so.");
    content += form(
        form_to(visit, organisation_url(visit, desk.organisation.id).slash("promise")),
        act_hidden(visit), body,
        text_area(
            {.name = "what",
             .label = "What you promise",
             .hint = "For example, “£5,000 towards the carers' respite scheme”. It is published.",
             .value = state.value("what"),
             .rows = 3},
            state.errors),
        date_field({.name = "due",
                    .label = "By when",
                    .hint = "Leave empty when there is no date.",
                    .value = state.date("due")},
                   state.errors),
        decisions.empty() ? Html()
                          : select_field({.name = "decision",
                                          .label = "Under which decision",
                                          .value = state.value("decision"),
                                          .options = decisions,
                                          .nothing_chosen = "None"},
                                         state.errors),
        button_row(submit_button("Record the promise"),
                   back_to_organisation(visit, desk.organisation)));
    return page_of(visit, desk.organisation, "Put a promise on record", content, state);
}

views::PartnerDesk desk_asked(const DeskVisit& visit) {
    auto desk = views::partner_desk(visit.reader, visit.request.capture("organisation"));
    if (!desk || desk->seats.empty()) {
        no_such_page();
    }
    return std::move(*desk);
}

// ---- Actions ----

ActionReported action_asked(const DeskVisit& visit, const views::Named& organisation) {
    const auto action = views::partner_action(visit.reader, organisation.id,
                                              visit.request.capture("body") + "/" +
                                                  visit.request.capture("action"));
    if (!action || action->actor.empty()) {
        no_such_page();
    }
    return {.id = action->id,
            .what = action->what,
            .meeting = action->meeting,
            .due = action->due,
            .status = action->status,
            .made_by = action->actor,
            .form = organisation_url(visit, organisation.id).slash("actions").slash_id(action->id),
            .back = back_to_organisation(visit, organisation)};
}

http::Response show_action(const DeskVisit& visit, const views::Named& organisation,
                           const ActionReported& action, const FormState& state) {
    return page_of(visit, organisation, "Report on an action", action_form(visit, action, state),
                   state);
}

} // namespace

http::Response answer_page(const DeskVisit& visit) {
    return show_answer(visit, decision_asked(visit), {});
}

http::Response send_answer(const DeskVisit& visit) {
    const auto decision = decision_asked(visit);
    auto state = typed_form(visit);
    if (state.value("answer").empty()) {
        state.errors.add("answer", "Choose adopt, decline or note.");
        return show_answer(visit, decision, state);
    }
    if (const auto before = views::position_of_entry(visit.reader, state.value("entry"))) {
        return done(organisation_home(visit, decision.organisation), *before);
    }
    state.changed = answered_meanwhile(decision, state);
    if (!state.changed.empty()) {
        return show_answer(visit, decision, state);
    }
    ActAsked asked{.act = "respond-as-partner", .fields = {}};
    asked.made_by = decision.actor;
    asked.fields["decision"] = decision.line.id;
    asked.fields["organisation"] = decision.organisation.id;
    asked.fields["answer"] = state.value("answer");
    asked.fields["words"] = state.value("words");
    const auto taken = submit_act(visit, asked);
    return taken ? done(organisation_home(visit, decision.organisation), taken->position)
                 : show_answer(visit, decision, taken.error());
}

http::Response promise_page(const DeskVisit& visit) {
    return show_promise(visit, desk_asked(visit), {});
}

http::Response make_promise(const DeskVisit& visit) {
    const auto desk = desk_asked(visit);
    auto state = typed_form(visit);
    const auto body = state.value("body");
    const bool sits = std::any_of(desk.seats.begin(), desk.seats.end(),
                                  [&](const auto& seat) { return seat.body.id == body; });
    const auto actor =
        sits ? views::partner_actor(visit.reader, desk.organisation.id, body) : std::string();
    if (actor.empty()) {
        state.errors.add("body", "Choose the body you promise it to.");
    }
    if (base::trim(state.value("what")).empty()) {
        state.errors.add("what", "Say what you promise.");
    }
    const auto due = date_typed(state.typed, "due", state.errors);
    if (!state.errors.empty()) {
        return show_promise(visit, desk, state);
    }
    ActAsked asked{.act = "record-commitment", .fields = {}};
    asked.made_by = actor;
    asked.fields["commitment"] = views::promise_id(visit.reader, body, state.value("entry"));
    asked.fields["body"] = body;
    asked.fields["organisation"] = desk.organisation.id;
    asked.fields["what"] = state.value("what");
    asked.fields["decision"] = state.value("decision");
    asked.fields["due"] = due ? base::text(*due) : std::string();
    const auto taken = submit_act(visit, asked);
    return taken ? done(organisation_home(visit, desk.organisation), taken->position)
                 : show_promise(visit, desk, taken.error());
}

http::Response organisation_action_page(const DeskVisit& visit) {
    const auto organisation = organisation_asked(visit);
    return show_action(visit, organisation, action_asked(visit, organisation), {});
}

http::Response report_organisation_action(const DeskVisit& visit) {
    const auto organisation = organisation_asked(visit);
    const auto action = action_asked(visit, organisation);
    const auto taken = take_action_report(visit, action);
    return taken ? done(organisation_home(visit, organisation), taken->position)
                 : show_action(visit, organisation, action, taken.error());
}

} // namespace quorate::web
