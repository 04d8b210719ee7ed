// What was promised to a body, as the secretariat keeps it: made, honoured, released.

#include "views/partner/promises.hpp"

#include "base/text.hpp"
#include "html/progress.hpp"
#include "views/partner/leaving.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::string_view known_here = "here";

views::PromisesPage page_asked(const DeskVisit& visit) {
    auto page = views::promises_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

views::PromiseLine line_asked(const DeskVisit& visit) {
    const auto& body = visit.request.capture("body");
    auto line =
        views::promise_line(visit.reader, body, body + "/" + visit.request.capture("promise"));
    if (!line) {
        no_such_page();
    }
    return std::move(*line);
}

Url page_url(const DeskVisit& visit, const views::Named& body) {
    return visit.links.desk_members(body.id).slash("promises");
}

Url line_url(const DeskVisit& visit, const views::PromiseLine& line) {
    const auto& id = line.promise.id;
    return page_url(visit, line.promise.body).slash(id.substr(id.find('/') + 1));
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit, const views::Named& body,
                                     std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {
        {.content = "My desk", .href = visit.links.desk()},
        {.content = "Members of " + body.name, .href = visit.links.desk_members(body.id)}};
    if (here.empty()) {
        out.push_back({.content = "Promises"});
    } else {
        out.push_back({.content = "Promises", .href = page_url(visit, body)});
        out.push_back({.content = here});
    }
    return out;
}

/// Who says so: the secretariat, or the organisation and how it told.
Html says_field(const FormState& state, std::string_view known) {
    const Choice field{
        .name = "evidence",
        .label = "How do you know?",
        .value = state.value("evidence", known_here),
        .options = {{.value = std::string(known_here), .label = std::string(known)},
                    {.value = "e-mail", .label = "The organisation said so by e-mail"},
                    {.value = "telephone", .label = "It said so by telephone"},
                    {.value = "letter", .label = "It said so by letter"}}};
    return choice(field, state.errors);
}

/// The organisation says it where it told the secretariat; else the secretariat does.
void add_maker(const FormState& state, const std::string& organisation, ActAsked& out) {
    const auto evidence = state.value("evidence");
    if (!evidence.empty() && evidence != known_here) {
        out.evidence = evidence;
        out.made_by = "organisation:" + organisation;
    }
}

Html decision_field(const DeskVisit& visit, const views::Named& body, std::string_view label,
                    const FormState& state) {
    std::vector<Option> decisions;
    for (const auto& each : views::decisions_of(visit.reader, body.id)) {
        decisions.push_back({.value = each.id, .label = each.name});
    }
    return select_field({.name = "decision",
                         .label = std::string(label),
                         .hint = "A decision of " + in_sentence(body.name) + ".",
                         .value = state.value("decision"),
                         .options = decisions,
                         .nothing_chosen = "None"},
                        state.errors);
}

// ---- The list, and a new one ----

Html line_shown(const DeskVisit& visit, const views::PromiseLine& line) {
    const auto& promise = line.promise;
    Html out = fragment(
        a(line_url(visit, line), promise.what), br(), line.organisation.name, br(),
        span(cls("q-quiet"), "Made ", short_day(promise.made.local.date),
             promise.due ? fragment(", by ", date(*promise.due)) : text(", without a day"), "."));
    out += promise.overdue ? fragment(br(), progress_word(Progress::late)) : Html();
    out += promise.open ? Html() : fragment(br(), promise_end(visit, promise));
    return li(out);
}

Html lines_shown(const DeskVisit& visit, const std::vector<views::PromiseLine>& lines) {
    std::vector<Html> items;
    for (const auto& each : lines) {
        items.push_back(line_shown(visit, each));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

Html record_form(const DeskVisit& visit, const views::PromisesPage& page, const FormState& state) {
    std::vector<Option> organisations;
    for (const auto& each : page.organisations) {
        organisations.push_back({.value = each.id, .label = each.name});
    }
    return form(form_to(visit, page_url(visit, page.body)), act_hidden(visit),
                select_field({.name = "organisation",
                              .label = "Who promises",
                              .value = state.value("organisation"),
                              .options = organisations,
                              .nothing_chosen = "Choose an organisation"},
                             state.errors),
                text_area({.name = "what",
                           .label = "What is promised",
                           .hint = "Money, data, people or a thing to be done. It is published.",
                           .value = state.value("what"),
                           .rows = 3},
                          state.errors),
                date_field({.name = "due",
                            .label = "By when",
                            .hint = "Leave empty when there is no date.",
                            .value = state.date("due")},
                           state.errors),
                decision_field(visit, page.body, "Under which decision", state),
                says_field(state, "It was promised at a meeting"), when_fields(visit, state),
                button_row(submit_button("Record the promise"),
                           a(visit.links.desk_members(page.body.id), "Back to the members")));
}

http::Response show(const DeskVisit& visit, const views::PromisesPage& page,
                    const FormState& state) {
    const auto title = "Promises to " + in_sentence(page.body.name);
    Html main = fragment(done_notice(visit), page_heading(title));
    main += h(2, "Still to honour");
    main += page.open.empty() ? nothing_here("Nothing is left to honour.")
                              : lines_shown(visit, page.open);
    if (!page.ended.empty()) {
        main += fragment(h(2, "Honoured or released"), lines_shown(visit, page.ended));
    }
    if (!page.organisations.empty()) {
        main += fragment(h(2, "Record a promise"), record_form(visit, page, state));
    }
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = trail(visit, page.body, {}),
                      .main = reading_column(main)},
                     state);
}

// ---- One of them ----

Html honoured_form(const DeskVisit& visit, const views::PromiseLine& line, const FormState& state) {
    return form(form_to(visit, line_url(visit, line)), act_hidden(visit), hidden("end", "honoured"),
                honoured_fields(visit, state),
                line.seated ? says_field(state, "The secretariat saw it") : Html(),
                submit_button("Record it as honoured"));
}

Html release_form(const DeskVisit& visit, const views::PromiseLine& line, const FormState& state) {
    if (line.may_release.id.empty()) {
        return p("The terms of reference name nobody who may release a partner that leaves.");
    }
    return form(form_to(visit, line_url(visit, line)), act_hidden(visit), hidden("end", "released"),
                decision_field(visit, line.may_release, "The decision that releases it", state),
                text_area({.name = "reason",
                           .label = "Why",
                           .hint = "It is published. It can be left empty.",
                           .value = state.value("reason"),
                           .rows = 2},
                          state.errors),
                when_fields(visit, state), submit_button("Record the release"));
}

Html taken_back_form(const DeskVisit& visit, const views::PromiseLine& line,
                     const FormState& state) {
    return form(form_to(visit, line_url(visit, line)), act_hidden(visit), hidden("end", "open"),
                text_area({.name = "words",
                           .label = "Why it is still to be honoured",
                           .hint = "It is published. It can be left empty.",
                           .value = state.value("words"),
                           .rows = 2},
                          state.errors),
                submit_button("Take it back: it is still to be honoured"));
}

http::Response show(const DeskVisit& visit, const views::PromiseLine& line,
                    const FormState& state) {
    const auto& promise = line.promise;
    const std::string title = "A promise of " + in_sentence(line.organisation.name);
    Html main = fragment(done_notice(visit), page_heading(title));
    main += p(strong(promise.what), br(), about_promise(promise));
    main += promise.overdue ? p(progress_word(Progress::late)) : Html();
    main += promise.open ? Html() : p(promise_end(visit, promise));
    if (promise.open) {
        main += fragment(h(2, "It was honoured"), honoured_form(visit, line, state),
                         h(2, "It was released from it"),
                         line.leaving ? p("It gave notice after it promised this.") : Html(),
                         release_form(visit, line, state));
    } else if (!promise.released) {
        main += fragment(h(2, "If that was a mistake"), taken_back_form(visit, line, state));
    }
    main += p(a(page_url(visit, promise.body), "Back to the promises"));
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = trail(visit, promise.body, promise.what),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response promises_page(const DeskVisit& visit) {
    return show(visit, page_asked(visit), {});
}

http::Response record_promise(const DeskVisit& visit) {
    const auto page = page_asked(visit);
    auto state = typed_form(visit);
    const auto organisation = state.value("organisation");
    const bool known =
        std::any_of(page.organisations.begin(), page.organisations.end(),
                    [&](const views::Named& each) { return each.id == organisation; });
    if (!known) {
        state.errors.add("organisation", "Choose the organisation that promises.");
    }
    if (base::trim(state.value("what")).empty()) {
        state.errors.add("what", "Say what is promised.");
    }
    ActAsked asked{.act = "record-commitment", .fields = {}};
    const auto due = date_typed(state.typed, "due", state.errors);
    asked.effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, page, state);
    }
    add_maker(state, organisation, asked);
    asked.fields["commitment"] =
        views::promise_id(visit.reader, page.body.id, state.value("entry"));
    asked.fields["body"] = page.body.id;
    asked.fields["organisation"] = organisation;
    asked.fields["what"] = state.value("what");
    asked.fields["decision"] = state.value("decision");
    asked.fields["due"] = due ? base::text(*due) : std::string();
    const auto taken = submit_act(visit, asked);
    return taken ? done(page_url(visit, page.body), taken->position)
                 : show(visit, page, taken.error());
}

http::Response kept_promise_page(const DeskVisit& visit) {
    return show(visit, line_asked(visit), {});
}

http::Response end_promise(const DeskVisit& visit) {
    const auto line = line_asked(visit);
    auto state = typed_form(visit);
    const auto end = state.value("end");
    ActAsked asked{.act = end == "released" ? "release-commitment" : "report-on-commitment",
                   .fields = {}};
    asked.fields["commitment"] = line.promise.id;
    if (end == "released") {
        asked.effective = moment_typed(visit, "when", state.errors);
        asked.fields["decision"] = state.value("decision");
        asked.fields["words"] = state.value("reason");
        asked.shown_as["words"] = "reason";
        if (state.value("decision").empty()) {
            state.errors.add("decision", "Choose the decision that releases it.");
        }
    } else {
        add_maker(state, line.organisation.id, asked);
        asked.fields["status"] = end;
        asked.fields["words"] = state.value("words");
        if (const auto on = date_typed(state.typed, "on", state.errors)) {
            asked.fields["on"] = base::text(*on);
        }
    }
    if (!state.errors.empty()) {
        return show(visit, line, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(page_url(visit, line.promise.body), taken->position)
                 : show(visit, line, taken.error());
}

} // namespace quorate::web
