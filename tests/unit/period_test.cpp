// Corresponding dates, periods and calendar years.

#include "calendar/period.hpp"

#include <gtest/gtest.h>

namespace quorate::calendar {
namespace {

base::CivilDate date(std::string_view text) {
    const auto out = base::parse_date(text);
    EXPECT_TRUE(out.has_value()) << text;
    return out.value_or(base::CivilDate{});
}

std::string after_months(std::string_view from, int months) {
    const auto out = plus_months(date(from), months);
    return out ? base::text(*out) : "failed: " + out.error().message;
}

std::string after(std::string_view from, std::string_view period) {
    const auto out = plus(date(from), *parse_period(period));
    return out ? base::text(*out) : "failed: " + out.error().message;
}

TEST(Months, TheCorrespondingDate) {
    EXPECT_EQ(after_months("2008-09-30", 4), "2009-01-30"); // Dodds v Walker: not 31 January
    EXPECT_EQ(after_months("2008-07-01", 2), "2008-09-01");
    EXPECT_EQ(after_months("2008-12-15", 1), "2009-01-15");
    EXPECT_EQ(after_months("2008-07-01", 0), "2008-07-01");
}

TEST(Months, NoSuchDateIsTheLastDayOfTheMonth) {
    EXPECT_EQ(after_months("2008-12-31", 2), "2009-02-28");
    EXPECT_EQ(after_months("2007-12-31", 2), "2008-02-29");
    EXPECT_EQ(after_months("2007-12-29", 2), "2008-02-29");
    EXPECT_EQ(after_months("2007-12-28", 2), "2008-02-28");
    EXPECT_EQ(after_months("2008-01-31", 3), "2008-04-30");
    EXPECT_EQ(after_months("2008-02-29", 12), "2009-02-28");
    EXPECT_EQ(after_months("2008-02-29", 48), "2012-02-29");
}

TEST(Months, Backwards) {
    EXPECT_EQ(after_months("2009-01-15", -1), "2008-12-15");
    EXPECT_EQ(after_months("2009-03-31", -1), "2009-02-28");
    EXPECT_EQ(after_months("2008-03-31", -13), "2007-02-28");
}

TEST(Months, Limits) {
    EXPECT_EQ(after_months("2200-06-30", 6), "2200-12-30");
    EXPECT_NE(after_months("2200-06-30", 7).find("outside the years 1900 to 2200"),
              std::string::npos);
    EXPECT_NE(after_months("1900-01-31", -1).find("outside the years 1900 to 2200"),
              std::string::npos);
    EXPECT_NE(after_months("2008-01-01", 1201).find("over the limit"), std::string::npos);
    EXPECT_NE(after_months("2008-01-01", -2'000'000'000).find("over the limit"), std::string::npos);
    EXPECT_EQ(after("2200-12-30", "P1D"), "2200-12-31");
    EXPECT_NE(after("2200-12-31", "P1D").find("outside the years"), std::string::npos);
    EXPECT_NE(after("2200-12-31", "P36600D").find("outside the years"), std::string::npos);
}

TEST(Periods, Parse) {
    EXPECT_EQ(*parse_period("P2M"), (Period{2, 0}));
    EXPECT_EQ(*parse_period("P1Y"), (Period{12, 0}));
    EXPECT_EQ(*parse_period("P2Y"), (Period{24, 0}));
    EXPECT_EQ(*parse_period("P1Y6M"), (Period{18, 0}));
    EXPECT_EQ(*parse_period("P12W"), (Period{0, 84}));
    EXPECT_EQ(*parse_period("P1Y2M3W4D"), (Period{14, 25}));
    EXPECT_EQ(*parse_period("P100Y"), (Period{1200, 0}));
    EXPECT_EQ(*parse_period("P36600D"), (Period{0, 36'600}));
}

TEST(Periods, ParseFailures) {
    for (const char* bad :
         {"", "P", "PM", "P2", "2M", "p2M", "P2m", "P-2M", "P+2M", "P2M ", " P2M", "P2M1Y", "P2M2M",
          "P1.5Y", "PT2H", "P2M1", "P99999999999999999999M", "two months"}) {
        const auto parsed = parse_period(bad);
        ASSERT_FALSE(parsed.has_value()) << bad;
        EXPECT_EQ(parsed.error().message, "\"" + std::string(bad) + "\" is not a period");
        EXPECT_FALSE(parsed.error().help.empty());
    }
    EXPECT_EQ(parse_period("P0M").error().message, "\"P0M\" is no time at all");
    EXPECT_EQ(parse_period("P101Y").error().message, "\"P101Y\" is too long");
    EXPECT_EQ(parse_period("P1201M").error().message, "\"P1201M\" is too long");
    EXPECT_EQ(parse_period("P5229W").error().message, "\"P5229W\" is too long");
    EXPECT_FALSE(parse_period("P" + std::string(100'000, '1') + "M").has_value());
}

TEST(Periods, TextAndWords) {
    for (const char* form : {"P2M", "P1Y", "P2Y", "P1Y6M", "P12W", "P14W", "P10D", "P1Y1M1D"}) {
        EXPECT_EQ(text(*parse_period(form)), form);
        EXPECT_EQ(*parse_period(text(*parse_period(form))), *parse_period(form));
    }
    EXPECT_EQ(text(*parse_period("P24M")), "P2Y");
    EXPECT_EQ(text(*parse_period("P84D")), "P12W");
    EXPECT_EQ(words(*parse_period("P2M")), "2 months");
    EXPECT_EQ(words(*parse_period("P1Y")), "1 year");
    EXPECT_EQ(words(*parse_period("P1Y6M")), "1 year and 6 months");
    EXPECT_EQ(words(*parse_period("P1Y6M10D")), "1 year, 6 months and 10 days");
    EXPECT_EQ(words(*parse_period("P12W")), "12 weeks");
}

TEST(Periods, MonthsGoBeforeDays) {
    EXPECT_EQ(after("2008-01-31", "P1M1D"), "2008-03-01");
    EXPECT_EQ(after("2011-04-18", "P12W"), "2011-07-11");
    EXPECT_EQ(after("2008-02-27", "P2Y"), "2010-02-27");
}

TEST(CalendarYear, StaysWithinTheYearsThatHaveDates) {
    EXPECT_EQ(calendar_year(date("2200-12-31").plus_days(1)).to, date("2200-12-31"));
    EXPECT_EQ(calendar_year(date("1900-01-01").plus_days(-1)).from, date("1900-01-01"));
}

TEST(Years, TheCalendarYear) {
    const auto year = calendar_year(date("2008-02-29"));
    EXPECT_EQ(year, (DateSpan{date("2008-01-01"), date("2008-12-31")}));
    EXPECT_TRUE(year.contains(date("2008-01-01")));
    EXPECT_TRUE(year.contains(date("2008-12-31")));
    EXPECT_FALSE(year.contains(date("2007-12-31")));
    EXPECT_FALSE(year.contains(date("2009-01-01")));
}

} // namespace
} // namespace quorate::calendar
