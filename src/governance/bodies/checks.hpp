#ifndef QUORATE_GOVERNANCE_BODIES_CHECKS_HPP
#define QUORATE_GOVERNANCE_BODIES_CHECKS_HPP
// What the rules about bodies and their members ask of the record before they ask the charter.

#include "governance/ruler.hpp"

#include <string_view>

namespace quorate::governance {

/// The body of the act, refusing when the record has none of that id or it has been dissolved by
/// then.
const Body* require_body(Ruler& ruler);
/// The same for another body the act names.
const Body* require_body(Ruler& ruler, const BodyId& id);
/// The decision named, refusing when the record has no such decision. Null also when none is named.
const Decision* named_decision(Ruler& ruler, const std::optional<DecisionId>& id);
/// A decision that binds the body: its own, carried, and more than a recommendation.
bool binds(const Decision* decision, const BodyId& body);
/// True when a body has a link of a type to another then.
bool linked(const Body& body, const BodyId& to, LinkType type, base::Instant instant);
/// True when one body stands over another: by the terms of either, or by a link on record.
bool stands_over(const Ruler& ruler, const State& state, const Body& over, const BodyId& body);

/// A body about to be established.
struct NewBody {
    BodyId body;
    bool by_statute = false;
};
/// What the body that sets up this one asks of it: agreed terms, where its own terms require them (5.1). `state` has
/// the terms that are to be there.
void check_terms_of_group(Ruler& ruler, const State& state, const NewBody& group, const Decision* decision);
/// Ends a body with the meetings it has to come. One set up by statute goes on, with a finding.
void end_body(Ruler& ruler, const Body& body, std::vector<Event>& events);
/// What a process of the terms asks of a decision on a matter: the steps before it, and those it cannot go without.
void check_steps_before(Ruler& ruler, const Matter& matter);
/// Reasons for each kind of what a change leaves with nobody, counted.
void say_orphans(Ruler& ruler, const State& after);

/// A finding with no clause behind it: recorded beside the act, never refusing it.
Reason& finding(Ruler& ruler, Code code, std::vector<Fact> facts = {});
/// True when the charter says what a breach of the rule does, in the rule itself or in a reading of
/// it.
bool states_effect(const charter::Rule& rule, std::span<const charter::ReadingInForce> readings);

/// A reason that a power depends on. A clause that gives a power on a condition gives none without
/// it, so a claim fails unless the charter states another effect.
template <class P>
Reason& condition_of_power(Ruler& ruler, const charter::InForce<P>& rule, Says says, Code code,
                           std::vector<Fact> facts = {}) {
    auto& reason = ruler.says(rule, says, code, std::move(facts));
    if (ruler.claiming() && !states_effect(*rule.rule, rule.readings)) {
        reason.effect = charter::Effect::void_;
    }
    return reason;
}

/// A reason also relies on the readings of another rule, such as what counts as one sector.
template <class P>
void rely_on(Reason& reason, const charter::InForce<P>& rule) {
    for (const auto& reading : rule.readings) {
        reason.readings.push_back({std::string(reading.charter) + "/" + reading.interpretation->id,
                                   std::string(reading.reading)});
    }
}

} // namespace quorate::governance

#endif
