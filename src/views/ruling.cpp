#include "charter/wording.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/ruling_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

std::optional<std::int64_t> number(const Reason& reason, std::string_view name) {
    for (const auto& each : reason.facts) {
        if (each.name == name && std::holds_alternative<std::int64_t>(each.value)) {
            return std::get<std::int64_t>(each.value);
        }
    }
    return std::nullopt;
}

/// "Refused: the meeting …" without "Refused: ".
std::string after_verdict(const std::string& headline) {
    const auto colon = headline.find(": ");
    return colon == std::string::npos ? headline : headline.substr(colon + 2);
}

/// The interpretation named charter/id in the terms.
const charter::ReadingInForce* find_reading(const CompiledTerms& terms,
                                            const std::string& interpretation) {
    for (const auto& reading : terms.terms.readings()) {
        if (std::string(reading.charter) + "/" + reading.interpretation->id == interpretation) {
            return &reading;
        }
    }
    return nullptr;
}

std::string words_of(const CompiledTerms* terms, const ReadingUsed& used) {
    const auto* held = terms == nullptr ? nullptr : find_reading(*terms, used.interpretation);
    const auto* reading = held == nullptr ? nullptr : held->interpretation->reading(used.reading);
    return reading == nullptr ? plain_name(used.reading) : reading_words(*reading);
}

OtherReading other_reading(const Otherwise& other, const Reason& of) {
    Reason same = of;
    same.says = other.says;
    same.code = other.code;
    same.facts = other.facts;
    return {other.reading.interpretation, other.reading.reading, std::string(written(other.says)),
            std::string(code_name(other.code)), sentence(same)};
}

const charter::Rule* rule_of(const CompiledTerms* terms, const Reason& reason) {
    return terms == nullptr || reason.rule.empty() ? nullptr : terms->terms.rule(reason.rule);
}

const charter::Charter* source_of(const CompiledTerms* terms, const Reason& reason) {
    const auto* rule = rule_of(terms, reason);
    if (rule == nullptr) {
        return nullptr;
    }
    for (const auto& source : terms->terms.sources()) {
        if (source->name == rule->charter) {
            return source.get();
        }
    }
    return &terms->terms.charter();
}

/// `said` is the same reason to make sentences from.
ReasonShown reason_shown(const Reason& reason, const Reason& said, const CompiledTerms* terms) {
    ReasonShown out;
    out.says = written(reason.says);
    out.code = code_name(reason.code);
    out.words = sentence(said);
    out.rule = reason.rule;
    out.clause = reason.clause;
    out.own_clause = reason.cited_clause.empty() ? reason.clause : reason.cited_clause;
    out.quote = reason.quote;
    if (const auto* source = source_of(terms, reason)) {
        out.charter = source->title;
        out.restated = !source->adopted_text;
    }
    if (const auto* rule = rule_of(terms, reason)) {
        const auto* clause = terms->terms.clause_of(*rule);
        out.clause_text = clause == nullptr ? "" : clause->text;
    }
    if (!reason.rule.empty()) {
        out.effect = reason.effect == charter::Effect::void_ ? "void" : "recorded";
    }
    for (std::size_t i = 0; i < reason.facts.size(); ++i) {
        const auto& fact = reason.facts[i];
        const auto* number = std::get_if<std::int64_t>(&fact.value);
        auto value =
            number != nullptr ? std::to_string(*number) : std::get<std::string>(fact.value);
        out.facts.push_back({fact.name, std::move(value), value_words(said.facts[i])});
    }
    for (const auto& used : reason.readings) {
        out.readings.push_back(used.interpretation + "=" + used.reading);
    }
    out.exception_to = reason.exception_to;
    out.holder = said.holder.empty() ? "" : who_words(said.holder);
    for (const auto& other : said.otherwise) {
        out.otherwise.push_back(other_reading(other, said));
    }
    return out;
}

/// "Half of 40 is 20; 19 are present: one short."
std::string quorum_sum(const Reason& reason, const CompiledTerms* terms) {
    const auto members = number(reason, "members");
    const auto present = number(reason, "present");
    const auto needed = number(reason, "needed");
    if (!members || !present || !needed) {
        return sentence(reason);
    }
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    const auto part = rule ? charter::fraction_words(rule->at_least) + " of " : std::string("of ");
    const auto gap = *present - *needed;
    const auto end = gap < 0    ? number_words(-gap) + " short"
                     : gap == 0 ? std::string("none to spare")
                                : number_words(gap) + " to spare";
    return as_sentence(part + std::to_string(*members) + (rule ? " is " : ", the quorum is ") +
                       std::to_string(*needed) + "; " + std::to_string(*present) +
                       (*present == 1 ? " is" : " are") + " present: " + end);
}

void add_sum(RulingShown& out, const Reason& reason, const CompiledTerms* terms) {
    if (reason.code == Code::quorate || reason.code == Code::inquorate) {
        out.sums.push_back(quorum_sum(reason, terms));
    } else if (reason.facts.size() > 1 && reason.says != Says::remark && !reason.rule.empty() &&
               reason.code != Code::permitted_by) {
        out.sums.push_back(sentence(reason));
    }
}

void add_change(RulingShown& out, const Reason& reason) {
    const auto present = number(reason, "present");
    const auto needed = number(reason, "needed");
    const auto for_votes = number(reason, "for");
    if (reason.code == Code::inquorate && present && needed) {
        out.would_change.push_back(
            as_sentence(counted(*needed - *present, "more member or substitute",
                                "more members or substitutes") +
                        " in the room"));
    } else if (reason.code == Code::not_carried && for_votes && needed && *needed > *for_votes) {
        out.would_change.push_back(
            as_sentence(counted(*needed - *for_votes, "more vote for", "more votes for")));
    } else if (reason.says == Says::discretion && !reason.holder.empty()) {
        out.would_change.push_back(as_sentence("the answer of " + who_words(reason.holder)));
    } else if (reason.code == Code::interest_to_determine) {
        out.would_change.push_back("A determination of the interest by whoever presides.");
    }
}

/// What each other reading of an interpretation would give, as far as the reasons say; else only
/// what it is.
std::vector<std::string> other_words(const Ruling& ruling, const CompiledTerms& terms,
                                     const ReadingUsed& used,
                                     const charter::Interpretation& interpretation) {
    std::vector<std::string> out;
    for (const auto& reading : interpretation.readings) {
        if (reading.name == used.reading) {
            continue;
        }
        const ReadingUsed other{used.interpretation, reading.name};
        std::string gives;
        for (const auto& reason : ruling.reasons) {
            for (const auto& each : reason.otherwise) {
                const auto words =
                    each.reading == other ? other_reading(each, reason).words : std::string();
                if (!words.empty() && gives.find(words) == std::string::npos) {
                    gives += " " + words;
                }
            }
        }
        auto line = as_sentence(words_of(&terms, other));
        out.push_back(gives.empty() ? line : line + " Then:" + gives);
    }
    return out;
}

void add_readings(const Ground& ground, RulingShown& out, const Ruling& ruling,
                  const CompiledTerms& terms, const BodyId& body, base::Instant at) {
    std::set<std::string> seen;
    for (const auto& reason : ruling.reasons) {
        for (const auto& used : reason.readings) {
            const auto* held = find_reading(terms, used.interpretation);
            if (held == nullptr || !seen.insert(used.interpretation).second) {
                continue;
            }
            const auto& question = *held->interpretation;
            out.readings.push_back({used.interpretation, question.question, words_of(&terms, used),
                                    question.reason, reading_made(ground, body, *held, at),
                                    other_words(ruling, terms, used, question)});
        }
    }
}

} // namespace

std::string reading_words(const charter::Reading& reading) {
    return reading.words.empty() ? plain_name(reading.name) : reading.words;
}

std::string reading_made(const Ground& ground, const BodyId& body,
                         const charter::ReadingInForce& reading, base::Instant at) {
    const auto* held = ground.state().bodies.find(body);
    const auto full = std::string(reading.charter) + "/" + reading.interpretation->id;
    const ReadingAdopted* last = nullptr;
    if (held != nullptr) {
        for (const auto& adopted : held->readings) {
            const bool this_one = adopted.interpretation == full ||
                                  adopted.interpretation == reading.interpretation->id;
            if (this_one && adopted.effective <= at &&
                (last == nullptr || last->effective <= adopted.effective)) {
                last = &adopted;
            }
        }
    }
    if (last == nullptr) {
        return "The standing reading of these terms, provisional until the body adopts one";
    }
    const auto on = short_date(ground.moment(body, last->effective).local.date);
    return last->standing == governance::Standing::adopted
               ? "Adopted by the body with effect from " + on
               : "Provisional, put in force on " + on;
}

RulingShown ruling_shown(const Ground& ground, const Ruling& ruling,
                         const std::optional<BodyId>& body, base::Instant at) {
    return ruling_shown_under(ground, ruling, body ? ground.terms(*body, at) : nullptr, body, at);
}

RulingShown ruling_shown_under(const Ground& ground, const Ruling& ruling,
                               const CompiledTerms* terms, const std::optional<BodyId>& body,
                               base::Instant at) {
    RulingShown out;
    out.verdict = verdict_name(ruling.verdict);
    std::replace(out.verdict.begin(), out.verdict.end(), '_', '-');
    const auto said = with_names(ground, ruling, body);
    out.headline = headline(said);
    out.sentence = after_verdict(out.headline);
    if (terms != nullptr) {
        out.body = body->value;
        out.version = terms->terms.charter().title + ", in force from " +
                      short_date(terms->terms.charter().effective);
    }
    for (const auto* finding : said.findings()) {
        out.breach = out.breach || finding->says == Says::breach;
        if (finding->says == Says::breach) {
            out.findings.push_back(sentence(*finding));
        }
    }
    for (std::size_t i = 0; i < ruling.reasons.size(); ++i) {
        const auto& reason = said.reasons[i];
        out.reasons.push_back(reason_shown(ruling.reasons[i], reason, terms));
        add_sum(out, reason, terms);
        add_change(out, reason);
        if (!reason.exception_to.empty()) {
            out.exceptions.push_back(sentence(reason));
        }
        if (reason.says == Says::discretion && out.holder.empty()) {
            out.holder = who_words(reason.holder);
        }
    }
    if (terms != nullptr) {
        add_readings(ground, out, said, *terms, *body, at);
    }
    return out;
}

} // namespace quorate::views
