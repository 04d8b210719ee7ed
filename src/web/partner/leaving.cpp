// Organisations leaving a body: their notices, and the terms agreed with them, as the secretariat
// records them.

#include "views/partner/leaving.hpp"

#include "base/text.hpp"
#include "html/progress.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

views::LeavingPage page_asked(const DeskVisit& visit) {
    auto page = views::leaving_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

Url page_url(const DeskVisit& visit, const views::LeavingPage& page) {
    return visit.links.desk_members(page.body.id).slash("leaving");
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit, const views::LeavingPage& page,
                                     std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {{.content = "My desk", .href = visit.links.desk()},
                                          {.content = "Members of " + page.body.name,
                                           .href = visit.links.desk_members(page.body.id)}};
    if (here.empty()) {
        out.push_back({.content = "Leaving"});
    } else {
        out.push_back({.content = "Leaving", .href = page_url(visit, page)});
        out.push_back({.content = here});
    }
    return out;
}

// ---- Notices ----

Html leaver_line(const DeskVisit& visit, const views::LeavingPage& page,
                 const views::Leaver& each) {
    const auto& exit = each.exit;
    Html line = fragment(strong(each.organisation.name), br(),
                         exit.left ? "Left on " : "Leaves on ", date(*exit.leaves),
                         ". Notice was given on ", short_day(exit.given->local.date), ".");
    if (exit.too_early) {
        line += fragment(br(), progress_word(Progress::late, "Too soon under the terms"));
    }
    line += fragment(br(), exit.honours.empty()
                               ? std::string("Nothing remains to be honoured.")
                               : "Remains to be honoured: " + std::to_string(exit.honours.size()) +
                                     (exit.honours.size() == 1 ? " promise." : " promises."));
    line +=
        fragment(br(), a(page_url(visit, page).slash(each.organisation.id),
                         "What was agreed with it", hidden_text(": " + each.organisation.name)));
    return li(line);
}

Html notice_form(const DeskVisit& visit, const views::LeavingPage& page, const FormState& state) {
    std::vector<Option> organisations;
    for (const auto& each : page.staying) {
        organisations.push_back({.value = each.id, .label = each.name});
    }
    return form(form_to(visit, page_url(visit, page)), act_hidden(visit),
                select_field({.name = "organisation",
                              .label = "Which organisation",
                              .value = state.value("organisation"),
                              .options = organisations,
                              .nothing_chosen = "Choose an organisation"},
                             state.errors),
                choice({.name = "written",
                        .label = "How it was given",
                        .value = state.value("written", "yes"),
                        .options = {{.value = "yes", .label = "In writing"},
                                    {.value = "no", .label = "Not in writing"}}},
                       state.errors),
                date_field({.name = "leaves",
                            .label = "The day it means to leave",
                            .hint = "Leave empty for the first day the terms allow.",
                            .value = state.date("leaves")},
                           state.errors),
                evidence_field(state), when_fields(visit, state),
                button_row(submit_button("Show what the terms say"),
                           a(visit.links.desk_members(page.body.id), "Back to the members")));
}

http::Response show(const DeskVisit& visit, const views::LeavingPage& page, const FormState& state,
                    const std::optional<views::RulingShown>& ruling) {
    const auto title = "Leaving " + in_sentence(page.body.name);
    Html main = fragment(done_notice(visit), page_heading(title));
    if (ruling) {
        main +=
            confirmation_shown(visit, state, {*ruling, page_url(visit, page), "Record the notice"});
    }
    std::vector<Html> items;
    for (const auto& each : page.leaving) {
        items.push_back(leaver_line(visit, page, each));
    }
    main += items.empty() ? nothing_here("Nobody has given notice.")
                          : plain_list(cls("govuk-list--spaced q-lines"), items);
    if (!page.staying.empty()) {
        main += h(2, ruling ? "Change what you entered" : "Record a notice");
        main += page.rule.clause.empty()
                    ? Html()
                    : p(page.rule.clause_words, " (",
                        clause_link(visit.links, page.body.id, page.rule.clause), ").");
        main += notice_form(visit, page, state);
    }
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = trail(visit, page, {}),
                      .main = reading_column(main)},
                     state);
}

ActAsked notice_asked(const DeskVisit& visit, const views::LeavingPage& page, FormState& state) {
    ActAsked out{.act = "give-notice-of-exit", .fields = {}};
    const auto organisation = state.value("organisation");
    const bool known =
        std::any_of(page.staying.begin(), page.staying.end(),
                    [&](const views::Named& each) { return each.id == organisation; });
    if (!known) {
        state.errors.add("organisation", "Choose the organisation that gave notice.");
    }
    out.evidence = state.value("evidence");
    if (out.evidence.empty()) {
        state.errors.add("evidence", "Say how you know.");
    }
    out.effective = moment_typed(visit, "when", state.errors);
    out.made_by = "organisation:" + organisation;
    out.fields["body"] = page.body.id;
    out.fields["organisation"] = organisation;
    out.fields["written"] = state.value("written") != "no";
    if (const auto leaves = date_typed(state.typed, "leaves", state.errors)) {
        out.fields["leaves"] = base::text(*leaves);
    }
    return out;
}

// ---- What was agreed ----

const views::Leaver& leaver_asked(const DeskVisit& visit, const views::LeavingPage& page) {
    const auto& id = visit.request.capture("organisation");
    const auto found =
        std::find_if(page.leaving.begin(), page.leaving.end(),
                     [&](const views::Leaver& each) { return each.organisation.id == id; });
    if (found == page.leaving.end()) {
        no_such_page();
    }
    return *found;
}

Html agreement_form(const DeskVisit& visit, const Url& url, const views::Leaver& leaver,
                    const FormState& state) {
    std::vector<Option> promises;
    for (const auto& each : leaver.exit.honours) {
        promises.push_back({.value = each.id, .label = each.what});
    }
    std::vector<Option> decisions;
    for (const auto& each : views::decisions_of(visit.reader, leaver.exit.agreed_by_id)) {
        decisions.push_back({.value = each.id, .label = each.name});
    }
    return form(
        form_to(visit, url), act_hidden(visit),
        promises.empty() ? Html()
                         : choose_many({.name = "released",
                                        .label = "What it need not honour any more",
                                        .values = state.values("released"),
                                        .options = promises},
                                       state.errors),
        text_area({.name = "terms",
                   .label = "What was agreed",
                   .hint = "In words. It can be left empty when it is only the release above.",
                   .value = state.value("terms"),
                   .rows = 3},
                  state.errors),
        select_field({.name = "decision",
                      .label = "The decision it rests on",
                      .hint = "A decision of " + in_sentence(leaver.exit.unless_agreed_by) + ".",
                      .value = state.value("decision"),
                      .options = decisions,
                      .nothing_chosen = "None"},
                     state.errors),
        when_fields(visit, state), button_row(submit_button("Show what the terms say")));
}

http::Response show_agreement(const DeskVisit& visit, const views::LeavingPage& page,
                              const FormState& state,
                              const std::optional<views::RulingShown>& ruling) {
    const auto& leaver = leaver_asked(visit, page);
    const auto url = page_url(visit, page).slash(leaver.organisation.id);
    const auto& title = leaver.organisation.name;
    Html main =
        fragment(done_notice(visit), page_heading(title, "Leaving " + in_sentence(page.body.name)));
    if (ruling) {
        main += confirmation_shown(visit, state, {*ruling, url, "Record what was agreed"});
    }
    main += p(leaver.exit.left ? "It left on " : "It leaves on ", date(*leaver.exit.leaves), ".");
    main += h(2, "What remains to be honoured");
    std::vector<Html> items;
    for (const auto& each : leaver.exit.honours) {
        const auto name = each.id.substr(each.id.find('/') + 1);
        items.push_back(
            li(a(visit.links.desk_members(each.body.id).slash("promises").slash(name), each.what),
               br(), about_promise(each),
               each.overdue ? fragment(br(), progress_word(Progress::late)) : Html()));
    }
    main += items.empty() ? nothing_here("Nothing remains to be honoured.")
                          : plain_list(cls("govuk-list--spaced q-lines"), items);
    main += h(2, "What was agreed");
    main += leaver.exit.agreed.empty() ? nothing_here("Nothing otherwise is on record.")
                                       : sentences(leaver.exit.agreed);
    if (!leaver.exit.agreed_by_id.empty()) {
        main += fragment(h(2, "Record what was agreed"), agreement_form(visit, url, leaver, state));
    } else {
        main += p("The terms of reference name nobody who may agree otherwise.");
    }
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = trail(visit, page, title),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response leaving_page(const DeskVisit& visit) {
    return show(visit, page_asked(visit), {}, std::nullopt);
}

http::Response record_notice(const DeskVisit& visit) {
    const auto page = page_asked(visit);
    auto state = typed_form(visit);
    const auto asked = notice_asked(visit, page, state);
    if (!state.errors.empty()) {
        return show(visit, page, state, std::nullopt);
    }
    if (!confirmed(visit)) {
        const auto seen = look_ahead(visit, {asked});
        return seen ? show(visit, page, state, *seen)
                    : show(visit, page, seen.error(), std::nullopt);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(page_url(visit, page), taken->position)
                 : show(visit, page, taken.error(), std::nullopt);
}

http::Response agreed_page(const DeskVisit& visit) {
    return show_agreement(visit, page_asked(visit), {}, std::nullopt);
}

http::Response record_agreed(const DeskVisit& visit) {
    const auto page = page_asked(visit);
    const auto& leaver = leaver_asked(visit, page);
    auto state = typed_form(visit);
    ActAsked asked{.act = "agree-exit-terms", .fields = {}};
    asked.effective = moment_typed(visit, "when", state.errors);
    const auto released = state.values("released");
    if (released.empty() && base::trim(state.value("terms")).empty()) {
        state.errors.add("terms", "Say what was agreed, or choose what it need not honour.");
    }
    if (!state.errors.empty()) {
        return show_agreement(visit, page, state, std::nullopt);
    }
    base::JsonArray list;
    for (const auto& each : released) {
        list.emplace_back(each);
    }
    asked.fields["body"] = leaver.exit.agreed_by_id;
    asked.fields["organisation"] = leaver.organisation.id;
    asked.fields["released"] = std::move(list);
    asked.fields["decision"] = state.value("decision");
    asked.fields["terms"] = state.value("terms");
    if (!confirmed(visit)) {
        const auto seen = look_ahead(visit, {asked});
        return seen ? show_agreement(visit, page, state, *seen)
                    : show_agreement(visit, page, seen.error(), std::nullopt);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(page_url(visit, page).slash(leaver.organisation.id), taken->position)
                 : show_agreement(visit, page, taken.error(), std::nullopt);
}

} // namespace quorate::web
