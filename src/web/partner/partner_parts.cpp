#include "web/partner/partner_parts.hpp"

#include "base/uuid.hpp"
#include "partnership/foresee.hpp"
#include "views/desk/entry_place.hpp"
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

namespace {

/// A partner's own desk shows its first organisation; everything else has a page of its own.
Url home_of(const DeskVisit& visit, const views::Named& organisation) {
    const auto own = views::organisations_answered_for(visit.reader);
    const bool first = visit.kind() == views::ViewerKind::partner && !own.empty() &&
                       own.front().id == organisation.id;
    return first ? visit.links.desk() : organisation_url(visit, organisation.id);
}

} // namespace

std::vector<govuk::Breadcrumb> organisation_trail(const DeskVisit& visit,
                                                  const views::Named& organisation,
                                                  std::string_view here) {
    const auto home = home_of(visit, organisation);
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
    return a(home_of(visit, organisation), "Back to your desk");
}

Html confirmation_shown(const DeskVisit& visit, const FormState& state,
                        const Confirmation& confirmation) {
    auto panel = panel_of(visit.links, confirmation.ruling);
    Html fields = act_hidden(visit);
    for (const auto& [name, value] : state.typed.entries()) {
        if (name != "entry" && name != "position" && name != "csrf" && name != "confirmed") {
            fields += hidden(name, value);
        }
    }
    const Html button = confirmation.warning ? warning_button(confirmation.button)
                                             : submit_button(confirmation.button);
    return fragment(h(2, "What the terms of reference say of it"), ruling_panel(panel),
                    form(form_to(visit, confirmation.action), fields, hidden("confirmed", "yes"),
                         button_row(button)));
}

bool confirmed(const DeskVisit& visit) {
    return visit.form.get("confirmed").value_or("") == "yes";
}

bool is_not_theirs(const std::optional<views::RulingShown>& ruling) {
    return !ruling || std::any_of(ruling->reasons.begin(), ruling->reasons.end(),
                                  [](const views::ReasonShown& reason) {
                                      return reason.code == "not_permitted";
                                  });
}

namespace {

struct Ahead {
    views::RulingShown ruling; ///< of the first that is not permitted, else of the last
    bool all = true;           ///< every one goes through, or waits for somebody's discretion
};

tl::expected<Ahead, FormState> ahead(const DeskVisit& visit, const std::vector<ActAsked>& acts) {
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
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        const auto verdict = foreseen.rulings[i].verdict;
        if (verdict != governance::Verdict::permitted || i + 1 == submissions.size()) {
            const bool goes = verdict == governance::Verdict::permitted ||
                              verdict == governance::Verdict::needs_discretion;
            return Ahead{after.ruling(submissions[i], foreseen.rulings[i]), goes};
        }
    }
    no_such_page();
}

} // namespace

tl::expected<views::RulingShown, FormState> look_ahead(const DeskVisit& visit,
                                                       const std::vector<ActAsked>& acts) {
    auto seen = ahead(visit, acts);
    if (!seen) {
        return tl::unexpected(std::move(seen.error()));
    }
    if (!seen->all) {
        auto state = typed_form(visit);
        state.ruling = std::move(seen->ruling);
        return tl::unexpected(std::move(state));
    }
    return std::move(seen->ruling);
}

tl::expected<ActTaken, FormState> record_all(const DeskVisit& visit,
                                             const std::vector<ActAsked>& acts) {
    // A second press is answered as the first was: the rules would look at what is there already.
    const bool before =
        views::position_of_entry(visit.reader, visit.form.get("entry").value_or("")).has_value();
    if (acts.size() > 1 && !before) {
        if (auto seen = look_ahead(visit, acts); !seen) {
            return tl::unexpected(std::move(seen.error()));
        }
    }
    ActTaken last;
    for (const auto& asked : acts) {
        auto taken = submit_act(visit, asked);
        if (!taken) {
            return taken;
        }
        last = std::move(*taken);
    }
    return last;
}

std::string form_uuid(const FormState& state, std::string_view name) {
    auto given = state.value(name);
    return base::is_uuid_v7(given) ? given : base::random_uuid_v7(base::system_now());
}

} // namespace quorate::web
