// The engine against day-by-day loops: notice, working days, months, meetings a year, and meetings
// missed in a row.

#include "cases.hpp"
#include "governance/duties/duties.hpp"

using namespace quorate;
using namespace quorate::governance;
using namespace properties;

namespace {

acts::ConveneMeeting meeting_on(const std::string& id, base::CivilDate date) {
    acts::ConveneMeeting convene;
    convene.meeting = MeetingId("b/" + id);
    convene.at = instant(base::text(date) + "T10:00");
    return convene;
}

/// Clauses about notice, out of a few dozen.
Clauses any_notice() {
    Clauses out;
    constexpr int lengths[] = {1, 3, 5, 10, 20};
    out.notice_days = lengths[from(0, 4)];
    out.clear_days = coin();
    out.sunday_only = coin();
    return out;
}

reference::Working working_under(const Clauses& clauses) {
    return {clauses.sunday_only ? reference::DaysOff{0} : reference::DaysOff{0, 6}, holidays()};
}

base::CivilDate any_date(int first_year, int last_year) {
    return base::civil_date(from(first_year, last_year), 1, 1)->plus_days(from(0, 364));
}

/// A calendar of one year and a bit with days off drawn at random.
calendar::Calendar any_calendar(std::set<reference::Day>& off) {
    calendar::CalendarData data;
    data.name = "made-up";
    data.span = {*base::civil_date(2011, 1, 1), *base::civil_date(2012, 12, 31)};
    data.known_from = data.span.from;
    for (auto day = data.span.from; day < data.span.to; day = day.plus_days(from(1, 40))) {
        data.days.push_back({day, "A day off", {}});
        off.insert(day_of(day));
    }
    return {data, "made up"};
}

} // namespace

TEST(Differential, NoticeAgreesWithTheDayByDayLoop) {
    expect_property("notice", [] {
        const auto clauses = any_notice();
        World world(clauses, 4);
        const auto start = *base::civil_date(from(2009, 2026), 3, 1);
        const auto meeting = start.plus_days(from(0, 300));
        const auto given = meeting.plus_days(-from(0, 45));
        world.submit(meeting_on("m1", meeting), base::text(start.plus_days(-59)));
        acts::CirculatePapers papers;
        papers.meeting = MeetingId("b/m1");
        const auto ruling = world.submit(papers, base::text(given));

        const auto working = working_under(clauses);
        const auto latest = reference::latest_notice(day_of(meeting), clauses.notice_days,
                                                     clauses.clear_days, working);
        const auto days =
            reference::notice_days(day_of(given), day_of(meeting), clauses.clear_days, working);
        const bool in_time = day_of(given) <= latest;
        RC_LOG() << base::text(given) << " before " << base::text(meeting) << ": " << codes(ruling)
                 << "\n";
        RC_ASSERT(ruling.verdict == Verdict::permitted);
        RC_ASSERT((ruling.reason(Code::notice_given) != nullptr) == in_time);
        RC_ASSERT((ruling.reason(Code::notice_too_short) != nullptr) == !in_time);
        RC_ASSERT(number(ruling, {Code::notice_given, Code::notice_too_short}, "days") == days);
        RC_ASSERT((days >= clauses.notice_days) == in_time);
    });
}

TEST(Differential, WorkingDaysAgreeWithTheLoopWhateverIsOff) {
    expect_property("working days", [] {
        reference::Working working;
        const auto made = any_calendar(working.holidays);
        const bool clear = coin();
        const bool sundays = coin();
        working.weekend = sundays ? reference::DaysOff{0} : reference::DaysOff{0, 6};
        const auto weekend =
            sundays ? calendar::Weekend::sunday_only() : calendar::Weekend::saturday_and_sunday();
        const auto count_as = clear ? calendar::Count::clear : calendar::Count::one_end;
        const auto meeting = base::civil_date(2011, 7, 1)->plus_days(from(0, 400));
        const auto given = meeting.plus_days(-from(0, 60));
        const int count = from(1, 25);
        const auto latest = made.working_days_before(meeting, count, count_as, weekend);
        const auto between = made.working_days_between({given, meeting}, count_as, weekend);
        const auto after = made.working_days_after(given, count, weekend);
        RC_ASSERT(latest.has_value());
        RC_ASSERT(day_of(*latest) ==
                  reference::latest_notice(day_of(meeting), count, clear, working));
        RC_ASSERT(*between ==
                  reference::notice_days(day_of(given), day_of(meeting), clear, working));
        RC_ASSERT(day_of(*after) == reference::working_days_later(day_of(given), count, working));
    });
}

TEST(Differential, MonthsAgreeWithTheLoop) {
    expect_property("months", [] {
        const auto date = any_date(1999, 2100);
        const int months = from(0, 60);
        const int days = from(0, 60);
        const auto engine = calendar::plus(date, calendar::Period{months, days});
        const auto expected =
            reference::days_later(reference::months_later(day_of(date), months), days);
        RC_ASSERT(engine.has_value());
        RC_ASSERT(day_of(*engine) == expected);
        RC_ASSERT(static_cast<int>(date.weekday()) == reference::weekday(day_of(date)));
    });
}

TEST(Differential, ExitAgreesWithTheMonthLoop) {
    expect_property("exit", [] {
        World world(reference::Readings{}, 2);
        const auto given = any_date(2008, 2026);
        acts::GiveNoticeOfExit notice;
        notice.body = BodyId("b");
        notice.organisation = OrganisationId("o");
        notice.written = true;
        const auto earliest = date_of(reference::months_later(day_of(given), 2));
        const int offset = from(-3, 3);
        notice.leaves = earliest.plus_days(offset);
        const auto ruling = world.preview(notice, base::text(given), "organisation:o");
        RC_ASSERT(ruling.verdict == Verdict::permitted);
        RC_ASSERT((ruling.reason(Code::leaves_too_early) != nullptr) == (offset < 0));
        RC_ASSERT((ruling.reason(Code::notice_long_enough) != nullptr) == (offset >= 0));
    });
}

TEST(Differential, AbsencesAgreeWithTheReference) {
    expect_property("absence", [] {
        Clauses clauses;
        clauses.absent_with_substitute = coin();
        clauses.each_sitting = coin();
        World world(clauses, 2);
        reference::Room room;
        room.filled = {1, 2};
        world.fill(room);
        std::vector<std::string> meetings;
        const int count = from(1, 6);
        for (int i = 1; i <= count; ++i) {
            const MeetingId meeting("b/m" + std::to_string(i));
            auto day = base::civil_date(2009, 1, 10)->plus_days(30 * i);
            events::MeetingConvened convened;
            convened.meeting = meeting;
            convened.body = BodyId("b");
            convened.at = instant(base::text(day) + "T10:00");
            world.apply(convened, "2009-01-02");
            meetings.emplace_back();
            const int sittings = from(0, 3) == 0 ? 2 : 1;
            for (int sitting = 1; sitting <= sittings; ++sitting, day = day.plus_days(1)) {
                const auto at = base::text(day) + "T10:00";
                world.apply(sitting == 1 ? Event(events::MeetingOpened{meeting})
                                         : Event(events::MeetingResumed{meeting}),
                            at);
                const char attendance = "PSA"[static_cast<std::size_t>(from(0, 2))];
                meetings.back() += attendance;
                events::Arrived arrived;
                arrived.meeting = meeting;
                arrived.seat = SeatId(seat_name(attendance == 'A' ? 2 : 1));
                arrived.as = attendance == 'S' ? PresentAs::substitute : PresentAs::member;
                world.apply(arrived, at);
                events::Left left;
                left.meeting = meeting;
                left.seat = arrived.seat;
                world.apply(left, base::text(day) + "T11:30");
                const auto end = base::text(day) + "T12:00";
                world.apply(sitting == sittings ? Event(events::MeetingClosed{meeting})
                                                : Event(events::MeetingAdjourned{meeting, {}}),
                            end);
            }
        }
        const auto ruling =
            world.preview(acts::RequestReplacement{BodyId("b"), SeatRef("1"), {}}, "2010-01-01");
        const int missed = reference::missed_in_a_row(meetings, !clauses.absent_with_substitute,
                                                      clauses.each_sitting);
        for (const auto& meeting : meetings) {
            RC_LOG() << meeting << " ";
        }
        RC_LOG() << codes(ruling) << "\n";
        RC_ASSERT((ruling.reason(Code::absences_reached) != nullptr) == (missed >= 3));
        RC_ASSERT(number(ruling, {Code::absences_reached, Code::absences_short}, "missed") ==
                  missed);
    });
}

TEST(Differential, MeetingsAYearAgreeWithTheReference) {
    expect_property("meetings a year", [] {
        Clauses clauses;
        clauses.meetings_a_year = from(1, 4);
        clauses.quorate_meetings_only = coin();
        World world(clauses, 2);
        reference::Room room;
        room.filled = {1, 2};
        world.fill(room);
        world.apply(events::RecordMarkedComplete{BodyId("b"), *base::civil_date(2008, 1, 1)},
                    "2008-01-01");
        std::vector<reference::HeldMeeting> held;
        const int count = from(0, 6);
        for (int i = 1; i <= count; ++i) {
            const MeetingId meeting("b/m" + std::to_string(i));
            const auto day = base::civil_date(2009, 1, 1)->plus_days(from(0, 729));
            const auto at = base::text(day) + "T10:00";
            events::MeetingConvened convened;
            convened.meeting = meeting;
            convened.body = BodyId("b");
            convened.at = instant(at);
            world.apply(convened, "2008-12-02");
            const bool quorate = coin();
            world.apply(events::MeetingOpened{meeting}, at);
            if (quorate) {
                events::Arrived arrived;
                arrived.meeting = meeting;
                arrived.seat = SeatId(seat_name(1));
                world.apply(arrived, at);
            }
            world.apply(events::AttendanceTaken{meeting}, at);
            world.apply(events::MeetingClosed{meeting}, base::text(day) + "T12:00");
            held.push_back({day_of(day), quorate});
        }
        for (const int year : {2009, 2010}) {
            const auto duties = governance::duties_of(world.state, World::context(), BodyId("b"),
                                                      *base::civil_date(year + 1, 1, 1));
            const auto id = "b.often/" + std::to_string(year);
            const auto duty = std::find_if(duties.begin(), duties.end(),
                                           [&](const Duty& each) { return each.id == id; });
            RC_ASSERT(duty != duties.end());
            const bool met = reference::met_often_enough(held, year, clauses.meetings_a_year,
                                                         clauses.quorate_meetings_only);
            RC_LOG() << id << ": " << duty->words << "\n";
            RC_ASSERT((duty->state == DutyState::met) == met);
            RC_ASSERT((duty->state == DutyState::overdue) == !met);
        }
    });
}

TEST(Properties, AnEarlierDispatchNeverBreachesNotice) {
    expect_property("earlier is never worse", [] {
        World world(any_notice(), 2);
        const auto meeting = base::civil_date(2008, 6, 1)->plus_days(from(0, 200));
        world.submit(meeting_on("m1", meeting), "2008-03-01");
        acts::CirculatePapers papers;
        papers.meeting = MeetingId("b/m1");
        const auto later = meeting.plus_days(-from(1, 40));
        const auto earlier = later.plus_days(-from(1, 10));
        const bool late_ok =
            world.preview(papers, base::text(later)).reason(Code::notice_given) != nullptr;
        const bool early_ok =
            world.preview(papers, base::text(earlier)).reason(Code::notice_given) != nullptr;
        RC_ASSERT(!late_ok || early_ok);
    });
}
