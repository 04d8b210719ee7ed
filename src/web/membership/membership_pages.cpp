// A change of membership: what it does is shown before it is confirmed.

#include "html/govuk/details.hpp"
#include "web/desk/form_acts.hpp"
#include "web/membership/change.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

// ---- A change ----

const ChangeKind& kind_of(const DeskVisit& visit) {
    const auto* kind = find_change(visit.request.query.get("act").value_or(""));
    if (kind == nullptr) {
        no_such_page();
    }
    return *kind;
}

Html effect_table(const DeskVisit& visit, const views::MembershipEffect& effect, bool changed) {
    govuk::Table table;
    table.caption = changed ? "What changes" : "What stays as it is";
    table.caption_classes = "govuk-table__caption--s";
    table.head = changed ? std::vector<govuk::TableCell>{"", "Before", "After"}
                         : std::vector<govuk::TableCell>{"", "Before and after"};
    table.first_cell_is_header = true;
    for (const auto& line : effect.lines) {
        if (line.changed != changed) {
            continue;
        }
        const Html after =
            measure(visit.links, effect.body.id, {line.after, line.clause, line.mark});
        if (changed) {
            table.rows.push_back({line.what, line.before, after});
        } else {
            table.rows.push_back({line.what, after});
        }
    }
    return table.rows.empty() ? Html() : govuk::scrolling_table(table);
}

Html change_lines(const DeskVisit& visit, const views::MembershipEffect& effect,
                  const std::vector<views::EffectChange>& changes, std::string_view title,
                  std::string_view none) {
    std::vector<Html> items;
    for (const auto& each : changes) {
        Html line = fragment(strong(each.kind == "begins" ? "New: "
                                    : each.kind == "ends" ? "No longer: "
                                                          : "Changed: "),
                             each.words);
        if (!each.clause.empty()) {
            line += fragment(" (", clause_link(visit.links, effect.body.id, each.clause), ")");
        }
        if (!each.before.empty()) {
            line += fragment(br(), span(cls("q-quiet"), "Before: ", each.before));
        }
        if (!each.after.empty()) {
            line += fragment(br(), "After: ", each.after);
        }
        items.push_back(li(line));
    }
    return fragment(h(3, title), items.empty() ? nothing_here(none)
                                               : plain_list(cls("govuk-list--spaced"), items));
}

Html effect_shown(const DeskVisit& visit, const views::MembershipEffect& effect) {
    Html out = h(2, id("effect"), "What this change does");
    const auto changed = effect_table(visit, effect, true);
    out += changed.empty() ? p("No seat, quorum, sector or office changes.") : changed;
    const auto same = effect_table(visit, effect, false);
    if (!same.empty()) {
        out += govuk::details({.summary = "What stays as it is", .content = same});
    }
    out += change_lines(visit, effect, effect.duties, "Duties", "No duty changes.");
    out += change_lines(visit, effect, effect.findings, "Findings", "No finding changes.");
    return out;
}

/// The change foreseen: its ruling and its effect.
struct Outlook {
    views::RulingShown ruling;
    std::optional<views::MembershipEffect> effect;
};

tl::expected<Outlook, FormState> outlook_of(const DeskVisit& visit,
                                            const views::MembershipPage& page,
                                            const std::vector<ActAsked>& acts) {
    auto seen = foresee_acts(visit, acts);
    if (!seen) {
        return tl::unexpected(std::move(seen.error()));
    }
    return Outlook{
        std::move(seen->ruling),
        views::membership_effect(visit.reader, seen->after, page.body.id, seen->effective)};
}

Html confirm_form(const DeskVisit& visit, const views::MembershipPage& page, const ChangeKind& kind,
                  const FormState& state) {
    return form(form_to(visit, change_url(visit, page.body.id, kind.act)),
                confirming_fields(visit, state),
                button_row(submit_button(kind.record),
                           a(visit.links.desk_members(page.body.id), "Leave it as it is")));
}

http::Response show(const DeskVisit& visit, const views::MembershipPage& page,
                    const ChangeKind& kind, const FormState& state,
                    const std::optional<Outlook>& outlook) {
    Html main = page_heading(kind.title, page.body.name);
    if (outlook) {
        auto panel = panel_of(visit.links, outlook->ruling);
        panel.short_form = outlook->ruling.verdict == "permitted" && !outlook->ruling.breach;
        main += fragment(h(2, "What the terms of reference say of it"), ruling_panel(panel));
        if (outlook->effect) {
            main += effect_shown(visit, *outlook->effect);
        }
        main += confirm_form(visit, page, kind, state);
        main += h(2, "Change what you entered");
    }
    main += form(form_to(visit, change_url(visit, page.body.id, kind.act)), act_hidden(visit),
                 change_fields(visit, page, kind, state),
                 button_row(kind.body ? submit_button(kind.button) : submit_button(kind.record),
                            a(visit.links.desk_members(page.body.id), "Back to the members")));
    return form_page(visit,
                     {.title = std::string(kind.title) + ", " + page.body.name,
                      .section = "desk",
                      .trail = membership_trail(visit, page, kind.title),
                      .main = reading_column(main)},
                     state);
}

http::Response change_page(const DeskVisit& visit) {
    return show(visit, membership_of(visit), kind_of(visit), {}, std::nullopt);
}

http::Response record_change(const DeskVisit& visit, const views::MembershipPage& page,
                             const ChangeKind& kind, const std::vector<ActAsked>& acts) {
    std::int64_t position = 0;
    for (const auto& asked : acts) {
        const auto taken = submit_act(visit, asked);
        if (!taken) {
            return show(visit, page, kind, taken.error(), std::nullopt);
        }
        position = taken->position;
    }
    return done(visit.links.desk_members(page.body.id), position);
}

http::Response change(const DeskVisit& visit) {
    const auto page = membership_of(visit);
    const auto& kind = kind_of(visit);
    auto state = typed_form(visit);
    const auto acts = read_change(visit, page, kind, state);
    if (!state.errors.empty()) {
        return show(visit, page, kind, state, std::nullopt);
    }
    if (confirmed(visit) || !kind.body) {
        return record_change(visit, page, kind, acts);
    }
    const auto outlook = outlook_of(visit, page, acts);
    if (!outlook) {
        return show(visit, page, kind, outlook.error(), std::nullopt);
    }
    if (outlook->ruling.verdict == "refused") {
        // Nothing to confirm: the form again, with why.
        state.ruling = outlook->ruling;
        return show(visit, page, kind, state, std::nullopt);
    }
    return show(visit, page, kind, state, *outlook);
}

constexpr DeskRoute routes[] = {
    {"/desk/members/{body}", members_desk, nullptr, secretariat_and_auditor},
    {"/desk/members/{body}/seat/{number:number}", seat_page},
    {"/desk/members/{body}/change", change_page, change}};

} // namespace

std::span<const DeskRoute> membership_routes() {
    return routes;
}

} // namespace quorate::web
