// Standing in for a member, and asking for another one: 3.8, 3.10 and 4.7.

#include "governance/meetings/frame.hpp"
#include "governance/meetings/substitutes.hpp"
#include "governance/membership/absences.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using SubstituteRule = charter::InForce<charter::SubstituteRule>;

bool holds(const Ruler& ruler, const Seat& seat, const PersonId& person) {
    const auto* occupant = occupant_at(ruler.state(), seat, ruler.at());
    return occupant != nullptr && std::find(occupant->persons.begin(), occupant->persons.end(),
                                            person) != occupant->persons.end();
}

/// When a substitute must be named by; empty while a meeting that counts from its actual start has
/// not been opened.
std::optional<base::Instant> start_of(const Meeting& meeting, charter::StartMeasured measured) {
    return measured == charter::StartMeasured::scheduled ? meeting.scheduled : meeting.opened();
}

void check_in_advance(Ruler& ruler, const SubstituteRule& rule, const Seat& seat) {
    const auto zone = zone_of(ruler.state(), ruler.body());
    const auto start = start_of(*ruler.meeting(), rule->measured_from);
    const bool in_time = !start || ruler.at() < *start;
    std::vector<Fact> facts{fact("seat", seat.id.view()), fact("nominated", ruler.at(), zone)};
    if (start) {
        facts.push_back(fact("start", *start, zone));
    }
    // Where the terms set no time, naming one late is only told.
    const auto late = rule->in_advance ? Says::breach : Says::remark;
    ruler.says(rule, in_time ? Says::complies : late,
               in_time ? Code::substitute_in_advance : Code::substitute_not_in_advance,
               std::move(facts));
}

/// Where the terms have the member name the substitute, that is the member of the seat: not another
/// member, and not somebody who only stands in.
void check_named_by_member(Ruler& ruler, const SubstituteRule& rule, const Seat& seat) {
    const auto& actor = ruler.submission().made_by;
    const auto* own =
        seat_of(ruler.state(), actor, ruler.body(), ruler.meeting(), ruler.at(), ruler.context());
    const bool holder = actor.kind == ActorKind::person && holds(ruler, seat, PersonId(actor.id));
    const bool other_member = own != nullptr && own != &seat && !holder;
    const bool only_stands_in = own == nullptr && ruler.roles().has(Role::substitute);
    if (rule->by == "member" && (other_member || only_stands_in)) {
        condition_of_power(ruler, rule, Says::breach, Code::not_permitted,
                           {fact("act", row_of(ruler.submission().act).name),
                            fact("actor", text(actor)), fact("seat", seat.id.view())});
    }
}

/// One person for two seats is allowed; how many heads that makes is for the quorum and the vote to
/// say.
void note_two_seats(Ruler& ruler, const Meeting& meeting, const Seat& seat,
                    const PersonId& person) {
    for (const auto& nomination : meeting.substitutes) {
        if (!nomination.withdrawn && nomination.person == person && nomination.seat != seat.id) {
            ruler.remark(Code::two_seats,
                         {fact("person", person.view()), fact("seat", nomination.seat.view())});
            return;
        }
    }
    for (const auto* other : seats_at(ruler.state(), ruler.body(), ruler.at())) {
        if (other != &seat && holds(ruler, *other, person)) {
            ruler.remark(Code::two_seats,
                         {fact("person", person.view()), fact("seat", other->id.view())});
            return;
        }
    }
}

void check_absences(Ruler& ruler, const charter::InForce<charter::AttendanceRule>& rule,
                    const Seat& seat) {
    const auto absences = count_absences(ruler.state(), seat, *rule.params, ruler.at());
    std::vector<Fact> facts{fact("missed", absences.missed), fact("needed", rule->consecutive),
                            fact("seat", seat.id.view())};
    if (absences.missed >= rule->consecutive) {
        ruler.says(rule, Says::complies, Code::absences_reached, std::move(facts));
    } else if (absences.possible >= rule->consecutive) {
        condition_of_power(ruler, rule, Says::undetermined, Code::absences_not_known,
                           std::move(facts));
    } else {
        condition_of_power(ruler, rule, Says::breach, Code::absences_short, std::move(facts));
    }
}

} // namespace

Ruling rule(const Call& call, const acts::NominateSubstitute& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.meeting() == nullptr) {
        return ruler.finish();
    }
    const auto* seat = ruler.seat(act.seat);
    require_person(ruler, act.person);
    if (ruler.meeting()->status == MeetingStatus::cancelled) {
        ruler.no(Code::meeting_cancelled, {fact("meeting", act.meeting.view())});
    }
    if (seat == nullptr || ruler.refused()) {
        return ruler.finish();
    }
    if (const auto rule = ruler.one<charter::SubstituteRule>()) {
        check_in_advance(ruler, rule, *seat);
        check_named_by_member(ruler, rule, *seat);
    }
    if (occupant_at(call.state, *seat, ruler.at()) == nullptr) {
        ruler.remark(Code::seat_vacant, {fact("seat", seat->id.view())});
    }
    note_two_seats(ruler, *ruler.meeting(), *seat, act.person);
    return ruler.finish({events::SubstituteNominated{act.meeting, seat->id, act.person}});
}

Ruling rule(const Call& call, const acts::WithdrawSubstitute& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.meeting() == nullptr) {
        return ruler.finish();
    }
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    if (nomination_of(*ruler.meeting(), seat->id) == nullptr) {
        ruler.no(Code::substitute_not_nominated, {fact("seat", seat->id.view())});
    }
    if (const auto rule = ruler.one<charter::SubstituteRule>()) {
        check_named_by_member(ruler, rule, *seat);
    }
    return ruler.finish({events::SubstituteWithdrawn{act.meeting, seat->id}});
}

Ruling rule(const Call& call, const acts::RequestReplacement& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    if (occupant_at(call.state, *seat, ruler.at()) == nullptr) {
        ruler.no(Code::seat_vacant, {fact("seat", seat->id.view())});
        return ruler.finish();
    }
    if (const auto rule = ruler.one<charter::AttendanceRule>()) {
        check_absences(ruler, rule, *seat);
    }
    return ruler.finish({events::ReplacementRequested{seat->id}});
}

} // namespace quorate::governance
