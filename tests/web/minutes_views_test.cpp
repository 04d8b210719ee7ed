// Minutes of meetings that did not go as meetings mostly do, and what comes over to the next one,
// from lines played on the Kent rehearsal.

#include "base/text.hpp"
#include "partnership/scenario/stage.hpp"
#include "views/meetings/arising.hpp"
#include "views/minutes/days.hpp"
#include "views/minutes/document.hpp"
#include "views/minutes/minutes.hpp"
#include "views/public/forward_plan.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::views {
namespace {

namespace scenario = partnership::scenario;

/// The Kent rehearsal with a meeting called for 1 July 2008 and one for 2 December, and what then
/// happened.
class OddMeeting : public testing::Test {
protected:
    OddMeeting() {
        const auto text = base::read_file(std::string(QUORATE_SOURCE_DIR) +
                                          "/examples/kent-rehearsal/rehearsal.md");
        const auto document = scenario::parse(text.value(), "rehearsal.md");
        const auto at = scenario::first_instant(document.value());
        auto made = partnership::Partnership::create_in_memory(
            scenario::new_partnership(*document, at.value()));
        scene_.emplace(scenario::Scene{std::move(made.value()), files_, {}, {}});
        play(*document);
        happens("2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00\n"
                "2008-06-02T09:01  servicing  convene-meeting  meeting=kp/m2 at=2008-12-02T10:00\n"
                "2008-06-03T09:00  servicing  notify-item  meeting=kp/m1 item=1 title=First\n"
                "2008-06-03T09:01  servicing  notify-item  meeting=kp/m1 item=2 title=Second\n");
    }
    void happens(const std::string& lines) {
        const auto document =
            scenario::parse("+++\ntitle = \"Lines\"\n+++\n```acts\n" + lines + "```\n", "lines.md");
        ASSERT_TRUE(document) << document.error().text();
        play(*document);
    }
    /// Opens kp/m1 with these seats, seat 7 in the chair.
    void opens(const std::string& seats) {
        happens("2008-07-01T09:50  servicing  record-arrival  meeting=kp/m1 seats=" + seats +
                "\n2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1\n"
                "2008-07-01T10:01  chair  preside  meeting=kp/m1 seat=7 evidence=room\n"
                "2008-07-01T10:02  servicing  take-item  meeting=kp/m1 item=1\n");
    }
    [[nodiscard]] Reader reader(ViewerKind kind) const {
        return Reader::open(*scene_->partnership, Viewer{kind, {}}).value();
    }
    [[nodiscard]] std::string draft(const std::string& meeting = "kp/m1") const {
        return minutes_page(reader(ViewerKind::secretariat), meeting).value().from_record;
    }

private:
    void play(const scenario::Document& document) {
        const auto played = scenario::play_whole(*scene_, document);
        ASSERT_TRUE(played) << played.error().text();
    }

    partnership::CharterFiles files_{QUORATE_SOURCE_DIR};
    std::optional<scenario::Scene> scene_;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* closes = "2008-07-01T11:30  servicing  close-meeting  meeting=kp/m1\n";

TEST_F(OddMeeting, SaysWhenItWasAdjournedAndOnWhichDayItWentOn) {
    opens("1-21");
    happens("2008-07-01T11:00  presiding  adjourn-meeting  meeting=kp/m1 until=2008-07-08T10:00 "
            "evidence=room\n"
            "2008-07-08T09:50  servicing  record-arrival  meeting=kp/m1 seats=22\n"
            "2008-07-08T10:00  servicing  resume-meeting  meeting=kp/m1\n"
            "2008-07-08T10:20  servicing  record-departure  meeting=kp/m1 seats=3\n"
            "2008-07-08T11:00  servicing  close-meeting  meeting=kp/m1\n");
    const auto text = draft();
    EXPECT_TRUE(has(text, "The meeting was adjourned at 11:00am and went on at 10:00am on 8 July "
                          "2008. 22 of 40 were present. Quorum 20: two to spare."))
        << text;
    EXPECT_TRUE(has(text, ", from 10:00am on 8 July 2008\n")) << "came before it went on\n" << text;
    EXPECT_TRUE(has(text, ", until 10:20am on 8 July 2008\n")) << text;
    EXPECT_TRUE(has(text, "The meeting closed at 11:00am on 8 July 2008.")) << text;
    const auto days = days_sat(reader(ViewerKind::secretariat), "kp/m1");
    ASSERT_EQ(days.size(), 2U) << "a correction asks which";
    EXPECT_EQ(base::text(days[1].date), "2008-07-08");
}

TEST_F(OddMeeting, WithoutAQuorumTheyAreNotesOfAnInformalDiscussion) {
    opens("1-12");
    happens("2008-07-01T10:05  servicing  record-discussion  meeting=kp/m1 item=1 "
            "words=\"They liked it.\"\n" +
            std::string(closes));
    const auto text = draft();
    EXPECT_TRUE(text.starts_with("# The Kent Partnership: notes of an informal discussion\n"))
        << text;
    EXPECT_TRUE(has(text, "There was no quorum at any time."));
    EXPECT_TRUE(has(text, "### Notes of an informal discussion\n\nThey liked it.")) << text;
}

TEST_F(OddMeeting, WhatWasTypedBeginsNoPartOfTheMinutes) {
    opens("1-21");
    happens("2008-07-01T10:05  servicing  record-discussion  meeting=kp/m1 item=1 "
            "words=\"We compared <option A>.\\n## 9. Not an item\\nTotal\\n-----\\n- one\"\n" +
            std::string(closes));
    const auto page = minutes_page(reader(ViewerKind::secretariat), "kp/m1").value();
    EXPECT_TRUE(
        has(page.text, "We compared <option A>.\n\\## 9. Not an item\nTotal\n\\-----\n- one"))
        << page.text;
    const auto ninth = std::count_if(page.parts.begin(), page.parts.end(),
                                     [](const MinutesPart& part) { return part.item == 9; });
    EXPECT_EQ(ninth, 0);
}

TEST_F(OddMeeting, TheDocumentTellsNobodyWhoWasExcluded) {
    opens("1-21");
    happens("2008-07-01T10:20  presiding  exclude-member  meeting=kp/m1 seat=13 reason=Shouting "
            "evidence=room\n" +
            std::string(closes) + "2008-07-02T09:00  servicing  draft-minutes  meeting=kp/m1\n");
    const auto document = minutes_document(reader(ViewerKind::secretariat), "kp/m1").value();
    EXPECT_TRUE(has(document.text, "excluded a member under 3.9")) << document.text;
    for (const auto& row : document.attendance) {
        EXPECT_FALSE(has(row.times, "10:20am")) << row.name;
    }
}

TEST_F(OddMeeting, OfTwoBodiesNamesBothAndCountsBoth) {
    happens("2008-06-04T09:02  servicing  convene-meeting  meeting=kp/m3 at=2008-07-01T10:00 "
            "jointly_with=psb\n"
            "2008-07-01T09:50  servicing  record-arrival  meeting=kp/m3 seats=kp/1-21\n"
            "2008-07-01T09:51  servicing  record-arrival  meeting=kp/m3 seats=psb/1-9\n"
            "2008-07-01T10:00  servicing  open-meeting  meeting=kp/m3\n"
            "2008-07-01T11:00  servicing  close-meeting  meeting=kp/m3\n");
    const auto text = draft("kp/m3");
    EXPECT_TRUE(text.starts_with("# The Kent Partnership and The Kent Public Service Board: "
                                 "minutes of a joint meeting\n"))
        << text;
    EXPECT_TRUE(has(text, "At the opening: Of The Kent Partnership, 21 of 40 were present."))
        << text;
    EXPECT_TRUE(has(text, " Of The Kent Public Service Board, 9 of ")) << text;
    EXPECT_TRUE(has(text, "- The Kent Public Service Board: Seat 1,")) << text;
    EXPECT_LT(text.find("- The Kent Partnership: Seat 21,"),
              text.find("- The Kent Public Service Board: Seat 1,"));
}

TEST_F(OddMeeting, MinutesWithoutWordsOfTheirOwnStandAsTheyWereApproved) {
    opens("1-21");
    happens(std::string(closes) +
            "2008-07-02T09:00  servicing  draft-minutes  meeting=kp/m1\n"
            "2008-07-03T09:00  servicing  circulate-minutes  meeting=kp/m1\n"
            "2008-11-03T09:00  servicing  notify-item  meeting=kp/m2 item=1 title=Minutes "
            "purpose=minutes minutes_of=kp/m1\n"
            "2008-12-02T09:50  servicing  record-arrival  meeting=kp/m2 seats=1-21\n"
            "2008-12-02T10:00  servicing  open-meeting  meeting=kp/m2\n"
            "2008-12-02T10:01  chair  preside  meeting=kp/m2 seat=7 evidence=room\n"
            "2008-12-02T10:02  servicing  take-item  meeting=kp/m2 item=1\n"
            "2008-12-02T10:03  presiding  approve-minutes  meeting=kp/m1 at=kp/m2 item=1 "
            "evidence=room\n");
    const auto before = minutes_document(reader(ViewerKind::secretariat), "kp/m1").value();
    happens("2008-12-03T09:00  servicing  correct-minutes  meeting=kp/m1 seat=3 absent=yes "
            "words=\"Seat 3 was not there.\"\n");
    const auto after = minutes_document(reader(ViewerKind::secretariat), "kp/m1").value();
    EXPECT_TRUE(has(before.text, "- Seat 3,"));
    EXPECT_EQ(after.text, before.text);
    EXPECT_EQ(after.attendance.size() + 1, before.attendance.size());
    ASSERT_EQ(after.after.size(), 1U);
    EXPECT_FALSE(has(draft(), "- Seat 3,")) << "what the record gives now";
}

TEST_F(OddMeeting, WhatIsLeftComesOverToTheNext) {
    opens("1-21");
    happens("2008-07-01T10:30  presiding  defer-item  meeting=kp/m1 item=2 to=kp/m2 evidence=room\n"
            "2008-07-01T10:31  presiding  assign-action  action=kp/a1 meeting=kp/m1 item=1 body=kp "
            "seat=5 what=\"Count the halls\" due=2008-07-31 evidence=room\n" +
            std::string(closes) +
            "2008-07-02T09:00  servicing  draft-minutes  meeting=kp/m1\n"
            "2008-07-03T09:00  servicing  circulate-minutes  meeting=kp/m1\n"
            "2008-08-04T09:00  servicing  register-person  person=x name=\"Somebody\"\n");
    const auto officer = reader(ViewerKind::secretariat);
    const auto matters = matters_arising(officer, "kp/m2");
    ASSERT_EQ(matters.minutes.size(), 1U);
    ASSERT_EQ(matters.put_off.size(), 1U);
    EXPECT_EQ(matters.put_off[0].title, "Second");
    ASSERT_EQ(matters.actions.size(), 1U);
    EXPECT_TRUE(has(matters.actions[0].words, "Count the halls. For Seat 5,"));
    EXPECT_TRUE(has(matters.actions[0].words, "By 31 July 2008: overdue."));
    EXPECT_TRUE(matters_arising(officer, "kp/m1").none()) << "it is over";
    EXPECT_TRUE(matters_arising(reader(ViewerKind::public_), "kp/m2").none());
    EXPECT_EQ(forward_plan(reader(ViewerKind::public_)).put_off.size(), 1U);

    happens(
        "2008-08-05T09:00  servicing  notify-item  meeting=kp/m2 item=1 title=\"Second, again\" "
        "deferred_from=kp/m1\n"
        "2008-08-05T09:01  servicing  notify-item  meeting=kp/m2 item=2 title=Minutes "
        "purpose=minutes minutes_of=kp/m1\n"
        "2008-08-05T09:02  servicing  report-on-action  action=kp/a1 status=done\n");
    EXPECT_TRUE(matters_arising(reader(ViewerKind::secretariat), "kp/m2").none());
    const auto plan = forward_plan(reader(ViewerKind::public_));
    EXPECT_TRUE(plan.put_off.empty());
    const auto next =
        std::find_if(plan.meetings.begin(), plan.meetings.end(),
                     [](const PlannedMeeting& each) { return each.meeting.meeting == "kp/m2"; });
    ASSERT_NE(next, plan.meetings.end());
    ASSERT_EQ(next->items.size(), 2U);
    EXPECT_EQ(next->items[0].title, "Second, again");
    EXPECT_EQ(next->items[0].purpose, "For decision");
    EXPECT_EQ(next->items[1].purpose, "Minutes");
}

} // namespace
} // namespace quorate::views
