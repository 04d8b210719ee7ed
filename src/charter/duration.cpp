#include "charter/duration.hpp"

#include "calendar/calendar.hpp"
#include "calendar/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace quorate::charter {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words_for_times = {{
    {"next-meeting", "the next meeting"},
    {"year-end", "the end of the year"},
    {"calendar-year", "calendar year"},
    {"financial-year", "financial year"},
    {"start-of-year", "the start of the year"},
}};

} // namespace

bool is_in_working_days(std::string_view text) {
    return text.size() > 2 && text.substr(text.size() - 2) == "wd" &&
           std::all_of(text.begin(), text.end() - 2, [](char c) { return c >= '0' && c <= '9'; });
}

base::Result<int> parse_working_days(std::string_view text) {
    int days = 0;
    const bool written = is_in_working_days(text);
    const auto* end = text.data() + text.size() - (written ? 2 : 0);
    const auto read = std::from_chars(text.data(), end, days);
    if (!written || read.ec != std::errc{} || read.ptr != end || days < 1 ||
        days > calendar::working_days_max) {
        return base::fail("", fmt::format("\"{}\" is not a number of working days", text),
                          "Write it as \"10wd\", from 1 to 2,500 days");
    }
    return days;
}

base::Result<void> check_duration(std::string_view text) {
    if (is_in_working_days(text)) {
        const auto days = parse_working_days(text);
        return days ? base::Result<void>{} : tl::unexpected<base::Failure>(days.error());
    }
    const bool word = std::any_of(words_for_times.begin(), words_for_times.end(),
                                  [&](const auto& pair) { return pair.first == text; });
    if (!word && !calendar::parse_period(text)) {
        return base::fail("", fmt::format("\"{}\" is not a length of time", text),
                          "Write working days as \"10wd\", months as \"P2M\", years as \"P1Y\"");
    }
    return {};
}

std::string duration_words(std::string_view text) {
    if (const auto days = parse_working_days(text)) {
        return fmt::format("{} working day{}", *days, *days == 1 ? "" : "s");
    }
    for (const auto& [word, words] : words_for_times) {
        if (word == text) {
            return std::string(words);
        }
    }
    const auto period = calendar::parse_period(text);
    return period ? calendar::words(*period) : std::string(text);
}

} // namespace quorate::charter
