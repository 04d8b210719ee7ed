// What a member answers who was asked about a decision that cannot wait; the officer may record it.

#include "base/text.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/progress.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url answer_url(const DeskVisit& visit, const views::UrgentQuestion& question) {
    auto url =
        urgent_url(visit, question.body.id).slash(std::to_string(question.number)).slash("answer");
    return visit.secretariat() ? url.query("seat", question.seat.id) : url;
}

/// For the officer: the question as the seat named in the address was asked it.
std::optional<views::UrgentQuestion> question_for_officer(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    const auto number = visit.request.captures.number("number");
    const auto seat = visit.request.query.get("seat").value_or("");
    for (const auto& each : page.consultations) {
        for (const auto& asked : each.seats) {
            if (each.number != number || asked.seat.id != seat) {
                continue;
            }
            views::UrgentQuestion out;
            out.body = page.body;
            out.number = number;
            out.clause = page.clause;
            out.words = each.words;
            out.urgency = each.urgency;
            out.answer_by = each.answer_by;
            out.asked = asked.asked;
            out.seat = asked.seat;
            out.actor = "seat:" + asked.seat.id;
            out.answer_id = asked.answer_id;
            out.answer = asked.answer;
            out.answer_words = asked.words;
            out.open = each.open;
            return out;
        }
    }
    return std::nullopt;
}

views::UrgentQuestion question_of(const DeskVisit& visit) {
    auto question = visit.secretariat()
                        ? question_for_officer(visit)
                        : views::urgent_question(visit.reader, visit.request.capture("body"),
                                                 visit.request.captures.number("number"));
    if (!question) {
        throw http::BrokenRequest(404, "You were not asked about this.");
    }
    return std::move(*question);
}

Html facts(const DeskVisit& visit, const views::UrgentQuestion& question) {
    govuk::SummaryList list;
    add_row(list, "Decision proposed", question.words);
    add_row(list, "Why it cannot wait", question.urgency);
    add_row(list, "Asked", when(question.asked));
    if (question.answer_by) {
        add_row(list, "Answer by", date_and_time(question.answer_by->local));
    }
    if (!question.clause.empty()) {
        add_row(list, "Under", clause_link(visit.links, question.body.id, question.clause));
    }
    if (visit.secretariat()) {
        add_row(list, "Who is asked", views::seat_words(question.seat));
    }
    if (!question.answer.empty()) {
        add_row(list, "Answered",
                question.answer +
                    (question.answer_words.empty() ? "." : ": " + question.answer_words));
    }
    return govuk::summary_list(list);
}

http::Response show(const DeskVisit& visit, const views::UrgentQuestion& question,
                    const FormState& state) {
    const std::string title = "You are asked before an urgent decision";
    Html main =
        fragment(page_heading(visit.secretariat() ? "Record an answer" : title, question.body.name),
                 facts(visit, question),
                 p(visit.secretariat() ? ""
                                       : "The Chair decides. What you say is recorded with the "
                                         "decision."));
    if (!question.open) {
        main += p("It has been decided, or is not needed any more. An answer is still recorded, "
                  "and marked as late.");
    }
    Html officer;
    if (visit.secretariat()) {
        officer = fragment(evidence_field(state), when_fields(visit, state));
    }
    main += form(form_to(visit, answer_url(visit, question)), act_hidden(visit),
                 choice({.name = "view",
                         .label = visit.secretariat() ? "What they said" : "Your answer",
                         .value = state.value("view", question.answer_id),
                         .options = {{.value = "agrees", .label = "Agree"},
                                     {.value = "disagrees", .label = "Do not agree"},
                                     {.value = "no-view", .label = "No view"}},
                         .label_size = LabelSize::m},
                        state.errors),
                 text_area({.name = "words",
                            .label = "Anything to add",
                            .value = state.value("words", question.answer_words),
                            .rows = 3},
                           state.errors),
                 officer,
                 button_row(submit_button(visit.secretariat() ? "Record the answer" : "Answer"),
                            a(visit.links.desk(), "Back to your desk")));
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = desk_trail(visit, "Urgent decision"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

Html asked_of_you(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& each : views::urgent_questions(visit.reader)) {
        Html line = fragment(
            strong(each.words), br(),
            span(cls("q-quiet"), each.body.name, ". ",
                 each.answer_by ? fragment("Answer by ", date_and_time(each.answer_by->local), ".")
                                : Html()));
        if (each.answer_id.empty()) {
            line += p(link_button("Answer", answer_url(visit, each), {.about = each.words}));
        } else {
            line += fragment(br(), progress_word(Progress::done, "You answered: " + each.answer),
                             " ", a(answer_url(visit, each), "Change it"));
        }
        items.push_back(li(line));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "The Chair asks you before an urgent decision"),
                                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

http::Response urgent_answer_page(const DeskVisit& visit) {
    return show(visit, question_of(visit), {});
}

http::Response urgent_answer(const DeskVisit& visit) {
    const auto question = question_of(visit);
    auto state = typed_form(visit);
    if (state.value("view").empty()) {
        state.errors.add("view", "Choose an answer.");
    }
    if (visit.secretariat() && state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know the answer.");
    }
    ActAsked asked{.act = "answer-urgent-consultation", .fields = {}};
    asked.fields["body"] = question.body.id;
    asked.fields["consultation"] = question.number;
    asked.fields["seat"] = question.seat.id;
    asked.fields["view"] = state.value("view");
    if (const auto words = state.value("words"); !base::trim(words).empty()) {
        asked.fields["words"] = words;
    }
    asked.made_by = question.actor;
    if (visit.secretariat()) {
        asked.evidence = state.value("evidence");
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show(visit, question, state);
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, question, taken.error());
    }
    return done(visit.secretariat() ? urgent_url(visit, question.body.id) : visit.links.desk(),
                taken->position);
}

} // namespace quorate::web
