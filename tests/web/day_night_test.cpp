// Meeting day where it is long: past midnight, and with more lines than a page shows whole.

#include "day_fixture.hpp"
#include "views/meetings/day.hpp"
#include "views/meetings/sitting_day.hpp"

namespace quorate::web_tests {

namespace {

base::LocalTime local(const char* text) {
    return base::parse_local_time(text).value();
}

TEST(SittingDay, AnEveningGoesOnIntoTheSmallHours) {
    const auto evening = views::SittingDay::begun(local("2027-01-12T19:30"));
    EXPECT_EQ(evening.date_of(23 * 60 + 59), local("2027-01-12T00:00").date);
    EXPECT_EQ(evening.date_of(10), local("2027-01-13T00:00").date);
    EXPECT_TRUE(evening.has(local("2027-01-13T00:10")));
    EXPECT_FALSE(evening.has(local("2027-01-12T00:10"))) << "the night before is not of it";
    EXPECT_FALSE(evening.has(local("2027-01-13T06:00"))) << "the morning is not";
}

TEST(SittingDay, AMorningDoesNot) {
    const auto morning = views::SittingDay::begun(local("2027-01-12T10:00"));
    EXPECT_EQ(morning.date_of(10), local("2027-01-12T00:00").date);
    EXPECT_TRUE(morning.has(local("2027-01-12T05:00")));
    EXPECT_FALSE(morning.has(local("2027-01-13T00:10")));
}

TEST_F(MeetingDay, NamesAreFoundWithoutTheirAccents) {
    views::DayRoom room;
    const auto add = [&](const char* ref, const char* name) {
        views::DaySeat seat;
        seat.ref = ref;
        seat.words = name;
        seat.seat.holders = {name};
        room.not_here.push_back(seat);
    };
    add("3", "Siân O’Brien");
    add("4", "Łukasz Żółć");
    const auto ref_of = [&](const char* typed) {
        const auto found = views::day_matches(room, views::DayAmong::not_here, typed);
        return found.size() == 1 ? found.front().ref : std::to_string(found.size()) + " fit";
    };
    EXPECT_EQ(ref_of("sian"), "3");
    EXPECT_EQ(ref_of("SIÂN"), "3");
    EXPECT_EQ(ref_of("o'br"), "3");
    EXPECT_EQ(ref_of("obrien"), "3");
    EXPECT_EQ(ref_of("zolc"), "4");
    EXPECT_EQ(ref_of("lz"), "4") << "initials";
    EXPECT_EQ(ref_of("seat 4"), "4");
}

TEST_F(MeetingDay, TimesPastMidnightAreOfTheNextDate) {
    gather();
    done("adjourn", {{"until-day", "1"},
                     {"until-month", "7"},
                     {"until-year", "2008"},
                     {"until-time", "8:00pm"},
                     {"time", "10:40"}});
    done("resume",
         {{"day-day", "1"}, {"day-month", "7"}, {"day-year", "2008"}, {"time", "8:05pm"}});
    const auto effective = [&] { return sheet().lines.back().submission.effective; };
    done("arrive", {{"who", "22"}, {"time", "11:50pm"}});
    EXPECT_EQ(base::text(kent().zone().local(effective())), "2008-07-01T23:50");
    done("arrive", {{"who", "23"}, {"time", "12:10am"}});
    EXPECT_EQ(base::text(kent().zone().local(effective())), "2008-07-02T00:10");
    EXPECT_TRUE(has(page(), "12:10am")) << "it is in the log of the day";
    const auto line = sheet().lines.back().number;
    const auto to = std::string(day) + "/line?number=" + std::to_string(line);
    const auto form = officer_.get(to).body;
    const auto changed = officer_.post(to, {{"number", std::to_string(line)},
                                            {"as_shown", hidden_value(form, "as_shown")},
                                            {"time", "11:58pm"},
                                            {"seats", "23"}});
    EXPECT_EQ(changed.status, 303) << changed.body;
    EXPECT_EQ(base::text(kent().zone().local(effective())), "2008-07-01T23:58");
}

TEST_F(MeetingDay, ALongSheetShowsTheNewestAndALinkToTheRest) {
    reach_item_4();
    for (int i = 1; i <= 45; ++i) {
        done("discuss",
             {{"item", "4"}, {"words", "Remark " + std::to_string(i) + "."}, {"time", "10:40"}});
    }
    const auto shown = page();
    EXPECT_TRUE(has(shown, ">Discussion of item 4: Remark 45.<"));
    EXPECT_TRUE(has(shown, "earlier lines, each to change or take back"));
    const auto lines = sheet().lines;
    const auto first = "line?number=" + std::to_string(lines[lines.size() - 45].number) + "\"";
    EXPECT_FALSE(has(shown, first));
    const auto all = officer_.get(std::string(day) + "/log").body;
    EXPECT_TRUE(has(all, "Discussion of item 4: Remark 1."));
    EXPECT_TRUE(has(all, first));
    const auto one = officer_.get(
        std::string(day) + "/line?number=" + std::to_string(lines[lines.size() - 45].number));
    EXPECT_TRUE(one.says("How this was worked out")) << "the ruling is there";
}

TEST_F(MeetingDay, AFormSentBeforeWithOtherWordsLeadsToThem) {
    reach_item_4();
    const auto shown = page();
    FormFields fields{
        {"do", "discuss"}, {"item", "4"}, {"words", "They agreed."}, {"time", "10:40"}};
    for (const char* name : {"entry", "position", "line"}) {
        fields.emplace_back(name, hidden_value(shown, name));
    }
    EXPECT_EQ(officer_.post(day, fields).status, 303);
    fields[2].second = "They did not agree.";
    const auto again = officer_.post(day, fields);
    EXPECT_EQ(again.status, 422) << again.body;
    EXPECT_TRUE(again.says("This form was sent before with other words."));
    EXPECT_TRUE(has(again.body, "href=\"#discuss-words\""));
    EXPECT_TRUE(again.says("They did not agree."));
}

} // namespace

} // namespace quorate::web_tests
