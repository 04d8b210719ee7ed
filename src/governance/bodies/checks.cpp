#include "governance/bodies/checks.hpp"

#include <algorithm>

namespace quorate::governance {

const Body* require_body(Ruler& ruler) {
    // The ruler itself may have said that there is no such body.
    if (ruler.known_body() == nullptr && ruler.refused()) {
        return nullptr;
    }
    return require_body(ruler, ruler.body());
}

const Body* require_body(Ruler& ruler, const BodyId& id) {
    const auto* known = ruler.state().bodies.find(id);
    if (known == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", id.view())});
        return nullptr;
    }
    const auto* status = known->status.at(ruler.at());
    if (status != nullptr && *status == BodyStatus::dissolved) {
        ruler.no(Code::body_dissolved, {fact("body", id.view())});
        return nullptr;
    }
    return known;
}

const Decision* named_decision(Ruler& ruler, const std::optional<DecisionId>& id) {
    const auto* found = id ? ruler.state().decisions.find(*id) : nullptr;
    if (id && found == nullptr) {
        ruler.no(Code::decision_unknown, {fact("decision", id->view())});
    }
    return found;
}

bool binds(const Decision* decision, const BodyId& body) {
    return decision != nullptr && decision->body == body && decision->outcome == Outcome::carried &&
           !decision->recommendation;
}

Reason& finding(Ruler& ruler, Code code, std::vector<Fact> facts) {
    auto& reason = ruler.remark(code, std::move(facts));
    reason.says = Says::breach;
    reason.effect = charter::Effect::recorded;
    return reason;
}

bool states_effect(const charter::Rule& rule, std::span<const charter::ReadingInForce> readings) {
    return rule.effect ||
           std::any_of(readings.begin(), readings.end(),
                       [](const charter::ReadingInForce& in_force) {
                           const auto* reading = in_force.interpretation->reading(in_force.reading);
                           return reading != nullptr &&
                                  reading->overrides.find("\"effect\"") != std::string::npos;
                       });
}

} // namespace quorate::governance
