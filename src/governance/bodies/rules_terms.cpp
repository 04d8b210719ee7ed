// Bringing terms of reference into force, and settling how they are read.

#include "governance/bodies/apply.hpp"
#include "governance/bodies/checks.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/bodies/segments.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::string lower_hex(std::string_view digest) {
    const auto parsed = base::parse_hex_digest(digest);
    return parsed ? base::hex(*parsed) : std::string(digest);
}

/// The charter an act names, by its digest; refuses when it is not held, has another name, or is
/// another body's.
std::shared_ptr<const charter::Charter> named_charter(Ruler& ruler, const std::string& name,
                                                      const std::string& digest) {
    const auto parsed = base::parse_hex_digest(digest);
    auto held = parsed ? ruler.context().charters().find(*parsed) : nullptr;
    if (held == nullptr || held->name != name) {
        ruler.no(Code::terms_unknown, {fact("charter", name), fact("digest", digest)});
        return nullptr;
    }
    if (!held->body.empty() && held->body != ruler.body().value) {
        ruler.no(Code::terms_of_another_body, {fact("charter", name), fact("body", held->body)});
        return nullptr;
    }
    return held;
}

/// The charters applied, each with its digest in lower case; refuses those not held.
std::vector<std::string> named_applied(Ruler& ruler, const std::vector<std::string>& applies) {
    std::vector<std::string> out;
    for (const auto& text : applies) {
        const auto applied = parse_applied(text);
        const auto held = applied ? ruler.context().charters().find(applied->second) : nullptr;
        if (held == nullptr || held->name != applied->first) {
            ruler.no(Code::terms_unknown, {fact("charter", applied ? applied->first : text)});
        } else {
            out.push_back(applied->first + "=" + base::hex(applied->second));
        }
    }
    return out;
}

std::optional<std::string> named_calendar(Ruler& ruler, const std::optional<std::string>& digest) {
    if (!digest || digest->empty()) {
        return {};
    }
    const auto parsed = base::parse_hex_digest(*digest);
    if (!parsed || ruler.context().calendars().find(*parsed) == nullptr) {
        ruler.no(Code::calendar_unknown, {fact("calendar", *digest)});
        return {};
    }
    return base::hex(*parsed);
}

/// Terms that cannot be made never come into force: tries what the event would do, for every body
/// it touches.
template <class E>
void check_terms_made(Ruler& ruler, const E& event) {
    State after = ruler.state();
    apply(after, event, {ruler.at(), {}, 0, {}, {}});
    after.bodies.each([&](const Body& body) {
        const auto* before = ruler.state().bodies.find(body.id);
        for (const auto& change : body.terms.changes()) {
            const auto* segment = before == nullptr ? nullptr : before->terms.at(change.from);
            const bool changed = segment == nullptr || (*segment)->spec != change.value->spec;
            if (!changed || ruler.context().compiled(*change.value) != nullptr) {
                continue;
            }
            const auto terms = ruler.context().charters().terms(change.value->spec);
            ruler.no(Code::terms_unknown,
                     {fact("charter", body.charters.at(change.from)->charter),
                      fact("problem", terms ? std::string() : terms.error().text())});
            return;
        }
    });
}

/// Terms that take the place of others are the body's to decide; a missing decision is a finding.
void check_decided(Ruler& ruler, const std::optional<DecisionId>& id) {
    const auto* decision = named_decision(ruler, id);
    if (!ruler.refused() && !binds(decision, ruler.body())) {
        finding(ruler, Code::decision_missing, {fact("body", ruler.body().view())});
    }
}

template <class A>
Ruling rule_on_charter(const Call& call, const A& act, bool amended) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    const auto charter = named_charter(ruler, act.charter, act.digest);
    events::CharterAdopted event;
    event.applies = named_applied(ruler, act.applies);
    event.calendar = named_calendar(ruler, act.calendar);
    const bool has_terms = segment_at(call.state, act.body, ruler.at()) != nullptr;
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
    event.body = act.body;
    event.charter = charter->name;
    event.digest = lower_hex(act.digest);
    event.zone = charter->zone;
    event.amended = amended;
    event.decision = act.decision;
    check_terms_made(ruler, event);
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
        check_terms_made(ruler, event);
    }
    return ruler.finish({event});
}

} // namespace quorate::governance
