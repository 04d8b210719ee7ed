// Decisions that cannot wait for a meeting: the page of whoever takes them, and asking members.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/progress.hpp"
#include "views/desk/entry_place.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/tell.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html terms_of(const DeskVisit& visit, const views::UrgentPage& page) {
    return govuk::inset_text(
        {.content =
             fragment(p(page.rule), p(cls("q-quiet"), page.body.name, ", ",
                                      clause_link(visit.links, page.body.id, page.clause)))});
}

Html consultation_card(const DeskVisit& visit, const views::UrgentPage& page,
                       const views::ConsultationShown& each) {
    const auto here = urgent_url(visit, page.body.id);
    const auto number = std::to_string(each.number);
    Html out = fragment(h(3, each.words.empty() ? "Consultation " + number : each.words),
                        each.urgency.empty() ? Html() : p("Why it cannot wait: ", each.urgency));
    if (each.answer_by) {
        out += p("Answers by ", date_and_time(each.answer_by->local), ". ",
                 each.late ? progress_word(Progress::late, "That time has passed") : Html());
    }
    out += consulted_table(visit, page, each);
    if (each.open) {
        out += button_row(link_button("Decide", here.slash("decide").query("consultation", number),
                                      {.about = each.words}),
                          link_button("Ask more members",
                                      here.slash("consult").query("consultation", number),
                                      {.about = each.words, .classes = "govuk-button--secondary"}));
        out += form(form_to(visit, here.slash(number).slash("drop")), act_hidden(visit),
                    button_row(secondary_button("No decision is needed after all",
                                                {.about = each.words, .compact = true})));
    } else if (!each.decision.empty()) {
        out += p(a(visit.links.decision(each.decision), "Decision ", each.decision));
    } else {
        out += p("Dropped: nothing had to be decided after all.");
    }
    return out;
}

Html consultations(const DeskVisit& visit, const views::UrgentPage& page) {
    Html out;
    for (const auto& each : page.consultations) {
        if (each.open) {
            out += consultation_card(visit, page, each);
        }
    }
    return fragment(h(2, "Being consulted on"),
                    out.empty() ? nothing_here("Nobody is being consulted now.") : out);
}

/// " Telling a meeting of it: good practice; the terms do not ask for it."
std::string report_words(std::string report) {
    const bool capital = report.front() >= 'A' && report.front() <= 'Z';
    report.front() = static_cast<char>(capital ? report.front() - 'A' + 'a' : report.front());
    return " Telling a meeting of it: " + report;
}

Html taken(const DeskVisit& visit, const views::UrgentPage& page) {
    std::vector<Html> items;
    for (const auto& each : page.taken) {
        const auto report = each.report.empty() ? std::string() : report_words(each.report);
        Html line = fragment(a(visit.links.decision(each.id), each.words), br(),
                             span(cls("q-quiet"), short_day(each.made.local.date), ".", report));
        if (each.disputed) {
            line += fragment(br(), status_word(Status::needs_discretion,
                                               "Disputed by whoever it was recorded for"));
        }
        if (each.reported) {
            line += fragment(br(), progress_word(Progress::done, "Reported to a meeting"));
        } else {
            line += fragment(
                br(), a(urgent_url(visit, page.body.id).slash("report").query("decision", each.id),
                        "Record that it was reported", hidden_text(": " + each.words)));
        }
        items.push_back(li(line));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "Urgent decisions taken"),
                                    plain_list(cls("govuk-list--spaced"), items));
}

std::vector<Option> how_options() {
    return {{.value = "telephone", .label = "By telephone"},
            {.value = "e-mail", .label = "By e-mail"},
            {.value = "in-person", .label = "In person"},
            {.value = "letter", .label = "By letter"}};
}

/// The members of each sector who can be asked, those asked already left out.
Html sector_fields(const views::UrgentPage& page, const views::ConsultationShown* more,
                   const FormState& state) {
    Html out;
    for (const auto& sector : page.sectors) {
        std::vector<Option> options;
        for (const auto& seat : sector.seats) {
            const bool asked =
                more != nullptr && std::any_of(more->seats.begin(), more->seats.end(),
                                               [&](const views::ConsultedShown& each) {
                                                   return each.seat.id == seat.id;
                                               });
            if (!asked) {
                options.push_back({.value = seat.id, .label = views::seat_words(seat)});
            }
        }
        if (!options.empty()) {
            out += choose_many({.name = "seats",
                                .label = sector.name,
                                .values = state.values("seats"),
                                .options = options,
                                .id = out.empty() ? "seats" : "seats-" + sector.id,
                                .compact = true},
                               state.errors);
        }
    }
    return out;
}

const views::ConsultationShown* consultation_asked(const DeskVisit& visit,
                                                   const views::UrgentPage& page) {
    const auto number = visit.request.query.get("consultation").value_or("");
    for (const auto& each : page.consultations) {
        if (std::to_string(each.number) == number && each.open) {
            return &each;
        }
    }
    return nullptr;
}

Html whom_words(const views::UrgentPage& page) {
    Html out = p("The terms ask for: ", base::list_words(page.consult), ".",
                 page.each_sector ? " Somebody of each sector is to be asked." : "",
                 page.in_writing ? " They are asked in writing." : "");
    return out;
}

http::Response show_consult(const DeskVisit& visit, const FormState& state) {
    const auto page = urgent_of(visit);
    const auto* more = consultation_asked(visit, page);
    auto to = urgent_url(visit, page.body.id).slash("consult");
    if (more != nullptr) {
        to = to.query("consultation", std::to_string(more->number));
    }
    Html words = more != nullptr ? p("Asked about: ", strong(more->words))
                                 : fragment(text_area({.name = "words",
                                                       .label = "The decision proposed",
                                                       .hint = "As it would be decided",
                                                       .value = state.value("words"),
                                                       .rows = 3},
                                                      state.errors),
                                            text_area({.name = "urgency",
                                                       .label = "Why it cannot wait for a meeting",
                                                       .value = state.value("urgency"),
                                                       .rows = 2},
                                                      state.errors));
    Html fields = fragment(
        words,
        field_group("Who is asked", fragment(whom_words(page), sector_fields(page, more, state))),
        choice({.name = "how",
                .label = "How they are asked",
                .value = state.value("how"),
                .options = how_options()},
               state.errors),
        field_group("Answers by",
                    fragment(date_field({.name = "answer",
                                         .label = "Date",
                                         .hint = "Leave empty when no time was given",
                                         .value = state.date("answer")},
                                        state.errors),
                             time_field({.name = "answer-time",
                                         .label = "Time",
                                         .value = state.value("answer-time")},
                                        state.errors)),
                    LabelSize::s));
    if (visit.secretariat()) {
        fields += fragment(p("You record this for ", page.as, "."), evidence_field(state),
                           when_fields(visit, state));
    }
    const std::string title = more == nullptr ? "Ask members" : "Ask more members";
    const Html main =
        fragment(page_heading(title, page.body.name), terms_of(visit, page),
                 form(form_to(visit, to), act_hidden(visit), fields,
                      button_row(submit_button("Record who is asked"),
                                 a(urgent_url(visit, page.body.id), "Back"))),
                 p(cls("q-quiet"), "Those asked see it on their desk and can answer there."));
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = urgent_trail(visit, page, title),
                      .main = reading_column(main)},
                     state);
}

void check_consult(const DeskVisit& visit, bool more, FormState& state) {
    if (!more && base::trim(state.value("words")).empty()) {
        state.errors.add("words",
                         "Enter the decision proposed, so that those asked know what it is.");
    }
    if (!more && base::trim(state.value("urgency")).empty()) {
        state.errors.add("urgency", "Say why it cannot wait for a meeting.");
    }
    if (state.values("seats").empty()) {
        state.errors.add("seats", "Choose at least one member to ask.");
    }
    if (state.value("how").empty()) {
        state.errors.add("how", "Choose how they are asked.");
    }
    if (visit.secretariat() && state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know that the Chair asked.");
    }
}

} // namespace

Url urgent_url(const DeskVisit& visit, std::string_view body) {
    return visit.links.desk_part("urgent").slash(body);
}

views::UrgentPage urgent_of(const DeskVisit& visit) {
    auto page = views::urgent_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

std::vector<govuk::Breadcrumb> urgent_trail(const DeskVisit& visit, const views::UrgentPage& page,
                                            std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {{.content = "My desk", .href = visit.links.desk()}};
    if (here.empty()) {
        out.push_back({.content = "Urgent decisions"});
    } else {
        out.push_back({.content = "Urgent decisions", .href = urgent_url(visit, page.body.id)});
        out.push_back({.content = here});
    }
    return out;
}

Html consulted_table(const DeskVisit& visit, const views::UrgentPage& page,
                     const views::ConsultationShown& consultation) {
    govuk::Table table;
    table.caption = "Asked: " + std::to_string(consultation.answered) + " of " +
                    std::to_string(consultation.seats.size()) + " answered";
    table.head = {"Member", "Asked", "Answer"};
    for (const auto& each : consultation.seats) {
        Html answer;
        if (each.answer.empty()) {
            answer = progress_word(Progress::waiting, "Not yet");
            if (visit.secretariat() && consultation.open) {
                answer += fragment(br(), a(urgent_url(visit, page.body.id)
                                               .slash(std::to_string(consultation.number))
                                               .slash("answer")
                                               .query("seat", each.seat.id),
                                           "Record the answer",
                                           hidden_text(" of " + views::seat_words(each.seat))));
            }
        } else {
            answer = fragment(strong(each.answer), each.words.empty() ? "" : ": " + each.words);
        }
        table.rows.push_back({views::seat_words(each.seat),
                              fragment(views::capitalised(each.how), ", ", when(each.asked)),
                              answer});
    }
    return govuk::table(table);
}

namespace {

http::Response show_home(const DeskVisit& visit, const FormState& state) {
    const auto page = urgent_of(visit);
    const auto here = urgent_url(visit, page.body.id);
    Html main = fragment(done_notice(visit), page_heading("Urgent decisions", page.body.name),
                         terms_of(visit, page));
    if (page.is_instead) {
        main += p("You decide where the Chair has an interest in the matter.");
    } else if (const auto conflict = views::urgent_conflict(visit.reader, page); conflict.vacant) {
        main += p(conflict.words);
    }
    main += button_row(
        link_button("Ask members", here.slash("consult")),
        link_button("Decide now", here.slash("decide"), {.classes = "govuk-button--secondary"}));
    main += fragment(consultations(visit, page), taken(visit, page));
    return form_page(visit,
                     {.title = "Urgent decisions of " + page.body.name,
                      .section = "desk",
                      .trail = urgent_trail(visit, page, {}),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response urgent_home(const DeskVisit& visit) {
    return show_home(visit, {});
}

http::Response consult_page(const DeskVisit& visit) {
    return show_consult(visit, {});
}

http::Response consult(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    const auto* more = consultation_asked(visit, page);
    auto state = typed_form(visit);
    if (more == nullptr && visit.request.query.get("consultation")) {
        if (const auto before = views::position_of_entry(visit.reader, state.value("entry"))) {
            return done(urgent_url(visit, page.body.id), *before);
        }
        state.problem = "That consultation is over: it was decided, or dropped. Nobody was asked.";
        return show_consult(visit, state);
    }
    check_consult(visit, more != nullptr, state);
    const auto answer_by = moment_typed(visit, "answer", state.errors);
    ActAsked asked{.act = "consult-on-urgent-decision", .fields = {}};
    asked.fields["body"] = page.body.id;
    asked.fields["seats"] = base::join(state.values("seats"), ",");
    asked.fields["how"] = state.value("how");
    if (more != nullptr) {
        asked.fields["consultation"] = more->number;
    } else {
        asked.fields["words"] = state.value("words");
        asked.fields["urgency"] = state.value("urgency");
    }
    if (answer_by) {
        asked.fields["answer_by"] = base::text(*answer_by);
    }
    asked.made_by = page.actor;
    if (visit.secretariat()) {
        asked.evidence = state.value("evidence");
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show_consult(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show_consult(visit, taken.error());
    }
    tell_members(visit, {.body = page.body.id,
                         .seats = state.values("seats"),
                         .subject = page.body.name + ": you are asked before an urgent decision",
                         .text = "The Chair asks what you think before a decision that cannot wait "
                                 "for a meeting.\n\nSign in and answer on your desk.\n",
                         .about = "entry " + std::to_string(taken->position)});
    return done(urgent_url(visit, page.body.id), taken->position);
}

http::Response drop_consultation(const DeskVisit& visit) {
    const auto page = urgent_of(visit);
    const auto state = typed_form(visit);
    ActAsked asked{.act = "consult-on-urgent-decision", .fields = {}};
    asked.fields["body"] = page.body.id;
    asked.fields["consultation"] = visit.request.captures.number("number");
    asked.fields["dropped"] = true;
    asked.fields["how"] = "telephone";
    asked.made_by = visit.secretariat() ? "" : page.actor;
    const auto taken = submit_act(visit, asked);
    return taken ? done(urgent_url(visit, page.body.id), taken->position)
                 : show_home(visit, taken.error());
}

} // namespace quorate::web
