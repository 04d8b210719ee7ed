#include "governance/bodies/apply.hpp"

#include "governance/bodies/segments.hpp"

namespace quorate::governance {
namespace {

/// The body to change; null when the record has none of that id.
Body* body_in(State& state, const BodyId& id) {
    return state.bodies.find(id) == nullptr ? nullptr : &state.bodies.write(id);
}

} // namespace

void apply(State& state, const events::BodyEstablished& event, const Stamp& stamp) {
    auto& body = state.bodies.write_or_add(event.body);
    body.id = event.body;
    body.name = event.name;
    body.by_statute = event.by_statute;
    body.status.set(stamp.effective, event.status);
}

void apply(State& state, const events::CharterAdopted& event, const Stamp& stamp) {
    auto* body = body_in(state, event.body);
    if (body == nullptr) {
        return;
    }
    body->charters.set(stamp.effective, {event.charter, event.digest, event.applies,
                                         event.calendar.value_or(std::string())});
    // A charter entered late does not change the zone of the one now in force.
    if (!event.zone.empty() && body->charters.changes().back().from <= stamp.effective) {
        body->zone = event.zone;
    }
    rebuild_terms_relying_on(state, event.charter);
}

void apply(State& state, const events::InterpretationAdopted& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->readings.push_back(
            {event.interpretation, event.reading, event.standing, stamp.effective, event.reason});
        rebuild_terms(state, event.body);
    }
}

void apply(State& state, const events::BodiesLinked& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->links.push_back({event.type, event.to, stamp.effective, event.until});
    }
}

void apply(State& state, const events::ResponsibilityTransferred& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->responsibilities[event.matter].set(stamp.effective, event.to);
    }
    // A responsibility that comes back is its own again; what another body hands it at the very instant at which it
    // hands on its own does not undo that.
    const auto* to = state.bodies.find(event.to);
    if (to == nullptr || !to->responsibilities.contains(event.matter)) {
        return;
    }
    const auto* change = to->responsibilities.at(event.matter).change_at(stamp.effective);
    if (change == nullptr || change->from < stamp.effective || change->value == event.body) {
        state.bodies.write(event.to).responsibilities[event.matter].set(stamp.effective, event.to);
    }
}

void apply(State& state, const events::Delegated& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->links.push_back({LinkType::delegates_to, event.to, stamp.effective, event.until});
    }
}

void apply(State& state, const events::BodyDissolved& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->status.set(stamp.effective, BodyStatus::dissolved);
    }
}

void apply(State& state, const events::RecordMarkedComplete& event, const Stamp&) {
    if (auto* body = body_in(state, event.body)) {
        body->complete_from = event.from;
    }
}

void apply(State& state, const events::CharterProposed& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        const CharterInForce terms{event.charter, event.digest, event.applies, event.calendar.value_or(std::string())};
        body->proposals.push_back({terms, stamp.effective, event.decision, event.reason, stamp.position});
    }
}

void apply(State& state, const events::Reorganised& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->reorganisations.push_back({event.established, event.successors, event.ended, stamp.effective,
                                         event.decision, event.reason, stamp.position});
    }
}

void apply(State& state, const events::StepRecorded& event, const Stamp& stamp) {
    if (auto* body = body_in(state, event.body)) {
        body->steps.push_back({event.process, event.step, event.began, event.ended, event.words, event.decision,
                               stamp.effective, stamp.position});
    }
}

} // namespace quorate::governance
