#include "web/partner/partner_parts.hpp"

#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

Url organisation_url(const DeskVisit& visit, const std::string& organisation) {
    return visit.links.desk().slash("organisation").slash(organisation);
}

Url answer_url(const DeskVisit& visit, const std::string& organisation,
               const std::string& decision) {
    return organisation_url(visit, organisation).slash("answer").slash_id(decision);
}

views::Named organisation_asked(const DeskVisit& visit) {
    const auto& id = visit.request.capture("organisation");
    for (auto& each : views::organisations_answered_for(visit.reader)) {
        if (each.id == id) {
            return std::move(each);
        }
    }
    no_such_page();
}

Url organisation_home(const DeskVisit& visit, const views::Named& organisation) {
    const auto own = views::organisations_answered_for(visit.reader);
    const bool first = visit.kind() == views::ViewerKind::partner && !own.empty() &&
                       own.front().id == organisation.id;
    return first ? visit.links.desk() : organisation_url(visit, organisation.id);
}

std::vector<govuk::Breadcrumb> organisation_trail(const DeskVisit& visit,
                                                  const views::Named& organisation,
                                                  std::string_view here) {
    const auto home = organisation_home(visit, organisation);
    if (home == visit.links.desk()) {
        return {{.content = "My desk", .href = home}, {.content = here}};
    }
    return {{.content = "My desk", .href = visit.links.desk()},
            {.content = organisation.name, .href = home},
            {.content = here}};
}

std::string in_sentence(std::string name) {
    if (name.starts_with("The ")) {
        name.front() = 't';
    }
    return name;
}

Html back_to_organisation(const DeskVisit& visit, const views::Named& organisation) {
    return a(organisation_home(visit, organisation), "Back to your desk");
}

Html confirmation_shown(const DeskVisit& visit, const FormState& state,
                        const Confirmation& confirmation) {
    auto panel = panel_of(visit.links, confirmation.ruling);
    const Html button = confirmation.warning ? warning_button(confirmation.button)
                                             : submit_button(confirmation.button);
    return fragment(h(2, "What the terms of reference say of it"), ruling_panel(panel),
                    form(form_to(visit, confirmation.action), confirming_fields(visit, state),
                         button_row(button)));
}

bool is_not_theirs(const std::optional<views::RulingShown>& ruling) {
    return !ruling || std::any_of(ruling->reasons.begin(), ruling->reasons.end(),
                                  [](const views::ReasonShown& reason) {
                                      return reason.code == "not_permitted";
                                  });
}

Html honoured_fields(const DeskVisit& visit, const FormState& state) {
    return fragment(date_field({.name = "on",
                                .label = "The day it was honoured",
                                .value = state.date("on", visit.reader.about().today)},
                               state.errors),
                    text_area({.name = "words",
                               .label = "What there is to say about it",
                               .hint = "It is published. It can be left empty.",
                               .value = state.value("words"),
                               .rows = 3},
                              state.errors));
}

} // namespace quorate::web
