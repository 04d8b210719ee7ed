// Going on without the public, and what may be read of that afterwards.

#include "governance/copy_members.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/private.hpp"
#include "governance/meetings/rules.hpp"

namespace quorate::governance {

Ruling rule(const Call& call, const acts::MeetInPrivate& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    const auto& meeting = *ruler.meeting();
    if (!meeting.open_to_public) {
        ruler.no(Code::not_open_to_public, {fact("meeting", act.meeting.view())});
    }
    if (private_session(meeting, ruler.at()) != nullptr) {
        ruler.no(Code::in_private_already, {fact("meeting", act.meeting.view())});
    }
    for (const auto number : act.items) {
        ruler.item(number);
    }
    if (!act.reason || !act.reason->given()) {
        ruler.finding(Code::reason_missing, {fact("meeting", act.meeting.view())});
    }
    events::PrivateSessionBegun begun{act.meeting, act.items, act.reason, {}};
    if (act.proposed_by) {
        if (const auto* seat = ruler.seat(*act.proposed_by)) {
            begun.proposed_by = seat->id;
        }
    }
    if (!ruler.refused()) {
        say_quorum_to_act(ruler, meeting, {});
    }
    std::vector<Event> events{std::move(begun)};
    for (const auto& stay : meeting.presence) {
        // An officer, and a partner who is to be heard, have a right to be there.
        if (stay.as == PresentAs::visitor && stay.covers(ruler.at())) {
            events.emplace_back(events::Left{act.meeting, stay.seat, stay.person, LeftBecause::left, {}});
        }
    }
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::MeetInPublic& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (private_session(*ruler.meeting(), ruler.at()) == nullptr) {
        ruler.no(Code::not_in_private, {fact("meeting", act.meeting.view())});
    }
    return ruler.finish({events::PrivateSessionEnded{act.meeting}});
}

Ruling rule(const Call& call, const acts::ReleaseNotes& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    if (item != nullptr && !notes_in_private(*ruler.meeting(), *item)) {
        ruler.no(Code::taken_in_public, {fact("item", act.item)});
    }
    return ruler.finish({copy_members<events::NotesReleased>(act)});
}

} // namespace quorate::governance
