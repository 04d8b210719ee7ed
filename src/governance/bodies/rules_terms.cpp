// Bringing terms of reference into force, and settling how they are read.

#include "governance/bodies/adopting.hpp"
#include "governance/bodies/apply.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/copy_members.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using Responsibility = charter::InForce<charter::ResponsibilityRule>;

/// By this name terms may say who amends them.
constexpr std::string_view amend_terms = "amend-terms";

/// The rule that says who may amend the terms; most terms have none.
Responsibility amending_rule(const Ruler& ruler) {
    for (const auto& rule : ruler.all<charter::ResponsibilityRule>()) {
        if (rule->matter == amend_terms && !rule->recommends) {
            return rule;
        }
    }
    return {};
}

/// Terms that take the place of others are for the body to decide, for the one that stands over it, or for whoever the
/// terms name. Terms that are silent on it are told of, and a missing decision is a finding.
void check_decided(Ruler& ruler, const std::optional<DecisionId>& id) {
    const auto* decision = named_decision(ruler, id);
    if (ruler.refused()) {
        return;
    }
    if (const auto rule = amending_rule(ruler)) {
        const BodyId holder(rule->holder.empty() ? ruler.body().value : rule->holder);
        if (binds(decision, holder)) {
            ruler.says(rule, Says::complies, Code::permitted_by, {fact("decision", decision->id.view())});
        } else if (decision == nullptr) {
            ruler.says(rule, Says::breach, Code::decision_missing, {fact("body", holder.view())});
        } else {
            ruler.says(rule, Says::breach, Code::amender_differs,
                       {fact("holder", holder.view()), fact("body", decision->body.view())});
        }
        return;
    }
    const auto* over = decision == nullptr ? nullptr : ruler.state().bodies.find(decision->body);
    const bool by_parent = over != nullptr && over->id != ruler.body() && binds(decision, over->id) &&
                           stands_over(ruler, ruler.state(), *over, ruler.body());
    if (binds(decision, ruler.body()) || by_parent) {
        ruler.remark(Code::amendment_not_provided,
                     {fact("body", decision->body.view()), fact("decision", decision->id.view())});
    } else {
        finding(ruler, Code::decision_missing, {fact("body", ruler.body().view())});
    }
}

/// What an event would make of the state, to try it.
template <class E>
State with(const Ruler& ruler, const E& event) {
    State after = ruler.state();
    apply(after, event, {ruler.at(), {}, 0, {}, {}});
    return after;
}

template <class A>
Ruling rule_on_charter(const Call& call, const A& act, bool amended) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    const auto charter = named_charter(ruler, act.body, act.charter, act.digest);
    events::CharterAdopted event;
    event.applies = named_applied(ruler, act.applies);
    event.calendar = named_calendar(ruler, act.calendar);
    const auto* in_force = call.state.bodies.find(act.body)->charters.at(ruler.at());
    const bool has_terms = in_force != nullptr;
    if (amended && !has_terms) {
        ruler.no(Code::no_terms, {fact("body", act.body.view())});
    }
    if (has_terms) {
        check_decided(ruler, act.decision);
    } else {
        named_decision(ruler, act.decision);
    }
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (has_terms && in_force->digest == lower_hex(act.digest)) {
        ruler.remark(Code::terms_unchanged, {fact("charter", act.charter)});
    }
    event.body = act.body;
    event.charter = charter->name;
    event.digest = lower_hex(act.digest);
    event.zone = charter->zone;
    event.amended = amended;
    event.decision = act.decision;
    check_terms_made(ruler, with(ruler, event));
    return ruler.finish({std::move(event)});
}

std::string name_of(const charter::ReadingInForce& reading) {
    return std::string(reading.charter) + "/" + reading.interpretation->id;
}

/// The interpretation meant by "I1" or "charter/I1"; the body's own charter comes before those it
/// applies.
const charter::ReadingInForce* find_interpretation(const charter::Terms& terms,
                                                   std::string_view written) {
    const charter::ReadingInForce* found = nullptr;
    for (const auto& reading : terms.readings()) {
        if (name_of(reading) == written) {
            return &reading;
        }
        const bool meant = reading.interpretation->id == written;
        if (meant && (found == nullptr || reading.charter == terms.charter().name)) {
            found = &reading;
        }
    }
    return found;
}

} // namespace

Ruling rule(const Call& call, const acts::AdoptCharter& act) {
    return rule_on_charter(call, act, false);
}

Ruling rule(const Call& call, const acts::AmendCharter& act) {
    return rule_on_charter(call, act, true);
}

Ruling rule(const Call& call, const acts::ProposeCharter& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    named_charter(ruler, act.body, act.charter, act.digest);
    auto event = copy_members<events::CharterProposed>(act);
    event.digest = lower_hex(act.digest);
    event.applies = named_applied(ruler, act.applies);
    event.calendar = named_calendar(ruler, act.calendar);
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::AdoptInterpretation& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    if (ruler.terms() == nullptr) {
        if (!ruler.refused()) {
            ruler.no(Code::no_terms, {fact("body", act.body.view())});
        }
        return ruler.finish();
    }
    const auto* found = find_interpretation(ruler.terms()->terms, act.interpretation);
    if (found == nullptr) {
        ruler.no(Code::interpretation_unknown, {fact("interpretation", act.interpretation)});
        return ruler.finish();
    }
    const auto name = name_of(*found);
    if (found->interpretation->reading(act.reading) == nullptr) {
        ruler.no(Code::reading_unknown,
                 {fact("interpretation", name), fact("reading", act.reading)});
        return ruler.finish();
    }
    const auto standing =
        act.standing.value_or(decision != nullptr ? Standing::adopted : Standing::provisional);
    if (standing == Standing::adopted && !ruler.refused() && !binds(decision, act.body)) {
        finding(ruler, Code::decision_missing, {fact("body", act.body.view())});
    }
    const events::InterpretationAdopted event{act.body, name,       act.reading,
                                              standing, act.reason, act.decision};
    if (!ruler.refused()) {
        check_terms_made(ruler, with(ruler, event));
    }
    return ruler.finish({event});
}

} // namespace quorate::governance
