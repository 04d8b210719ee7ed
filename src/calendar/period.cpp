#include "calendar/period.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace quorate::calendar {
namespace {

using base::CivilDate;
using base::fail;
using base::Result;

constexpr int months_max = 1'200;
constexpr int days_max = 36'600;
constexpr int year_min = 1900;
constexpr int year_max = 2200;

struct Unit {
    char letter;
    int months;
    int days;
};

constexpr std::array<Unit, 4> units = {{{'Y', 12, 0}, {'M', 1, 0}, {'W', 0, 7}, {'D', 0, 1}}};

tl::unexpected<base::Failure> not_a_period(std::string_view text) {
    return fail("", "\"" + std::string(text) + "\" is not a period",
                "Write it as P2M for two months, P1Y for a year or P12W for twelve weeks");
}

tl::unexpected<base::Failure> out_of_years(CivilDate date) {
    return fail("", "the period from " + base::text(date) + " ends outside the years 1900 to 2200",
                "Use a shorter period");
}

/// Reads "2M" from the front of `rest`, as a unit at or after `next`; -1 when there is none.
int take_number(std::string_view& rest, std::size_t& next) {
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const auto used = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || number < 0 || number > days_max || used >= rest.size() ||
        rest[0] == '-') {
        return -1;
    }
    while (next < units.size() && units[next].letter != rest[used]) {
        ++next;
    }
    if (next == units.size()) {
        return -1;
    }
    rest.remove_prefix(used + 1);
    return number;
}

void add_words(std::vector<std::string>& out, int number, const char* unit) {
    if (number != 0) {
        out.push_back(std::to_string(number) + " " + unit + (number == 1 ? "" : "s"));
    }
}

void add_text(std::string& out, int number, char letter) {
    if (number != 0) {
        out += std::to_string(number) + letter;
    }
}

} // namespace

Result<Period> parse_period(std::string_view text) {
    if (text.size() < 3 || text.size() > 24 || text[0] != 'P') {
        return not_a_period(text.substr(0, 40));
    }
    Period out;
    std::size_t next = 0;
    for (auto rest = text.substr(1); !rest.empty(); ++next) {
        const int number = take_number(rest, next);
        if (number < 0) {
            return not_a_period(text);
        }
        out.months += number * units[next].months;
        out.days += number * units[next].days;
    }
    if (out == Period{}) {
        return fail("", "\"" + std::string(text) + "\" is no time at all", "Give at least one day");
    }
    if (out.months > months_max || out.days > days_max) {
        return fail("", "\"" + std::string(text) + "\" is too long", "Use at most 100 years");
    }
    return out;
}

std::string text(Period period) {
    std::string out = "P";
    add_text(out, period.months / 12, 'Y');
    add_text(out, period.months % 12, 'M');
    const bool weeks = period.days % 7 == 0;
    add_text(out, weeks ? period.days / 7 : period.days, weeks ? 'W' : 'D');
    return out.size() == 1 ? "P0D" : out;
}

std::string words(Period period) {
    std::vector<std::string> out;
    add_words(out, period.months / 12, "year");
    add_words(out, period.months % 12, "month");
    const bool weeks = period.days % 7 == 0;
    add_words(out, weeks ? period.days / 7 : period.days, weeks ? "week" : "day");
    return out.empty() ? "0 days" : base::list_words(out);
}

Result<CivilDate> plus_months(CivilDate date, int months) {
    if (months > months_max || months < -months_max) {
        return fail("", std::to_string(months) + " months is over the limit of 1,200",
                    "Use a shorter period");
    }
    const int total = date.year() * 12 + static_cast<int>(date.month()) - 1 + months;
    const int year = total / 12;
    if (year < year_min || year > year_max) {
        return out_of_years(date);
    }
    const auto month = static_cast<unsigned>(total % 12 + 1);
    return base::civil_date(year, month, std::min(date.day(), base::days_in_month(year, month)));
}

Result<CivilDate> plus(CivilDate date, Period period) {
    return plus_months(date, period.months).and_then([&](CivilDate end) -> Result<CivilDate> {
        const auto out = end.plus_days(period.days);
        if (out.year() < year_min || out.year() > year_max) {
            return out_of_years(date);
        }
        return out;
    });
}

DateSpan calendar_year(CivilDate date) {
    const int year = std::clamp(date.year(), year_min, year_max);
    const auto first = base::civil_date(year, 1, 1);
    const auto last = base::civil_date(year, 12, 31);
    QUORATE_ASSERT(first && last);
    return {*first, *last};
}

} // namespace quorate::calendar
