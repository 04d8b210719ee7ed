// What the terms do not say, and the readings relied on until the body says it.

#include "governance/findings/silences.hpp"

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
        survey.add(FindingTopic::reading, "reading/" + full, std::move(clauses),
                   "left open: " + interpretation.question +
                       " Read, until the body settles it: " + words,
                   {{"interpretation", full},
                    {"reading", std::string(in_force.reading)},
                    {"question", interpretation.question},
                    {"read", words}});
    }
}

/// The silences of one set of terms as they are found.
class Listening {
public:
    explicit Listening(const charter::Terms& terms) : terms_(terms) {}

    std::vector<Silence> all() {
        say_members();
        say_meetings();
        say_deciding();
        say_offices();
        say_minutes();
        return std::move(found_);
    }

private:
    void missing(bool is_missing, std::string_view about, std::string_view words,
                 std::string clause = {}) {
        if (is_missing) {
            found_.push_back({std::string(about), "the terms do not say " + std::string(words),
                              std::move(clause)});
        }
    }

    template <class P>
    [[nodiscard]] bool none() const {
        return terms_.all<P>().empty();
    }

    /// One of the terms' own clauses lets somebody do this: the common procedure only says who
    /// records it.
    [[nodiscard]] bool own_clause_allows(std::string_view act) const {
        const auto rules = terms_.all<charter::MayRule>();
        return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
            const bool own =
                rule.rule->charter.empty() || rule.rule->charter == terms_.charter().name;
            return own && std::find(rule->acts.begin(), rule->acts.end(), act) != rule->acts.end();
        });
    }

    [[nodiscard]] bool has_step(std::string_view act) const {
        const auto duties = terms_.all<charter::DutyRule>();
        return std::any_of(duties.begin(), duties.end(),
                           [&](const auto& duty) { return duty->evidence == act; });
    }

    void say_members() {
        missing(none<charter::AdmissionRule>(), "admission", "how members are admitted");
        missing(!own_clause_allows("remove-seat"), "removal", "how a member is removed");
        missing(!own_clause_allows("amend-charter"), "amendment", "how they are amended");
        missing(none<charter::ExitRule>(), "exit", "how a member leaves");
        missing(none<charter::SubstituteRule>(), "substitute",
                "whether a member may send a substitute");
    }

    void say_meetings() {
        missing(none<charter::FrequencyRule>(), "frequency", "how often the body meets");
        missing(none<charter::NoticeRule>(), "notice", "how much notice a meeting needs");
        missing(none<charter::QuorumRule>(), "quorum", "how many make a quorum");
    }

    void say_deciding() {
        missing(none<charter::DecisionRule>(), "decision", "how decisions are made");
        const auto delegations = terms_.all<charter::DelegationRule>();
        const bool urgent = std::any_of(delegations.begin(), delegations.end(),
                                        [](const auto& each) { return each->scope == "urgent"; });
        missing(!urgent, "between-meetings", "whether anything can be decided between meetings");
        missing(none<charter::InterestRule>(), "interests",
                "what follows from a conflict of interest");
    }

    void say_offices() {
        const auto offices = terms_.all<charter::OfficeRule>();
        const bool chair = std::any_of(offices.begin(), offices.end(),
                                       [](const auto& rule) { return rule->office == "chair"; });
        missing(!chair, "chair", "who chairs");
        for (const auto& rule : offices) {
            if (rule->method == charter::OfficeMethod::elected) {
                say_election(*rule.params, clause_of(*rule.rule));
            }
        }
    }

    /// An elected office for which the terms give no electing body of their own clause, or no
    /// length of time.
    void say_election(const charter::OfficeRule& rule, std::string clause) {
        auto office = rule.office;
        std::replace(office.begin(), office.end(), '-', ' ');
        const auto about = "election/" + rule.office;
        if (rule.by.empty()) {
            missing(true, about,
                    "who elects the " + office + (rule.term.empty() ? ", or for how long" : ""),
                    std::move(clause));
        } else {
            missing(rule.term.empty(), about, "for how long the " + office + " is elected",
                    std::move(clause));
        }
    }

    void say_minutes() {
        missing(!has_step("approve-minutes"), "minutes-approval",
                "whether or how minutes are approved");
        missing(!has_step("publish-minutes"), "minutes-publication",
                "whether minutes are published");
    }

    const charter::Terms& terms_;
    std::vector<Silence> found_;
};

} // namespace

std::vector<Silence> silences(const charter::Terms& terms) {
    return Listening(terms).all();
}

void survey_silences(Survey& survey) {
    if (survey.terms == nullptr) {
        return;
    }
    for (auto& silence : silences(survey.terms->terms)) {
        survey.add(FindingTopic::silence, "silent/" + silence.about,
                   silence.clause.empty() ? std::vector<std::string>{}
                                          : std::vector{std::move(silence.clause)},
                   std::move(silence.words),
                   silence.about.starts_with("election/")
                       ? std::vector<Fact>{{"office", silence.about.substr(9)}}
                       : std::vector<Fact>{});
    }
    say_readings(survey);
}

} // namespace quorate::governance
