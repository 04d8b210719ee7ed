#ifndef QUORATE_VIEWS_PUBLIC_CALENDAR_HPP
#define QUORATE_VIEWS_PUBLIC_CALENDAR_HPP
// The meetings of every body by month, with dates set in advance and the holidays between.

#include "views/reader.hpp"

namespace quorate::views {

/// A meeting, or a date of a programme that has none yet.
struct CalendarMeeting {
    base::LocalTime at;
    std::optional<base::LocalTime> ends; ///< when it is expected to; empty when nobody said
    Named body;
    std::string meeting; ///< id; empty for a date only set in advance
    std::string state;   ///< as MeetingLine::status; programmed for a date only
    std::string words;   ///< "To come", "Held", "Set in advance, not yet convened"
    std::string place;
    bool to_come = false;
};
BOOST_DESCRIBE_STRUCT(CalendarMeeting, (), (at, ends, body, meeting, state, words, place, to_come))

/// A day that is not worked and is no weekend.
struct CalendarHoliday {
    base::CivilDate date;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(CalendarHoliday, (), (date, title))

struct CalendarMonth {
    std::int64_t month = 1; ///< 1 to 12
    std::vector<CalendarMeeting> meetings;
    std::vector<CalendarHoliday> holidays;
};
BOOST_DESCRIBE_STRUCT(CalendarMonth, (), (month, meetings, holidays))

struct CalendarYear {
    std::int64_t year = 0;
    std::vector<CalendarMonth> months; ///< twelve
    std::int64_t meetings = 0;         ///< and dates set in advance
};
BOOST_DESCRIBE_STRUCT(CalendarYear, (), (year, months, meetings))

struct CalendarPage {
    base::CivilDate today;
    std::vector<CalendarYear> years;     ///< this and the next, or the one asked for
    std::vector<std::int64_t> all_years; ///< that have a meeting or a date; this and the next too
    std::string holidays;                ///< the name of the calendar that lists them; may be empty
};
BOOST_DESCRIBE_STRUCT(CalendarPage, (), (today, years, all_years, holidays))

/// This year and the next, or `year`; nothing for a year that is not among `all_years`.
std::optional<CalendarPage> calendar_page(const Reader& reader,
                                          std::optional<std::int64_t> year = {});

} // namespace quorate::views

#endif
