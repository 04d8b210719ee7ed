// What the documents state of a thing, compared with what they state of it elsewhere; names that
// drift; words nobody gives the meaning of; and the documents' own slips.

#include "base/text.hpp"
#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using Facts = std::span<const charter::InForce<charter::FactRule>>;

/// One statement of a thing, where it stands.
struct Statement {
    const charter::Rule* rule = nullptr;
    const charter::FactRule* fact = nullptr;
    BodyId body;
};

bool same_rule(const charter::Rule& a, const charter::Rule& b) {
    return a.id == b.id && a.charter == b.charter;
}

/// Everything stated of a thing by bodies that are there, in the order of the bodies.
std::vector<Statement> statements_of(const Survey& survey, const std::string& about) {
    std::vector<Statement> out;
    survey.state.bodies.each([&](const Body& body) {
        const auto* terms = survey.established(body.id)
                                ? terms_at(survey.state, body.id, survey.at, survey.context)
                                : nullptr;
        for (const auto& fact :
             terms == nullptr ? Facts{} : terms->terms.all<charter::FactRule>()) {
            const bool known = std::any_of(out.begin(), out.end(), [&](const Statement& each) {
                return each.body != body.id && same_rule(*each.rule, *fact.rule);
            });
            if (fact->about == about && !fact->states.empty() && !known) {
                out.push_back({fact.rule, fact.params, body.id});
            }
        }
    });
    return out;
}

bool differ(const std::vector<Statement>& statements) {
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& each) {
        return each.fact->states != statements.front().fact->states;
    });
}

/// "five groups (3.2)"; with the document's name where it is another body's.
std::string stated(const Survey& survey, const Statement& statement) {
    const auto of = statement.body == survey.body.id
                        ? std::string()
                        : " of the terms of " + survey.name_of(statement.body);
    return "“" + statement.fact->states + "” (" + clause_of(*statement.rule) + of + ")";
}

/// A body says it where its own clauses differ; where bodies differ from one another, the first.
void say_statements(Survey& survey, const std::string& about) {
    auto all = statements_of(survey, about);
    std::vector<Statement> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&](const Statement& each) { return each.body == survey.body.id; });
    const bool first = !all.empty() && all.front().body == survey.body.id;
    if (!differ(own) && !(first && differ(all))) {
        return;
    }
    std::stable_partition(all.begin(), all.end(),
                          [&](const Statement& each) { return each.body == survey.body.id; });
    std::vector<std::string> words;
    std::vector<std::string> clauses;
    std::vector<std::string> said;
    for (const auto& each : all) {
        if (std::find(said.begin(), said.end(), each.fact->states) != said.end()) {
            continue;
        }
        said.push_back(each.fact->states);
        words.push_back(stated(survey, each));
        const auto clause = clause_of(*each.rule);
        if (each.body == survey.body.id &&
            std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) {
            clauses.push_back(clause);
        }
    }
    survey.add(FindingTopic::contradiction, "stated/" + about, std::move(clauses),
               plain(about) + ": " + base::join(words, ", but "),
               {{"about", about}, {"statements", static_cast<std::int64_t>(words.size())}});
}

void say_contradictions(Survey& survey) {
    std::vector<std::string> seen;
    for (const auto& fact : survey.all<charter::FactRule>()) {
        const bool known = std::find(seen.begin(), seen.end(), fact->about) != seen.end();
        if (!fact->about.empty() && !fact->states.empty() && !known) {
            seen.push_back(fact->about);
            say_statements(survey, fact->about);
        }
    }
}

/// Words the terms use and do not explain. A fact about the word explains it.
void say_undefined(Survey& survey) {
    const auto facts = survey.all<charter::FactRule>();
    for (const auto& fact : facts) {
        for (const auto& word : fact->undefined) {
            const bool explained = std::any_of(facts.begin(), facts.end(), [&](const auto& other) {
                return !other->states.empty() && plain(other->about) == plain(word);
            });
            auto name = word;
            std::replace(name.begin(), name.end(), ' ', '-');
            if (!explained) {
                survey.add(FindingTopic::silence, "undefined/" + name, {clause_of(*fact.rule)},
                           clause_of(*fact.rule) + " says “" + word +
                               "”, and no clause says what that means",
                           {{"word", word}});
            }
        }
    }
}

void say_gaps(Survey& survey) {
    for (const auto& fact : survey.all<charter::FactRule>()) {
        for (std::size_t i = 0; i < fact->gaps.size(); ++i) {
            survey.add(FindingTopic::slip, "gap/" + fact.rule->id + "/" + std::to_string(i + 1),
                       {clause_of(*fact.rule)}, fact->gaps[i]);
        }
    }
}

void say_names(Survey& survey) {
    const auto rule = survey.one<charter::BodyRule>();
    if (!rule || rule->also_called.empty()) {
        return;
    }
    auto names = rule->also_called;
    for (auto& name : names) {
        name = "“" + name + "”";
    }
    const auto count = static_cast<std::int64_t>(names.size()) + 1;
    survey.add(FindingTopic::slip, "also-called", clauses_of(*rule.rule),
               "the documents have " + number_words(count) + " names for this body; the " +
                   (names.size() == 1 ? "other is " : "others are ") + base::list_words(names),
               {{"names", count}});
}

/// A succession for which the text gives no day, or for which a day is only read into it.
void say_no_day(Survey& survey) {
    for (const auto& rule : survey.all<charter::SuccessionRule>()) {
        const bool read =
            std::any_of(rule.readings.begin(), rule.readings.end(), [](const auto& each) {
                const auto* reading = each.interpretation->reading(each.reading);
                return reading != nullptr &&
                       reading->overrides.find("\"effective\"") != std::string::npos;
            });
        const bool waits = rule->mode == charter::SuccessionMode::may_absorb;
        if (waits || (!rule->effective.empty() && !read)) {
            continue;
        }
        std::vector<std::string> from;
        for (const auto& each : rule->from) {
            from.push_back(survey.name_of(BodyId(each)));
        }
        const BodyId to(rule->to.empty() ? survey.body.id.value : rule->to);
        survey.add(FindingTopic::silence, "no-day/" + rule.rule->id, {clause_of(*rule.rule)},
                   "the text gives no day on which what " + base::list_words(from) +
                       " did passes to " + survey.name_of(to),
                   {{"to", to.value}});
    }
}

} // namespace

void survey_statements(Survey& survey) {
    if (survey.terms == nullptr) {
        return;
    }
    say_contradictions(survey);
    say_undefined(survey);
    say_gaps(survey);
    say_names(survey);
    say_no_day(survey);
}

} // namespace quorate::governance
