#ifndef QUORATE_TESTS_UNIT_CALENDAR_FIXTURE_HPP
#define QUORATE_TESTS_UNIT_CALENDAR_FIXTURE_HPP
// The shipped calendars, for the calendar's tests.

#include "base/time.hpp"
#include "calendar/calendar.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace quorate::calendar {

inline base::CivilDate date(std::string_view text) {
    const auto out = base::parse_date(text);
    EXPECT_TRUE(out.has_value()) << text;
    return out.value_or(base::CivilDate{});
}

inline std::string shipped_path(const std::string& name) {
    return QUORATE_SOURCE_DIR "/data/calendars/" + name + ".json";
}

/// A calendar of data/calendars, read once.
inline const Calendar& shipped(const std::string& name) {
    static const Calendar england_and_wales =
        load_calendar(shipped_path("england-and-wales")).value();
    static const Calendar united_kingdom = load_calendar(shipped_path("united-kingdom")).value();
    return name == "united-kingdom" ? united_kingdom : england_and_wales;
}

inline const Calendar& england() {
    return shipped("england-and-wales");
}

/// The date, or the failure's text.
inline std::string answer(const base::Result<base::CivilDate>& result) {
    return result ? base::text(*result) : result.error().text();
}

} // namespace quorate::calendar

#endif
