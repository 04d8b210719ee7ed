#include "views/meetings/sitting_day.hpp"

namespace quorate::views {

namespace {

// Before that "2:30" in the box is more likely an afternoon's time than one of the night.
constexpr int evening = 16 * 60;
constexpr int night_ends = 6 * 60; // by then a time is of the morning

} // namespace

SittingDay SittingDay::begun(base::LocalTime at) {
    return {at.date, at.minute >= evening};
}

base::CivilDate SittingDay::date_of(int minute) const {
    return into_the_night && minute < night_ends ? date.plus_days(1) : date;
}

bool SittingDay::has(base::LocalTime at) const {
    return at.date == date_of(at.minute);
}

} // namespace quorate::views
