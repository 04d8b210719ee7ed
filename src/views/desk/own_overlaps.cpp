#include "views/desk/own_overlaps.hpp"

#include "governance/meetings/length.hpp"
#include "views/desk/own_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// When it begins, or goes on after it was broken off.
base::Instant begins(const Meeting& meeting) {
    return meeting.status == MeetingStatus::adjourned && meeting.adjourned_until
               ? *meeting.adjourned_until
               : meeting.scheduled;
}

bool is_held(const Meeting& meeting) {
    return meeting.status != MeetingStatus::closed && meeting.status != MeetingStatus::cancelled;
}

/// From when to when, as far as is expected.
struct Stretch {
    base::Instant from;
    base::Instant until;
    bool assumed = false;
};

Stretch stretch_of(const Ground& ground, const Meeting& meeting) {
    const auto from = begins(meeting);
    const auto year = ground.moment(meeting.body, from).local.date.year();
    const auto length = expected_length(ground.state(), meeting, year);
    return {from, minutes_after(from, length.minutes), length.assumed};
}

/// They are to be there themselves, as far as they have said.
bool goes(const OwnMeeting& meeting) {
    return meeting.coming == "coming" || meeting.coming == "nothing-said";
}

} // namespace

std::vector<OwnOverlap> overlaps_of(const Reader& reader, const OwnMeeting& meeting) {
    const auto& ground = reader.ground();
    const auto* here = ground.state().meetings.find(MeetingId(meeting.line.id));
    std::vector<OwnOverlap> out;
    if (here == nullptr || !is_held(*here) || !goes(meeting)) {
        return out;
    }
    const auto own_time = stretch_of(ground, *here);
    ground.state().meetings.each([&](const Meeting& other) {
        const auto time = stretch_of(ground, other);
        if (other.id == here->id || !is_held(other) || time.from >= own_time.until ||
            own_time.from >= time.until) {
            return;
        }
        for (const auto& own : seats_at_meeting(ground, other)) {
            const auto shown = own_meeting_of(ground, other, own);
            if (goes(shown)) {
                out.push_back({shown.line, ground.moment(other.body, time.from), shown.seat.seat.id,
                               shown.coming == "coming" && meeting.coming == "coming",
                               time.assumed || own_time.assumed});
                return;
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OwnOverlap& a, const OwnOverlap& b) {
        return a.begins.instant < b.begins.instant;
    });
    return out;
}

} // namespace quorate::views
