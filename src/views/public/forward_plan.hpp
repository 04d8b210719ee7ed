#ifndef QUORATE_VIEWS_PUBLIC_FORWARD_PLAN_HPP
#define QUORATE_VIEWS_PUBLIC_FORWARD_PLAN_HPP
// The forward plan: which items come to which meeting of every body, by date.

#include "views/meetings/arising.hpp"
#include "views/public/calendar.hpp"

namespace quorate::views {

struct PlannedItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose;               ///< "For decision", "Minutes"
    std::vector<std::string> concerns; ///< partners, where names are shown
};
BOOST_DESCRIBE_STRUCT(PlannedItem, (), (number, title, purpose, concerns))

/// A meeting to come, or a date of a programme that has none yet.
struct PlannedMeeting {
    CalendarMeeting meeting;
    std::vector<PlannedItem> items; ///< in the order of the agenda
};
BOOST_DESCRIBE_STRUCT(PlannedMeeting, (), (meeting, items))

struct ForwardPlan {
    std::vector<PlannedMeeting> meetings; ///< soonest first
    std::vector<PutOffItem> put_off;      ///< on no agenda yet
};
BOOST_DESCRIBE_STRUCT(ForwardPlan, (), (meetings, put_off))

/// This year's and the next's, from today on.
ForwardPlan forward_plan(const Reader& reader);

} // namespace quorate::views

#endif
