// Answers that come before the day by telephone, e-mail or letter: apologies and substitutes.

#include "base/text.hpp"
#include "web/desk/substitute.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

views::WorkbenchPage answerable(const DeskVisit& visit) {
    auto page = workbench_of(visit);
    if (!page.open_for_change) {
        throw http::BrokenRequest(409, "This meeting has been held or was called off. Who came is "
                                       "recorded at meeting day.");
    }
    return page;
}

Url answers_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("answers");
}

Html apologies_form(const DeskVisit& visit, const FormState& state) {
    return section(h(2, "Apologies"), form(form_to(visit, answers_url(visit)), act_hidden(visit),
                                           hidden("answer", "apologies"),
                                           text_field({.name = "seats",
                                                       .label = "Seats that will not come",
                                                       .hint = "Seat numbers, such as 3, 5-7",
                                                       .value = state.value("seats"),
                                                       .width = 20,
                                                       .autocomplete = "off"},
                                                      state.errors),
                                           button_row(submit_button("Record apologies"))));
}

Html coming_form(const DeskVisit& visit, const FormState& state) {
    return section(h(2, "Will come"),
                   form(form_to(visit, answers_url(visit)), act_hidden(visit),
                        hidden("answer", "coming"),
                        text_field({.name = "coming_seat",
                                    .label = "Seat number of the member who will come",
                                    .value = state.value("coming_seat"),
                                    .width = 3,
                                    .autocomplete = "off",
                                    .inputmode = "numeric"},
                                   state.errors),
                        choice({.name = "coming_evidence",
                                .label = "How do you know?",
                                .value = state.value("coming_evidence"),
                                .options = {{.value = "telephone", .label = "By telephone"},
                                            {.value = "e-mail", .label = "By e-mail"},
                                            {.value = "letter", .label = "By letter"}},
                                .compact = true},
                               state.errors),
                        button_row(submit_button("Record that they will come"))));
}

Html substitute_form(const DeskVisit& visit, const FormState& state) {
    const bool practice = visit.reader.about().kind == "rehearsal";
    return section(
        h(2, "A substitute"),
        form(form_to(visit, answers_url(visit)), act_hidden(visit), hidden("answer", "substitute"),
             substitute_hidden(state),
             text_field({.name = "seat",
                         .label = "Seat number of the member who will not come",
                         .value = state.value("seat"),
                         .width = 3,
                         .autocomplete = "off",
                         .inputmode = "numeric"},
                        state.errors),
             text_field({.name = "name",
                         .label = "Who comes in the member's place",
                         .hint = practice ? "This is a practice copy: use a made-up name."
                                          : "Their name, as it is to stand in the minutes",
                         .value = state.value("name"),
                         .autocomplete = "off"},
                        state.errors),
             evidence_field(state), when_fields(visit, state),
             button_row(submit_button("Record the substitute"),
                        a(visit.links.workbench(visit.meeting_id()), "Cancel"))));
}

http::Response show_answers(const DeskVisit& visit, const FormState& state) {
    const auto page = answerable(visit);
    const Html main = fragment(
        page_heading("Record an answer", meeting_caption(visit, page.line)),
        p("For what members say before the day by telephone, e-mail or letter. At the meeting "
          "itself, use ",
          a(visit.links.workbench(page.line.id).slash("day"), "meeting day"), "."),
        coming_form(visit, state), apologies_form(visit, state), substitute_form(visit, state),
        who_has_answered(page));
    return form_page(visit,
                     {.title = "Record an answer",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Record an answer"),
                      .main = reading_column(main)},
                     state);
}

tl::expected<ActTaken, FormState> record_apologies(const DeskVisit& visit) {
    auto state = typed_form(visit);
    if (base::trim(state.value("seats")).empty()) {
        state.errors.add("seats", "Enter the seats that will not come, such as 3, 5-7.");
        return tl::unexpected(std::move(state));
    }
    ActAsked asked{.act = "record-apologies", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["seats"] = std::string(base::trim(state.value("seats")));
    asked.made_by = "servicing";
    return submit_act(visit, asked);
}

/// The seat typed, as kp/9; what is wrong with it goes into the errors.
std::string seat_typed(const DeskVisit& visit, const views::WorkbenchPage& page, FormState& state,
                       std::string_view name = "seat") {
    const auto typed = number_typed(base::trim(state.value(name)));
    if (!typed) {
        state.errors.add(name, "Enter the number of one seat, such as 9.");
        return {};
    }
    const auto id = page.line.body.id + "/" + std::to_string(*typed);
    const auto seats = views::seat_choices(visit.reader, page.line.body.id);
    if (std::none_of(seats.begin(), seats.end(),
                     [&](const views::SeatChoice& seat) { return seat.id == id; })) {
        state.errors.add(name, "Nobody holds a seat " + std::to_string(*typed) +
                                   " in this body. Look at the number again.");
    }
    return id;
}

tl::expected<ActTaken, FormState> record_coming(const DeskVisit& visit,
                                                const views::WorkbenchPage& page) {
    auto state = typed_form(visit);
    const auto seat = seat_typed(visit, page, state, "coming_seat");
    ActAsked asked{.act = "accept-invitation", .fields = {}};
    asked.fields["meeting"] = page.line.id;
    asked.fields["seat"] = seat;
    asked.made_by = "seat:" + seat;
    asked.evidence = state.value("coming_evidence");
    asked.shown_as = {{"seat", "coming_seat"}, {"evidence", "coming_evidence"}};
    if (asked.evidence.empty()) {
        state.errors.add("coming_evidence", "Choose how you know that they will come.");
    }
    if (!state.errors.empty()) {
        return tl::unexpected(std::move(state));
    }
    return submit_act(visit, asked);
}

tl::expected<ActTaken, FormState> record_substitute(const DeskVisit& visit,
                                                    const views::WorkbenchPage& page) {
    auto state = typed_form(visit);
    SubstituteAsked asked{.meeting = page.line.id,
                          .seat = seat_typed(visit, page, state),
                          .name = state.value("name"),
                          .made_by = {},
                          .registered_by = "servicing"};
    if (base::trim(asked.name).empty()) {
        state.errors.add("name", "Enter the name of the person who comes in the member's place.");
    }
    if (state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know of the substitute.");
    }
    asked.made_by = "seat:" + asked.seat;
    asked.evidence = state.value("evidence");
    asked.effective = moment_typed(visit, "when", state.errors);
    asked.shown_as = {{"effective", "when"}, {"person", "name"}};
    if (!state.errors.empty()) {
        return tl::unexpected(std::move(state));
    }
    return name_substitute(visit, asked);
}

} // namespace

http::Response answers_page(const DeskVisit& visit) {
    return show_answers(visit, {});
}

http::Response record_answer(const DeskVisit& visit) {
    const auto page = answerable(visit);
    const auto answer = visit.form.get("answer").value_or("");
    const auto taken = answer == "substitute" ? record_substitute(visit, page)
                       : answer == "coming"   ? record_coming(visit, page)
                                              : record_apologies(visit);
    return taken ? done(visit.links.workbench(page.line.id), taken->position)
                 : show_answers(visit, taken.error());
}

} // namespace quorate::web
