// What an organisation promises, and how a promise ends: it is honoured, or a body releases the
// organisation from it.

#include "governance/copy_members.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/commitments.hpp"
#include "governance/membership/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using ExitRule = charter::InForce<charter::ExitRule>;

/// The body an act about a promise is judged under; of one nobody recorded, what its id says.
BodyId body_of(const State& state, const CommitmentId& id) {
    const auto* commitment = state.commitments.find(id);
    return commitment == nullptr ? BodyId(id.value.substr(0, id.value.find('/')))
                                 : commitment->body;
}

/// The promise, refusing when there is none by now.
const Commitment* require_commitment(Ruler& ruler, const CommitmentId& id) {
    const auto* commitment = ruler.state().commitments.find(id);
    if (commitment == nullptr || commitment->made > ruler.at()) {
        ruler.no(Code::commitment_unknown, {fact("commitment", id.view())});
        return nullptr;
    }
    return commitment;
}

/// The day it was honoured: after it was made, and no later than today.
void check_day(Ruler& ruler, const Commitment& commitment, base::CivilDate on) {
    if (ruler.refused()) {
        return;
    }
    const auto zone = zone_of(ruler.state(), commitment.body);
    const auto made = zone.date_of(commitment.made);
    const auto today = zone.date_of(ruler.at());
    if (on < made) {
        ruler.no(Code::honoured_before_promised, {fact("on", on), fact("made", made)});
    } else if (on > today) {
        ruler.no(Code::honoured_ahead, {fact("on", on), fact("today", today)});
    } else if (commitment.due && on > *commitment.due) {
        ruler.remark(Code::honoured_late, {fact("on", on), fact("due", *commitment.due)});
    }
}

/// The rules on leaving that hold the organisation to this promise: it was made before a notice.
std::vector<ExitRule> kept_by_leaving(const Ruler& ruler, const Commitment& commitment) {
    std::vector<ExitRule> out;
    ruler.state().bodies.each([&](const Body& body) {
        for (const auto& notice : body.exits) {
            if (notice.organisation != commitment.organisation || notice.given > ruler.at() ||
                commitment.made > notice.given) {
                continue;
            }
            const auto* terms = terms_at(ruler.state(), body.id, notice.given, ruler.context());
            const auto rule = terms == nullptr ? ExitRule{} : terms->terms.one<charter::ExitRule>();
            if (rule && std::find(rule->during.begin(), rule->during.end(), "honour-commitments") !=
                            rule->during.end()) {
                out.push_back(rule);
            }
        }
    });
    return out;
}

/// The body it was promised to may release the organisation; of one that leaves, only the body
/// that may agree otherwise under the terms it leaves by.
void check_release(Ruler& ruler, const Commitment& commitment, const Decision* decision) {
    const auto rules = kept_by_leaving(ruler, commitment);
    for (const auto& rule : rules) {
        const std::string_view body =
            decision == nullptr ? std::string_view("") : decision->body.view();
        if (binds(decision, BodyId(rule->unless_agreed_by))) {
            ruler.says(rule, Says::complies, Code::waiver_agreed,
                       {fact("body", body), fact("decision", decision->id.view())});
        } else {
            condition_of_power(ruler, rule, Says::breach, Code::waiver_not_theirs,
                               {fact("holder", rule->unless_agreed_by), fact("body", body)});
        }
    }
    if (!rules.empty()) {
        return;
    }
    if (binds(decision, commitment.body)) {
        ruler.remark(Code::released_by_decision,
                     {fact("body", commitment.body.view()), fact("decision", decision->id.view())});
    } else {
        ruler.no(Code::decision_missing, {fact("body", commitment.body.view())});
    }
}

} // namespace

std::optional<base::CivilDate> honoured_on(const State& state, const Commitment& commitment,
                                           base::Instant instant) {
    const bool by_then = commitment.honoured &&
                         *commitment.honoured <= zone_of(state, commitment.body).date_of(instant);
    return by_then ? commitment.honoured : std::nullopt;
}

bool released_at(const Commitment& commitment, base::Instant instant) {
    return commitment.released && *commitment.released <= instant;
}

bool open_at(const State& state, const Commitment& commitment, base::Instant instant) {
    return commitment.made <= instant && !released_at(commitment, instant) &&
           !honoured_on(state, commitment, instant);
}

Ruling rule(const Call& call, const acts::RecordCommitment& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr || !require_organisation(ruler, act.organisation)) {
        return ruler.finish();
    }
    require_speaks_for(ruler, act.organisation);
    if (call.state.commitments.find(act.commitment) != nullptr) {
        ruler.no(Code::commitment_exists, {fact("commitment", act.commitment.view())});
    }
    return ruler.finish({copy_members<events::CommitmentRecorded>(act)});
}

Ruling rule(const Call& call, const acts::ReportOnCommitment& act) {
    Ruler ruler(call.state, call.submission, call.context, body_of(call.state, act.commitment));
    const auto* commitment = require_commitment(ruler, act.commitment);
    if (commitment == nullptr) {
        return ruler.finish();
    }
    require_speaks_for(ruler, commitment->organisation);
    if (act.status == acts::CommitmentStatus::open) {
        // It was said by mistake. What a body decided is not undone like this.
        require_not_released(ruler, *commitment);
        if (!commitment->honoured && !ruler.refused()) {
            ruler.no(Code::commitment_open_already, {fact("commitment", act.commitment.view())});
        }
        return ruler.finish({events::CommitmentReported{act.commitment, {}, act.words}});
    }
    require_open(ruler, *commitment);
    const auto on = act.on.value_or(zone_of(call.state, commitment->body).date_of(ruler.at()));
    check_day(ruler, *commitment, on);
    return ruler.finish({events::CommitmentReported{act.commitment, on, act.words}});
}

Ruling rule(const Call& call, const acts::ReleaseCommitment& act) {
    Ruler ruler(call.state, call.submission, call.context, body_of(call.state, act.commitment));
    const auto* decision = named_decision(ruler, act.decision);
    const auto* commitment = require_commitment(ruler, act.commitment);
    if (commitment == nullptr || (act.decision && decision == nullptr)) {
        return ruler.finish();
    }
    require_open(ruler, *commitment);
    check_release(ruler, *commitment, decision);
    return ruler.finish({copy_members<events::CommitmentReleased>(act)});
}

} // namespace quorate::governance
