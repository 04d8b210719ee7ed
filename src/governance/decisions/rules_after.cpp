// What follows: confirming what was recorded for one, partners' answers, reports.

#include "governance/copy_members.hpp"
#include "governance/decisions/disputes.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/membership/checks.hpp"
#include "governance/ruler.hpp"
#include "governance/unknown.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

const EntryLine* entry_of(const Call& call, const EntryId& id) { return call.state.entries.find(id); }

Ruling no_such_entry(const EntryId& id) { return refuse_unknown(Code::entry_unknown, {fact("entry", id.view())}); }

/// For what was done at an entry: under the terms of its body, or of the keeper of the register when it is of none.
Ruler ruler_at(const Call& call, const EntryLine& line) {
    const auto* meeting = line.meeting ? call.state.meetings.find(*line.meeting) : nullptr;
    return {call.state, call.submission, call.context, line.body ? *line.body : keeper_of_register(call), meeting};
}

/// Only the one an act was recorded for may confirm or dispute it.
void check_theirs(Ruler& ruler, const EntryLine& line, const Call& call) {
    const auto& body = ruler.body();
    const auto* theirs = seat_of(call.state, line.made_by, body, ruler.meeting(), line.effective, call.context,
                                 line.item);
    const auto* mine = seat_of(call.state, call.submission.made_by, body, ruler.meeting(), ruler.at(), call.context,
                               line.item);
    const bool same = call.submission.made_by == line.made_by || (theirs != nullptr && theirs == mine);
    if (!same) {
        ruler.no(Code::not_permitted, {fact("act", row_of(call.submission.act).name),
                                       fact("actor", text(call.submission.made_by))});
    }
}

/// What was answered in their name is open again; what rested on it stays.
void say_open_again(Ruler& ruler, const EntryLine& line) {
    const auto matter = matter_answered(ruler.state(), line);
    if (!matter) {
        return;
    }
    std::vector<Fact> facts{fact("holder", matter->holder)};
    if (matter->item) {
        facts.push_back(fact("item", *matter->item));
    }
    ruler.remark(Code::open_again, facts);
    if (matter->acted_on) {
        facts.erase(facts.begin());
        ruler.finding(Code::done_before_dispute, std::move(facts));
    }
}

template <class Made, class Asked>
Ruling confirm_or_dispute(const Call& call, const Asked& act, Made event) {
    const auto* line = entry_of(call, act.entry);
    if (line == nullptr) {
        return no_such_entry(act.entry);
    }
    auto ruler = ruler_at(call, *line);
    check_theirs(ruler, *line, call);
    if (std::is_same_v<Made, events::ActDisputed> && !ruler.refused()) {
        say_open_again(ruler, *line);
    }
    return ruler.finish({std::move(event)});
}

/// Whether a report went the way a duty asks.
void say_way(Ruler& ruler, const acts::RecordReport& act, const charter::InForce<charter::DutyRule>& rule) {
    const bool wrong_way = !rule->through.empty() && (!act.through || act.through->value != rule->through);
    ruler.says(rule, wrong_way ? Says::breach : Says::complies, wrong_way ? Code::duty_gap : Code::duty_met,
               {fact("kind", act.kind), fact("through", rule->through)});
}

/// The bodies whose terms may ask this body for a report: those it goes to, and those that oversee it.
std::set<std::string> askers(const Call& call, const acts::RecordReport& act, base::Instant at) {
    std::set<std::string> out(act.audiences.begin(), act.audiences.end());
    call.state.bodies.each([&](const Body& body) {
        for (const auto& link : body.links) {
            if (link.type == LinkType::oversees && link.to == act.body && link.from <= at &&
                (!link.until || at < *link.until)) {
                out.insert(body.id.value);
            }
        }
    });
    out.erase(act.body.value);
    return out;
}

bool owed_by(const charter::DutyRule& rule, const BodyId& body) {
    return rule.on == body.value ||
           (rule.on == "each" && std::find(rule.each.begin(), rule.each.end(), body.value) != rule.each.end());
}

/// The terms of other bodies may ask the report of this one, and by which way (5.2: a working group's annual report to
/// the partnership goes through the board).
void say_way_asked_by_others(Ruler& ruler, const acts::RecordReport& act, const Call& call) {
    for (const auto& asker : askers(call, act, ruler.at())) {
        const auto* terms = terms_at(call.state, BodyId(asker), ruler.at(), call.context);
        if (terms == nullptr) {
            continue;
        }
        for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
            if (owed_by(*rule.params, act.body) && rule->evidence == "record-report" && rule->kind == act.kind) {
                say_way(ruler, act, rule);
            }
        }
    }
}

} // namespace

Ruling rule(const Call& call, const acts::ConfirmAct& act) {
    return confirm_or_dispute(call, act, events::ActConfirmed{act.entry, text(call.submission.made_by)});
}

Ruling rule(const Call& call, const acts::DisputeAct& act) {
    return confirm_or_dispute(call, act, events::ActDisputed{act.entry, text(call.submission.made_by), act.reason});
}

Ruling rule(const Call& call, const acts::DeclineDiscretion& act) {
    const auto* line = entry_of(call, act.entry);
    if (line == nullptr) {
        return no_such_entry(act.entry);
    }
    auto ruler = ruler_at(call, *line);
    const auto* awaited = call.state.awaited.find(act.entry);
    if (awaited == nullptr || awaited->answered) {
        ruler.no(Code::nothing_awaited, {fact("entry", act.entry.view())});
        return ruler.finish();
    }
    const auto holder = parse_role(awaited->holder);
    // Whoever presides has the Chair's powers in a meeting.
    const bool theirs = !holder || ruler.roles().has(*holder) ||
                        (*holder == Role::chair && ruler.roles().has(Role::presiding));
    if (!theirs) {
        ruler.no(Code::discretion_not_theirs, {fact("holder", awaited->holder)});
        return ruler.finish();
    }
    if (act.reason && act.reason->given()) {
        ruler.remark(Code::reason_given);
    }
    return ruler.finish({events::DiscretionDeclined{act.entry, text(call.submission.made_by), act.reason}});
}

Ruling rule(const Call& call, const acts::RespondAsPartner& act) {
    const auto* decision = call.state.decisions.find(act.decision);
    const BodyId body(act.decision.value.substr(0, act.decision.value.find('/')));
    Ruler ruler(call.state, call.submission, call.context, body);
    if (decision == nullptr) {
        ruler.no(Code::decision_unknown, {fact("decision", act.decision.view())});
    }
    if (call.state.organisations.find(act.organisation) == nullptr) {
        ruler.no(Code::organisation_unknown, {fact("organisation", act.organisation.view())});
    } else {
        require_speaks_for(ruler, act.organisation);
    }
    for (const auto& rule : ruler.all<charter::LimitRule>()) {
        if (!rule->effects.empty()) {
            ruler.says(rule, Says::complies, Code::not_executive);
        }
    }
    return ruler.finish({copy_members<events::PartnerResponded>(act)});
}

Ruling rule(const Call& call, const acts::RecordReport& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (ruler.known_body() == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", act.body.view())});
        return ruler.finish();
    }
    auto event = copy_members<events::ReportMade>(act);
    if (act.seat) {
        const auto* seat = ruler.seat(*act.seat);
        if (seat == nullptr) {
            return ruler.finish();
        }
        event.seat = seat->id;
    }
    for (const auto& id : act.decisions) {
        const auto* decision = call.state.decisions.find(id);
        if (decision == nullptr || decision->body != act.body) {
            ruler.no(Code::decision_unknown, {fact("decision", id.view())});
        }
    }
    for (const auto& rule : ruler.all<charter::DutyRule>()) {
        if (rule->evidence == "record-report" && rule->kind == act.kind) {
            say_way(ruler, act, rule);
        }
    }
    say_way_asked_by_others(ruler, act, call);
    return ruler.finish({event});
}

} // namespace quorate::governance
