#ifndef QUORATE_VIEWS_DESK_DESK_HPP
#define QUORATE_VIEWS_DESK_DESK_HPP
// The secretariat's desk: what is to be done this week, and how the year stands.

#include "views/meetings/timeline.hpp"

namespace quorate::views {

/// One line of the list.
struct DeskTask {
    std::optional<base::CivilDate> due;
    std::string left; ///< "11 working days left", "Today"
    std::string what;
    std::string hint;
    Named body;        ///< empty: it concerns the partnership as a whole
    std::string state; ///< overdue, today, soon, waiting, todo
    std::string state_words;
    bool late = false; ///< to do, and its day has passed, though no term makes it overdue
    std::string clause;
    std::string verb; ///< on the button; empty when it is only to be known
    /// As MeetingTask::page, or convene, programme, members, duties, discretion, reminders, letter,
    /// letters, corrections, restriction (`item` is the paper), entry, outbox, bulk, urgent,
    /// hearing.
    std::string page;
    std::string meeting; ///< id; empty for none
    std::string about;   ///< a seat, for letter; the id of a bulk task, for bulk; an organisation,
                       ///< for hearing
    std::optional<std::int64_t> item;
    std::optional<Moment> date;           ///< for convene: which date of the programme
    std::optional<std::int64_t> position; ///< for discretion and entry: which entry
};
BOOST_DESCRIBE_STRUCT(DeskTask, (),
                      (due, left, what, hint, body, state, state_words, late, clause, verb, page,
                       meeting, about, item, date, position))

/// A meeting or a programmed date in the year.
struct YearMeeting {
    base::CivilDate date;
    std::string state;   ///< held, to-come, programmed, called-off, no-record
    std::string words;   ///< "Held", "Convened", "In the programme, not convened"
    std::string meeting; ///< id; empty for a date only programmed
};
BOOST_DESCRIBE_STRUCT(YearMeeting, (), (date, state, words, meeting))

/// The year of one body.
struct YearLine {
    Named body;
    std::vector<std::vector<YearMeeting>> months; ///< twelve
    std::int64_t held = 0;
    std::int64_t to_come = 0;
    std::int64_t needed = 0; ///< 0 when the terms set no minimum
    std::int64_t missing = 0;
    std::string clause;
    std::string words; ///< "One held, one to come; 3.11 asks for two."
};
BOOST_DESCRIBE_STRUCT(YearLine, (), (body, months, held, to_come, needed, missing, clause, words))

/// A body the list can be narrowed to.
struct DeskBody {
    Named body;
    std::int64_t tasks = 0;
};
BOOST_DESCRIBE_STRUCT(DeskBody, (), (body, tasks))

struct DeskPage {
    base::CivilDate today;
    Named only;           ///< the body the list is narrowed to; empty for all
    std::string sentence; ///< "3 things today, 1 overdue."
    std::int64_t today_count = 0;
    std::int64_t overdue_count = 0;
    std::int64_t all_tasks = 0;    ///< of every body
    std::vector<DeskBody> choices; ///< bodies with something to be done, in the order established
    std::vector<DeskTask> tasks;   ///< by time; what is overdue first
    std::int64_t year = 0;
    std::vector<YearLine> bodies;
};
BOOST_DESCRIBE_STRUCT(DeskPage, (),
                      (today, only, sentence, today_count, overdue_count, all_tasks, choices, tasks,
                       year, bodies))

/// How far ahead the desk looks, in days.
inline constexpr int desk_days_ahead = 45;

/// Of the secretariat and auditors; nothing for other viewers. With `body`, only what concerns it.
std::optional<DeskPage> desk_page(const Reader& reader, std::string_view body = {});

} // namespace quorate::views

#endif
