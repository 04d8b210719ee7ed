// Naming who keeps in touch with other organisations for a body.

#include "views/partner/liaison.hpp"

#include "web/membership/change.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html standing(const views::LiaisonPage& page) {
    if (page.named.empty()) {
        return nothing_here("Nobody is named yet.");
    }
    govuk::Table table;
    table.caption = "Who keeps in touch now";
    table.caption_classes = "govuk-table__caption--s";
    table.head = {"Organisation", "Who", "Since"};
    table.first_cell_is_header = true;
    for (const auto& each : page.named) {
        table.rows.push_back({each.organisation.name, each.who, short_day(each.since.local.date)});
    }
    return govuk::scrolling_table(table);
}

std::vector<Option> options_of(const std::vector<views::Named>& all) {
    std::vector<Option> out;
    for (const auto& each : all) {
        out.push_back({.value = each.id, .label = each.name});
    }
    return out;
}

http::Response show(const DeskVisit& visit, const views::LiaisonPage& page,
                    const views::MembershipPage& members, const FormState& state) {
    Html main =
        fragment(done_notice(visit), page_heading("Who keeps in touch with whom", page.body.name));
    if (!page.asked.empty()) {
        main += p(page.asked, " (", clause_link(visit.links, page.body.id, page.clause), ").");
    }
    main += standing(page);
    main += h(2, "Name somebody");
    main += form(form_to(visit, visit.links.desk_members(page.body.id).slash("liaison")),
                 act_hidden(visit),
                 choose_many({.name = "organisations",
                              .label = "With which organisations",
                              .values = state.values("organisations"),
                              .options = options_of(page.organisations)},
                             state.errors),
                 select_field({.name = "seat",
                               .label = "A member of the body",
                               .value = state.value("seat"),
                               .options = options_of(page.seats),
                               .nothing_chosen = "None"},
                              state.errors),
                 select_field({.name = "person",
                               .label = "Or someone else in the register",
                               .hint = "Choose neither when nobody keeps in touch any more.",
                               .value = state.value("person"),
                               .options = options_of(members.people),
                               .nothing_chosen = "Nobody"},
                              state.errors),
                 when_fields(visit, state),
                 button_row(submit_button("Record who keeps in touch"),
                            a(visit.links.desk_members(page.body.id), "Back to the members")));
    return form_page(visit,
                     {.title = "Who keeps in touch with whom, " + page.body.name,
                      .section = "desk",
                      .trail = membership_trail(visit, members, "Who keeps in touch"),
                      .main = reading_column(main)},
                     state);
}

views::LiaisonPage page_asked(const DeskVisit& visit) {
    auto page = views::liaison_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

} // namespace

http::Response liaison_page(const DeskVisit& visit) {
    return show(visit, page_asked(visit), membership_of(visit), {});
}

http::Response name_liaison(const DeskVisit& visit) {
    const auto page = page_asked(visit);
    auto state = typed_form(visit);
    const auto organisations = state.values("organisations");
    if (organisations.empty()) {
        state.errors.add("organisations", "Choose at least one organisation.");
    }
    if (!state.value("seat").empty() && !state.value("person").empty()) {
        state.errors.add("person", "Choose a member of the body or someone else, not both.");
    }
    ActAsked asked{.act = "nominate-liaison", .fields = {}};
    asked.effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, page, membership_of(visit), state);
    }
    asked.fields["body"] = page.body.id;
    base::JsonArray list;
    for (const auto& each : organisations) {
        list.emplace_back(each);
    }
    asked.fields["organisations"] = std::move(list);
    asked.fields["seat"] = state.value("seat");
    asked.fields["person"] = state.value("person");
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk_members(page.body.id).slash("liaison"), taken->position)
                 : show(visit, page, membership_of(visit), taken.error());
}

} // namespace quorate::web
