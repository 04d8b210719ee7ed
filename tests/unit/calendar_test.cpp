// Working days: published answers, and every date compared with a plain day-by-day loop.

#include "calendar_fixture.hpp"

#include <set>

namespace quorate::calendar {
namespace {

using base::CivilDate;

std::string before(std::string_view meeting, int count_days, Count count) {
    return answer(england().working_days_before(date(meeting), count_days, count));
}

int between(std::string_view from, std::string_view to, Count count) {
    const auto out = england().working_days_between({date(from), date(to)}, count);
    EXPECT_TRUE(out.has_value()) << from << " " << to;
    return out.value_or(-1);
}

TEST(WorkingDays, BeforeEaster2008) {
    EXPECT_EQ(before("2008-03-27", 10, Count::one_end), "2008-03-11");
    EXPECT_EQ(before("2008-03-27", 10, Count::clear), "2008-03-10");
    EXPECT_EQ(before("2008-03-27", 5, Count::one_end), "2008-03-18");
    EXPECT_EQ(before("2008-03-27", 5, Count::clear), "2008-03-17");
}

TEST(WorkingDays, BeforeAMayMeeting2008) {
    EXPECT_EQ(before("2008-05-08", 10, Count::one_end), "2008-04-23");
    EXPECT_EQ(before("2008-05-08", 10, Count::clear), "2008-04-22");
}

TEST(WorkingDays, BeforeTheMeetingOf1July2008) {
    EXPECT_EQ(before("2008-07-01", 10, Count::one_end), "2008-06-17");
    EXPECT_EQ(before("2008-07-01", 10, Count::clear), "2008-06-16");
    EXPECT_EQ(between("2008-06-18", "2008-07-01", Count::one_end), 9);
    EXPECT_EQ(between("2008-06-17", "2008-07-01", Count::one_end), 10);
    EXPECT_EQ(between("2008-06-17", "2008-07-01", Count::clear), 9);
    EXPECT_EQ(between("2008-06-16", "2008-07-01", Count::clear), 10);
}

TEST(WorkingDays, SendingOutOnTheDayOrLaterIsNoNotice) {
    for (const auto count : {Count::one_end, Count::clear}) {
        EXPECT_EQ(between("2008-07-01", "2008-07-01", count), 0);
        EXPECT_EQ(between("2008-07-02", "2008-07-01", count), 0);
        EXPECT_EQ(between("2028-12-31", "2002-01-01", count), 0);
    }
    EXPECT_EQ(between("2008-06-30", "2008-07-01", Count::one_end), 1);
    EXPECT_EQ(between("2008-06-30", "2008-07-01", Count::clear), 0);
}

TEST(WorkingDays, AWeekendBetweenAddsNothing) {
    // Friday 13, Saturday 14, Sunday 15 and Monday 16 June 2008, before Tuesday 17.
    EXPECT_EQ(between("2008-06-13", "2008-06-17", Count::one_end), 2);
    EXPECT_EQ(between("2008-06-14", "2008-06-17", Count::one_end), 1);
    EXPECT_EQ(between("2008-06-14", "2008-06-17", Count::clear), 1);
    EXPECT_EQ(between("2008-06-15", "2008-06-17", Count::clear), 1);
    EXPECT_EQ(before("2008-06-17", 1, Count::one_end), "2008-06-16");
    EXPECT_EQ(before("2008-06-17", 1, Count::clear), "2008-06-15"); // a Sunday leaves Monday clear
    EXPECT_EQ(answer(england().working_day_on_or_before(date("2008-06-15"))), "2008-06-13");
    EXPECT_EQ(answer(england().working_day_on_or_before(date("2008-06-13"))), "2008-06-13");
}

TEST(WorkingDays, BothSidesOfEveryBankHolidayOf2008) {
    struct Edge {
        const char* holiday;
        const char* last_before;
        const char* first_after;
    };
    const Edge edges[] = {
        {"2008-01-01", "2007-12-31", "2008-01-02"}, {"2008-03-21", "2008-03-20", "2008-03-25"},
        {"2008-03-24", "2008-03-20", "2008-03-25"}, {"2008-05-05", "2008-05-02", "2008-05-06"},
        {"2008-05-26", "2008-05-23", "2008-05-27"}, {"2008-08-25", "2008-08-22", "2008-08-26"},
        {"2008-12-25", "2008-12-24", "2008-12-29"}, {"2008-12-26", "2008-12-24", "2008-12-29"}};
    for (const auto& edge : edges) {
        EXPECT_FALSE(*england().is_working_day(date(edge.holiday))) << edge.holiday;
        ASSERT_NE(england().listed(date(edge.holiday)), nullptr) << edge.holiday;
        EXPECT_TRUE(*england().is_working_day(date(edge.last_before))) << edge.last_before;
        EXPECT_TRUE(*england().is_working_day(date(edge.first_after))) << edge.first_after;
        EXPECT_EQ(england().listed(date(edge.last_before)), nullptr);
        EXPECT_EQ(before(edge.holiday, 1, Count::one_end), edge.last_before);
        EXPECT_EQ(before(edge.first_after, 1, Count::one_end), edge.last_before);
        EXPECT_EQ(answer(england().working_days_after(date(edge.holiday), 1)), edge.first_after);
        EXPECT_EQ(answer(england().working_days_after(date(edge.last_before), 1)),
                  edge.first_after);
        EXPECT_EQ(answer(england().working_day_on_or_before(date(edge.holiday))), edge.last_before);
        EXPECT_EQ(between(edge.last_before, edge.first_after, Count::one_end), 1);
        EXPECT_EQ(between(edge.last_before, edge.first_after, Count::clear), 0);
    }
    EXPECT_EQ(england().listed(date("2008-03-21"))->title, "Good Friday");
}

TEST(WorkingDays, TwentyWorkingDaysForInformationRequests) {
    const auto& kingdom = shipped("united-kingdom");
    // Received on a Saturday or a Sunday, Monday is the first day.
    EXPECT_EQ(answer(kingdom.working_days_after(date("2008-06-07"), 20)), "2008-07-04");
    EXPECT_EQ(answer(kingdom.working_days_after(date("2008-06-08"), 20)), "2008-07-04");
    EXPECT_EQ(answer(kingdom.working_days_after(date("2008-06-06"), 20)), "2008-07-04");
    EXPECT_EQ(answer(kingdom.working_days_after(date("2008-06-09"), 20)), "2008-07-07");
    // 14 July 2008 (Northern Ireland) and 4 August (Scotland) do not count anywhere in the kingdom.
    EXPECT_EQ(answer(kingdom.working_days_after(date("2008-07-11"), 20)), "2008-08-12");
    EXPECT_EQ(answer(england().working_days_after(date("2008-07-11"), 20)), "2008-08-08");
}

TEST(WorkingDays, ADateOutsideTheSpanSaysSo) {
    const std::string place = "calendar england-and-wales, version 1: ";
    const std::string span = " outside the calendar, which runs from 2002-01-01 to 2028-12-31. "
                             "Import a newer version of the calendar that covers it";
    EXPECT_EQ(before("2029-01-01", 10, Count::one_end), place + "2029-01-01 is" + span);
    EXPECT_EQ(before("2001-12-31", 10, Count::one_end), place + "2001-12-31 is" + span);
    EXPECT_EQ(before("2002-01-10", 10, Count::one_end),
              place + "10 working days before 2002-01-10 is" + span);
    EXPECT_EQ(answer(england().working_days_after(date("2028-12-20"), 20)),
              place + "20 working days after 2028-12-20 is" + span);
    EXPECT_EQ(england().is_working_day(date("2029-01-01")).error().text(),
              place + "2029-01-01 is" + span);
    EXPECT_EQ(england()
                  .working_days_between({date("2028-12-20"), date("2029-01-05")}, Count::clear)
                  .error()
                  .text(),
              place + "2029-01-05 is" + span);
    EXPECT_EQ(england()
                  .working_days_between({date("2001-12-20"), date("2002-01-05")}, Count::clear)
                  .error()
                  .text(),
              place + "2001-12-20 is" + span);
    EXPECT_EQ(answer(england().working_day_on_or_before(date("2002-01-01"))),
              place + "the working day before 2002-01-01 is" + span);
    EXPECT_EQ(shipped("united-kingdom").is_working_day(date("2004-12-31")).error().where,
              "calendar united-kingdom, version 1");
}

TEST(WorkingDays, TheFirstAndLastDaysOfTheSpanAnswer) {
    EXPECT_FALSE(*england().is_working_day(date("2002-01-01")));
    EXPECT_EQ(before("2002-01-03", 1, Count::one_end), "2002-01-02");
    EXPECT_EQ(before("2002-01-03", 1, Count::clear), "2002-01-01");
    EXPECT_TRUE(*england().is_working_day(date("2028-12-29")));
    EXPECT_FALSE(*england().is_working_day(date("2028-12-31")));
    EXPECT_EQ(before("2028-12-31", 1, Count::one_end), "2028-12-29");
    EXPECT_EQ(answer(england().working_days_after(date("2028-12-28"), 1)), "2028-12-29");
    EXPECT_FALSE(england().working_days_after(date("2028-12-29"), 1).has_value());
}

TEST(WorkingDays, TheNumberHasLimits) {
    for (const int bad : {0, -1, working_days_max + 1, std::numeric_limits<int>::min(),
                          std::numeric_limits<int>::max()}) {
        const auto failure =
            england().working_days_before(date("2020-01-01"), bad, Count::clear).error();
        EXPECT_EQ(failure.message, std::to_string(bad) + " working days cannot be counted");
        EXPECT_FALSE(england().working_days_after(date("2010-01-01"), bad).has_value());
    }
    EXPECT_TRUE(england()
                    .working_days_before(date("2020-01-01"), working_days_max, Count::clear)
                    .has_value());
}

TEST(WorkingDays, AReadingMayCountSaturdays) {
    const auto saturdays_count = Weekend::sunday_only();
    EXPECT_TRUE(*england().is_working_day(date("2008-06-28"), saturdays_count));
    EXPECT_FALSE(*england().is_working_day(date("2008-06-28")));
    EXPECT_FALSE(*england().is_working_day(date("2008-06-29"), saturdays_count));
    EXPECT_EQ(answer(england().working_days_before(date("2008-07-01"), 10, Count::one_end,
                                                   saturdays_count)),
              "2008-06-19");
    EXPECT_EQ(answer(england().working_days_before(date("2008-07-01"), 10, Count::clear,
                                                   saturdays_count)),
              "2008-06-18");
    EXPECT_EQ(*england().working_days_between({date("2008-06-18"), date("2008-07-01")},
                                              Count::one_end, saturdays_count),
              11);
    EXPECT_EQ(answer(england().working_days_after(date("2008-06-27"), 1, saturdays_count)),
              "2008-06-28");
    EXPECT_EQ(answer(england().working_day_on_or_before(date("2008-06-29"), saturdays_count)),
              "2008-06-28");
}

/// The same questions answered by walking one day at a time.
class Naive {
public:
    Naive(const Calendar& calendar, Weekend weekend) : span_(calendar.span()), weekend_(weekend) {
        for (const auto& day : calendar.days()) {
            listed_.insert(day.date);
        }
    }

    bool works(CivilDate day) const {
        return !weekend_.has(day.weekday()) && !listed_.contains(day);
    }

    /// The latest day with enough working days from it (or from the day after, when clear) up to
    /// the meeting.
    CivilDate before(CivilDate meeting, int count_days, Count count) const {
        auto day = meeting;
        while (day >= span_.from && counted(day, meeting, count) < count_days) {
            day = day.plus_days(-1);
        }
        return day;
    }

    int counted(CivilDate from, CivilDate to, Count count) const {
        int out = 0;
        for (auto day = from; day < to; day = day.plus_days(1)) {
            out += works(day) && (count == Count::one_end || day != from) ? 1 : 0;
        }
        return out;
    }

    CivilDate after(CivilDate day, int count_days) const {
        while (count_days > 0 && day <= span_.to) {
            day = day.plus_days(1);
            count_days -= works(day) ? 1 : 0;
        }
        return day;
    }

private:
    DateSpan span_;
    Weekend weekend_;
    std::set<CivilDate> listed_;
};

void compare_one_date(const Calendar& calendar, const Naive& naive, CivilDate day,
                      Weekend weekend) {
    const auto span = calendar.span();
    ASSERT_EQ(calendar.is_working_day(day, weekend).value(), naive.works(day)) << base::text(day);
    for (int n = 1; n <= 25; ++n) {
        for (const auto count : {Count::one_end, Count::clear}) {
            const auto fast = calendar.working_days_before(day, n, count, weekend);
            const auto slow = naive.before(day, n, count);
            ASSERT_EQ(fast.has_value(), slow >= span.from) << base::text(day) << " " << n;
            if (fast) {
                ASSERT_EQ(*fast, slow) << base::text(day) << " " << n;
            }
        }
        const auto fast = calendar.working_days_after(day, n, weekend);
        const auto slow = naive.after(day, n);
        ASSERT_EQ(fast.has_value(), slow <= span.to) << base::text(day) << " " << n;
        if (fast) {
            ASSERT_EQ(*fast, slow) << base::text(day) << " " << n;
        }
    }
    const int reach = std::min(40, day.days - span.from.days);
    for (int back = 0; back <= reach; ++back) {
        for (const auto count : {Count::one_end, Count::clear}) {
            const auto from = day.plus_days(-back);
            ASSERT_EQ(calendar.working_days_between({from, day}, count, weekend).value(),
                      naive.counted(from, day, count))
                << base::text(from) << " " << base::text(day);
        }
    }
}

void compare_every_date(const Calendar& calendar, Weekend weekend) {
    const Naive naive(calendar, weekend);
    for (auto day = calendar.span().from; day <= calendar.span().to; day = day.plus_days(1)) {
        compare_one_date(calendar, naive, day, weekend);
        if (testing::Test::HasFatalFailure()) {
            return;
        }
    }
}

TEST(WorkingDays, EveryDateAgreesWithADayByDayLoop) {
    compare_every_date(england(), Weekend::saturday_and_sunday());
}

TEST(WorkingDays, EveryDateAgreesWhereSaturdaysCount) {
    compare_every_date(shipped("united-kingdom"), Weekend::sunday_only());
}

TEST(WorkingDays, EnoughNoticeExactlyWhenNotAfterTheDeadline) {
    for (auto meeting = date("2008-02-01"); meeting <= date("2009-01-31");
         meeting = meeting.plus_days(1)) {
        for (const auto count : {Count::one_end, Count::clear}) {
            const auto deadline = england().working_days_before(meeting, 10, count).value();
            for (int shift = -5; shift <= 5; ++shift) {
                const auto sent = deadline.plus_days(shift);
                const auto had = england().working_days_between({sent, meeting}, count).value();
                ASSERT_EQ(had >= 10, sent <= deadline)
                    << base::text(meeting) << " " << base::text(sent);
            }
        }
    }
}

} // namespace
} // namespace quorate::calendar
