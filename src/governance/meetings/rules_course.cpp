// The course of a meeting: opening, the chair, items, adjournment, close.

#include "governance/copy_members.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/late_items.hpp"
#include "governance/meetings/private.hpp"
#include "governance/meetings/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool sits_in_room(const Meeting& meeting, const SeatId& seat, base::Instant at, PresentAs as) {
    return std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& presence) {
        return presence.seat == seat && presence.as == as && presence.covers(at);
    });
}

/// Says by what right a seat takes the chair, looking at the offices that preside in the order of the terms.
/// Somebody with an interest in the item they would preside for leaves the chair to another.
void say_right_to_preside(Ruler& ruler, const Seat& seat, bool elected, const Item* item) {
    const auto& meeting = *ruler.meeting();
    const bool as_member = sits_in_room(meeting, seat.id, ruler.at(), PresentAs::member);
    for (const auto& rule : ruler.all<charter::OfficeRule>()) {
        if (rule->presides == charter::Presides::never) {
            continue;
        }
        const auto holder = office_at(ruler.state(), ruler.body(), rule->office, ruler.at(), ruler.context());
        const std::vector<Fact> facts{fact("seat", seat.id.view()), fact("office", rule->office)};
        if (holder.seat == &seat && as_member) {
            const bool always = rule->presides == charter::Presides::always;
            ruler.says(rule, Says::complies, always ? Code::chair_presides : Code::vice_chair_presides, facts);
            return;
        }
        const bool kept_from_it =
            item != nullptr && holder.seat != nullptr && has_interest(*item, holder.seat->id, ruler.at());
        const bool there = holder.seat != nullptr && !kept_from_it &&
                           sits_in_room(meeting, holder.seat->id, ruler.at(), PresentAs::member);
        if (there) {
            ruler.says(rule, Says::breach, Code::chair_is_present, facts);
            return;
        }
    }
    const std::vector<Fact> facts{fact("seat", seat.id.view())};
    elected ? ruler.remark(Code::presides_by_election, facts) : ruler.finding(Code::not_next_to_preside, facts);
}

bool can_be_taken(Ruler& ruler, const Item& item) {
    const bool gone = item.status == ItemStatus::withdrawn || item.status == ItemStatus::deferred;
    if (gone || item.status == ItemStatus::not_allowed) {
        ruler.no(Code::item_finished, {fact("item", item.number)});
        return false;
    }
    return true;
}

/// The meeting went into private for certain items, and another is taken before the public is let in again.
void say_not_named(Ruler& ruler, std::int64_t item) {
    const auto* session = private_session(*ruler.meeting(), ruler.at());
    if (session != nullptr && !session->items.empty() &&
        std::find(session->items.begin(), session->items.end(), item) == session->items.end()) {
        ruler.finding(Code::item_not_named_for_private, {fact("item", item)});
    }
}

} // namespace

Ruling rule(const Call& call, const acts::OpenMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto& meeting = *ruler.meeting();
    if (meeting.held()) {
        const bool closed = meeting.status == MeetingStatus::closed;
        ruler.no(closed ? Code::meeting_closed : Code::meeting_open_already, {fact("meeting", act.meeting.view())});
        return ruler.finish();
    }
    if (!ruler.require_not_over()) {
        return ruler.finish();
    }
    say_quorum(ruler, meeting, ruler.at(), {}, Says::remark);
    return ruler.finish({events::MeetingOpened{act.meeting}});
}

Ruling rule(const Call& call, const acts::Preside& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    const bool there = sits_in_room(*ruler.meeting(), seat->id, ruler.at(), PresentAs::member) ||
                       sits_in_room(*ruler.meeting(), seat->id, ruler.at(), PresentAs::substitute);
    if (!there) {
        ruler.finding(Code::not_present, {fact("seat", seat->id.view())});
    }
    say_right_to_preside(ruler, *seat, act.elected.value_or(false),
                         act.item ? ruler.meeting()->item(*act.item) : nullptr);
    return ruler.finish({events::ChairTaken{act.meeting, seat->id, act.elected.value_or(false), act.item}});
}

Ruling rule(const Call& call, const acts::TakeItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    if (item == nullptr || !can_be_taken(ruler, *item)) {
        return ruler.finish();
    }
    for (const auto number : act.with) {
        if (const auto* other = ruler.item(number)) {
            can_be_taken(ruler, *other);
            say_late_answer_disputed(ruler, number);
            say_not_named(ruler, number);
        }
    }
    say_late_answer_disputed(ruler, act.item);
    say_not_named(ruler, act.item);
    return ruler.finish({copy_members<events::ItemTaken>(act)});
}

Ruling rule(const Call& call, const acts::LeaveItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    if (item != nullptr && (item->taken.empty() || item->taken.back().until)) {
        ruler.no(Code::item_not_open, {fact("item", act.item)});
    }
    return ruler.finish({events::ItemLeft{act.meeting, act.item, act.interrupted.value_or(false)}});
}

Ruling rule(const Call& call, const acts::AdjournMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    return ruler.finish({events::MeetingAdjourned{act.meeting, act.until}});
}

Ruling rule(const Call& call, const acts::ResumeMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto status = ruler.meeting()->status;
    if (status != MeetingStatus::adjourned && status != MeetingStatus::informal) {
        const auto code = status == MeetingStatus::open        ? Code::meeting_open_already
                          : status == MeetingStatus::closed    ? Code::meeting_closed
                          : status == MeetingStatus::cancelled ? Code::meeting_cancelled
                                                               : Code::meeting_not_open;
        ruler.no(code, {fact("meeting", act.meeting.view())});
        return ruler.finish();
    }
    say_quorum(ruler, *ruler.meeting(), ruler.at(), {}, Says::remark);
    return ruler.finish({events::MeetingResumed{act.meeting}});
}

Ruling rule(const Call& call, const acts::ContinueInformally& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    say_quorum(ruler, *ruler.meeting(), ruler.at(), {}, Says::remark);
    ruler.remark(Code::informal_only);
    return ruler.finish({events::InformalDiscussionBegun{act.meeting}});
}

Ruling rule(const Call& call, const acts::CloseMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto status = ruler.meeting()->status;
    if (status == MeetingStatus::closed || status == MeetingStatus::cancelled || !ruler.meeting()->held()) {
        const auto code = status == MeetingStatus::closed      ? Code::meeting_closed
                          : status == MeetingStatus::cancelled ? Code::meeting_cancelled
                                                               : Code::meeting_not_open;
        ruler.no(code, {fact("meeting", act.meeting.view())});
    }
    return ruler.finish({events::MeetingClosed{act.meeting}});
}

} // namespace quorate::governance
