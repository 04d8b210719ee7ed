#ifndef QUORATE_CHARTER_DURATION_HPP
#define QUORATE_CHARTER_DURATION_HPP
// Lengths of time as rules write them: working days, ISO 8601 periods and a few words.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace quorate::charter {

/// Parses working days written "10wd": 1 to 2,500.
base::Result<int> parse_working_days(std::string_view text);
/// True for "10wd" and the like, whatever the number.
bool is_in_working_days(std::string_view text);

/// Fails unless the text is working days ("10wd"), a period ("P2M") or one of the words rules use
/// for a time: next-meeting, year-end, calendar-year, financial-year, start-of-year.
base::Result<void> check_duration(std::string_view text);
/// "10 working days", "2 months", "the next meeting"; the text itself when it does not parse.
std::string duration_words(std::string_view text);

} // namespace quorate::charter

#endif
