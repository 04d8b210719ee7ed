#include "views/public/forward_plan.hpp"

#include "governance/codec_names.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool still_on(const Item& item) {
    return item.status != ItemStatus::withdrawn && item.status != ItemStatus::deferred &&
           item.status != ItemStatus::not_allowed;
}

std::vector<PlannedItem> items_of(const Ground& ground, const Meeting& meeting) {
    const auto shown = items_shown(ground, meeting);
    std::vector<PlannedItem> out;
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const auto& item = meeting.items[i];
        if (!still_on(item)) {
            continue;
        }
        PlannedItem planned{shown[i].number,
                            shown[i].title,
                            item.purpose == ItemPurpose::minutes ? std::string("Minutes")
                                                                 : "For " + shown[i].purpose,
                            {}};
        for (const auto& each : item.affects) {
            if (ground.see.names()) {
                planned.concerns.push_back(ground.organisation(each));
            }
        }
        out.push_back(std::move(planned));
    }
    return out;
}

bool to_come(const CalendarMeeting& meeting, base::CivilDate today) {
    const bool goes_on =
        meeting.state == "open" || meeting.state == "informal" || meeting.state == "adjourned";
    const bool called = meeting.state == "convened" || meeting.state == "programmed";
    return goes_on || (called && meeting.at.date >= today);
}

} // namespace

ForwardPlan forward_plan(const Reader& reader) {
    const auto& ground = reader.ground();
    ForwardPlan out;
    const auto calendar = calendar_page(reader);
    for (const auto& year : calendar->years) {
        for (const auto& month : year.months) {
            for (const auto& meeting : month.meetings) {
                if (!to_come(meeting, calendar->today)) {
                    continue;
                }
                const auto* found = meeting.meeting.empty()
                                        ? nullptr
                                        : ground.state().meetings.find(MeetingId(meeting.meeting));
                out.meetings.push_back({meeting, found == nullptr ? std::vector<PlannedItem>{}
                                                                  : items_of(ground, *found)});
            }
        }
    }
    out.put_off = put_off_items(reader);
    return out;
}

} // namespace quorate::views
