#include "governance/meetings/apply.hpp"

#include "governance/meetings/room.hpp"
#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The meeting to change; null when the record has none of that id.
Meeting* meeting_in(State& state, const MeetingId& id) {
    return state.meetings.find(id) == nullptr ? nullptr : &state.meetings.write(id);
}

void close_taken(Meeting& meeting, base::Instant at, std::optional<std::int64_t> only = {}) {
    for (auto& item : meeting.items) {
        const bool open = !item.taken.empty() && !item.taken.back().until;
        if (open && (!only || item.number == *only)) {
            item.taken.back().until = at;
        }
    }
}

void end_sitting(Meeting& meeting, base::Instant at) {
    if (!meeting.sittings.empty() && !meeting.sittings.back().until) {
        meeting.sittings.back().until = at;
    }
}

void take(Meeting& meeting, std::int64_t number, base::Instant at) {
    if (auto* item = meeting.item(number)) {
        item->taken.push_back({at, {}});
        if (item->status == ItemStatus::on_agenda || item->status == ItemStatus::interrupted) {
            item->status = ItemStatus::taken;
        }
    }
}

} // namespace

void apply(State& state, const events::ProgrammeSet& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) != nullptr) {
        auto& year = state.bodies.write(event.body).programme[event.year];
        if (!year.meetings.empty()) {
            year.before.push_back({std::move(year.meetings), year.set_at});
        }
        year.meetings = event.meetings;
        year.length = event.length;
        year.set_at = stamp.effective;
    }
}

void apply(State& state, const events::ExtraMeetingConsulted& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) != nullptr) {
        state.bodies.write(event.body).consultations.push_back(
            {event.meeting_at, stamp.effective, event.seats.size()});
    }
}

void apply(State& state, const events::MeetingConvened& event, const Stamp& stamp) {
    const bool known = state.meetings.find(event.meeting) != nullptr;
    auto& meeting = state.meetings.write_or_add(event.meeting);
    meeting.id = event.meeting;
    meeting.body = event.body;
    meeting.jointly_with = event.jointly_with;
    meeting.scheduled = event.at;
    meeting.length = event.length;
    meeting.convened = stamp.effective;
    meeting.place = event.place;
    meeting.programmed = event.programmed;
    meeting.remote = event.remote;
    meeting.open_to_public = event.open_to_public.value_or(false);
    answer_awaited(state, stamp, [&](const Act& act) {
        const auto* asked = std::get_if<acts::ConveneMeeting>(&act);
        return asked != nullptr && asked->meeting == event.meeting;
    });
    const auto list = [&](const BodyId& body) {
        if (!known && state.bodies.find(body) != nullptr) {
            state.bodies.write(body).meetings.push_back(event.meeting);
        }
    };
    list(event.body);
    if (event.jointly_with) {
        list(*event.jointly_with);
    }
}

void apply(State& state, const events::ItemNotified& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr || meeting->item(event.item) != nullptr) {
        return;
    }
    Item item;
    item.number = event.item;
    item.title = event.title;
    item.purpose = event.purpose;
    item.matter = event.matter;
    item.affects = event.affects;
    item.asked_by = event.by;
    item.notified = event.notified.value_or(stamp.effective);
    item.tabled = event.tabled;
    item.deferred_from = event.deferred_from;
    item.minutes_of = event.minutes_of;
    const auto after = std::find_if(meeting->items.begin(), meeting->items.end(),
                                    [&](const Item& other) { return other.number > event.item; });
    meeting->items.insert(after, std::move(item));
}

void apply(State& state, const events::LateItemAnswered& event, const Stamp& stamp) {
    answer_awaited(state, stamp, [&](const Act& act) {
        const auto* asked = std::get_if<acts::NotifyItem>(&act);
        return asked != nullptr && asked->meeting == event.meeting && asked->item == event.item;
    });
    auto* meeting = meeting_in(state, event.meeting);
    auto* item = meeting == nullptr ? nullptr : meeting->item(event.item);
    if (item == nullptr) {
        return;
    }
    if (event.allowed) {
        item->late = true;
        item->late_reason = event.reason;
        item->status = item->status == ItemStatus::not_allowed ? ItemStatus::on_agenda : item->status;
    } else if (item->late && !is_over(*item)) {
        // Allowed in somebody's name who did not allow it: it comes off the agenda.
        close_taken(*meeting, stamp.effective, event.item);
        item->status = ItemStatus::not_allowed;
    }
}

void apply(State& state, const events::AgendaOrdered& event, const Stamp&) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    const auto place = [&](const Item& item) {
        return std::find(event.items.begin(), event.items.end(), item.number) - event.items.begin();
    };
    std::stable_sort(meeting->items.begin(), meeting->items.end(),
                     [&](const Item& a, const Item& b) { return place(a) < place(b); });
}

void apply(State& state, const events::PapersCirculated& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->circulations.push_back({event.things, event.items, event.papers, event.seats, event.how.value_or(""),
                                         stamp.effective, stamp.position, event.restricted, event.partners});
    }
}

void apply(State& state, const events::PaperRestricted& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    auto& all = meeting->restrictions;
    auto found = std::lower_bound(all.begin(), all.end(), event.restriction,
                                  [](const Restriction& each, std::int64_t number) { return each.number < number; });
    if (found == all.end() || found->number != event.restriction) {
        found = all.insert(found, Restriction{});
        found->number = event.restriction;
        found->at = stamp.effective;
        found->item = event.item;
        found->paper = event.paper;
    }
    found->exemption = event.exemption;
    found->review = event.review;
    found->reason = event.reason;
    found->position = stamp.position;
}

void apply(State& state, const events::RestrictionLifted& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    for (auto& restriction : meeting->restrictions) {
        if (restriction.number == event.restriction && !restriction.lifted) {
            restriction.lifted = stamp.effective;
        }
    }
}

void apply(State& state, const events::MeetingPostponed& event, const Stamp&) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->postponed_from.push_back(meeting->scheduled);
        meeting->scheduled = event.to;
        meeting->length = event.length ? event.length : meeting->length;
    }
}

void apply(State& state, const events::MeetingCancelled& event, const Stamp&) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->status = MeetingStatus::cancelled;
    }
}

void apply(State& state, const events::MeetingOpened& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->status = MeetingStatus::open;
        meeting->sittings.push_back({stamp.effective, {}, false});
    }
}

void apply(State& state, const events::ChairTaken& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->presiding.push_back({event.seat, event.elected, event.item, stamp.effective});
    }
}

void apply(State& state, const events::Arrived& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    Presence presence;
    presence.as = event.as;
    presence.seat = event.seat;
    presence.person = event.person;
    presence.remote = event.remote;
    presence.from = stamp.effective;
    presence.item = event.item;
    presence.organisation = event.organisation;
    presence.allowed_back = event.allowed_back.value_or(false);
    // Entered late: a stay cannot outlast the meeting that has closed since.
    presence.until = meeting->closed();
    meeting->presence.push_back(std::move(presence));
    meeting->attendance_known = meeting->attendance_known || event.seat.has_value();
}

void apply(State& state, const events::Left& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    for (auto& presence : meeting->presence) {
        const bool theirs = event.seat ? presence.seat == event.seat : presence.person == event.person;
        if (theirs && presence.covers(stamp.effective)) {
            presence.until = stamp.effective;
            presence.why = event.why;
        }
    }
}

void apply(State& state, const events::ApologiesGiven& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    std::erase(meeting->accepted, event.seat);
    for (auto& nomination : meeting->substitutes) {
        const bool own_word = stamp.made_by == Actor{ActorKind::person, nomination.person.value};
        if (nomination.seat == event.seat && !nomination.withdrawn && own_word) {
            nomination.coming = false;
        }
    }
    if (std::find(meeting->apologies.begin(), meeting->apologies.end(), event.seat) == meeting->apologies.end()) {
        meeting->apologies.push_back(event.seat);
    }
}

void apply(State& state, const events::InvitationAccepted& event, const Stamp&) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    for (auto& nomination : meeting->substitutes) {
        if (nomination.seat == event.seat && !nomination.withdrawn) {
            nomination.withdrawn = !event.substitute;
            nomination.coming = event.substitute ? std::optional(true) : nomination.coming;
        }
    }
    if (!event.substitute) {
        std::erase(meeting->apologies, event.seat);
        std::erase(meeting->accepted, event.seat);
        meeting->accepted.push_back(event.seat);
    }
}

void apply(State& state, const events::AttendanceTaken& event, const Stamp&) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->attendance_known = true;
    }
}

void apply(State& state, const events::ItemTaken& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    close_taken(*meeting, stamp.effective);
    take(*meeting, event.item, stamp.effective);
    for (const auto number : event.with) {
        take(*meeting, number, stamp.effective);
    }
    if (auto* item = meeting->item(event.item)) {
        item->with = event.with;
    }
}

void apply(State& state, const events::ItemLeft& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    close_taken(*meeting, stamp.effective, event.item);
    if (auto* item = meeting->item(event.item);
        item != nullptr && event.interrupted && item->status == ItemStatus::taken) {
        item->status = ItemStatus::interrupted;
    }
}

void apply(State& state, const events::MeetingAdjourned& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        close_taken(*meeting, stamp.effective);
        end_sitting(*meeting, stamp.effective);
        meeting->status = MeetingStatus::adjourned;
        meeting->adjourned_until = event.until;
    }
}

void apply(State& state, const events::MeetingResumed& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        end_sitting(*meeting, stamp.effective);
        meeting->status = MeetingStatus::open;
        meeting->sittings.push_back({stamp.effective, {}, false});
    }
}

void apply(State& state, const events::InformalDiscussionBegun& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        end_sitting(*meeting, stamp.effective);
        meeting->status = MeetingStatus::informal;
        meeting->sittings.push_back({stamp.effective, {}, true});
    }
}

void apply(State& state, const events::MeetingClosed& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (meeting == nullptr) {
        return;
    }
    close_taken(*meeting, stamp.effective);
    end_sitting(*meeting, stamp.effective);
    for (auto& presence : meeting->presence) {
        if (!presence.until) {
            presence.until = stamp.effective;
        }
    }
    if (!meeting->private_sessions.empty() && !meeting->private_sessions.back().until) {
        meeting->private_sessions.back().until = stamp.effective;
    }
    meeting->status = MeetingStatus::closed;
}

void apply(State& state, const events::PrivateSessionBegun& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->private_sessions.push_back(
            {event.items, event.reason, event.proposed_by, stamp.effective, {}, stamp.position});
    }
}

void apply(State& state, const events::PrivateSessionEnded& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting); meeting != nullptr && !meeting->private_sessions.empty()) {
        auto& session = meeting->private_sessions.back();
        session.until = session.until ? session.until : stamp.effective;
    }
}

void apply(State& state, const events::NotesReleased& event, const Stamp& stamp) {
    auto* meeting = meeting_in(state, event.meeting);
    if (auto* item = meeting == nullptr ? nullptr : meeting->item(event.item)) {
        item->notes_released = stamp.effective;
    }
}

} // namespace quorate::governance
