#ifndef QUORATE_BASE_CALENDAR_NAMES_HPP
#define QUORATE_BASE_CALENDAR_NAMES_HPP
// What months and days of the week are called.

#include <array>
#include <string_view>

namespace quorate::base {

/// January first.
inline constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// Sunday first.
inline constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

} // namespace quorate::base

#endif
