#include "charter/library.hpp"
#include "charter/model.hpp"
#include "charter/params.hpp"
#include "charter/wording.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/rule_words.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

/// A rule in force with what a reader needs of it, whatever its kind.
struct RuleInForce {
    std::string words;
    charter::Effect effect = charter::Effect::recorded;
    std::span<const charter::ReadingInForce> readings;
};
using RulesInForce = std::map<const charter::Rule*, RuleInForce>;

template <class P>
void gather(const charter::Terms& terms, const KnownNames& names, RulesInForce& out) {
    for (const auto& each : terms.all<P>()) {
        out[each.rule] = {rule_words(names, *each.rule, charter::Params(*each.params)), each.effect,
                          each.readings};
    }
}

template <class... P>
RulesInForce gather_all(const charter::Terms& terms, const KnownNames& names,
                        const std::variant<P...>*) {
    RulesInForce out;
    (gather<P>(terms, names, out), ...);
    return out;
}

InterpretationShown interpretation_shown(const Ground& ground, const BodyId& body,
                                         const charter::ReadingInForce& held) {
    InterpretationShown out;
    const auto& question = *held.interpretation;
    out.id = question.id;
    out.charter = held.charter;
    out.question = question.question;
    out.reason = question.reason;
    out.made = reading_made(ground, body, held, ground.now);
    for (const auto& reading : question.readings) {
        out.readings.push_back(
            {reading.name, reading_words(reading), reading.name == held.reading});
    }
    return out;
}

RuleShown rule_shown(const Ground& ground, const Body& body, const CompiledTerms& terms,
                     const charter::Rule& rule, const RuleInForce& in_force) {
    RuleShown out;
    out.id = rule.id;
    out.kind = charter::kind_name(rule.kind);
    out.words = in_force.words;
    out.today = today_of(ground, body, terms, rule);
    out.takes_no_effect =
        in_force.effect == charter::Effect::void_ && !charter::recorded_only(rule.kind);
    out.exception_to = rule.exception_to;
    out.note = rule.note;
    if (const auto* law = terms.terms.charter().enactment(rule.enactment)) {
        out.enactment = law->title;
    }
    for (const auto& reading : in_force.readings) {
        if (!reading.interpretation->rule.empty()) {
            out.interpretations.push_back(interpretation_shown(ground, body.id, reading));
        }
    }
    if (rule.charter != terms.terms.charter().name) {
        for (const auto& source : terms.terms.sources()) {
            if (source->name == rule.charter) {
                out.imported_from = source->title;
            }
        }
        out.imported_clause = rule.clause;
    }
    return out;
}

/// The clause of the document a rule stands beside: its own, or the one that brings it in.
bool beside(const charter::Rule& rule, const charter::Clause& clause, bool imported) {
    return imported ? rule.cited_clause == clause.number : rule.clause == clause.number;
}

std::vector<ClauseShown> clauses_shown(const Ground& ground, const Body& body,
                                       const CompiledTerms& terms) {
    const auto& charter = terms.terms.charter();
    const auto in_force = gather_all(terms.terms, known_names(ground),
                                     static_cast<const charter::Params*>(nullptr));
    std::vector<ClauseShown> out;
    std::string heading;
    for (const auto& clause : charter.clauses) {
        ClauseShown shown{clause.number, clause.number, {}, clause.text, clause.html, {}, {}};
        if (clause.heading != heading) {
            shown.heading = heading = clause.heading;
        }
        for (const auto* rule : terms.terms.rules()) {
            const bool imported = rule->charter != charter.name;
            const auto found = in_force.find(rule);
            if (found != in_force.end() && beside(*rule, clause, imported)) {
                (imported ? shown.imported : shown.rules)
                    .push_back(rule_shown(ground, body, terms, *rule, found->second));
            }
        }
        out.push_back(std::move(shown));
    }
    return out;
}

/// The clauses with a rule that an enactment takes out of force, or that one of its own rules goes
/// before.
std::vector<std::string> overridden_clauses(const CompiledTerms& terms,
                                            const charter::Enactment& law) {
    std::vector<std::string> out;
    const auto take = [&](std::string_view id) {
        const auto* rule = terms.terms.rule(id);
        if (rule != nullptr && std::find(out.begin(), out.end(), rule->clause) == out.end()) {
            out.push_back(rule->clause);
        }
    };
    for (const auto& id : law.disapplies) {
        take(id);
    }
    for (const auto& rule : terms.terms.charter().rules) {
        if (rule.enactment == law.id) {
            take(rule.exception_to);
        }
    }
    return out;
}

std::vector<EnactmentShown> enactments_shown(const CompiledTerms& terms) {
    std::vector<EnactmentShown> out;
    for (const auto& law : terms.terms.charter().enactments) {
        out.push_back({law.title, law.url, law.says, overridden_clauses(terms, law)});
    }
    return out;
}

std::optional<ModelShown> model_shown(const Ground& ground, const charter::Charter& charter) {
    if (charter.model.empty()) {
        return std::nullopt;
    }
    ModelShown out{charter.model, {}, false, {}};
    std::shared_ptr<const charter::Charter> model;
    for (const auto& version : ground.context().charters().versions(charter.model)) {
        const bool same = base::hex(version->digest) == charter.model_digest;
        if (model == nullptr || base::hex(model->digest) != charter.model_digest || same) {
            model = version;
        }
    }
    if (model == nullptr) {
        return out;
    }
    out.title = model->title;
    out.changed_since = base::hex(model->digest) != charter.model_digest;
    if (const auto all = charter::differences_from_model(*model, charter)) {
        for (const auto& one : *all) {
            out.differences.push_back(charter::words(one));
        }
    }
    return out;
}

} // namespace

std::optional<TermsPage> terms_page(const Ground& ground, const BodyId& id) {
    const auto* body = ground.state().bodies.find(id);
    const auto* terms = body == nullptr ? nullptr : ground.terms(id, ground.now);
    if (terms == nullptr) {
        return std::nullopt;
    }
    const auto& charter = terms->terms.charter();
    TermsPage out;
    out.body = ground.body(id);
    out.terms = {charter.title,         charter.name,   base::hex(charter.digest),
                 !charter.adopted_text, charter.source, charter.effective};
    out.source_url = charter.source_url;
    out.note = charter.note;
    out.calendar = charter.calendar;
    out.on = ground.today;
    if (const auto* change = body->charters.change_at(ground.now)) {
        out.standing =
            "In force here from " + short_date(ground.moment(id, change->from).local.date) + ".";
    }
    for (const auto& reading : terms->terms.readings()) {
        if (reading.interpretation->rule.empty() && reading.charter == charter.name) {
            out.whole.push_back(interpretation_shown(ground, id, reading));
        }
    }
    out.clauses = clauses_shown(ground, *body, *terms);
    out.enactments = enactments_shown(*terms);
    out.model = model_shown(ground, charter);
    return out;
}

} // namespace quorate::views
