#ifndef QUORATE_GOVERNANCE_MEETINGS_DEADLINES_HPP
#define QUORATE_GOVERNANCE_MEETINGS_DEADLINES_HPP
// Notice deadlines of a meeting, from the notice rules and the calendar.

#include "calendar/calendar.hpp"
#include "governance/lookup.hpp"

namespace quorate::governance {

/// The last day a thing may be done to be in time, by the reading in force and by clear days, which is always safe.
struct NoticeDeadline {
    std::int64_t days = 0;  ///< working days asked for
    base::CivilDate latest; ///< by the count in force
    base::CivilDate safe;   ///< by clear working days
};

/// Fails when the calendar does not reach so far, or there is none, or the rule's period is not working days.
base::Result<NoticeDeadline> notice_deadline(const State& state, const BodyId& body, const charter::NoticeRule& rule,
                                             base::Instant meeting_at, base::Instant judged_at, const Context& context);

/// How many working days before the meeting a date was, by the count in force. Fails as notice_deadline does.
base::Result<std::int64_t> days_of_notice(const State& state, const BodyId& body, const charter::NoticeRule& rule,
                                          base::CivilDate given, base::Instant meeting_at, base::Instant judged_at,
                                          const Context& context);

} // namespace quorate::governance

#endif
