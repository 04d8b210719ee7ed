// Who comes, goes and stays: facts about the room, each recorded with what it does to the quorum.

#include "governance/act_table.hpp"
#include "governance/copy_members.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/rules.hpp"
#include "governance/meetings/substitutes.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The meeting as it will be once events so far are applied, to say what follows from them.
struct Gathered {
    Meeting meeting;
    std::vector<Event> events;

    void arrive(events::Arrived event, base::Instant at) {
        Presence presence;
        presence.as = event.as;
        presence.seat = event.seat;
        presence.person = event.person;
        presence.remote = event.remote;
        presence.from = at;
        presence.item = event.item;
        presence.allowed_back = event.allowed_back.value_or(false);
        meeting.presence.push_back(std::move(presence));
        meeting.attendance_known = true;
        events.emplace_back(std::move(event));
    }
    void leave(Presence& presence, LeftBecause why, std::optional<std::int64_t> item, base::Instant at) {
        presence.until = at;
        events.emplace_back(events::Left{meeting.id, presence.seat, presence.person, why, item});
    }
    Presence* in_room(const SeatId& seat, base::Instant at) {
        for (auto& presence : meeting.presence) {
            const bool sits = presence.as == PresentAs::member || presence.as == PresentAs::substitute;
            if (sits && presence.seat == seat && presence.covers(at)) {
                return &presence;
            }
        }
        return nullptr;
    }
};

const PersonId* who_stands_in(const Ruler& ruler, const Seat& seat) {
    return substitute_for(ruler.state(), *ruler.meeting(), seat, ruler.at());
}

bool may_substitute(const Ruler& ruler, const Seat& seat, const PersonId& person) {
    const auto* nomination = nomination_of(*ruler.meeting(), seat.id);
    if (nomination != nullptr && nomination->person == person) {
        return true;
    }
    const auto* occupant = occupant_at(ruler.state(), seat, ruler.at());
    return occupant != nullptr && std::find(occupant->alternates.begin(), occupant->alternates.end(), person) !=
                                      occupant->alternates.end();
}

void say_substitute(Ruler& ruler, Says says, Code code, const Seat& seat) {
    const std::vector<Fact> facts{fact("seat", seat.id.view())};
    if (const auto rule = ruler.one<charter::SubstituteRule>()) {
        ruler.says(rule, says, code, facts);
    } else if (says == Says::breach) {
        ruler.finding(code, facts);
    } else {
        ruler.remark(code, facts);
    }
}

/// A substitute comes: in the member's place when nominated in advance, else as a visitor.
void arrive_substitute(Ruler& ruler, Gathered& room, const Seat& seat, const PersonId& person, bool remote) {
    const auto at = ruler.at();
    events::Arrived event{room.meeting.id, seat.id, person, PresentAs::substitute, remote, {}, {}};
    const auto* there = room.in_room(seat.id, at);
    if (there != nullptr && there->as == PresentAs::member) {
        say_substitute(ruler, Says::breach, Code::substitute_and_member_present, seat);
    } else if (may_substitute(ruler, seat, person)) {
        say_substitute(ruler, Says::complies, Code::substitute_in_advance, seat);
        room.arrive(std::move(event), at);
        return;
    } else {
        say_substitute(ruler, Says::breach, Code::substitute_not_nominated, seat);
    }
    ruler.remark(Code::attends_as_visitor, {fact("seat", seat.id.view())});
    event.as = PresentAs::visitor;
    event.seat.reset();
    room.arrive(std::move(event), at);
}

/// The last stay of a seat that has ended by now.
const Presence* last_stay(const Meeting& meeting, const SeatId& seat, base::Instant at) {
    const Presence* last = nullptr;
    for (const auto& presence : meeting.presence) {
        if (presence.seat == seat && presence.until && *presence.until <= at) {
            last = &presence;
        }
    }
    return last;
}

/// Somebody who was excluded is back: by leave of whoever presides, or in breach of it. What they say of themselves is
/// not taken for leave.
void say_back(Ruler& ruler, const Seat& seat, const Presence* last, bool allowed) {
    if (last == nullptr || last->why != LeftBecause::excluded) {
        return;
    }
    const std::vector<Fact> facts{fact("seat", seat.id.view())};
    if (!speaks_for_all(ruler.roles())) {
        ruler.no(Code::back_though_excluded, facts);
        return;
    }
    const auto code = allowed ? Code::allowed_back : Code::back_though_excluded;
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        if (contains(rule->acts, "exclude-member")) {
            ruler.says(rule, allowed ? Says::complies : Says::breach, code, facts);
            return;
        }
    }
    allowed ? ruler.remark(code, facts) : ruler.finding(code, facts);
}

/// The member comes; a substitute who was standing in hands over.
void arrive_member(Ruler& ruler, Gathered& room, const Seat& seat, bool remote) {
    const auto at = ruler.at();
    if (occupant_at(ruler.state(), seat, at) == nullptr) {
        ruler.finding(Code::seat_vacant, {fact("seat", seat.id.view())});
        return;
    }
    if (auto* there = room.in_room(seat.id, at)) {
        if (there->as == PresentAs::member) {
            ruler.remark(Code::present_already, {fact("seat", seat.id.view())});
            return;
        }
        room.leave(*there, LeftBecause::left, {}, at);
    } else {
        say_back(ruler, seat, last_stay(room.meeting, seat.id, at), false);
    }
    room.arrive({room.meeting.id, seat.id, {}, PresentAs::member, remote, {}, {}}, at);
}

void return_seat(Ruler& ruler, Gathered& room, const Seat& seat, bool remote, bool allowed_back = false) {
    const auto at = ruler.at();
    const auto* last = last_stay(room.meeting, seat.id, at);
    if (last == nullptr || room.in_room(seat.id, at) != nullptr) {
        arrive_member(ruler, room, seat, remote);
        return;
    }
    say_back(ruler, seat, last, allowed_back);
    events::Arrived event{room.meeting.id, seat.id, last->person, last->as, remote, {}, {}};
    if (allowed_back && last->why == LeftBecause::excluded) {
        event.allowed_back = true;
    }
    room.arrive(std::move(event), at);
}

void leave_seat(Ruler& ruler, Gathered& room, const Seat& seat, LeftBecause why, std::optional<std::int64_t> item) {
    auto* there = room.in_room(seat.id, ruler.at());
    if (there == nullptr) {
        ruler.remark(Code::left_already, {fact("seat", seat.id.view())});
        return;
    }
    room.leave(*there, why, item, ruler.at());
}

/// Who neither services the meeting nor presides says of themselves alone that they come and go. False, with the
/// refusal, when it is said of somebody else; `as` is who came in the member's place.
bool speaks_for_themselves(Ruler& ruler, const std::vector<const Seat*>& seats,
                           const std::optional<PersonId>& as = {}) {
    const auto roles = ruler.roles();
    if (speaks_for_all(roles)) {
        return true;
    }
    const auto* leaving = std::get_if<acts::RecordDeparture>(&ruler.submission().act);
    const bool of_guests = leaving != nullptr && !leaving->persons.empty();
    const auto& actor = ruler.submission().made_by;
    const auto* own = seat_of(ruler.state(), actor, ruler.body(), ruler.meeting(), ruler.at(), ruler.context());
    const bool is_substitute = as && actor.kind == ActorKind::person && actor.id == as->value;
    const bool others = std::any_of(seats.begin(), seats.end(), [&](const Seat* seat) {
        const bool as_member = seat == own && !as && roles.has(Role::member);
        return !as_member && !(is_substitute && may_substitute(ruler, *seat, *as));
    });
    if (others || of_guests) {
        ruler.no(Code::not_permitted,
                 {fact("act", row_of(ruler.submission().act).name), fact("actor", text(actor))});
        return false;
    }
    return true;
}

/// Excluding a member is the power of 3.9; a reason is kept where the permission asks for one.
void say_reason_to_exclude(Ruler& ruler, const acts::ExcludeMember& act, const Seat& seat) {
    const bool given = act.reason && act.reason->given();
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        if (contains(rule->acts, "exclude-member") && contains(rule->requires_, "reason")) {
            ruler.says(rule, given ? Says::complies : Says::breach, given ? Code::reason_given : Code::reason_missing,
                       {fact("seat", seat.id.view())});
            return;
        }
    }
}

bool dealt_with_at(const Item& item, base::Instant at) {
    return std::any_of(item.taken.begin(), item.taken.end(), [&](const ItemInterval& taken) {
        return taken.from <= at && (!taken.until || at < *taken.until);
    });
}

/// Somebody comes back while an item is dealt with that they were told to leave for: that is put on record, and they
/// are not counted for it. The item; nothing when nobody does.
std::optional<std::int64_t> say_told_out(Ruler& ruler, const Gathered& room) {
    std::optional<std::int64_t> found;
    const auto rule = ruler.one<charter::InterestRule>();
    for (const auto& event : room.events) {
        const auto* came = std::get_if<events::Arrived>(&event);
        for (const auto& item : room.meeting.items) {
            const bool back = came != nullptr && came->seat && dealt_with_at(item, ruler.at()) &&
                              told_out_of(item, *came->seat, ruler.at());
            if (!back) {
                continue;
            }
            found = item.number;
            const std::vector<Fact> facts{fact("seat", came->seat->view()), fact("item", item.number)};
            rule ? ruler.says(rule, Says::breach, Code::back_though_told_out, facts)
                 : ruler.finding(Code::back_though_told_out, facts);
        }
    }
    return found;
}

Ruling finish_room(Ruler& ruler, Gathered& room) {
    if (!ruler.refused()) {
        say_quorum(ruler, room.meeting, ruler.at(), say_told_out(ruler, room), Says::remark);
    }
    return ruler.finish(std::move(room.events));
}

} // namespace

Ruling rule(const Call& call, const acts::RecordArrival& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    const bool remote = act.remote.value_or(false);
    const auto seats = ruler.seats(act.seats);
    const auto* nominee = act.by_substitute.value_or(false) && !seats.empty() ? who_stands_in(ruler, *seats.front())
                                                                               : nullptr;
    const auto as = act.substitute || nominee == nullptr ? act.substitute : std::optional(*nominee);
    if (!speaks_for_themselves(ruler, seats, as)) {
        return ruler.finish();
    }
    for (const auto* seat : seats) {
        if (act.substitute) {
            arrive_substitute(ruler, room, *seat, *act.substitute, remote);
        } else if (!act.by_substitute.value_or(false)) {
            arrive_member(ruler, room, *seat, remote);
        } else if (const auto* named = who_stands_in(ruler, *seat)) {
            arrive_substitute(ruler, room, *seat, *named, remote);
        } else {
            say_substitute(ruler, Says::breach, Code::substitute_not_nominated, *seat);
        }
    }
    return finish_room(ruler, room);
}

Ruling rule(const Call& call, const acts::RecordDeparture& act) {
    auto ruler = ruler_for(call, act.meeting, act.for_item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    const auto why = act.for_item ? LeftBecause::withdrew_for_item : LeftBecause::left;
    const auto seats = ruler.seats(act.seats);
    const auto* there = seats.empty() ? nullptr : room.in_room(seats.front()->id, ruler.at());
    const auto as = there == nullptr ? std::optional<PersonId>() : there->person;
    if (!speaks_for_themselves(ruler, seats, as)) {
        return ruler.finish();
    }
    for (const auto* seat : seats) {
        leave_seat(ruler, room, *seat, why, act.for_item);
    }
    for (const auto& person : act.persons) {
        for (auto& presence : room.meeting.presence) {
            if (presence.person == person && presence.covers(ruler.at())) {
                room.leave(presence, why, act.for_item, ruler.at());
            }
        }
    }
    return finish_room(ruler, room);
}

Ruling rule(const Call& call, const acts::RecordReturn& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    const auto seats = ruler.seats(act.seats);
    const auto* last = seats.empty() ? nullptr : last_stay(room.meeting, seats.front()->id, ruler.at());
    const auto as = last == nullptr ? std::optional<PersonId>() : last->person;
    if (!speaks_for_themselves(ruler, seats, as)) {
        return ruler.finish();
    }
    for (const auto* seat : seats) {
        return_seat(ruler, room, *seat, act.remote.value_or(false), act.allowed_back.value_or(false));
    }
    return finish_room(ruler, room);
}

Ruling rule(const Call& call, const acts::RecordConnection& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    for (const auto* seat : ruler.seats(act.seats)) {
        if (act.connected) {
            return_seat(ruler, room, *seat, true);
        } else {
            leave_seat(ruler, room, *seat, LeftBecause::connection_lost, {});
        }
    }
    return finish_room(ruler, room);
}

Ruling rule(const Call& call, const acts::RecordVisitor& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        const bool about_visitors = contains(rule->who, "visitor") && !rule->agreement_of.empty();
        if (about_visitors) {
            const bool agreed = act.agreed.value_or(false);
            ruler.says(rule, agreed ? Says::complies : Says::breach,
                       agreed ? Code::agreement_given : Code::agreement_missing, {fact("holder", rule->agreement_of)});
        }
    }
    return ruler.finish({events::Arrived{act.meeting, {}, act.person, PresentAs::visitor, false, act.item, {}}});
}

Ruling rule(const Call& call, const acts::RecordOfficerInSupport& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        if (contains(rule->acts, "record-officer-in-support") && contains(rule->who, "member")) {
            ruler.says(rule, Says::complies, Code::officer_supports_member, {fact("seat", seat->id.view())});
        }
    }
    return ruler.finish({events::Arrived{act.meeting, {}, act.person, PresentAs::officer_in_support, false, {},
                                         seat->organisation}});
}

Ruling rule(const Call& call, const acts::RecordAffectedPartner& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    if (item == nullptr) {
        return ruler.finish();
    }
    const bool affected =
        std::find(item->affects.begin(), item->affects.end(), act.organisation) != item->affects.end();
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        if (contains(rule->who, "affected-partner") && !rule->rights.empty()) {
            ruler.says(rule, affected ? Says::complies : Says::breach,
                       affected ? Code::right_to_be_heard : Code::not_affected,
                       {fact("organisation", act.organisation.view()), fact("item", act.item)});
        }
    }
    const auto as = affected ? PresentAs::affected_partner : PresentAs::visitor;
    return ruler.finish({events::Arrived{act.meeting, {}, act.person, as, false, act.item, act.organisation}});
}

Ruling rule(const Call& call, const acts::TakeAttendance& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    std::vector<SeatId> listed;
    for (const auto* seat : ruler.seats(act.present)) {
        listed.push_back(seat->id);
        const auto* there = room.in_room(seat->id, ruler.at());
        if (there == nullptr || there->as != PresentAs::member) {
            arrive_member(ruler, room, *seat, false);
        }
    }
    for (const auto* seat : ruler.seats(act.substitutes)) {
        listed.push_back(seat->id);
        const auto* nominee = who_stands_in(ruler, *seat);
        if (nominee == nullptr) {
            say_substitute(ruler, Says::breach, Code::substitute_not_nominated, *seat);
        } else if (room.in_room(seat->id, ruler.at()) == nullptr) {
            arrive_substitute(ruler, room, *seat, *nominee, false);
        }
    }
    for (auto& presence : room.meeting.presence) {
        const bool sits = presence.seat && presence.covers(ruler.at());
        if (sits && std::find(listed.begin(), listed.end(), *presence.seat) == listed.end()) {
            room.leave(presence, LeftBecause::not_listed, {}, ruler.at());
        }
    }
    for (const auto* seat : ruler.seats(act.apologies)) {
        room.events.emplace_back(events::ApologiesGiven{act.meeting, seat->id});
    }
    room.events.emplace_back(events::AttendanceTaken{act.meeting});
    room.meeting.attendance_known = true;
    return finish_room(ruler, room);
}

Ruling rule(const Call& call, const acts::ExcludeMember& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    Gathered room{*ruler.meeting(), {}};
    if (const auto* seat = ruler.seat(act.seat)) {
        say_reason_to_exclude(ruler, act, *seat);
        leave_seat(ruler, room, *seat, LeftBecause::excluded, {});
    }
    return finish_room(ruler, room);
}

} // namespace quorate::governance
