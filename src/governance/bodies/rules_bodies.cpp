// Setting up bodies, the links between them, and what passes from one to another.

#include "governance/bodies/checks.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/copy_members.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

using BodyRule = charter::InForce<charter::BodyRule>;

BodyRule body_rule(const Ruler& ruler, const BodyId& body) {
    const auto* terms = terms_at(ruler.state(), body, ruler.at(), ruler.context());
    return terms == nullptr ? BodyRule{} : terms->terms.one<charter::BodyRule>();
}

bool linked(const Body& body, const BodyId& to, LinkType type, base::Instant instant) {
    return std::any_of(body.links.begin(), body.links.end(), [&](const BodyLink& link) {
        return link.to == to && link.type == type && link.from <= instant &&
               (!link.until || instant < *link.until);
    });
}

/// True when one body stands over another: by the terms of either, or by a link on record.
bool stands_over(const Ruler& ruler, const Body& over, const BodyId& body) {
    const auto above = body_rule(ruler, over.id);
    const auto own = body_rule(ruler, body);
    const auto* known = ruler.state().bodies.find(body);
    return (above && std::find(above->oversees.begin(), above->oversees.end(), body.value) !=
                         above->oversees.end()) ||
           (own && (own->accountable_to == over.id.value || own->exists_within == over.id.value)) ||
           (known != nullptr && (linked(*known, over.id, LinkType::accountable_to, ruler.at()) ||
                                 linked(*known, over.id, LinkType::exists_within, ruler.at()))) ||
           linked(over, body, LinkType::oversees, ruler.at());
}

/// The rule of the body that sets up this one: the body whose decision it is, else the one that
/// stands over it, else, for a body without terms of its own, the first that may establish groups.
BodyRule establishing_rule(const Ruler& ruler, const BodyId& body, const Decision* decision) {
    if (decision != nullptr && decision->body != body) {
        return body_rule(ruler, decision->body);
    }
    BodyRule over;
    BodyRule may_establish;
    ruler.state().bodies.each([&](const Body& other) {
        const auto rule = other.id == body ? BodyRule{} : body_rule(ruler, other.id);
        if (!over && rule && stands_over(ruler, other, body)) {
            over = rule;
        }
        if (!may_establish && rule && rule->may_establish_groups) {
            may_establish = rule;
        }
    });
    const bool has_terms = segment_at(ruler.state(), body, ruler.at()) != nullptr;
    return over || has_terms ? over : may_establish;
}

void check_terms_of_group(Ruler& ruler, const acts::EstablishBody& act, const Decision* decision) {
    const auto rule = establishing_rule(ruler, act.body, decision);
    if (!rule || !rule->terms_required_of_groups) {
        return;
    }
    const std::vector<Fact> facts{fact("body", act.body.view())};
    if (segment_at(ruler.state(), act.body, ruler.at()) != nullptr) {
        ruler.says(rule, Says::complies, Code::terms_agreed, facts);
        return;
    }
    auto& reason = condition_of_power(ruler, rule, Says::breach, Code::terms_required, facts);
    const auto* known = ruler.known_body();
    if (act.by_statute.value_or(known != nullptr && known->by_statute)) {
        // A group set up by statute exists whatever the partnership has agreed.
        reason.effect = charter::Effect::recorded;
    }
}

/// A body may be established once it was proposed, and not twice.
void check_not_established(Ruler& ruler, const acts::EstablishBody& act, BodyStatus status) {
    const auto* known = ruler.known_body();
    if (status == BodyStatus::dissolved) {
        ruler.no(Code::body_dissolved, {fact("body", act.body.view())});
    }
    if (known == nullptr || known->status.empty()) {
        return;
    }
    const auto now = known->status.changes().back().value;
    if (now == BodyStatus::dissolved) {
        ruler.no(Code::body_dissolved, {fact("body", act.body.view())});
    } else if (now == BodyStatus::established || status == BodyStatus::proposed) {
        ruler.no(Code::body_exists, {fact("body", act.body.view())});
    }
}

bool is_upward(LinkType type) {
    return type == LinkType::accountable_to || type == LinkType::exists_within ||
           type == LinkType::managed_through || type == LinkType::reports_to;
}

/// True when `from` leads to `to` by links of a type.
bool leads_to(const State& state, const BodyId& from, const BodyId& to, LinkType type,
              base::Instant instant) {
    std::vector<BodyId> waiting{from};
    std::set<BodyId> seen;
    while (!waiting.empty()) {
        const auto id = waiting.back();
        waiting.pop_back();
        if (id == to) {
            return true;
        }
        const auto* body = seen.insert(id).second ? state.bodies.find(id) : nullptr;
        for (std::size_t i = 0; body != nullptr && i < body->links.size(); ++i) {
            if (linked(*body, body->links[i].to, type, instant)) {
                waiting.push_back(body->links[i].to);
            }
        }
    }
    return false;
}

/// Refuses a body standing to itself, and a circle of bodies each answering to the next (3.1).
void check_link(Ruler& ruler, LinkType type, const BodyId& to) {
    const bool itself = to == ruler.body();
    if (itself ||
        (is_upward(type) && leads_to(ruler.state(), to, ruler.body(), type, ruler.at()))) {
        ruler.no(Code::links_in_a_circle,
                 {fact("body", ruler.body().view()), fact("to", to.view())});
    }
}

using Responsibility = charter::InForce<charter::ResponsibilityRule>;

Responsibility responsibility(const Ruler& ruler, const Matter& matter) {
    for (const auto& rule : ruler.all<charter::ResponsibilityRule>()) {
        if (rule->matter == matter.value &&
            (rule->holder.empty() || rule->holder == ruler.body().value)) {
            return rule;
        }
    }
    return {};
}

/// Who holds what was this body's own; null when it never moved away.
const BodyId* moved_to(const Body& body, const Matter& matter, base::Instant instant) {
    const auto found = body.responsibilities.find(matter);
    return found == body.responsibilities.end() ? nullptr : found->second.at(instant);
}

bool came_from_another(const Ruler& ruler, const Matter& matter) {
    bool came = false;
    ruler.state().bodies.each([&](const Body& other) {
        const auto* holder = moved_to(other, matter, ruler.at());
        came = came || (holder != nullptr && *holder == ruler.body());
    });
    return came;
}

/// The body must hold what it hands on: by its terms or because it was handed to it, and not moved
/// away since. Before it has terms there is nothing to compare with.
void check_holds(Ruler& ruler, const Body& body, const acts::TransferResponsibility& act) {
    const auto* holder = moved_to(body, act.matter, ruler.at());
    const bool away = holder != nullptr && *holder != body.id;
    const bool own = ruler.terms() == nullptr || responsibility(ruler, act.matter);
    if (away || !(own || came_from_another(ruler, act.matter))) {
        ruler.no(Code::matter_unknown,
                 {fact("matter", act.matter.view()), fact("body", body.id.view())});
    }
}

void check_transfer_decided(Ruler& ruler, const acts::TransferResponsibility& act,
                            const Decision* decision) {
    const auto rule = responsibility(ruler, act.matter);
    if (!rule) {
        return;
    }
    if (binds(decision, act.body)) {
        ruler.says(rule, Says::complies, Code::permitted_by,
                   {fact("decision", decision->id.view())});
    } else if (rule->exclusive) {
        // What the terms reserve to a body leaves it only by its own decision (3.4(e)).
        condition_of_power(ruler, rule, Says::breach, Code::decision_missing,
                           {fact("body", act.body.view())});
    }
}

} // namespace

Ruling rule(const Call& call, const acts::EstablishBody& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto status = act.status.value_or(BodyStatus::established);
    check_not_established(ruler, act, status);
    const auto* decision = named_decision(ruler, act.decision);
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (status == BodyStatus::established) {
        check_terms_of_group(ruler, act, decision);
    }
    const auto* known = ruler.known_body();
    const bool by_statute = act.by_statute.value_or(known != nullptr && known->by_statute);
    return ruler.finish({events::BodyEstablished{act.body, act.name, status, by_statute}});
}

Ruling rule(const Call& call, const acts::LinkBodies& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr || require_body(ruler, act.to) == nullptr) {
        return ruler.finish();
    }
    check_link(ruler, act.type, act.to);
    return ruler.finish({copy_members<events::BodiesLinked>(act)});
}

Ruling rule(const Call& call, const acts::TransferResponsibility& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    const auto* body = require_body(ruler);
    if (body == nullptr || require_body(ruler, act.to) == nullptr) {
        return ruler.finish();
    }
    check_link(ruler, LinkType::succeeds, act.to);
    check_holds(ruler, *body, act);
    check_transfer_decided(ruler, act, decision);
    return ruler.finish({copy_members<events::ResponsibilityTransferred>(act)});
}

Ruling rule(const Call& call, const acts::Delegate& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr || require_body(ruler, act.to) == nullptr) {
        return ruler.finish();
    }
    check_link(ruler, LinkType::delegates_to, act.to);
    // The delegation may stand in the terms of either body (4.2).
    for (const auto& body : {act.body, act.to}) {
        const auto* terms = terms_at(call.state, body, ruler.at(), call.context);
        for (std::size_t i = 0; terms != nullptr && i < terms->terms.all<charter::DelegationRule>().size(); ++i) {
            const auto& rule = terms->terms.all<charter::DelegationRule>()[i];
            const bool from_here = rule->from == act.body.value || (rule->from.empty() && body == act.body);
            if (from_here && rule->to == act.to.value && rule->scope == act.scope) {
                ruler.says(rule, Says::complies, Code::permitted_by, {fact("to", act.to.view())});
            }
        }
    }
    return ruler.finish({copy_members<events::Delegated>(act)});
}

Ruling rule(const Call& call, const acts::Absorb& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr || require_body(ruler, act.of) == nullptr) {
        return ruler.finish();
    }
    check_link(ruler, LinkType::absorbs_work_of, act.of);
    return ruler.finish({events::BodiesLinked{act.body, LinkType::absorbs_work_of, act.of, {}}});
}

Ruling rule(const Call& call, const acts::DissolveBody& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    return ruler.finish({copy_members<events::BodyDissolved>(act)});
}

Ruling rule(const Call& call, const acts::MarkRecordComplete& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (ruler.known_body() == nullptr) {
        if (!ruler.refused()) {
            ruler.no(Code::body_unknown, {fact("body", act.body.view())});
        }
        return ruler.finish();
    }
    return ruler.finish({copy_members<events::RecordMarkedComplete>(act)});
}

} // namespace quorate::governance
