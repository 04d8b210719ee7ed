// The secretariat's week and year where days have gone by: past meetings, bank holidays, seats that
// changed hands, minutes that a meeting did not come to.

#include "base/uuid.hpp"
#include "browser.hpp"
#include "governance/codec.hpp"
#include "views/desk/desk.hpp"
#include "views/desk/year.hpp"
#include "views/membership/attendance.hpp"
#include "views/minutes/minutes.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

views::Reader officers_reader(const partnership::Partnership& partnership) {
    views::Viewer viewer;
    viewer.kind = views::ViewerKind::secretariat;
    auto reader = views::Reader::open(partnership, viewer);
    EXPECT_TRUE(reader.has_value());
    return std::move(*reader);
}

/// Practice from 2 June 2008; acts are recorded as they are, and the clock moves with the test.
class Week : public testing::Test {
protected:
    Week()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal"), there_(served_.partnership("kent-rehearsal")) {}

    void SetUp() override { officer_.sign_in("secretariat"); }

    void record(const std::string& act, const std::string& fields, const std::string& at,
                const std::string& by = "servicing") {
        const auto json = base::parse_json(
            R"({"id": ")" + base::random_uuid_v7(base::system_now()) + R"(", "act": ")" + act +
            R"(", "fields": {)" + fields + R"(}, "made_by": ")" + by +
            R"(", "recorded_by": "servicing", "evidence": ")" +
            (by == "servicing" ? "sign-in" : "room") + R"(", "effective": ")" + at + "\"}");
        ASSERT_TRUE(json) << act;
        auto submission =
            governance::decode_submission(json->get_object(), {there_.zone(), false}, {});
        ASSERT_TRUE(submission) << submission.error().text();
        const auto receipt = there_.submit(std::move(*submission));
        ASSERT_TRUE(receipt);
        ASSERT_EQ(receipt->ruling.verdict, governance::Verdict::permitted)
            << governance::headline(receipt->ruling);
    }
    void move_clock(const char* to) {
        ASSERT_TRUE(there_.move_clock(base::parse_instant(to).value()));
    }
    void convene(const std::string& meeting, const std::string& at, const std::string& on) {
        record("convene-meeting",
               R"("meeting": ")" + meeting + R"(", "at": ")" + at +
                   R"(", "place": "Sessions House")",
               on);
    }
    void hold(const std::string& meeting, const std::string& day) {
        const auto named = R"("meeting": ")" + meeting + "\"";
        record("take-attendance", named + R"(, "present": "1-24")", day + "T09:50");
        record("open-meeting", named, day + "T10:00");
        record("preside", named + R"(, "seat": "1")", day + "T10:01", "chair");
        record("close-meeting", named, day + "T11:00");
    }
    views::DeskPage desk() {
        auto page = views::desk_page(officers_reader(there_));
        EXPECT_TRUE(page);
        return std::move(*page);
    }
    const views::DeskTask* task(const views::DeskPage& page, std::string_view what) {
        const auto found =
            std::find_if(page.tasks.begin(), page.tasks.end(), [&](const views::DeskTask& each) {
                return each.what.find(what) != std::string::npos;
            });
        return found == page.tasks.end() ? nullptr : &*found;
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    partnership::Partnership& there_;
};

} // namespace

TEST_F(Week, AMeetingWhoseTimeHasComeIsNotPreparedAnyMore) {
    convene("kp/m1", "2008-07-01T10:00", "2008-06-02T09:00");
    EXPECT_NE(task(desk(), "Put the business on the agenda"), nullptr);
    move_clock("2008-07-04T16:00:00Z");
    const auto page = desk();
    EXPECT_EQ(task(page, "Put the business on the agenda"), nullptr);
    EXPECT_EQ(task(page, "Add the papers"), nullptr);
    ASSERT_NE(task(page, "Record the meeting as it happens"), nullptr);
    EXPECT_EQ(task(page, "Record the meeting as it happens")->state_words, "Late");
    EXPECT_TRUE(officer_.get("/desk").says("q-status--warn"));
}

TEST_F(Week, RemindersAreForADayThatIsWorked) {
    // Two weeks before 8 September 2008 is the Monday of the summer bank holiday.
    record("set-programme",
           R"("body": "kp", "year": 2008, "meetings": ["2008-09-08T10:00", "2008-12-02T10:00"])",
           "2008-06-02T09:00");
    convene("kp/m1", "2008-09-08T10:00", "2008-06-02T09:00");
    move_clock("2008-08-05T09:00:00Z");
    const auto page = desk();
    const auto* silent = task(page, "members have not answered");
    ASSERT_NE(silent, nullptr);
    EXPECT_EQ(base::text(*silent->due), "2008-08-22");
}

TEST_F(Week, WhatHasNoDayIsNotSaidToComeUp) {
    const auto page = desk();
    const auto undated =
        std::count_if(page.tasks.begin(), page.tasks.end(), [](const views::DeskTask& each) {
            return !each.due && each.state != "waiting";
        });
    EXPECT_EQ(page.sentence.find("no day set") != std::string::npos, undated > 0) << page.sentence;
}

TEST_F(Week, MinutesThatAMeetingDidNotComeToGoToTheNextOne) {
    convene("kp/m1", "2008-07-01T10:00", "2008-06-02T09:00");
    record("notify-item",
           R"("meeting": "kp/m1", "item": 1, "title": "A price", "purpose": "noting")",
           "2008-06-02T09:05");
    record("restrict-paper",
           R"("meeting": "kp/m1", "restriction": 1, "item": 1, "exemption": "section 43", )"
           R"("paper": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", )"
           R"("review": "2008-12-01")",
           "2008-06-02T09:10");
    move_clock("2008-07-01T11:30:00Z");
    hold("kp/m1", "2008-07-01");
    record(
        "draft-minutes",
        R"("meeting": "kp/m1", "words": "As held.", "sections": "attendance,declarations,decisions")",
        "2008-07-01T12:00");
    record("circulate-minutes", R"("meeting": "kp/m1")", "2008-07-01T12:10");
    record(
        "set-programme",
        R"("body": "kp", "year": 2008, "meetings": ["2008-07-01T10:00", "2008-09-09T10:00", "2008-12-02T10:00"])",
        "2008-07-01T12:15");
    convene("kp/m2", "2008-09-09T10:00", "2008-07-01T12:20");
    convene("kp/m3", "2008-12-02T10:00", "2008-07-01T12:20");
    record(
        "notify-item",
        R"("meeting": "kp/m2", "item": 1, "title": "Minutes", "purpose": "minutes", "minutes_of": "kp/m1")",
        "2008-07-01T12:30");
    const auto publish = officer_.get("/desk/meetings/kp/m1/minutes/publish?draft=yes");
    EXPECT_TRUE(publish.says("Papers of item 1 (A price) are restricted."));
    EXPECT_EQ(views::minutes_page(officers_reader(there_), "kp/m1")->approving->id, "kp/m2");
    move_clock("2008-09-09T11:30:00Z");
    hold("kp/m2", "2008-09-09");
    const auto page = views::minutes_page(officers_reader(there_), "kp/m1");
    ASSERT_TRUE(page);
    EXPECT_FALSE(page->approving);
    ASSERT_TRUE(page->next_meeting);
    EXPECT_EQ(page->next_meeting->id, "kp/m3");
    EXPECT_TRUE(officer_.get("/desk/meetings/kp/m1/minutes").says("Put them on that agenda"));
}

TEST_F(Week, AClashThatHasGoneByIsNotToBeLookedAt) {
    // Christmas Day, planned by mistake.
    record("set-programme",
           R"("body": "kp", "year": 2008, "meetings": ["2008-07-01T10:00", "2008-12-25T10:00"])",
           "2008-06-02T09:00");
    EXPECT_EQ(views::year_page(officers_reader(there_), 2008)->clashes, 1);
    move_clock("2008-12-29T09:00:00Z");
    EXPECT_EQ(views::year_page(officers_reader(there_), 2008)->clashes, 0);
    EXPECT_TRUE(officer_.get("/desk/year?year=2008").says("no record that it was held"));
    EXPECT_TRUE(officer_.get("/desk").says("The year 2009"));
}

TEST(Register, AttendanceIsThatOfWhoeverHeldTheSeatThenAndALetterIsInSentences) {
    InFolder folder("riverside");
    Served served(one(folder.take()));
    const auto page =
        views::attendance_page(officers_reader(served.partnership("riverside")), "rp", 2026);
    ASSERT_TRUE(page);
    const auto first = std::find_if(page->rows.begin(), page->rows.end(),
                                    [](const auto& row) { return row.seat.id == "rp/1"; });
    ASSERT_NE(first, page->rows.end());
    EXPECT_EQ(views::seat_words(first->seat),
              "Asha Fenwick, then Felix Amory, Riverside County Council");
    Browser officer(served, "riverside");
    officer.sign_in("secretariat");
    EXPECT_TRUE(officer.get("/desk/letters/new?kind=vacancy&seat=rp/16")
                    .says("See clause 3.6 of the terms of reference."));
}

TEST(Register, AnOfficerRecordsAReportThatAMemberMade) {
    InFolder folder("riverside");
    Served served(one(folder.take()));
    Browser officer(served, "riverside");
    officer.sign_in("secretariat");
    auto& there = served.partnership("riverside");
    const auto owed = [&](std::string_view meeting) {
        const auto page = views::desk_page(officers_reader(there));
        const auto found =
            std::find_if(page->tasks.begin(), page->tasks.end(), [&](const views::DeskTask& each) {
                return each.page == "report" && each.meeting == meeting;
            });
        return found == page->tasks.end() ? std::string() : found->about;
    };
    const auto duty = owed("rp/m1");
    ASSERT_FALSE(duty.empty());
    const auto address = "/desk/report-owed?duty=" + duty;
    const auto page = officer.get(address);
    EXPECT_TRUE(page.says("Canon Ruth Averill"));
    FormFields fields = {{"duty", duty}, {"words", "Told to the sector’s meeting"}};
    for (const char* name : {"entry", "position"}) {
        fields.emplace_back(name, hidden_value(page.body, name));
    }
    const auto wrong = officer.post(address, fields);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Choose who reported."));
    EXPECT_TRUE(wrong.says("Choose how you know that they reported."));
    EXPECT_TRUE(wrong.says("Told to the sector’s meeting"));
    fields.insert(fields.end(), {{"seat", "rp/23"}, {"evidence", "e-mail"}});
    EXPECT_EQ(officer.post(address, fields).status, 303);
    EXPECT_EQ(owed("rp/m1"), "");
    EXPECT_EQ(officer.get(address).status, 404);
    // Two members still owe that of another meeting: one line of the desk, and a choice here.
    const auto two = officer.get("/desk/report-owed?duty=" + owed("rp/m3"));
    EXPECT_EQ(two.status, 200);
    EXPECT_TRUE(two.says("Choose a member"));
    Browser member(served, "riverside");
    member.sign_in("rp-20");
    EXPECT_EQ(member.get(address).status, 403);
}

} // namespace quorate::web_tests
