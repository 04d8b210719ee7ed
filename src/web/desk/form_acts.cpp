#include "web/desk/form_acts.hpp"

#include "base/uuid.hpp"
#include "partnership/foresee.hpp"
#include "views/desk/entry_place.hpp"

namespace quorate::web {

using governance::Verdict;

tl::expected<ForeseenActs, FormState> foresee_acts(const DeskVisit& visit,
                                                   const std::vector<ActAsked>& acts) {
    QUORATE_ASSERT(!acts.empty());
    std::vector<governance::Submission> submissions;
    for (const auto& asked : acts) {
        auto submission = read_act(visit, asked);
        if (!submission) {
            return tl::unexpected(std::move(submission.error()));
        }
        submissions.push_back(std::move(*submission));
    }
    const auto foreseen = partnership::foresee(visit.partnership, submissions);
    // The first that is not permitted is the one to be told about.
    std::size_t told = 0;
    while (told + 1 < submissions.size() && foreseen.rulings[told].verdict == Verdict::permitted) {
        ++told;
    }
    const auto& ruling = foreseen.rulings[told];
    auto after = views::Reader::open_on(visit.partnership, visit.who.viewer, foreseen.snapshot);
    auto shown = after.ruling(submissions[told], ruling);
    return ForeseenActs{.after = std::move(after),
                        .ruling = std::move(shown),
                        .goes_through = ruling.verdict == Verdict::permitted ||
                                        ruling.verdict == Verdict::needs_discretion,
                        .effective = submissions.back().effective};
}

tl::expected<views::RulingShown, FormState> look_ahead(const DeskVisit& visit,
                                                       const std::vector<ActAsked>& acts) {
    auto seen = foresee_acts(visit, acts);
    if (!seen) {
        return tl::unexpected(std::move(seen.error()));
    }
    if (!seen->goes_through) {
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

bool confirmed(const DeskVisit& visit) {
    return visit.form.get("confirmed").value_or("") == "yes";
}

html::Html confirming_fields(const DeskVisit& visit, const FormState& state) {
    html::Html fields = act_hidden(visit);
    for (const auto& [name, value] : state.typed.entries()) {
        if (name != "entry" && name != "position" && name != "csrf" && name != "confirmed") {
            fields += html::hidden(name, value);
        }
    }
    fields += html::hidden("confirmed", "yes");
    return fields;
}

} // namespace quorate::web
