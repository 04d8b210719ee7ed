// A reorganisation: filled in, seen with all it does, then recorded as one act.

#include "base/text.hpp"
#include "partnership/charter_files.hpp"
#include "partnership/foresee.hpp"
#include "web/desk/act_form.hpp"
#include "web/parts.hpp"
#include "web/succession/amend.hpp"
#include "web/succession/process.hpp"
#include "web/succession/succession_pages.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url here(const DeskVisit& visit) {
    return visit.links.plain_part("reorganise");
}

std::string terms_field(const views::ReorganisedBody& body) {
    return "terms-" + body.body.id;
}

/// Terms held for bodies that are not in force.
Html terms_fields(const views::ReorganisePage& page, const FormState& state) {
    Html out;
    for (const auto& body : page.bodies) {
        if (body.terms.empty()) {
            continue;
        }
        SelectField field{.name = terms_field(body),
                          .label = body.body.name,
                          .hint = body.status == "new"        ? "Not on record yet"
                                  : body.status == "proposed" ? "Proposed"
                                                              : "",
                          .value = state.value(terms_field(body)),
                          .nothing_chosen = "No change"};
        for (const auto& terms : body.terms) {
            field.options.push_back({.value = terms.id, .label = terms.name});
        }
        out += select_field(field, state.errors);
    }
    return out.empty() ? p(cls("q-quiet"), "No terms are held that are not in force already. The ",
                           "command quorate charter keep adds some.")
                       : field_group("Terms that come into force", out);
}

/// Bodies to tick, under one question; nothing when there are none.
Html tick_bodies(std::string_view name, std::string_view question,
                 const std::vector<Option>& bodies, const FormState& state) {
    return bodies.empty() ? Html()
                          : choose_many({.name = std::string(name),
                                         .label = question,
                                         .values = state.values(name),
                                         .options = bodies,
                                         .label_size = LabelSize::m,
                                         .compact = true},
                                        state.errors);
}

Html bodies_fields(const views::ReorganisePage& page, const FormState& state) {
    std::vector<Option> follow;
    std::vector<Option> begin;
    std::vector<Option> end;
    for (const auto& body : page.bodies) {
        if (!body.says.empty()) {
            follow.push_back({.value = body.body.id,
                              .label = body.body.name,
                              .hint = base::join(body.says, ". ") + "."});
        }
        if (body.status == "proposed") {
            begin.push_back({.value = body.body.id, .label = body.body.name});
        }
        if (body.status == "established" && !body.by_statute) {
            end.push_back({.value = body.body.id, .label = body.body.name});
        }
    }
    return fragment(terms_fields(page, state),
                    tick_bodies("carries_out", "Who also takes over what their terms give them?",
                                follow, state),
                    tick_bodies("establishes", "Which other bodies come into being?", begin, state),
                    tick_bodies("dissolves", "Which bodies come to an end?", end, state));
}

Html deciding_fields(const views::ReorganisePage& page, const FormState& state) {
    SelectField body{.name = "body",
                     .label = "Whose decision is it?",
                     .value = state.value("body"),
                     .nothing_chosen = "Choose a body"};
    for (const auto& each : page.bodies) {
        if (each.status != "new") {
            body.options.push_back({.value = each.body.id, .label = each.body.name});
        }
    }
    SelectField decision{.name = "decision",
                         .label = "The decision it rests on",
                         .hint = "Without one it is recorded with that as a finding",
                         .value = state.value("decision"),
                         .nothing_chosen = "None on record"};
    for (const auto& each : page.decisions) {
        decision.options.push_back({.value = each.id, .label = each.name});
    }
    return fragment(
        select_field(body, state.errors),
        page.decisions.empty() ? Html() : select_field(decision, state.errors),
        effective_fields(state),
        text_area({.name = "reason", .label = "Why", .value = state.value("reason"), .rows = 3},
                  state.errors));
}

/// Adds the terms chosen for a body, with what they apply, to what the act cites.
void cite(const DeskVisit& visit, const views::ReorganisedBody& body, FormState& state,
          ActAsked& asked) {
    const auto digest = state.value(terms_field(body));
    if (digest.empty()) {
        return;
    }
    partnership::CharterFiles files(partnership::find_root().value_or("."));
    const auto cited =
        files.bring_bytes(visit.partnership, views::terms_text(visit.reader, digest), body.body.id);
    if (!cited) {
        state.errors.add(terms_field(body), cited.error().text());
        return;
    }
    const auto add = [&](std::string_view key, const std::string& text) {
        auto& held = asked.fields[key];
        if (!held.is_array()) {
            held = base::JsonArray();
        }
        auto& list = held.get_array();
        if (std::find(list.begin(), list.end(), base::Json(text)) == list.end()) {
            list.emplace_back(text);
        }
    };
    add("adopts", body.body.id + "=" + cited->digest);
    for (const auto& applied : cited->applies) {
        add("applies", applied);
    }
    if (!cited->calendar.empty()) {
        add("calendars", cited->calendar);
    }
}

ActAsked read(const DeskVisit& visit, const views::ReorganisePage& page, FormState& state) {
    ActAsked asked{.act = "reorganise", .fields = {}};
    for (const auto* name : {"body", "decision", "reason"}) {
        asked.fields[name] = state.value(name);
    }
    if (state.value("body").empty()) {
        state.errors.add("body", "Choose the body whose decision it is.");
    }
    for (const auto* name : {"establishes", "carries_out", "dissolves"}) {
        base::JsonArray list;
        for (const auto& each : state.values(name)) {
            list.emplace_back(each);
        }
        asked.fields[name] = std::move(list);
    }
    for (const auto& body : page.bodies) {
        cite(visit, body, state, asked);
    }
    const bool nothing = !asked.fields.contains("adopts") && state.values("establishes").empty() &&
                         state.values("carries_out").empty() && state.values("dissolves").empty();
    if (state.errors.empty() && nothing) {
        state.errors.add("", "Choose what changes: terms that come into force, or a body that "
                             "begins, takes over or ends.");
    }
    asked.effective = effective_typed(visit, state);
    return asked;
}

Html names_list(std::string_view title, const std::vector<std::string>& names) {
    if (names.empty()) {
        return {};
    }
    return fragment(h(3, title), sentences(names));
}

Html effect_shown(const DeskVisit& visit, const views::ReorganisationEffect& effect) {
    Html out = h(2, id("effect"), "What this reorganisation does");
    out += p("As of ", date(effect.at.local.date), ".");
    out += names_list("Comes into being", effect.establishes);
    out += names_list("Comes to an end", effect.ends);
    std::vector<Html> items;
    for (const auto& line : effect.passes) {
        items.push_back(li(strong(line.holder.name), ": ", responsibility_line(visit.links, line)));
    }
    out += h(3, "Responsibilities that pass");
    out += items.empty() ? nothing_here("None passes.")
                         : plain_list(cls("govuk-list--spaced q-lines"), items);
    out += h(3, "What is left with nobody");
    out += effect.orphans.empty() ? nothing_here("Nothing is left with nobody.")
                                  : orphan_list(visit.links, effect.orphans, 4);
    return out;
}

struct Outlook {
    views::RulingShown ruling;
    views::ReorganisationEffect effect;
};

tl::expected<Outlook, FormState> look_ahead(const DeskVisit& visit, const ActAsked& asked) {
    auto submission = read_act(visit, asked);
    if (!submission) {
        return tl::unexpected(std::move(submission.error()));
    }
    const std::vector<governance::Submission> acts{std::move(*submission)};
    const auto foreseen = partnership::foresee(visit.partnership, acts);
    const auto before = views::Reader::open(visit.partnership, visit.who.viewer);
    const auto after =
        views::Reader::open_on(visit.partnership, visit.who.viewer, foreseen.snapshot);
    return Outlook{after.ruling(acts.front(), foreseen.rulings.front()),
                   views::reorganisation_effect(before ? *before : visit.reader, after,
                                                acts.front().effective)};
}

http::Response show(const DeskVisit& visit, const views::ReorganisePage& page,
                    const FormState& state, const std::optional<Outlook>& outlook) {
    Html main = page_heading("Reorganisation");
    main += p("Terms come into force, responsibilities pass and bodies end, all on one date. See "
              "what it does "
              "before it is recorded.");
    Html buttons = submit_button("See what it does", {.name = "step", .value = "look"});
    if (outlook) {
        auto panel = panel_of(visit.links, outlook->ruling);
        main += fragment(h(2, "What the terms of reference say of it"), ruling_panel(panel));
        if (outlook->ruling.verdict == "permitted") {
            main += effect_shown(visit, outlook->effect);
            buttons = fragment(
                secondary_button("See again what it does", {.name = "step", .value = "look"}),
                submit_button("Record the reorganisation", {.name = "step", .value = "record"}));
        }
        main += h(2, "Change or record it");
    }
    main += form(form_to(visit, here(visit)), act_hidden(visit), deciding_fields(page, state),
                 bodies_fields(page, state),
                 button_row(buttons, a(visit.links.part("succession"), "Leave it as it is")));
    return form_page(visit,
                     {.title = "Reorganisation",
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Reorganisation"}},
                      .main = reading_column(main)},
                     state);
}

http::Response reorganise(const DeskVisit& visit) {
    return show(visit, views::reorganise_page(visit.reader), {}, std::nullopt);
}

http::Response record_reorganisation(const DeskVisit& visit) {
    const auto page = views::reorganise_page(visit.reader);
    auto state = typed_form(visit);
    const auto asked = read(visit, page, state);
    if (!state.errors.empty()) {
        return show(visit, page, state, std::nullopt);
    }
    if (state.value("step") != "record") {
        const auto outlook = look_ahead(visit, asked);
        return outlook ? show(visit, page, state, *outlook)
                       : show(visit, page, outlook.error(), std::nullopt);
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, page, taken.error(), std::nullopt);
    }
    return done(visit.links.part("succession"), taken->position);
}

constexpr DeskRoute routes[] = {{"/reorganise", reorganise, record_reorganisation},
                                {"/bodies/{body}/amend", amend_terms, record_amendment},
                                {"/bodies/{body}/steps/record", step_form, record_step}};

} // namespace

std::span<const DeskRoute> succession_routes() {
    return routes;
}

} // namespace quorate::web
