// Times in Europe/London where the clocks change: on Sunday 26 October 2008 at 2:00am they go back
// to 1:00am, on Sunday 29 March 2009 at 1:00am forward to 2:00am.

#include "browser.hpp"
#include "views/desk/year.hpp"
#include "views/meetings/papers.hpp"
#include "views/meetings/planning.hpp"
#include "views/meetings/workbench.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

class ClockChange : public testing::Test {
protected:
    ClockChange()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal"), there_(served_.partnership("kent-rehearsal")) {}

    void SetUp() override { officer_.sign_in("secretariat"); }

    views::Reader reader() const {
        views::Viewer viewer;
        viewer.kind = views::ViewerKind::secretariat;
        auto out = views::Reader::open(there_, viewer);
        EXPECT_TRUE(out.has_value());
        return std::move(*out);
    }
    void set_programme(const std::string& year, const std::string& dates) {
        const auto raw = served_.post(
            "/api/v1/kent-rehearsal/acts",
            act_json("set-programme",
                     "\"body\": \"kp\", \"year\": " + year + ", \"meetings\": [" + dates + "]"));
        ASSERT_NE(raw.find("\"permitted\""), std::string::npos) << raw;
    }
    void convene(const std::string& when, const std::string& meeting) {
        const auto page = officer_.get("/desk/convene?body=kp&at=" + when);
        const auto answer = officer_.post("/desk/convene",
                                          {{"body", "kp"},
                                           {"at", when},
                                           {"meeting", meeting},
                                           {"by", "servicing"},
                                           {"entry", hidden_value(page.body, "entry")},
                                           {"position", hidden_value(page.body, "position")}});
        ASSERT_EQ(answer.status, 303) << answer.body;
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    partnership::Partnership& there_;
};

} // namespace

TEST_F(ClockChange, ATimeThatClocksSkipIsRefusedInWordsAndKept) {
    const auto page = officer_.get("/desk/convene?body=kp&on-day=29&on-month=3&on-year=2009&"
                                   "on-time=1%3A30am");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Clocks skip that time on that day"));
    EXPECT_TRUE(page.says("value=\"1:30am\""));
    // Half an hour before and after there is such a time.
    EXPECT_TRUE(views::body_instant(reader(), "kp", {*base::civil_date(2009, 3, 29), 59}));
    EXPECT_FALSE(views::body_instant(reader(), "kp", {*base::civil_date(2009, 3, 29), 60}));
    EXPECT_FALSE(views::body_instant(reader(), "kp", {*base::civil_date(2009, 3, 29), 119}));
    EXPECT_EQ(*views::body_instant(reader(), "kp", {*base::civil_date(2009, 3, 29), 120}),
              at("2009-03-29T01:00:00Z"));
}

TEST_F(ClockChange, ATimeThatComesTwiceIsTheEarlierOne) {
    EXPECT_EQ(*views::body_instant(reader(), "kp", {*base::civil_date(2008, 10, 26), 90}),
              at("2008-10-26T00:30:00Z"));
    // Both half past ones are shown as half past one of that day, in their order.
    const auto first = views::body_moment(reader(), "kp", at("2008-10-26T00:30:00Z"));
    const auto second = views::body_moment(reader(), "kp", at("2008-10-26T01:30:00Z"));
    EXPECT_EQ(first.local, second.local);
    EXPECT_LT(first.instant, second.instant);
    EXPECT_EQ(views::body_moment(reader(), "kp", at("2008-10-26T02:30:00Z")).local.minute, 150);
}

TEST_F(ClockChange, AMeetingOnTheSundayItselfKeepsItsTimeOnPagesAndInFiles) {
    set_programme("2008", "\"2008-10-25T09:00:00Z\", \"2008-10-26T10:00:00Z\"");
    convene("2008-10-25T10:00", "kp/m1"); // summer time: 09:00 UTC
    convene("2008-10-26T10:00", "kp/m2"); // winter time: 10:00 UTC
    EXPECT_EQ(there_.state()->meetings.find(governance::MeetingId("kp/m1"))->scheduled,
              at("2008-10-25T09:00:00Z"));
    EXPECT_EQ(there_.state()->meetings.find(governance::MeetingId("kp/m2"))->scheduled,
              at("2008-10-26T10:00:00Z"));
    const auto page = officer_.get("/desk/year?year=2008");
    EXPECT_TRUE(page.says("10:00am on Saturday 25 October 2008") ||
                page.says("Saturday 25 October 2008"));
    EXPECT_TRUE(officer_.get("/meetings/kp/m2").says("10:00am"));
    const auto file = officer_.get("/desk/year.ics?year=2008");
    EXPECT_TRUE(file.says("DTSTART:20081025T090000Z")) << file.body;
    EXPECT_TRUE(file.says("DTSTART:20081026T100000Z")) << file.body;
}

TEST_F(ClockChange, ADeadlineAcrossTheChangeIsADayNotSoManyHours) {
    set_programme("2008", "\"2008-11-04T10:00:00Z\"");
    convene("2008-11-04T10:00", "kp/m1");
    // Ten working days before Tuesday 4 November, the first counted: Tuesday 21 October.
    const auto asked = [&](const char* when) {
        return views::preview_circulation(reader(), "kp/m1",
                                          {{"agenda"}, {}, {}, {}, "e-mail", at(when)});
    };
    EXPECT_FALSE(asked("2008-10-21T08:00:00Z").breach);
    // A minute before and after midnight by London's clock, which is an hour ahead of UTC then.
    EXPECT_FALSE(asked("2008-10-21T22:59:00Z").breach);
    EXPECT_TRUE(asked("2008-10-21T23:01:00Z").breach);
    const auto bench = views::workbench_page(reader(), "kp/m1");
    ASSERT_TRUE(bench);
    bool seen = false;
    for (const auto& point : bench->timeline) {
        if (point.key == "papers-out") {
            seen = true;
            ASSERT_TRUE(point.date);
            EXPECT_EQ(base::text(*point.date), "2008-10-21");
        }
    }
    EXPECT_TRUE(seen);
}

TEST_F(ClockChange, ProposedDatesKeepTheirTimeOfDayOverTheChange) {
    set_programme("2008", "\"2008-07-01T09:00:00Z\", \"2008-11-04T10:00:00Z\"");
    for (const auto& date : views::propose_dates(reader(), "kp", 2009, 2)) {
        EXPECT_EQ(date.at.local.minute, 600) << base::text(date.at.local);
    }
}

} // namespace quorate::web_tests
