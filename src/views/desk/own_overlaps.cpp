#include "views/desk/own_overlaps.hpp"

#include "views/desk/own_make.hpp"
#include "views/desk/year.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

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
    const auto from = begins(*here);
    ground.state().meetings.each([&](const Meeting& other) {
        const auto apart = std::chrono::milliseconds(std::abs(from.ms - begins(other).ms));
        if (other.id == here->id || !is_held(other) ||
            apart >= std::chrono::minutes(overlap_minutes)) {
            return;
        }
        for (const auto& own : seats_at_meeting(ground, other)) {
            const auto shown = own_meeting_of(ground, other, own);
            if (goes(shown)) {
                out.push_back({shown.line, ground.moment(other.body, begins(other)),
                               shown.seat.seat.id,
                               shown.coming == "coming" && meeting.coming == "coming"});
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
