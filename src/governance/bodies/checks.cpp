#include "governance/bodies/checks.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using BodyRule = charter::InForce<charter::BodyRule>;

BodyRule body_rule(const Ruler& ruler, const State& state, const BodyId& body) {
    const auto* terms = terms_at(state, body, ruler.at(), ruler.context());
    return terms == nullptr ? BodyRule{} : terms->terms.one<charter::BodyRule>();
}

/// What a body's terms say of the groups it sets up: the last rule that says something of them,
/// which stands in the clause on groups, else what they say of the body itself.
BodyRule groups_rule(const Ruler& ruler, const State& state, const BodyId& body) {
    auto out = body_rule(ruler, state, body);
    if (out) {
        const auto* terms = terms_at(state, body, ruler.at(), ruler.context());
        for (const auto& rule : terms->terms.all<charter::BodyRule>()) {
            out = rule->may_establish_groups || rule->terms_required_of_groups ? rule : out;
        }
    }
    return out;
}

constexpr int steps_up_max = 8;

/// What the bodies that stand over one, step by step, say of setting up groups: the first that says
/// who may; else what the one right over it says.
BodyRule rule_over(const Ruler& ruler, const State& state, const BodyId& body, int steps) {
    BodyRule first;
    BodyRule found;
    state.bodies.each([&](const Body& other) {
        if (found || other.id == body || !stands_over(ruler, state, other, body)) {
            return;
        }
        auto rule = groups_rule(ruler, state, other.id);
        if (rule && !rule->may_establish_groups && steps < steps_up_max) {
            if (auto above = rule_over(ruler, state, other.id, steps + 1);
                above && above->may_establish_groups) {
                rule = above;
            }
        }
        if (rule && rule->may_establish_groups) {
            found = rule;
        } else if (!first) {
            first = rule;
        }
    });
    return found ? found : first;
}

/// The rule of the body that sets up this one: the body whose decision it is, else the one that
/// stands over it, else, for a body without terms of its own, the first that may establish groups.
BodyRule establishing_rule(const Ruler& ruler, const State& state, const BodyId& body,
                           const Decision* decision) {
    if (decision != nullptr && decision->body != body) {
        return groups_rule(ruler, state, decision->body);
    }
    const auto over = rule_over(ruler, state, body, 0);
    BodyRule may_establish;
    state.bodies.each([&](const Body& other) {
        const auto rule = other.id == body ? BodyRule{} : groups_rule(ruler, state, other.id);
        if (!may_establish && rule && rule->may_establish_groups) {
            may_establish = rule;
        }
    });
    const bool has_terms = segment_at(state, body, ruler.at()) != nullptr;
    return over || has_terms ? over : may_establish;
}

/// A body whose record is complete decides on its groups; that it did not is a finding.
void check_parent_decided(Ruler& ruler, const State& state, const BodyId& parent,
                          const Decision* decision) {
    const auto* known = state.bodies.find(parent);
    const bool complete = known != nullptr && known->complete_from &&
                          *known->complete_from <= zone_of(state, parent).date_of(ruler.at());
    if (complete && !binds(decision, parent)) {
        finding(ruler, Code::decision_missing, {fact("body", parent.view())});
    }
}

} // namespace

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

bool linked(const Body& body, const BodyId& to, LinkType type, base::Instant instant) {
    return std::any_of(body.links.begin(), body.links.end(), [&](const BodyLink& link) {
        return link.to == to && link.type == type && link.from <= instant &&
               (!link.until || instant < *link.until);
    });
}

bool stands_over(const Ruler& ruler, const State& state, const Body& over, const BodyId& body) {
    const auto above = body_rule(ruler, state, over.id);
    const auto own = body_rule(ruler, state, body);
    const auto* known = state.bodies.find(body);
    return (above && std::find(above->oversees.begin(), above->oversees.end(), body.value) !=
                         above->oversees.end()) ||
           (own && (own->accountable_to == over.id.value || own->exists_within == over.id.value)) ||
           (known != nullptr && (linked(*known, over.id, LinkType::accountable_to, ruler.at()) ||
                                 linked(*known, over.id, LinkType::exists_within, ruler.at()))) ||
           linked(over, body, LinkType::oversees, ruler.at());
}

void check_terms_of_group(Ruler& ruler, const State& state, const NewBody& group,
                          const Decision* decision) {
    const auto rule = establishing_rule(ruler, state, group.body, decision);
    if (!rule || !rule->terms_required_of_groups) {
        return;
    }
    const std::vector<Fact> facts{fact("body", group.body.view())};
    if (segment_at(state, group.body, ruler.at()) != nullptr) {
        ruler.says(rule, Says::complies, Code::terms_agreed, facts);
        check_parent_decided(ruler, state, BodyId(rule->id), decision);
        return;
    }
    auto& reason = condition_of_power(ruler, rule, Says::breach, Code::terms_required, facts);
    if (group.by_statute) {
        // A group set up by statute exists whatever the partnership has agreed.
        reason.effect = charter::Effect::recorded;
    }
}

void end_body(Ruler& ruler, const Body& body, std::vector<Event>& events) {
    if (body.by_statute) {
        finding(ruler, Code::statutory_body, {fact("body", body.id.view())});
        return;
    }
    for (const auto& id : body.meetings) {
        const auto* meeting = ruler.state().meetings.find(id);
        if (meeting != nullptr && meeting->status == MeetingStatus::convened &&
            ruler.at() <= meeting->scheduled) {
            events.emplace_back(events::MeetingCancelled{id});
        }
    }
    events.emplace_back(events::BodyDissolved{body.id, {}});
    ruler.remark(Code::body_ends, {fact("body", body.id.view())});
}

} // namespace quorate::governance
