// What the terms do not say, and the readings relied on until the body says it.

#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The standing of the reading in force: a body's own, or ours until it takes one.
bool adopted(const Survey& survey, const std::string& interpretation, std::string_view reading) {
    bool own = false;
    for (const auto& change : survey.body.readings) {
        if (change.interpretation == interpretation && change.effective <= survey.at) {
            own = change.standing == Standing::adopted && change.reading == reading;
        }
    }
    return own;
}

void say_readings(Survey& survey) {
    for (const auto& in_force : survey.terms->terms.readings()) {
        const auto& interpretation = *in_force.interpretation;
        const auto full = std::string(in_force.charter) + "/" + interpretation.id;
        if (adopted(survey, full, in_force.reading)) {
            continue;
        }
        const auto* reading = interpretation.reading(in_force.reading);
        const bool worded = reading != nullptr && !reading->words.empty();
        auto named = std::string(in_force.reading);
        std::replace(named.begin(), named.end(), '_', ' ');
        const auto words = worded ? reading->words : named;
        std::vector<std::string> clauses;
        const auto* rule = survey.terms->terms.rule(interpretation.rule);
        if (rule != nullptr) {
            clauses.push_back(clause_of(*rule));
        } else if (!interpretation.clause.empty()) {
            clauses.push_back(interpretation.clause);
        }
        survey.add(FindingKind::terms, "reading/" + full, std::move(clauses),
                   "left open: " + interpretation.question +
                       " Read, until the body settles it: " + words,
                   {{"interpretation", full}, {"reading", std::string(in_force.reading)}});
    }
}

void say_missing(Survey& survey, bool missing, std::string_view name, std::string_view words) {
    if (missing) {
        survey.add(FindingKind::terms, "silent/" + std::string(name), {},
                   "the terms do not say " + std::string(words));
    }
}

/// One of the body's own clauses lets somebody do this: the common procedure only says who records
/// it.
bool own_clause_allows(const Survey& survey, std::string_view act) {
    const auto rules = survey.all<charter::MayRule>();
    return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
        return survey.own(*rule.rule) &&
               std::find(rule->acts.begin(), rule->acts.end(), act) != rule->acts.end();
    });
}

void say_missing_kinds(Survey& survey) {
    say_missing(survey, !survey.one<charter::AdmissionRule>(), "admission",
                "how members are admitted");
    say_missing(survey, !own_clause_allows(survey, "remove-seat"), "removal",
                "how a member is removed");
    say_missing(survey, !own_clause_allows(survey, "amend-charter"), "amendment",
                "how they are amended");
    say_missing(survey, !survey.one<charter::ExitRule>(), "exit", "how a member leaves");
    say_missing(survey, !survey.one<charter::QuorumRule>(), "quorum", "how many make a quorum");
    say_missing(survey, !survey.one<charter::DecisionRule>(), "decision", "how decisions are made");
    say_missing(survey, survey.all<charter::NoticeRule>().empty(), "notice",
                "how much notice a meeting needs");
    say_missing(survey, !survey.one<charter::FrequencyRule>(), "frequency",
                "how often the body meets");
    say_missing(survey, !survey.one<charter::SubstituteRule>(), "substitute",
                "whether a member may send a substitute");
    say_missing(survey, !survey.one<charter::InterestRule>(), "interests",
                "what follows from a conflict of interest");
    const auto offices = survey.all<charter::OfficeRule>();
    const bool chair = std::any_of(offices.begin(), offices.end(),
                                   [](const auto& rule) { return rule->office == "chair"; });
    say_missing(survey, !chair, "chair", "who chairs");
    const auto duties = survey.all<charter::DutyRule>();
    const auto has_step = [&](std::string_view act) {
        return std::any_of(duties.begin(), duties.end(),
                           [&](const auto& duty) { return duty->evidence == act; });
    };
    say_missing(survey, !has_step("approve-minutes"), "minutes-approval",
                "whether or how minutes are approved");
    say_missing(survey, !has_step("publish-minutes"), "minutes-publication",
                "whether minutes are published");
}

/// An elected office for which the terms give no electing body of their own clause, or no length of
/// time.
void say_elections(Survey& survey) {
    for (const auto& rule : survey.all<charter::OfficeRule>()) {
        if (rule->method != charter::OfficeMethod::elected) {
            continue;
        }
        const auto office = plain(rule->office);
        if (rule->by.empty() || rule->term.empty()) {
            const auto* what = rule->by.empty() && rule->term.empty() ? "who elects the "
                               : rule->by.empty()                     ? "who elects the "
                                                                      : "for how long the ";
            const auto end =
                rule->by.empty() ? (rule->term.empty() ? ", or for how long" : "") : " is elected";
            survey.add(FindingKind::terms, "silent/election/" + rule->office,
                       {clause_of(*rule.rule)},
                       "the terms do not say " + std::string(what) + office + end,
                       {{"office", rule->office}});
        }
    }
}

} // namespace

void survey_silences(Survey& survey) {
    if (survey.terms == nullptr) {
        return;
    }
    say_missing_kinds(survey);
    say_elections(survey);
    say_readings(survey);
}

} // namespace quorate::governance
