#include "views/desk/own_corrections.hpp"

#include "views/desk/own_make.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<OwnCorrection> own_corrections(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<OwnCorrection> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        const auto& minutes = meeting.minutes;
        if (minutes.proposals.empty() || seats_at_meeting(ground, meeting).empty()) {
            return;
        }
        for (auto& asked : proposals_shown(ground, meeting, true)) {
            const bool afterwards = minutes.approved && asked.when.instant >= *minutes.approved;
            const auto last = asked.when.local.date.plus_days(correction_kept_days);
            if (!minutes.approved || (afterwards && ground.today <= last)) {
                out.push_back({ground.meeting(meeting.id), std::move(asked)});
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OwnCorrection& a, const OwnCorrection& b) {
        return a.asked.when.instant > b.asked.when.instant;
    });
    return out;
}

} // namespace quorate::views
