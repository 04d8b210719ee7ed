#ifndef QUORATE_VIEWS_MEETINGS_TIMELINE_MAKE_HPP
#define QUORATE_VIEWS_MEETINGS_TIMELINE_MAKE_HPP
// Making timelines and task lists. Only views/ includes this.

#include "governance/duties/duties.hpp"
#include "governance/meetings/deadlines.hpp"
#include "views/ground.hpp"
#include "views/meetings/timeline.hpp"

#include <functional>

namespace quorate::views {

/// "11 working days left", "Today", "two working days late", by the body's calendar; in days where
/// no calendar reaches so far.
std::string days_left(const Ground& ground, const governance::BodyId& body, base::CivilDate due);

/// The last days that the notice rules in force set for a meeting at some time.
struct NoticeDay {
    const charter::Rule* rule = nullptr;
    bool papers = false; ///< else items
    std::optional<governance::NoticeDeadline> deadline;
    std::string problem; ///< why there is no deadline
};
std::vector<NoticeDay> notice_days(const Ground& ground, const governance::BodyId& body,
                                   base::Instant meeting_at, base::Instant judged_at);

/// "Sent nine working days before; 3.16 asks for ten", and whether that is enough.
Measure notice_of(const Ground& ground, const governance::Meeting& meeting,
                  const charter::InForce<charter::NoticeRule>& rule, base::Instant sent);

/// The points of a meeting, given the duties of its body.
std::vector<TimelinePoint> timeline_of(const Ground& ground, const governance::Meeting& meeting,
                                       const std::vector<governance::Duty>& duties);
std::vector<MeetingTask> tasks_of(const Ground& ground, const governance::Meeting& meeting,
                                  const std::vector<TimelinePoint>& timeline);

/// Calls visit for each item asked for that still waits for somebody's discretion.
void each_awaited_item(const Ground& ground, const governance::MeetingId& meeting,
                       const std::function<void(const governance::AwaitedDiscretion&,
                                                const governance::acts::NotifyItem&)>& visit);

} // namespace quorate::views

#endif
