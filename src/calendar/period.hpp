#ifndef QUORATE_CALENDAR_PERIOD_HPP
#define QUORATE_CALENDAR_PERIOD_HPP
// Calendar months and years: periods that end on a date, not after a number of days.

#include "base/result.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace quorate::calendar {

/// A run of civil dates, both ends included; empty when `from` is after `to`.
struct DateSpan {
    base::CivilDate from;
    base::CivilDate to;

    friend bool operator==(const DateSpan&, const DateSpan&) = default;
    [[nodiscard]] bool contains(base::CivilDate date) const { return from <= date && date <= to; }
};

/// A length of time in months and days: "P2M" is two months, "P1Y" twelve, "P12W" eighty-four days.
/// At most 1,200 months and 36,600 days.
struct Period {
    int months = 0;
    int days = 0;

    friend bool operator==(const Period&, const Period&) = default;
};

/// Parses years, months, weeks and days in that order (ISO 8601): "P2M", "P1Y6M", "P12W", "P14D".
/// Refuses signs, fractions, times of day, an empty or zero period, and one over the limits.
base::Result<Period> parse_period(std::string_view text);
/// The shortest ISO 8601 form: twelve months are written "P1Y".
std::string text(Period period);
/// "2 months", "1 year and 6 months", "12 weeks".
std::string words(Period period);

/// The corresponding date `months` later (or earlier, when negative); the last day of the month
/// when it has no such date (Dodds v Walker [1981] 1 WLR 1027). The day counted from is not itself
/// counted, so two months from 31 December 2008 end on 28 February 2009. Fails when the result is
/// outside the years 1900 to 2200, or `months` is over 1,200 either way.
base::Result<base::CivilDate> plus_months(base::CivilDate date, int months);
/// The corresponding date after the period's months, then its days. Fails as plus_months() does.
base::Result<base::CivilDate> plus(base::CivilDate date, Period period);

/// 1 January to 31 December of the date's year; a year before 1900 or after 2200 is taken for the
/// nearest of these.
DateSpan calendar_year(base::CivilDate date);

} // namespace quorate::calendar

#endif
