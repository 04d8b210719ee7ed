// What members and substitutes answer before a meeting: whether they will come.

#include "governance/act_table.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/rules.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/meetings/substitutes.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool stands_in(const Actor& actor, const SubstituteNomination* nomination) {
    return nomination != nullptr && actor.kind == ActorKind::person &&
           actor.id == nomination->person.value;
}

/// True when the actor is a member of the seat: one of its holders, or the seat itself.
bool is_member_of(const Ruler& ruler, const Seat& seat) {
    const auto& actor = ruler.submission().made_by;
    if (actor.kind == ActorKind::person) {
        const auto* occupant = occupant_at(ruler.state(), seat, ruler.at());
        return occupant != nullptr && std::find(occupant->persons.begin(), occupant->persons.end(),
                                                PersonId(actor.id)) != occupant->persons.end();
    }
    return seat_of(ruler.state(), actor, ruler.body(), ruler.meeting(), ruler.at(),
                   ruler.context()) == &seat;
}

/// True when the actor is a member of the seat, or was named to stand in for it at this meeting. A
/// standing substitute may come in the member's place unnamed, but until then it is the member who
/// was invited and who answers.
bool answers_for(const Ruler& ruler, const Seat& seat) {
    return is_member_of(ruler, seat) ||
           stands_in(ruler.submission().made_by, nomination_of(*ruler.meeting(), seat.id));
}

void refuse_for_another(Ruler& ruler) {
    ruler.no(Code::not_permitted, {fact("act", row_of(ruler.submission().act).name),
                                   fact("actor", text(ruler.submission().made_by))});
}

/// The seat whoever answers acts from: their own, else the one they stand in for.
const Seat* own_seat(const Ruler& ruler) {
    const auto& actor = ruler.submission().made_by;
    if (const auto* seat = seat_of(ruler.state(), actor, ruler.body(), ruler.meeting(), ruler.at(),
                                   ruler.context())) {
        return seat;
    }
    for (const auto& each : ruler.meeting()->substitutes) {
        if (!each.withdrawn && stands_in(actor, &each)) {
            return ruler.state().seats.find(each.seat);
        }
    }
    return nullptr;
}

/// Tells what the member's answer takes the place of.
void say_what_it_replaces(Ruler& ruler, const Seat& seat, const SubstituteNomination* nomination) {
    const auto& meeting = *ruler.meeting();
    const auto listed = [&](const std::vector<SeatId>& seats) {
        return std::find(seats.begin(), seats.end(), seat.id) != seats.end();
    };
    const std::vector<Fact> facts{fact("seat", seat.id.view())};
    if (listed(meeting.accepted)) {
        ruler.remark(Code::coming_already, facts);
    }
    if (listed(meeting.apologies)) {
        ruler.remark(Code::apologies_taken_back, facts);
    }
    if (nomination != nullptr) {
        ruler.remark(Code::substitute_taken_back, facts);
    }
}

} // namespace

Ruling rule(const Call& call, const acts::AcceptInvitation& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (sits_at(*ruler.meeting(), ruler.at())) {
        ruler.no(Code::meeting_open_already, {fact("meeting", act.meeting.view())});
        return ruler.finish();
    }
    const auto* seat = act.seat ? ruler.seat(*act.seat) : own_seat(ruler);
    if (act.seat && seat == nullptr) {
        return ruler.finish();
    }
    if (seat == nullptr || !answers_for(ruler, *seat)) {
        refuse_for_another(ruler);
        return ruler.finish();
    }
    if (occupant_at(call.state, *seat, ruler.at()) == nullptr) {
        ruler.no(Code::seat_vacant, {fact("seat", seat->id.view())});
        return ruler.finish();
    }
    const auto* nomination = nomination_of(*ruler.meeting(), seat->id);
    const bool substitute = stands_in(ruler.submission().made_by, nomination);
    if (substitute) {
        if (nomination->coming.value_or(false)) {
            ruler.remark(Code::coming_already, {fact("seat", seat->id.view())});
        }
    } else {
        say_what_it_replaces(ruler, *seat, nomination);
    }
    return ruler.finish({events::InvitationAccepted{act.meeting, seat->id, substitute}});
}

Ruling rule(const Call& call, const acts::RecordApologies& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const bool for_all = speaks_for_all(ruler.roles());
    std::vector<Event> events;
    for (const auto* seat : ruler.seats(act.seats)) {
        if (!for_all && !answers_for(ruler, *seat)) {
            refuse_for_another(ruler);
            return ruler.finish();
        }
        events.emplace_back(events::ApologiesGiven{act.meeting, seat->id});
    }
    return ruler.finish(std::move(events));
}

} // namespace quorate::governance
