#ifndef QUORATE_VIEWS_MEETINGS_TIMELINE_HPP
#define QUORATE_VIEWS_MEETINGS_TIMELINE_HPP
// A meeting's way from notice to published minutes: what falls due when, what was done, what is
// late, and what comes next.

#include "views/reader.hpp"

namespace quorate::views {

/// One point on the way.
struct TimelinePoint {
    std::string key; ///< convened, items-close, papers-out, meeting, minutes-out, approved,
                     ///< published
    std::string name;
    std::string state; ///< done, done-late, late, to-come, open (the terms set no day)
    std::string state_words;
    std::optional<base::CivilDate> date; ///< when it was done, else by when
    std::optional<base::CivilDate> safe; ///< in time on any count; only where it is another day
    std::string words;                   ///< how it stands, in a sentence or two; may be empty
    std::string left;    ///< "11 working days left", "Today"; empty when done or without a day
    std::string clause;  ///< of the body's own terms; empty when no clause is behind it
    std::string finding; ///< what being late leaves in the record; empty when it is not late
};
BOOST_DESCRIBE_STRUCT(TimelinePoint, (),
                      (key, name, state, state_words, date, safe, words, left, clause, finding))

/// Something to be done for a meeting, with the page where it is done.
struct MeetingTask {
    std::string key; ///< agenda, late-item, papers, circulate, answers, day, draft-minutes,
                     ///< circulate-minutes, publish-minutes, approve-minutes, publish-approved
    std::string what;
    std::string hint;
    std::string state; ///< done, next, todo, waiting, late, later
    std::string state_words;
    std::optional<base::CivilDate> due;
    std::string clause;
    std::string verb; ///< on the button: "Send papers"; empty when there is nothing to press
    std::string page; ///< agenda, late, papers, circulate, workbench, day, minutes
    std::optional<std::int64_t> item;
};
BOOST_DESCRIBE_STRUCT(MeetingTask, (),
                      (key, what, hint, state, state_words, due, clause, verb, page, item))

/// The seven points in order; empty for no such meeting.
std::vector<TimelinePoint> meeting_timeline(const Reader& reader, std::string_view meeting);
/// What is to be done for the meeting, in order; nothing for one that was called off.
std::vector<MeetingTask> meeting_tasks(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
