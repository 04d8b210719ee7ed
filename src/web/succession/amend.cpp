#include "web/succession/amend.hpp"

#include "base/text.hpp"
#include "partnership/charter_files.hpp"
#include "views/succession/succession.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::AmendPage page_of(const DeskVisit& visit) {
    auto page = views::amend_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

Url here(const DeskVisit& visit, const views::AmendPage& page) {
    return visit.links.plain_part("bodies").slash(page.body.id).slash("amend");
}

/// The text typed, with the line ends a browser sends taken back.
std::string text_typed(const FormState& state) {
    std::string out;
    for (const char c : state.value("text")) {
        if (c != '\r') {
            out += c;
        }
    }
    if (!out.empty() && out.back() != '\n') {
        out += '\n';
    }
    return out;
}

Html proposals(const DeskVisit& visit, const views::AmendPage& page) {
    std::vector<Html> items;
    for (const auto& each : page.proposals) {
        items.push_back(li(a(here(visit, page).query("terms", each.digest), each.title),
                           ", put forward on ", date(each.at.local.date)));
    }
    return items.empty()
               ? Html()
               : fragment(h(2, "Begin with terms that were put forward"), plain_list(items));
}

Html decision_field(const views::AmendPage& page, const FormState& state) {
    SelectField field{.name = "decision",
                      .label = "The decision it rests on",
                      .value = state.value("decision"),
                      .nothing_chosen = "None on record"};
    for (const auto& each : page.decisions) {
        field.options.push_back({.value = each.id, .label = each.name});
    }
    return page.decisions.empty() ? nothing_here("No decision is on record that an amendment could "
                                                 "rest on. It is recorded with that "
                                                 "as a finding.")
                                  : select_field(field, state.errors);
}

struct Outlook {
    std::vector<std::string> changes;
    std::optional<views::RulingShown> ruling;
};

http::Response show(const DeskVisit& visit, const views::AmendPage& page, const FormState& state,
                    const std::string& text, const std::optional<Outlook>& outlook) {
    Html main = page_heading("Amend the terms", page.body.name);
    main += p(page.title, ", in force. ", page.who_may);
    Html buttons = submit_button("See what changes", {.name = "step", .value = "look"});
    if (outlook) {
        main += h(2, id("changes"), "What changes");
        main += outlook->changes.empty() ? nothing_here("Nothing changes but the layout.")
                                         : sentences(outlook->changes);
        if (outlook->ruling) {
            main += fragment(h(2, "What the terms of reference say of it"),
                             ruling_panel(panel_of(visit.links, *outlook->ruling)));
        }
        buttons = fragment(
            secondary_button("See again what changes", {.name = "step", .value = "look"}),
            secondary_button("Put the terms forward", {.name = "step", .value = "propose"}),
            submit_button("Amend the terms", {.name = "step", .value = "amend"}));
        main += h(2, "Change or record it");
    } else {
        main += proposals(visit, page);
    }
    main += form(
        form_to(visit, here(visit, page)), act_hidden(visit), decision_field(page, state),
        effective_fields(state),
        text_area({.name = "reason", .label = "Why", .value = state.value("reason"), .rows = 3},
                  state.errors),
        text_area({.name = "text",
                   .label = "The terms as they are to stand",
                   .hint =
                       "The words, each with its rule under it. Meetings already called keep the "
                       "rules of the day on which what counts for them was done.",
                   .value = text,
                   .rows = 24},
                  state.errors),
        button_row(buttons, a(visit.links.terms(page.body.id), "Leave them as they are")));
    return form_page(visit,
                     {.title = "Amend the terms, " + page.body.name,
                      .section = "desk",
                      .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                                {.content = page.body.name, .href = visit.links.body(page.body.id)},
                                {.content = "Amend the terms"}},
                      .main = reading_column(main)},
                     state);
}

/// The act, with the text kept where acts can cite it. Nothing when something is wrong with what
/// was typed.
std::optional<ActAsked> read(const DeskVisit& visit, const views::AmendPage& page,
                             const std::string& text, FormState& state) {
    partnership::CharterFiles files(partnership::find_root().value_or("."));
    const auto cited = files.bring_bytes(visit.partnership, text, page.body.id);
    if (!cited) {
        state.errors.add("text", cited.error().text());
        return std::nullopt;
    }
    const bool proposes = state.value("step") == "propose";
    ActAsked asked{.act = proposes ? "propose-charter" : "amend-charter", .fields = {}};
    asked.fields["body"] = page.body.id;
    asked.fields["charter"] = cited->charter;
    asked.fields["digest"] = cited->digest;
    asked.fields["applies"] = base::join(cited->applies, ",");
    asked.fields["calendar"] = cited->calendar;
    asked.fields["decision"] = state.value("decision");
    asked.fields["reason"] = state.value("reason");
    asked.unless_changed = true;
    asked.effective = effective_typed(visit, state);
    return state.errors.empty() ? std::optional(std::move(asked)) : std::nullopt;
}

} // namespace

Html effective_fields(const FormState& state) {
    return fragment(date_field({.name = "from",
                                .label = "From which day?",
                                .hint = "Left empty: from now on",
                                .value = state.date("from")},
                               state.errors),
                    late_reason_field(state));
}

std::optional<base::Instant> effective_typed(const DeskVisit& visit, FormState& state) {
    const auto date = date_typed(state.typed, "from", state.errors);
    const auto zone = visit.partnership.zone();
    if (!date || *date == zone.date_of(visit.now())) {
        return std::nullopt;
    }
    if (too_far_ahead(visit, zone.start_of(*date))) {
        state.errors.add("from", "That is too far ahead. Check the year.");
        return std::nullopt;
    }
    return zone.start_of(*date);
}

http::Response amend_terms(const DeskVisit& visit) {
    const auto page = page_of(visit);
    const auto begin =
        views::terms_text(visit.reader, visit.request.query.get("terms").value_or(""));
    return show(visit, page, {}, begin.empty() ? page.text : begin, std::nullopt);
}

http::Response record_amendment(const DeskVisit& visit) {
    const auto page = page_of(visit);
    auto state = typed_form(visit);
    const auto text = text_typed(state);
    const auto changes = views::changes_to_terms(visit.reader, page.body.id, text);
    if (!changes) {
        const auto& why = changes.error();
        state.errors.add("text", views::capitalised(why.message) + ". " + why.help +
                                     (why.help.empty() ? "" : "."));
        return show(visit, page, state, text, std::nullopt);
    }
    const auto asked = read(visit, page, text, state);
    if (!asked) {
        return show(visit, page, state, text, std::nullopt);
    }
    const auto step = state.value("step");
    if (step != "amend" && step != "propose") {
        return show(visit, page, state, text, Outlook{*changes, foreseen(visit, *asked)});
    }
    const auto taken = submit_act(visit, *asked);
    if (!taken) {
        return show(visit, page, taken.error(), text, Outlook{*changes, std::nullopt});
    }
    return done(step == "amend" ? visit.links.terms(page.body.id) : visit.links.part("succession"),
                taken->position);
}

} // namespace quorate::web
