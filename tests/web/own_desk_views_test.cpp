// The views of minutes in the making, of membership and its effect, and of the desks of members,
// the Chair and auditors, made from scenarios played in memory.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "partnership/foresee.hpp"
#include "partnership/scenario/stage.hpp"
#include "views/desk/action_reports.hpp"
#include "views/desk/audit.hpp"
#include "views/desk/chair.hpp"
#include "views/desk/member.hpp"
#include "views/desk/own_overlaps.hpp"
#include "views/membership/membership.hpp"
#include "views/minutes/minutes.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::views {
namespace {

namespace scenario = partnership::scenario;
using governance::Actor;
using governance::ActorKind;

std::string file(const std::string& path) {
    return base::read_file(std::string(QUORATE_SOURCE_DIR) + "/" + path).value();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// The Kent rehearsal as a made-up partnership whose people are shown, with lines played on it.
class Played {
public:
    explicit Played(const std::string& lines) {
        auto start = replaced(file("examples/kent-rehearsal/rehearsal.md"), "kind = \"rehearsal\"",
                              "kind = \"fictional\"");
        const auto first = scenario::parse(start, "rehearsal.md");
        const auto at = scenario::first_instant(first.value());
        auto made = partnership::Partnership::create_in_memory(
            scenario::new_partnership(*first, at.value()));
        scene_.emplace(scenario::Scene{std::move(made.value()), files_, {}, {}});
        play(first);
        play(scenario::parse(lines, "lines.md"));
    }

    void more(const std::string& lines) {
        play(scenario::parse("+++\ntitle = \"More\"\n+++\n```acts\n" + lines + "```\n", "more.md"));
    }
    [[nodiscard]] const partnership::Partnership& partnership() const {
        return *scene_->partnership;
    }
    [[nodiscard]] Reader reader(ViewerKind kind, const std::vector<std::string>& seats = {}) const {
        Viewer viewer{kind, {}};
        for (const auto& seat : seats) {
            viewer.seats.push_back({ActorKind::seat, seat});
        }
        return Reader::open(partnership(), viewer).value();
    }
    [[nodiscard]] Reader officer() const { return reader(ViewerKind::secretariat); }
    [[nodiscard]] governance::Submission act(const std::string& name,
                                             const std::string& fields) const {
        const auto json =
            base::parse_json(R"({"id": ")" + base::random_uuid_v7(base::system_now()) +
                             R"(", "act": ")" + name + R"(", "fields": )" + fields + "}");
        return governance::decode_submission(json->get_object(), {partnership().zone(), false},
                                             partnership().now())
            .value();
    }

private:
    void play(const base::Result<scenario::Document>& document) {
        ASSERT_TRUE(document) << document.error().text();
        const auto played = scenario::play_whole(*scene_, *document);
        ASSERT_TRUE(played) << played.error().text();
    }

    partnership::CharterFiles files_{QUORATE_SOURCE_DIR};
    std::optional<scenario::Scene> scene_;
};

/// The main job up to a heading.
std::string main_job_until(const std::string& heading) {
    const auto whole = file("scenarios/main-job.md");
    return whole.substr(0, whole.find(heading));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const MinutesStep& step(const MinutesPage& page, std::string_view id) {
    return *std::find_if(page.steps.begin(), page.steps.end(),
                         [&](const MinutesStep& each) { return each.id == id; });
}

TEST(LineChanges, GivesOnlyWhatDiffersUnderItsHeading) {
    const auto changes = line_changes("# Minutes\n\nOne\nTwo  \n## Item 1\nThree\n",
                                      "# Minutes\nOne\nTwo\n\n## Item 1\nFour\nThree\n");
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_TRUE(changes[0].added);
    EXPECT_EQ(changes[0].text, "Four");
    EXPECT_EQ(changes[0].under, "Item 1");
    EXPECT_TRUE(line_changes("a\nb", "a\n\n b").empty());
    EXPECT_EQ(line_changes("", "a\nb").size(), 2U);
    std::string before;
    std::string after;
    for (int i = 0; i < 3000; ++i) {
        before += "before " + std::to_string(i) + "\n";
        after += "after " + std::to_string(i) + "\n";
    }
    EXPECT_EQ(line_changes(before, after).size(), 6000U);
}

TEST(MinutesInTheMaking, TheDraftIsMadeFromTheRecord) {
    const Played played(main_job_until("## Minutes"));
    const auto page = minutes_page(played.officer(), "kp/m1");
    ASSERT_TRUE(page);
    const auto& text = page->from_record;
    EXPECT_EQ(page->text, text);
    for (const auto* part :
         {"# The Kent Partnership: minutes", "Tuesday 1 July 2008, Sessions House",
          "**In the chair:** Holder of seat 8, Partner 8", "At the opening 19 of 40",
          "- Holder of seat 1, Partner 1\n", "## Substitutes\n",
          "Substitute for seat 21, for Holder of seat 21, Partner 21, from 10:20am",
          "## Apologies\n\nNone were recorded.",
          "- Item 4: Holder of seat 5, Partner 5 declared a financial interest: An interest in "
          "land near the centre. May speak, not decide, and may stay.",
          "From 10:06am to 10:21am there was no quorum.",
          "## 2. The year so far\n\n### Notes of an informal discussion\n\nThose present spoke",
          "Moved by Holder of seat 9, Partner 9, seconded by Holder of seat 10, Partner 10: That "
          "the partners share one training centre",
          "There was no consensus: four members objected.",
          "11 for, 6 against, 4 abstaining. 21 could decide; 11 were needed.",
          "The partners will share one training centre. Carried by vote.",
          "At 10:05am the outcome was declared as carried by consensus. Recorded as made; not a "
          "decision under the terms of reference: 19 of 40 members",
          "**Noted.**", "Came after items had closed and was allowed as exceptional.",
          "The meeting closed at 11:45am."}) {
        EXPECT_TRUE(has(text, part)) << part << "\n" << text;
    }
    EXPECT_FALSE(has(text, "The flood came after")) << "the reason for a late item is not public";
    EXPECT_EQ(step(*page, "draft").state, "next");
    EXPECT_EQ(step(*page, "circulate").state, "later");
    EXPECT_FALSE(page->facts.empty());
}

TEST(MinutesInTheMaking, StepsAndDifferencesFollowTheRecord) {
    Played played(main_job_until("## Minutes"));
    played.more("2008-07-03T09:00  servicing  draft-minutes  meeting=kp/m1 words=\"One line.\"\n"
                "2008-07-04T09:00  servicing  circulate-minutes  meeting=kp/m1\n");
    auto page = minutes_page(played.officer(), "kp/m1");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->text, "One line.");
    EXPECT_TRUE(page->since_circulation.empty());
    EXPECT_GT(page->since_record.size(), 20U);
    EXPECT_EQ(step(*page, "draft").state, "done");
    EXPECT_EQ(step(*page, "publish-draft").state, "next");
    EXPECT_EQ(step(*page, "publish-draft").clause, "3.16");
    EXPECT_EQ(step(*page, "approve").state, "later");
    played.more(
        "2008-07-07T09:00  servicing  draft-minutes  meeting=kp/m1 words=\"Another line.\"\n");
    page = minutes_page(played.officer(), "kp/m1");
    ASSERT_EQ(page->since_circulation.size(), 2U);
    EXPECT_FALSE(page->since_circulation[0].added);
    EXPECT_EQ(page->since_circulation[1].text, "Another line.");
}

TEST(MinutesInTheMaking, ADraftWithoutWordsIsTheOneTheRecordGives) {
    Played played(main_job_until("## Minutes"));
    played.more("2008-07-03T09:00  servicing  draft-minutes  meeting=kp/m1\n"
                "2008-07-04T09:00  servicing  circulate-minutes  meeting=kp/m1\n"
                "2008-07-05T09:00  servicing  draft-minutes  meeting=kp/m1 words=\"Other.\"\n");
    const auto page = minutes_page(played.officer(), "kp/m1");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->since_circulation.size(), page->since_record.size());
    EXPECT_GT(page->since_circulation.size(), 20U);
}

TEST(MinutesInTheMaking, TheyAreForOfficersAndHoldNothingThatIsNotForEveryone) {
    const Played played(file("tests/web/data/secrets.md"));
    EXPECT_FALSE(minutes_page(played.reader(ViewerKind::public_), "kp/m1"));
    EXPECT_FALSE(minutes_page(played.reader(ViewerKind::member, {"kp/9"}), "kp/m1"));
    EXPECT_FALSE(minutes_page(played.reader(ViewerKind::chair, {"kp/7"}), "kp/m1"));
    const auto page = minutes_page(played.officer(), "kp/m1");
    ASSERT_TRUE(page);
    EXPECT_FALSE(has(page->from_record, "SECRET")) << page->from_record;
    EXPECT_TRUE(has(page->from_record, "of which the details are withheld"));
    EXPECT_TRUE(has(page->from_record, "It is restricted."));
    EXPECT_TRUE(has(page->from_record, "Open advice about the lease"));
    EXPECT_EQ(page->left_out.size(), 3U);
}

TEST(MinutesInTheMaking, ACorrectionIsShownAgainstTheCountsAndRolls) {
    Played played(main_job_until("Members put the draft right."));
    auto page = minutes_at_meeting(played.officer(), "kp/m1", "");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->at.id, "kp/m2");
    EXPECT_EQ(page->item, 1);
    EXPECT_TRUE(page->at_open);
    EXPECT_EQ(page->presiding, "Holder of seat 7, Partner 7");
    ASSERT_EQ(page->counts.size(), 1U);
    EXPECT_EQ(page->counts[0].votes_for, 11);
    EXPECT_EQ(page->seats.size(), 40U);
    EXPECT_EQ(page->seats[22].presence, "present from 10:25am to 11:45am");
    EXPECT_TRUE(page->in_doubt.empty());
    played.more(
        "2008-12-02T10:08  servicing  correct-minutes  meeting=kp/m1 at=kp/m2 item=4 for=10 "
        "against=6 abstain=4 words=\"Ten for.\"\n");
    page = minutes_at_meeting(played.officer(), "kp/m1", "kp/m2");
    EXPECT_EQ(page->in_doubt.size(), 1U);
    EXPECT_EQ(page->corrections.size(), 1U);
    EXPECT_FALSE(minutes_at_meeting(played.reader(ViewerKind::member, {"kp/9"}), "kp/m1", ""));
}

TEST(OwnDesk, AMemberSeesTheirOwnRequestsAndNobodyElses) {
    const Played played(main_job_until("Seat 21 cannot come"));
    const auto nine = member_desk(played.reader(ViewerKind::member, {"kp/9"}));
    ASSERT_EQ(nine.requests.size(), 1U);
    EXPECT_EQ(nine.requests[0].title, "A shared training centre");
    EXPECT_EQ(nine.requests[0].state, "on-agenda");
    const auto twenty = member_desk(played.reader(ViewerKind::member, {"kp/20"}));
    ASSERT_EQ(twenty.requests.size(), 1U);
    EXPECT_EQ(twenty.requests[0].state, "allowed");
    EXPECT_TRUE(member_desk(played.reader(ViewerKind::member, {"kp/10"})).requests.empty());
    EXPECT_TRUE(member_desk(played.reader(ViewerKind::public_)).seats.empty());
}

TEST(OwnDesk, SaysWhatWasSentAndByWhenAnItemIsInTime) {
    Played played(main_job_until("Papers that go out on 16 June"));
    auto own = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    ASSERT_TRUE(own);
    EXPECT_EQ(own->coming, "nothing-said");
    EXPECT_TRUE(own->substitutes);
    EXPECT_EQ(own->substitutes_clause, "3.10");
    EXPECT_TRUE(own->items_open);
    EXPECT_EQ(base::text(own->items_latest.value()), "2008-06-17");
    EXPECT_EQ(own->seat.actor, "seat:kp/21");
    played.more("2008-06-18T09:00  seat:kp/21  record-apologies  meeting=kp/m1 seats=21\n");
    own = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    EXPECT_EQ(own->coming, "apologies");
    EXPECT_FALSE(own->items_open);
    EXPECT_TRUE(has(own->items_words, "waits for the Chair"));
    played.more(
        "2008-06-19T09:00  seat:kp/21  register-person  person=p-new name=\"Somebody New\"\n"
        "2008-06-19T09:01  seat:kp/21  nominate-substitute  meeting=kp/m1 seat=21 "
        "person=p-new\n");
    own = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    EXPECT_EQ(own->coming, "substitute");
    EXPECT_EQ(own->coming_words, "You have sent your apologies. Somebody New is your substitute.");
    EXPECT_EQ(own->substitute_words, "");
    played.more("2008-06-19T10:00  person:p-new  record-apologies  meeting=kp/m1 seats=21\n");
    own = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    EXPECT_TRUE(has(own->substitute_words, "cannot come"));
    played.more("2008-06-19T11:00  seat:kp/21  accept-invitation  meeting=kp/m1\n");
    own = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    EXPECT_EQ(own->coming, "coming");
    EXPECT_EQ(own->coming_words, "You have said that you will come.");
    EXPECT_TRUE(own->can_answer);
    EXPECT_FALSE(own_meeting(played.reader(ViewerKind::public_), "kp/m1"));
}

/// What an item shows of the register, in the order of the agenda.
std::vector<std::string> reasons(const OwnMeeting& meeting, std::int64_t item) {
    std::vector<std::string> out;
    for (const auto& each : meeting.items) {
        for (const auto& match : each.matches) {
            if (each.number == item) {
                out.push_back(match.why);
            }
        }
    }
    return out;
}

TEST(OwnDesk, PointsOutItemsThatMayTouchTheRegister) {
    Played played(main_job_until("## The agenda"));
    played.more(
        "2008-06-04T09:00  servicing  notify-item  meeting=kp/m1 item=1 title=\"Ferries in the "
        "evening\"\n"
        "2008-06-04T09:01  servicing  notify-item  meeting=kp/m1 item=2 title=\"Two bridges\" "
        "affects=partner-14\n"
        "2008-06-04T09:02  servicing  notify-item  meeting=kp/m1 item=3 title=\"A paper\" "
        "matter=approve-vision\n"
        "2008-06-04T09:03  servicing  notify-item  meeting=kp/m1 item=4 title=\"The annual report "
        "of the council\"\n"
        "2008-06-04T09:10  seat:kp/9  register-interest  interest=i1 body=kp seat=9 "
        "kind=financial nature=\"Owns a ferry\"\n"
        "2008-06-04T09:11  seat:kp/9  register-interest  interest=i2 body=kp seat=9 "
        "kind=professional nature=\"Advises it\" organisation=partner-14\n"
        "2008-06-04T09:12  seat:kp/9  register-interest  interest=i3 body=kp seat=9 kind=other "
        "nature=\"Wrote the Vision\"\n"
        "2008-06-04T09:13  seat:kp/9  register-interest  interest=i4 body=kp seat=9 kind=other "
        "nature=\"Member of a council with an annual report\"\n"
        "2008-06-04T09:14  servicing  notify-item  meeting=kp/m1 item=5 title=\"Working together "
        "across Kent\"\n"
        "2008-06-04T09:15  seat:kp/9  register-interest  interest=i5 body=kp seat=9 "
        "kind=professional nature=\"Working for a charity in Kent\"\n");
    auto own = own_meeting(played.reader(ViewerKind::member, {"kp/9"}), "kp/m1");
    ASSERT_TRUE(own);
    ASSERT_EQ(reasons(*own, 1).size(), 1U);
    EXPECT_TRUE(has(reasons(*own, 1)[0], "ferry")) << reasons(*own, 1)[0];
    EXPECT_EQ(reasons(*own, 2), std::vector<std::string>{"The item concerns Partner 14."});
    ASSERT_EQ(reasons(*own, 3).size(), 1U);
    EXPECT_TRUE(has(reasons(*own, 3)[0], "vision")) << reasons(*own, 3)[0];
    EXPECT_TRUE(reasons(*own, 4).empty()) << "words that every agenda has match nothing";
    EXPECT_TRUE(reasons(*own, 5).empty()) << "nor does the name of the partnership itself";
    const auto other = own_meeting(played.reader(ViewerKind::member, {"kp/10"}), "kp/m1");
    EXPECT_TRUE(reasons(*other, 1).empty()) << "another's register";
    played.more("2008-06-05T09:00  seat:kp/9  withdraw-interest  interest=i1\n");
    own = own_meeting(played.reader(ViewerKind::member, {"kp/9"}), "kp/m1");
    EXPECT_TRUE(reasons(*own, 1).empty()) << "taken out";
}

TEST(OwnDesk, AMeetingCalledOffIsKeptForTheCalendar) {
    Played played(main_job_until("## The agenda"));
    const auto member = [&] { return played.reader(ViewerKind::member, {"kp/9"}); };
    EXPECT_EQ(member_desk(member()).meetings.size(), 1U);
    EXPECT_TRUE(meetings_called_off(member()).empty());
    played.more("2008-06-20T09:00  servicing  cancel-meeting  meeting=kp/m1 reason=\"Snow\"\n");
    EXPECT_TRUE(member_desk(member()).meetings.empty());
    ASSERT_EQ(meetings_called_off(member()).size(), 1U);
    EXPECT_EQ(meetings_called_off(member())[0].line.status, "cancelled");
    EXPECT_TRUE(meetings_called_off(played.reader(ViewerKind::member, {"psb/10"})).empty());
    played.more("2008-07-02T09:00  servicing  register-person  person=p name=\"A\"\n");
    EXPECT_TRUE(meetings_called_off(member()).empty()) << "its day has passed";
}

TEST(OwnDesk, ASuccessorDoesNotReadWhatTheLastHolderEntered) {
    Played played(main_job_until("## The agenda"));
    played.more("2008-06-04T09:00  servicing  notify-item  meeting=kp/m1 item=1 title=\"Ferries\"\n"
                "2008-06-04T09:10  seat:kp/9  register-interest  interest=i1 body=kp seat=9 "
                "kind=financial nature=\"Owns a ferry\" sensitive=yes\n"
                "2008-06-04T09:11  seat:kp/9  declare-interest  meeting=kp/m1 item=1 seat=9 "
                "kind=financial subject=self nature=\"Owns a ferry\" sensitive=yes\n");
    const auto member = [&] { return played.reader(ViewerKind::member, {"kp/9"}); };
    EXPECT_EQ(member_desk(member()).interests.size(), 1U);
    EXPECT_EQ(member_desk(member()).declarations.size(), 1U);
    EXPECT_EQ(reasons(*own_meeting(member(), "kp/m1"), 1).size(), 1U);
    played.more("2008-06-05T09:00  organisation:partner-9  register-person  person=new "
                "name=\"The new holder\"\n"
                "2008-06-05T09:01  organisation:partner-9  appoint  body=kp seat=9 person=new\n");
    EXPECT_TRUE(member_desk(member()).interests.empty());
    EXPECT_TRUE(member_desk(member()).declarations.empty());
    EXPECT_TRUE(reasons(*own_meeting(member(), "kp/m1"), 1).empty());
}

TEST(OwnDesk, ASubstituteAnswersForThemselves) {
    Played played(main_job_until("## The day"));
    Viewer viewer;
    viewer.kind = ViewerKind::member;
    viewer.seats.push_back({ActorKind::person, "substitute-21"});
    const auto substitute = [&] { return Reader::open(played.partnership(), viewer).value(); };
    auto desk = member_desk(substitute());
    ASSERT_EQ(desk.seats.size(), 1U);
    EXPECT_TRUE(desk.seats[0].stands_in);
    ASSERT_EQ(desk.meetings.size(), 1U);
    EXPECT_EQ(desk.meetings[0].coming, "nothing-said");
    EXPECT_TRUE(has(desk.meetings[0].coming_words, "You are the substitute for"));
    EXPECT_FALSE(desk.meetings[0].substitutes) << "nobody stands in for a substitute";
    played.more("2008-06-28T09:00  person:substitute-21  accept-invitation  meeting=kp/m1\n");
    EXPECT_EQ(member_desk(substitute()).meetings.at(0).coming, "coming");
    const auto member = own_meeting(played.reader(ViewerKind::member, {"kp/21"}), "kp/m1");
    EXPECT_EQ(member->coming, "substitute");
    EXPECT_TRUE(has(member->substitute_words, "will come"));
    played.more("2008-06-28T10:00  seat:kp/21  withdraw-substitute  meeting=kp/m1 seat=21\n");
    desk = member_desk(substitute());
    EXPECT_TRUE(desk.seats.empty());
    EXPECT_TRUE(desk.meetings.empty());
}

TEST(OwnDesk, SaysWhenASeatEnded) {
    Played played(main_job_until("## The agenda"));
    played.more("2008-06-05T09:00  servicing  vacate  body=kp seat=12\n");
    const auto desk = member_desk(played.reader(ViewerKind::member, {"kp/12"}));
    ASSERT_EQ(desk.ended.size(), 1U);
    EXPECT_EQ(desk.ended[0].seat.number, 12);
    EXPECT_EQ(base::text(desk.ended[0].until), "2008-06-05");
    EXPECT_TRUE(desk.meetings.empty()) << "nothing waits for a seat nobody holds";
    EXPECT_TRUE(member_desk(played.reader(ViewerKind::member, {"kp/13"})).ended.empty());
}

TEST(OwnDesk, TellsWhatOthersDidSinceTheLastTime) {
    Played played(main_job_until("## The agenda"));
    const auto member = [&] { return played.reader(ViewerKind::member, {"kp/9"}); };
    const auto position = member().size();
    EXPECT_EQ(since_words(member(), position), "");
    played.more("2008-06-05T09:00  servicing  notify-item  meeting=kp/m1 item=1 title=\"One\"\n"
                "2008-06-05T09:01  servicing  notify-item  meeting=kp/m1 item=2 title=\"Two\"\n"
                "2008-06-05T09:02  seat:kp/9  notify-item  meeting=kp/m1 item=3 title=\"Mine\"\n"
                "2008-06-05T09:03  servicing  postpone-meeting  meeting=kp/m1 "
                "to=2008-07-02T10:00\n"
                "2008-06-05T09:04  servicing  assign-action  action=kp/a1 body=kp seat=9 "
                "what=\"Write\"\n"
                "2008-06-05T09:05  servicing  assign-action  action=kp/a2 body=kp seat=10 "
                "what=\"Write\"\n");
    EXPECT_EQ(since_words(member(), position),
              "a meeting was moved, two items were put on agendas and an action was given to you");
    EXPECT_EQ(since_words(played.reader(ViewerKind::member, {"psb/1"}), position), "");
}

TEST(OwnDesk, SaysThatTwoOfTheirOwnMeetingsMayOverlap) {
    Played played(main_job_until("## The agenda"));
    const auto member = [&] {
        return played.reader(ViewerKind::member, {"kp/7", "psb/1", "psb/9"});
    };
    played.more("2008-06-05T09:00  servicing  convene-meeting  meeting=psb/m1 "
                "at=2008-07-01T11:59\n"
                "2008-06-05T09:01  servicing  convene-meeting  meeting=psb/m2 "
                "at=2008-07-01T12:00\n");
    const auto at = [&](const char* meeting) {
        return overlaps_of(member(), own_meeting(member(), meeting).value());
    };
    ASSERT_EQ(at("kp/m1").size(), 1U) << "two hours apart is no overlap";
    EXPECT_EQ(at("kp/m1")[0].line.id, "psb/m1");
    EXPECT_FALSE(at("kp/m1")[0].both);
    played.more("2008-06-05T10:00  seat:kp/7  accept-invitation  meeting=kp/m1\n"
                "2008-06-05T10:01  seat:psb/1  accept-invitation  meeting=psb/m1\n");
    ASSERT_EQ(at("psb/m1").size(), 2U);
    EXPECT_TRUE(at("psb/m1")[0].both);
    played.more("2008-06-05T11:00  seat:kp/7  record-apologies  meeting=kp/m1 seats=7\n");
    EXPECT_TRUE(at("kp/m1").empty()) << "they do not go to it";
    ASSERT_EQ(at("psb/m1").size(), 1U);
    EXPECT_EQ(at("psb/m1")[0].line.id, "psb/m2");
    const auto nine = played.reader(ViewerKind::member, {"kp/9"});
    EXPECT_TRUE(overlaps_of(nine, own_meeting(nine, "kp/m1").value()).empty());
}

TEST(OwnDesk, SaysWhenAMeetingThatWasBrokenOffGoesOn) {
    Played played(main_job_until("## Item 4"));
    played.more("2008-07-01T10:29  presiding  adjourn-meeting  meeting=kp/m1 "
                "until=2008-07-08T14:00 evidence=room\n");
    const auto reader = played.reader(ViewerKind::member, {"kp/9"});
    const auto own = own_meeting(reader, "kp/m1");
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->broken_off);
    ASSERT_TRUE(own->goes_on);
    EXPECT_EQ(base::text(own->goes_on->local.date), "2008-07-08");
    EXPECT_TRUE(own->can_answer);
}

TEST(OwnDesk, KeepsWhatWasReportedOnAnActionForItsOwner) {
    Played played(main_job_until("## The agenda"));
    played.more("2008-06-05T09:00  servicing  assign-action  action=kp/a1 body=kp seat=9 "
                "what=\"Write\"\n"
                "2008-06-06T09:00  seat:kp/9  report-on-action  action=kp/a1 status=progressing "
                "words=\"Half of it.\"\n"
                "2008-06-07T09:00  seat:kp/9  report-on-action  action=kp/a1 status=done\n");
    const auto reports = action_reports(played.reader(ViewerKind::member, {"kp/9"}), "kp/a1");
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(capitalised(reports[0].status), "Done");
    EXPECT_EQ(reports[1].words, "Half of it.");
    EXPECT_TRUE(action_reports(played.reader(ViewerKind::member, {"kp/10"}), "kp/a1").empty());
    EXPECT_TRUE(action_reports(played.reader(ViewerKind::public_), "kp/a1").empty());
}

TEST(OwnDesk, SaysWhatBecameOfAnItemThatIsNotTaken) {
    Played played(main_job_until("Seat 21 cannot come"));
    const auto state = [&](const char* seat) {
        return member_desk(played.reader(ViewerKind::member, {seat})).requests.at(0);
    };
    played.more("2008-06-28T09:00  servicing  withdraw-item  meeting=kp/m1 item=4\n");
    EXPECT_EQ(state("kp/9").state, "off");
    EXPECT_EQ(state("kp/9").words, "It was withdrawn.");
    played.more("2008-06-29T09:00  servicing  cancel-meeting  meeting=kp/m1 reason=\"Snow\"\n");
    EXPECT_TRUE(has(state("kp/20").words, "called off")) << state("kp/20").words;
}

TEST(OwnDesk, NamesAMemberInTheRecordByTheSeatTheyHeldThen) {
    Played played(main_job_until("## The agenda"));
    const auto position = played.officer().size();
    played.more("2008-06-05T09:00  person:holder-kp-9  record-apologies  meeting=kp/m1 seats=9\n"
                "2008-06-05T09:01  organisation:partner-9  register-person  person=new "
                "name=\"The new holder\"\n"
                "2008-06-05T09:02  organisation:partner-9  appoint  body=kp seat=9 person=new\n");
    EXPECT_EQ(played.reader(ViewerKind::public_).entry(position)->line.made_by,
              "a member (Holder of seat 9, Partner 9)");
}

constexpr const char* late_item =
    "2008-06-18T09:00  seat:kp/20  notify-item  meeting=kp/m1 item=6 title=\"Flood\" -> "
    "needs_discretion\n";

TEST(ChairDesk, IsTheChairsAndTheVicesOnlyWhenTheChairIsVacant) {
    Played played(main_job_until("A member's item on the day after"));
    played.more(late_item);
    const auto chair = chair_desk(played.reader(ViewerKind::chair, {"kp/7"}));
    ASSERT_EQ(chair.matters.size(), 1U);
    const auto& matter = chair.matters[0];
    EXPECT_EQ(matter.title, "A late item: Flood");
    EXPECT_EQ(matter.clause, "3.16");
    EXPECT_EQ(matter.actor, "seat:kp/7");
    ASSERT_EQ(matter.answers.size(), 2U);
    EXPECT_EQ(matter.answers[0].ruling.verdict, "permitted");
    EXPECT_TRUE(matter.answers[0].asks_reason);
    EXPECT_TRUE(has(matter.asked_by, "Partner 20"));
    EXPECT_TRUE(chair_desk(played.reader(ViewerKind::chair, {"kp/8"})).matters.empty());
    EXPECT_TRUE(chair_desk(played.reader(ViewerKind::member, {"kp/20"})).matters.empty());
    EXPECT_FALSE(discretion(played.reader(ViewerKind::member, {"kp/9"}), matter.key));
    const auto recorded = discretion(played.officer(), matter.key);
    ASSERT_TRUE(recorded);
    EXPECT_EQ(recorded->actor, "chair");
    played.more("2008-06-18T10:00  servicing  vacate  body=kp seat=7\n");
    const auto vice = chair_desk(played.reader(ViewerKind::chair, {"kp/8"}));
    EXPECT_TRUE(vice.matters.empty()) << "the terms would refuse each answer";
    ASSERT_EQ(vice.later.size(), 1U);
    EXPECT_EQ(vice.later[0].as, "Vice Chair");
    EXPECT_TRUE(vice.later[0].answers.empty());
    EXPECT_TRUE(has(vice.later[0].not_yet, "The office of Chair is vacant"));
    played.more("2008-07-01T09:50  servicing  record-arrival  meeting=kp/m1 seats=8-30\n"
                "2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1\n"
                "2008-07-01T10:01  vice-chair  preside  meeting=kp/m1 seat=8 evidence=room\n");
    EXPECT_EQ(chair_desk(played.reader(ViewerKind::chair, {"kp/8"})).matters.size(), 1U)
        << "whoever presides has the discretion";
}

TEST(ChairDesk, AnsweredMattersAndWhatWasRecordedForTheChair) {
    Played played(main_job_until("A member's item on the day after"));
    played.more(late_item);
    const auto before = chair_desk(played.reader(ViewerKind::chair, {"kp/7"})).matters.size();
    played.more("2008-06-18T11:00  chair  allow-late-item  meeting=kp/m1 item=6 reason=\"It came "
                "late\" recorded_by=servicing evidence=telephone\n");
    EXPECT_EQ(before, 1U);
    EXPECT_TRUE(chair_desk(played.reader(ViewerKind::chair, {"kp/7"})).matters.empty());
    const auto desk = member_desk(played.reader(ViewerKind::chair, {"kp/7"}));
    ASSERT_EQ(desk.recorded.size(), 1U);
    EXPECT_EQ(desk.recorded[0].evidence, "By telephone");
    EXPECT_EQ(desk.recorded[0].actor, "seat:kp/7");
    EXPECT_TRUE(member_desk(played.reader(ViewerKind::chair, {"kp/8"})).recorded.empty());
}

const EffectLine* line(const MembershipEffect& effect, std::string_view what) {
    const auto found = std::find_if(effect.lines.begin(), effect.lines.end(),
                                    [&](const EffectLine& each) { return each.what == what; });
    return found == effect.lines.end() ? nullptr : &*found;
}

TEST(Membership, ShowsTheEffectOfAChangeBeforeItIsMade) {
    const Played played(main_job_until("## The agenda"));
    const auto page = membership_page(played.officer(), "kp");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->held.size(), 40U);
    EXPECT_TRUE(page->vacant.empty());
    EXPECT_EQ(page->next_number, 41);
    EXPECT_FALSE(page->admission) << "the partnership's own terms ask nothing of a newcomer";
    const auto board = membership_page(played.officer(), "psb");
    ASSERT_TRUE(board && board->admission);
    EXPECT_EQ(board->admission->clause, "4.6");
    EXPECT_TRUE(board->admission->contribution);
    EXPECT_FALSE(membership_page(played.reader(ViewerKind::member, {"kp/9"}), "kp"));
    const auto vacate = played.act("vacate", R"({"body": "kp", "seat": "12"})");
    const auto foreseen = partnership::foresee(played.partnership(), std::vector{vacate});
    ASSERT_EQ(foreseen.rulings.size(), 1U);
    EXPECT_EQ(foreseen.rulings[0].verdict, governance::Verdict::permitted);
    const auto after = Reader::open_on(played.partnership(), Viewer{ViewerKind::secretariat, {}},
                                       foreseen.snapshot);
    const auto effect = membership_effect(played.officer(), after, "kp", vacate.effective);
    ASSERT_TRUE(effect);
    ASSERT_NE(line(*effect, "Seats filled"), nullptr);
    EXPECT_EQ(line(*effect, "Seats filled")->before, "40 of 40");
    EXPECT_EQ(line(*effect, "Seats filled")->after, "39 of 40");
    EXPECT_TRUE(line(*effect, "Quorum")->changed);
    EXPECT_EQ(line(*effect, "Quorum")->after, "20 of 39 members in office.");
    EXPECT_EQ(membership_page(played.officer(), "kp")->held.size(), 40U) << "nothing was recorded";
}

TEST(Audit, ListsDiscretionWhatWasRecordedAsMadeAndCorrections) {
    const Played played(file("scenarios/main-job.md"));
    const auto desk = audit_desk(played.reader(ViewerKind::auditor));
    ASSERT_TRUE(desk);
    ASSERT_EQ(desk->discretion.size(), 2U);
    EXPECT_EQ(desk->discretion[0].what, "Determined an interest: speak");
    EXPECT_EQ(desk->discretion[0].clause, "3.20");
    EXPECT_EQ(desk->discretion[1].reason, "The flood came after the last day for items");
    EXPECT_EQ(desk->discretion[1].clause, "3.16");
    EXPECT_EQ(desk->as_made.size(), 1U);
    ASSERT_EQ(desk->corrections.size(), 2U);
    EXPECT_EQ(desk->corrections[0].what, "Count of votes on item 4");
    EXPECT_EQ(desk->corrections[0].changes.size(), 1U);
    EXPECT_EQ(desk->corrections[1].what, "Presence of seat 23");
    EXPECT_FALSE(audit_desk(played.reader(ViewerKind::member, {"kp/9"})));
    EXPECT_FALSE(audit_desk(played.reader(ViewerKind::public_)));
    AuditPeriod july;
    july.to = base::parse_date("2008-07-31").value();
    EXPECT_TRUE(audit_desk(played.reader(ViewerKind::auditor), july)->corrections.empty());
}

} // namespace
} // namespace quorate::views
