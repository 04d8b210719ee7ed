// Those a body is to keep in touch with, and has named nobody for (model terms, E).

#include "base/text.hpp"
#include "governance/duties/towards.hpp"
#include "governance/findings/survey.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool somebody_named(const Survey& survey, const std::string& id) {
    const auto found = survey.body.liaisons.find(id);
    const auto* named = found == survey.body.liaisons.end() ? nullptr : found->second.at(survey.at);
    return named != nullptr && (named->seat || named->person);
}

} // namespace

void survey_liaison(Survey& survey) {
    for (const auto& rule : survey.all<charter::DutyRule>()) {
        if (rule->evidence != "nominate-liaison" || rule->each.empty() ||
            !survey.complete(survey.body.id)) {
            continue;
        }
        const Past past(survey.state);
        const Inquiry inquiry(survey.state, survey.context, past, survey.body,
                              zone_of(survey.state, survey.body.id).date_of(survey.at));
        std::vector<std::string> blank;
        for (const auto& id : towards(inquiry, rule->each)) {
            if (!somebody_named(survey, id)) {
                const auto* organisation = survey.state.organisations.find(OrganisationId(id));
                blank.push_back(organisation == nullptr ? id : organisation->name);
            }
        }
        if (!blank.empty()) {
            survey.add(FindingTopic::places, "no-liaison/" + rule.rule->id, {clause_of(*rule.rule)},
                       "nobody is named to keep in touch with " + base::list_words(blank),
                       {{"blank", static_cast<std::int64_t>(blank.size())}});
        }
    }
}

} // namespace quorate::governance
