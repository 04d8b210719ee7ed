// Who sits on a body, and changing it: what a change does is shown before it is confirmed.

#include "base/text.hpp"
#include "html/govuk/details.hpp"
#include "partnership/foresee.hpp"
#include "web/membership/change.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::MembershipPage membership_of(const DeskVisit& visit) {
    auto page = views::membership_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit, const views::MembershipPage& page,
                                     std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {{.content = "My desk", .href = visit.links.desk()}};
    if (here.empty()) {
        out.push_back({.content = "Members of " + page.body.name});
    } else {
        out.push_back({.content = "Members of " + page.body.name,
                       .href = visit.links.desk_members(page.body.id)});
        out.push_back({.content = here});
    }
    return out;
}

Url change_url(const DeskVisit& visit, const std::string& body, std::string_view act) {
    return visit.links.desk_members(body).slash("change").query("act", act);
}

Html seat_link(const DeskVisit& visit, const views::MembershipPage& page, std::string_view act,
               const views::MemberLine& line, std::string_view words) {
    return a(change_url(visit, page.body.id, act).query("seat", line.seat.id), words,
             hidden_text(" seat " + std::to_string(line.seat.number)));
}

std::string seat_about(const views::MemberLine& line) {
    std::string out = line.seat.organisation;
    const auto add = [&](const std::string& words) {
        out += words.empty() ? "" : (out.empty() ? "" : ", ") + words;
    };
    add(line.seat.title);
    add(line.kept_for.empty() ? "" : "kept for " + line.kept_for);
    add(line.represents ? "speaks for " + line.represents->name : "");
    return out;
}

Html vacancies(const DeskVisit& visit, const views::MembershipPage& page) {
    if (page.vacant.empty()) {
        return fragment(h(2, "Vacant seats"), nothing_here("Every seat is held."));
    }
    govuk::Table table;
    table.caption = std::to_string(page.vacant.size()) +
                    (page.vacant.size() == 1 ? " vacant seat" : " vacant seats");
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Seat", "Sector", "About", "Change"};
    for (const auto& line : page.vacant) {
        table.rows.push_back({std::to_string(line.seat.number), line.seat.sector, seat_about(line),
                              fragment(seat_link(visit, page, "appoint", line, "Appoint to"), " · ",
                                       seat_link(visit, page, "remove-seat", line, "Remove"))});
    }
    return govuk::scrolling_table(table);
}

Html held_row_changes(const DeskVisit& visit, const views::MembershipPage& page,
                      const views::MemberLine& line) {
    const auto substitute = change_url(visit, page.body.id, "appoint")
                                .query("seat", line.seat.id)
                                .query("substitute", "yes");
    return fragment(seat_link(visit, page, "appoint", line, "Replace the holder of"), br(),
                    seat_link(visit, page, "vacate", line, "Vacate"), br(),
                    a(substitute, "Standing substitute",
                      hidden_text(" of seat " + std::to_string(line.seat.number))));
}

Html held_seats(const DeskVisit& visit, const views::MembershipPage& page) {
    govuk::Table table;
    table.caption =
        std::to_string(page.held.size()) + (page.held.size() == 1 ? " seat held" : " seats held");
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Seat", "Held by", "Sector", "Since", "Change"};
    for (const auto& line : page.held) {
        Html who = text(page.names ? views::seat_words(line.seat) : "Somebody");
        for (const auto& office : line.offices) {
            who += fragment(br(), strong(office));
        }
        if (!line.substitutes.empty()) {
            who +=
                fragment(br(), span(cls("q-quiet"),
                                    "Standing substitute: ", base::list_words(line.substitutes)));
        }
        table.rows.push_back({std::to_string(line.seat.number), who, line.seat.sector,
                              line.since ? short_day(line.since->local.date) : text("Not recorded"),
                              held_row_changes(visit, page, line)});
    }
    return page.held.empty() ? Html() : govuk::scrolling_table(table);
}

Html measures(const DeskVisit& visit, const views::MembershipPage& page) {
    std::vector<Html> items;
    for (const auto& each : page.measures) {
        items.push_back(li(measure(visit.links, page.body.id, each)));
    }
    return items.empty() ? Html() : plain_list(cls("govuk-list--spaced"), items);
}

Html offices(const DeskVisit& visit, const views::MembershipPage& page) {
    if (page.offices.empty()) {
        return {};
    }
    govuk::SummaryList list;
    for (const auto& office : page.offices) {
        govuk::SummaryRow row{
            .key = office.title,
            .value =
                fragment(office.words, " ", clause_link(visit.links, page.body.id, office.clause))};
        if (!office.act.empty()) {
            row.actions.push_back(
                {.content = office.act == "rotate-office" ? "Pass on" : "Fill",
                 .href = change_url(visit, page.body.id, office.act).query("office", office.id),
                 .visually_hidden_text = office.title});
        }
        list.rows.push_back(std::move(row));
    }
    return fragment(h(2, "Offices"), govuk::summary_list(list));
}

Html other_bodies(const DeskVisit& visit, const std::string& chosen) {
    const auto bodies = visit.reader.bodies();
    Html out;
    for (const auto& body : bodies) {
        out += out.empty() ? Html() : text(" · ");
        out +=
            body.id == chosen ? strong(body.name) : a(visit.links.desk_members(body.id), body.name);
    }
    return bodies.size() < 2 ? Html() : p(out);
}

http::Response members_desk(const DeskVisit& visit) {
    const auto page = membership_of(visit);
    const auto link = [&](std::string_view act, std::string_view words) {
        return link_button(words, change_url(visit, page.body.id, act),
                           {.classes = "govuk-button--secondary"});
    };
    Html top = fragment(done_notice(visit), page_heading("Members", page.body.name),
                        other_bodies(visit, page.body.id), measures(visit, page));
    Html actions;
    if (visit.secretariat()) {
        actions = fragment(button_row(link("admit-organisation", "Admit an organisation"),
                                      link("create-seat", "Create a seat"),
                                      link("register-person", "Enter a person in the register"),
                                      link("register-organisation", "Enter an organisation")));
    }
    Html main = fragment(reading_column(top), vacancies(visit, page), actions,
                         held_seats(visit, page), reading_column(offices(visit, page)));
    return framed(visit, {.title = "Members of " + page.body.name,
                          .section = "desk",
                          .trail = trail(visit, page, {}),
                          .main = full_width(main)});
}

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

tl::expected<Outlook, FormState> look_ahead(const DeskVisit& visit,
                                            const views::MembershipPage& page,
                                            const std::vector<ActAsked>& acts) {
    std::vector<governance::Submission> submissions;
    for (const auto& asked : acts) {
        auto submission = read_act(visit, asked);
        if (!submission) {
            return tl::unexpected(std::move(submission.error()));
        }
        submissions.push_back(std::move(*submission));
    }
    const auto foreseen = partnership::foresee(visit.partnership, submissions);
    const auto after =
        views::Reader::open_on(visit.partnership, visit.who.viewer, foreseen.snapshot);
    // The first that is refused is the one to be told about.
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        auto ruling = after.ruling(submissions[i], foreseen.rulings[i]);
        if (ruling.verdict != "permitted" || i + 1 == submissions.size()) {
            return Outlook{std::move(ruling),
                           views::membership_effect(visit.reader, after, page.body.id,
                                                    submissions.back().effective)};
        }
    }
    no_such_page();
}

Html confirm_form(const DeskVisit& visit, const views::MembershipPage& page, const ChangeKind& kind,
                  const FormState& state) {
    Html fields = act_hidden(visit);
    for (const auto& [name, value] : state.typed.entries()) {
        if (name != "entry" && name != "position" && name != "csrf" && name != "confirmed") {
            fields += hidden(name, value);
        }
    }
    return form(form_to(visit, change_url(visit, page.body.id, kind.act)), fields,
                hidden("confirmed", "yes"),
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
        main += ruling_panel(panel);
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
                      .trail = trail(visit, page, kind.title),
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
    const bool confirmed = visit.form.get("confirmed").value_or("") == "yes";
    if (confirmed || !kind.body) {
        return record_change(visit, page, kind, acts);
    }
    const auto outlook = look_ahead(visit, page, acts);
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
    {"/desk/members/{body}/change", change_page, change}};

} // namespace

std::span<const DeskRoute> membership_routes() {
    return routes;
}

} // namespace quorate::web
