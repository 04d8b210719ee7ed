// Setting up bodies, the links between them, and what passes from one to another.

#include "governance/bodies/checks.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/bodies/succession.hpp"
#include "governance/copy_members.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

using BodyRule = charter::InForce<charter::BodyRule>;

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

using SuccessionInForce = charter::InForce<charter::SuccessionRule>;

/// The rule by which a body takes in, or may take in, the work of another.
SuccessionInForce absorbing_rule(const Ruler& ruler, const BodyId& of) {
    for (const auto& rule : ruler.all<charter::SuccessionRule>()) {
        const bool absorbs = rule->mode == charter::SuccessionMode::absorbs ||
                             rule->mode == charter::SuccessionMode::may_absorb;
        const bool own = rule->to.empty() || rule->to == ruler.body().value;
        if (absorbs && own &&
            std::find(rule->from.begin(), rule->from.end(), of.value) != rule->from.end()) {
            return rule;
        }
    }
    return {};
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

/// The body must hold what it hands on, by its terms or because it passed to it, and not have
/// handed it on since. Before it has terms there is nothing to compare with.
void check_holds(Ruler& ruler, const Body& body, const acts::TransferResponsibility& act) {
    const auto all = holdings_of(ruler.state(), ruler.context(), act.matter, ruler.at());
    const bool held = std::any_of(all.begin(), all.end(),
                                  [&](const Holding& each) { return each.holder == body.id; });
    const bool passed_on = std::any_of(all.begin(), all.end(), [&](const Holding& each) {
        return each.origin == body.id ||
               std::any_of(each.chain.begin(), each.chain.end(),
                           [&](const Passing& p) { return p.from == body.id; });
    });
    if (!held && (passed_on || ruler.terms() != nullptr)) {
        ruler.no(Code::matter_unknown,
                 {fact("matter", act.matter.view()), fact("body", body.id.view())});
    }
}

void check_transfer_decided(Ruler& ruler, const acts::TransferResponsibility& act,
                            const Decision* decision) {
    auto rule = responsibility(ruler, act.matter);
    if (!rule) {
        // What passed to the body keeps the protection of the terms it came from.
        for (const auto& holding :
             holdings_of(ruler.state(), ruler.context(), act.matter, ruler.at())) {
            if (holding.holder == act.body && holding.rule && !holding.lapsed) {
                rule = holding.rule;
            }
        }
    }
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
        const auto* known = ruler.known_body();
        const bool statute = act.by_statute.value_or(known != nullptr && known->by_statute);
        check_terms_of_group(ruler, call.state, {act.body, statute}, decision);
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
        for (std::size_t i = 0;
             terms != nullptr && i < terms->terms.all<charter::DelegationRule>().size(); ++i) {
            const auto& rule = terms->terms.all<charter::DelegationRule>()[i];
            const bool from_here =
                rule->from == act.body.value || (rule->from.empty() && body == act.body);
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
    const auto* body = require_body(ruler);
    const auto* of = body == nullptr ? nullptr : require_body(ruler, act.of);
    if (of == nullptr) {
        return ruler.finish();
    }
    check_link(ruler, LinkType::absorbs_work_of, act.of);
    std::vector<Event> events{
        events::BodiesLinked{act.body, LinkType::absorbs_work_of, act.of, {}}};
    const auto rule = absorbing_rule(ruler, act.of);
    if (rule) {
        ruler.says(rule, Says::complies, Code::permitted_by, {fact("of", act.of.view())});
        if (rule->ends_predecessor) {
            end_body(ruler, *of, events);
        }
    } else if (ruler.terms() != nullptr) {
        finding(ruler, Code::absorbing_not_provided,
                {fact("body", act.body.view()), fact("of", act.of.view())});
    }
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::DissolveBody& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    const auto* body = require_body(ruler);
    if (body == nullptr) {
        return ruler.finish();
    }
    if (body->by_statute) {
        // What was set up by statute is ended by whoever may change the statute; here it is
        // reported.
        finding(ruler, Code::statutory_body, {fact("body", act.body.view())});
    }
    const auto event = copy_members<events::BodyDissolved>(act);
    auto after = call.state;
    apply(after, Event(event),
          {ruler.at(), call.recorded, call.state.size, call.submission.id, {}});
    say_orphans(ruler, after);
    return ruler.finish({event});
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
