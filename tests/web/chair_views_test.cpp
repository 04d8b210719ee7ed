// The views of the Chair's desk, of urgent decisions, of what was recorded for somebody, and of
// minutes as a document, made from scenarios played in memory.

#include "base/text.hpp"
#include "partnership/scenario/stage.hpp"
#include "views/desk/chair.hpp"
#include "views/desk/member.hpp"
#include "views/desk/own_corrections.hpp"
#include "views/desk/recorded.hpp"
#include "views/desk/urgent.hpp"
#include "views/minutes/document.hpp"
#include "views/minutes/minutes.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace quorate::views {
namespace {

namespace scenario = partnership::scenario;
using governance::ActorKind;

/// The Kent rehearsal, with lines played on it.
class Played {
public:
    explicit Played(const std::string& lines) {
        const auto start = base::read_file(std::string(QUORATE_SOURCE_DIR) +
                                           "/examples/kent-rehearsal/rehearsal.md")
                               .value();
        const auto first = scenario::parse(start, "rehearsal.md");
        auto made = partnership::Partnership::create_in_memory(
            scenario::new_partnership(*first, scenario::first_instant(first.value()).value()));
        scene_.emplace(scenario::Scene{std::move(made.value()), files_, {}, {}});
        play(first);
        more(lines);
    }

    void more(const std::string& lines) {
        play(scenario::parse("+++\ntitle = \"Lines\"\nlate_reason = \"A test\"\n+++\n```acts\n" +
                                 lines + "```\n",
                             "lines.md"));
    }
    [[nodiscard]] Reader reader(ViewerKind kind, const std::vector<std::string>& seats = {}) const {
        Viewer viewer{kind, {}};
        for (const auto& seat : seats) {
            viewer.seats.push_back({ActorKind::seat, seat});
        }
        return Reader::open(*scene_->partnership, viewer).value();
    }
    [[nodiscard]] Reader as(const Viewer& viewer) const {
        return Reader::open(*scene_->partnership, viewer).value();
    }
    [[nodiscard]] Reader seat(const std::string& id) const {
        return reader(ViewerKind::member, {id});
    }
    [[nodiscard]] Reader officer() const { return reader(ViewerKind::secretariat); }

private:
    void play(const base::Result<scenario::Document>& document) {
        ASSERT_TRUE(document) << document.error().text();
        const auto played = scenario::play_whole(*scene_, *document);
        ASSERT_TRUE(played) << played.error().text();
    }

    partnership::CharterFiles files_{QUORATE_SOURCE_DIR};
    std::optional<scenario::Scene> scene_;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string meeting_with_an_interest =
    "2008-06-02T09:00  servicing  convene-meeting  meeting=psb/m1 at=2008-07-01T10:00\n"
    "2008-06-02T09:01  servicing  rotate-office  body=psb office=vice-chair seat=15\n"
    "2008-06-03T09:00  servicing  notify-item  meeting=psb/m1 item=1 title=\"Pumps\"\n"
    "2008-06-04T09:00  seat:psb/9  declare-interest  meeting=psb/m1 item=1 seat=9 "
    "kind=financial subject=self nature=\"Owns a pump\"\n";
const std::string it_opens =
    "2008-07-01T09:50  servicing  record-arrival  meeting=psb/m1 seats=5-15\n"
    "2008-07-01T10:00  servicing  open-meeting  meeting=psb/m1\n"
    "2008-07-01T10:01  chair  preside  meeting=psb/m1 seat=7 evidence=room\n"
    "2008-07-01T10:05  servicing  take-item  meeting=psb/m1 item=1\n";

TEST(ChairDesk, AnInterestIsForWhoeverPresidesAndWaitsForTheMeeting) {
    Played played(meeting_with_an_interest);
    auto desk = chair_desk(played.seat("psb/7"));
    EXPECT_TRUE(desk.matters.empty());
    ASSERT_EQ(desk.later.size(), 1U);
    EXPECT_TRUE(has(desk.later[0].not_yet, "at the meeting"));
    played.more(it_opens);
    desk = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(desk.matters.size(), 1U);
    const auto& matter = desk.matters[0];
    EXPECT_EQ(matter.key, "psb/m1/1/9");
    EXPECT_EQ(matter.kind, "interest");
    EXPECT_FALSE(matter.quote.empty());
    EXPECT_FALSE(matter.clause.empty());
    ASSERT_GE(matter.answers.size(), 3U);
    EXPECT_EQ(matter.answers.front().id, "below-test");
    EXPECT_EQ(matter.answers.back().id, "leave");
    ASSERT_FALSE(matter.answers.back().follows.empty());
    EXPECT_EQ(matter.answers.back().ruling.verdict, "permitted");
    EXPECT_TRUE(chair_desk(played.seat("psb/10")).matters.empty());
    EXPECT_TRUE(chair_desk(played.seat("psb/15")).matters.empty());
    EXPECT_TRUE(discretion(played.officer(), matter.key));
    EXPECT_FALSE(discretion(played.seat("psb/10"), matter.key));
    played.more("2008-07-01T10:10  presiding  determine-interest  meeting=psb/m1 item=1 seat=9 "
                "determination=speak evidence=room\n");
    EXPECT_TRUE(chair_desk(played.seat("psb/7")).matters.empty());
}

TEST(ChairDesk, RulingsSpeakOfSeatsByTheirNumbersAndKeepTheIdInTheFacts) {
    Played played(meeting_with_an_interest + it_opens);
    const auto desk = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(desk.matters.size(), 1U);
    const auto& ruling = desk.matters[0].answers.back().ruling;
    const auto leaves = std::find_if(ruling.reasons.begin(), ruling.reasons.end(),
                                     [](const auto& each) { return each.code == "must_leave"; });
    ASSERT_NE(leaves, ruling.reasons.end());
    EXPECT_EQ(leaves->words, "Seat 9 takes no part in the item and leaves the room.");
    const auto seat = std::find_if(leaves->facts.begin(), leaves->facts.end(),
                                   [](const auto& each) { return each.name == "seat"; });
    ASSERT_NE(seat, leaves->facts.end());
    EXPECT_EQ(seat->value, "psb/9");
    EXPECT_EQ(seat->words, "9");
}

TEST(ChairDesk, TheChairsOwnInterestGoesToTheViceChair) {
    Played played(meeting_with_an_interest + it_opens +
                  "2008-07-01T10:06  seat:psb/7  declare-interest  meeting=psb/m1 item=1 seat=7 "
                  "kind=professional subject=self\n");
    const auto chair = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(chair.matters.size(), 1U);
    ASSERT_EQ(chair.others.size(), 1U);
    EXPECT_TRUE(has(chair.others[0].whose, "Vice Chair"));
    EXPECT_TRUE(chair.others[0].answers.empty());
    const auto vice = chair_desk(played.seat("psb/15"));
    ASSERT_EQ(vice.matters.size(), 1U);
    EXPECT_EQ(vice.matters[0].key, "psb/m1/1/7");
    EXPECT_EQ(vice.matters[0].as, "Vice Chair");
    EXPECT_EQ(vice.matters[0].answers.front().ruling.verdict, "permitted");
    played.more("2008-07-01T10:07  seat:psb/15  declare-interest  meeting=psb/m1 item=1 seat=15 "
                "kind=financial subject=self\n");
    EXPECT_TRUE(chair_desk(played.seat("psb/15")).matters.empty());
    const auto both = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(both.others.size(), 1U);
    EXPECT_TRUE(has(both.others[0].whose, "Once somebody else presides for item 1, they decide."));
    ASSERT_EQ(both.matters.size(), 2U);
    EXPECT_EQ(both.matters[1].facts.back(), "You have declared an interest at this item too.");
    played.more("2008-07-01T10:08  seat:psb/10  preside  meeting=psb/m1 seat=10 elected=yes item=1 "
                "evidence=room\n");
    const auto elected = chair_desk(played.seat("psb/10")).matters;
    ASSERT_EQ(elected.size(), 3U);
    EXPECT_EQ(elected[1].key, "psb/m1/1/7");
    EXPECT_EQ(elected[1].as, "Presiding");
    EXPECT_EQ(elected[1].answers.front().ruling.verdict, "permitted");
}

TEST(ChairDesk, AnAnswerTheChairDisputesWaitsForTheChairAgain) {
    Played played(
        "2008-06-02T09:00  servicing  convene-meeting  meeting=psb/m1 at=2008-07-01T10:00\n"
        "2008-06-18T09:00  seat:psb/9  notify-item  meeting=psb/m1 item=1 title=\"Pumps\" "
        "-> needs_discretion\n"
        "2008-06-18T10:00  chair  allow-late-item  meeting=psb/m1 item=1 reason=\"Flood\" "
        "evidence=telephone id=01900000-0000-7000-8000-000000000701\n");
    EXPECT_TRUE(chair_desk(played.seat("psb/7")).matters.empty());
    played.more("2008-06-18T11:00  chair  dispute-act  "
                "entry=01900000-0000-7000-8000-000000000701 reason=\"I said no\"\n");
    const auto desk = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(desk.matters.size(), 1U);
    EXPECT_EQ(desk.matters[0].facts.back(),
              "The Chair disputes the answer recorded on 18 June 2008, so it waits again. What was "
              "done since stays on record.");
    ASSERT_EQ(desk.matters[0].answers.size(), 2U);
    EXPECT_TRUE(has(desk.matters[0].answers[0].does, "It stays on the agenda as item 1"));
    EXPECT_TRUE(has(desk.matters[0].answers[1].does, "It comes off the agenda"));
    const auto line = played.officer().meeting("psb/m1")->items.front();
    EXPECT_EQ(line.remarks.front(), "Came after items had closed. Whether it was allowed is "
                                    "disputed, and waits for the Chair.");
    played.more("2008-06-18T12:00  chair  allow-late-item  meeting=psb/m1 item=1 allowed=no\n");
    EXPECT_TRUE(chair_desk(played.seat("psb/7")).matters.empty());
    EXPECT_EQ(played.officer().meeting("psb/m1")->items.front().status, "not-allowed");
}

TEST(ChairDesk, ActsOfAnyKindThatWaitCanBeAgreedToOrDeclined) {
    Played played(
        meeting_with_an_interest + it_opens +
        "2008-07-01T10:10  servicing  note-item  meeting=psb/m1 item=1\n"
        "2008-07-01T11:00  servicing  close-meeting  meeting=psb/m1\n"
        "2008-07-03T09:00  servicing  draft-minutes  meeting=psb/m1\n"
        "2008-07-04T09:00  servicing  set-programme  body=psb year=2008 "
        "meetings=2008-09-02T10:00,2008-10-07T10:00,2008-12-02T10:00\n"
        "2008-07-04T09:01  servicing  adopt-interpretation  body=psb interpretation=J42 "
        "reading=with_agreement\n"
        "2008-07-04T09:02  servicing  adopt-interpretation  body=psb interpretation=J43 "
        "reading=chair_only\n"
        "2008-07-04T10:00  servicing  convene-meeting  meeting=psb/extra at=2018-09-16T14:00 -> "
        "needs_discretion\n"
        "2008-07-04T10:01  servicing  publish-minutes  meeting=psb/m1 draft=yes -> "
        "needs_discretion\n");
    const auto desk = chair_desk(played.seat("psb/7"));
    ASSERT_EQ(desk.matters.size(), 2U);
    for (const auto& matter : desk.matters) {
        EXPECT_FALSE(matter.clause.empty()) << matter.title;
        EXPECT_FALSE(matter.quote.empty()) << matter.title;
        ASSERT_EQ(matter.answers.size(), 2U) << matter.title;
        EXPECT_EQ(matter.answers[0].ruling.verdict, "permitted") << matter.title;
        EXPECT_EQ(matter.answers[1].act, "decline-discretion");
        EXPECT_EQ(matter.answers[1].ruling.verdict, "permitted") << matter.title;
        EXPECT_FALSE(matter.answers[1].asks_reason);
    }
    EXPECT_EQ(desk.matters[0].answers[0].act, "convene-meeting");
    EXPECT_EQ(desk.matters[1].answers[0].act, "publish-minutes");
}

TEST(ChairDesk, PowersComeFromTheTermsOfTheBody) {
    const Played played(meeting_with_an_interest);
    const auto powers = chair_powers(played.seat("psb/7"));
    const auto gives = [&](std::string_view act) {
        return std::any_of(powers.begin(), powers.end(), [&](const ChairPower& each) {
            return std::find(each.acts.begin(), each.acts.end(), act) != each.acts.end();
        });
    };
    EXPECT_TRUE(gives("allow-late-item"));
    EXPECT_TRUE(gives("determine-interest"));
    EXPECT_TRUE(gives("take-urgent-decision"));
    EXPECT_TRUE(gives("exclude-member"));
    EXPECT_TRUE(gives("adjourn-meeting"));
    EXPECT_TRUE(std::any_of(powers.begin(), powers.end(), [](const ChairPower& each) {
        return each.clause == "4.13" && each.acts.empty();
    })) << "agreeing to visitors is a right, not an act";
    EXPECT_TRUE(chair_powers(played.seat("psb/9")).empty());
}

TEST(ChairDesk, TheViceChairIsNotToldOfPowersThatAreTheChairs) {
    const Played played(meeting_with_an_interest);
    const auto vice = chair_powers(played.seat("psb/15"));
    EXPECT_FALSE(vice.empty());
    const auto chair = chair_powers(played.seat("psb/7"));
    EXPECT_LT(vice.size(), chair.size());
    EXPECT_TRUE(std::none_of(vice.begin(), vice.end(), [](const ChairPower& each) {
        return each.clause == "4.13" || each.waiting > 0;
    })) << "who attends is for the Chair to agree";
}

TEST(Urgent, EachIsAskedAndAnswersFromTheirOwnDesk) {
    Played played("2008-08-04T08:00  chair  consult-on-urgent-decision  body=psb seats=9,10 "
                  "how=telephone words=\"Hire pumps\" urgency=\"Flood\" "
                  "answer_by=2008-08-04T12:00 evidence=telephone\n");
    const auto page = urgent_page(played.seat("psb/7"), "psb");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->clause, "4.17");
    EXPECT_EQ(page->as, "The Chair");
    ASSERT_EQ(page->considers.size(), 3U);
    EXPECT_EQ(page->considers[0].name, "Direction of the Kent Partnership");
    EXPECT_EQ(page->considers[2].name, "Business case");
    ASSERT_EQ(page->consultations.size(), 1U);
    EXPECT_EQ(page->consultations[0].answered, 0);
    EXPECT_FALSE(urgent_page(played.seat("psb/9"), "psb"));
    EXPECT_FALSE(urgent_page(played.seat("kp/8"), "kp")) << "no urgent matters are handed on there";
    const auto asked = urgent_questions(played.seat("psb/9"));
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].words, "Hire pumps");
    EXPECT_EQ(asked[0].actor, "seat:psb/9");
    EXPECT_TRUE(urgent_questions(played.seat("psb/11")).empty());
    EXPECT_EQ(urgent_open(played.officer()).at(0).waiting, "Two of two have not answered");
    EXPECT_TRUE(urgent_open(played.seat("psb/7")).empty());
    played.more("2008-08-04T08:30  seat:psb/9  answer-urgent-consultation  body=psb consultation=1 "
                "seat=9 view=agrees words=\"At once\"\n"
                "2008-08-04T09:00  chair  take-urgent-decision  body=psb words=\"Hire pumps\" "
                "urgency=\"Flood\" consultation=1\n");
    const auto after = urgent_page(played.officer(), "psb");
    EXPECT_EQ(after->consultations[0].state, "decided");
    EXPECT_EQ(after->consultations[0].seats[0].words, "At once");
    ASSERT_EQ(after->taken.size(), 1U);
    EXPECT_FALSE(after->taken[0].reported);
    EXPECT_TRUE(urgent_questions(played.seat("psb/10")).empty());
    const auto lines = consulted_lines(played.reader(ViewerKind::public_), after->taken[0].id);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(has(lines[0], "; agrees."));
    EXPECT_FALSE(has(lines[0], "At once")) << "what a member said is not published";
    EXPECT_TRUE(has(lines[1], "had not answered"));
}

TEST(Recorded, WhatItWasIsShownAndADisputeWhereTheActIs) {
    Played played("2008-08-05T09:00  chair  take-urgent-decision  body=psb words=\"Hire pumps\" "
                  "urgency=\"Flood\" consulted=public evidence=telephone "
                  "id=01900000-0000-7000-8000-000000000417\n");
    const auto page = urgent_page(played.seat("psb/7"), "psb");
    ASSERT_TRUE(page);
    for (const auto& sector : page->sectors) {
        EXPECT_TRUE(std::none_of(sector.seats.begin(), sector.seats.end(),
                                 [](const SeatShown& seat) { return seat.id == "psb/7"; }))
            << "nobody consults themselves";
    }
    EXPECT_TRUE(urgent_conflict(played.seat("psb/7"), *page).vacant);
    const auto acts = recorded_acts(played.seat("psb/7"));
    ASSERT_EQ(acts.open.size(), 1U);
    EXPECT_EQ(acts.open[0].actor, "seat:psb/7");
    EXPECT_TRUE(std::any_of(acts.open[0].fields.begin(), acts.open[0].fields.end(),
                            [](const FieldShown& field) { return field.value == "Flood"; }));
    const auto position = acts.open[0].position;
    EXPECT_TRUE(answered_words(played.officer(), position).empty());
    EXPECT_FALSE(recorded_act(played.seat("psb/9"), position)) << "it was recorded for another";
    played.more("2008-08-06T09:00  chair  dispute-act  "
                "entry=01900000-0000-7000-8000-000000000417 reason=\"I said boats\"\n");
    EXPECT_TRUE(recorded_acts(played.seat("psb/7")).open.empty());
    ASSERT_EQ(recorded_acts(played.seat("psb/7")).answered.size(), 1U);
    const auto again = recorded_act(played.seat("psb/7"), position);
    ASSERT_TRUE(again) << "it can be answered otherwise";
    EXPECT_EQ(again->standing, "disputed");
    EXPECT_EQ(base::text(again->answered->local.date), "2008-08-06");
    EXPECT_EQ(answered_words(played.officer(), position),
              "Disputed on 6 August 2008 by the Chair, for whom it was recorded. I said boats.");
    EXPECT_EQ(answered_words(played.reader(ViewerKind::public_), position),
              "Disputed on 6 August 2008 by the Chair, for whom it was recorded.");
}

TEST(Recorded, IsSaidInWordsAndNotInIds) {
    const Played played(
        "2008-08-04T08:00  chair  consult-on-urgent-decision  body=psb seats=9,10 how=telephone "
        "words=\"Hire pumps\" urgency=\"Flood\" evidence=telephone\n"
        "2008-08-05T09:00  chair  take-urgent-decision  body=psb words=\"Hire pumps\" "
        "urgency=\"Flood\" consultation=1 considered=\"business-case: It pays\" "
        "evidence=telephone\n");
    std::map<std::string, std::string> said;
    for (const auto& act : recorded_acts(played.seat("psb/7")).open) {
        for (const auto& field : act.fields) {
            EXPECT_TRUE(
                said.emplace(field.label + std::to_string(act.position), field.value).second)
                << field.label << " twice";
            EXPECT_FALSE(has(field.value, "psb/")) << field.value;
        }
    }
    EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const auto& each) {
        return has(each.first, "Asked") && each.second == "Seats 9, 10";
    }));
    EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const auto& each) {
        return has(each.first, "Taken into account: Business case") && each.second == "It pays";
    }));
}

TEST(MinutesText, IsTakenApartByItsHeadingsAndPutTogetherAgain) {
    const std::string text = "# Minutes\n\nTuesday.\n\n## Present\n\n- Seat 1\n- Seat 2\n\n"
                             "## 2. Pumps\n\n### Notes\n\nWords.\n";
    const auto parts = split_minutes(text);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].heading, "");
    EXPECT_EQ(parts[1].heading, "Present");
    EXPECT_EQ(parts[2].item, 2);
    EXPECT_EQ(parts[2].text, "### Notes\n\nWords.");
    EXPECT_EQ(join_minutes(parts), text);
    EXPECT_EQ(split_minutes("").size(), 1U);
}

TEST(MinutesText, SaysWhereItContradictsTheRecord) {
    const std::string record = "## Present\n\n- Seat 1, Partner 1\n- Seat 2, Partner 2\n\n"
                               "## 1. Pumps\n\nThey spoke.\n\n**Decision d1:** Buy. Carried.\n";
    EXPECT_TRUE(minutes_remarks(record, record).empty());
    auto text = record;
    text.replace(text.find("They spoke."), 11, "They spoke at length, and well.");
    EXPECT_TRUE(minutes_remarks(record, text).empty()) << "what was said is the officer's to word";
    text.replace(text.find("Buy. Carried."), 13, "Buy two. Carried.");
    text.replace(text.find("- Seat 2, Partner 2"), 19, "- Seat 9, Partner 9");
    const auto remarks = minutes_remarks(record, text);
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].under, "Present");
    EXPECT_EQ(remarks[0].record, "Seat 2, Partner 2");
    EXPECT_EQ(remarks[0].text, "Seat 9, Partner 9");
    EXPECT_EQ(remarks[1].record, "Decision d1: Buy. Carried.");
    EXPECT_EQ(remarks[1].text, "Decision d1: Buy two. Carried.");
}

TEST(MinutesDocument, IsForMembersOnceSentAndForEveryoneOncePublished) {
    Played played(meeting_with_an_interest + it_opens +
                  "2008-07-01T10:10  servicing  note-item  meeting=psb/m1 item=1\n"
                  "2008-07-01T10:20  presiding  exclude-member  meeting=psb/m1 seat=12 "
                  "reason=\"Shouted\" evidence=room\n"
                  "2008-07-01T11:00  servicing  close-meeting  meeting=psb/m1\n"
                  "2008-07-03T09:00  servicing  draft-minutes  meeting=psb/m1\n");
    const auto open = played.reader(ViewerKind::public_);
    EXPECT_FALSE(minutes_document(open, "psb/m1"));
    EXPECT_FALSE(minutes_document(played.seat("psb/9"), "psb/m1"));
    const auto draft = minutes_document(played.officer(), "psb/m1");
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->state, "draft");
    EXPECT_TRUE(has(draft->text, "the Chair excluded a member under ")) << draft->text;
    EXPECT_FALSE(has(draft->text, "Shouted"));
    played.more("2008-07-04T09:00  servicing  circulate-minutes  meeting=psb/m1\n"
                "2008-07-05T09:00  seat:psb/9  propose-correction  meeting=psb/m1 seat=9 "
                "words=\"I left early\"\n");
    EXPECT_TRUE(minutes_document(played.seat("psb/9"), "psb/m1"));
    EXPECT_FALSE(minutes_document(played.reader(ViewerKind::public_), "psb/m1"));
    EXPECT_EQ(minutes_proposals(played.seat("psb/9"), "psb/m1").size(), 1U);
    EXPECT_TRUE(minutes_proposals(played.seat("psb/10"), "psb/m1").empty());
    EXPECT_EQ(minutes_proposals(played.officer(), "psb/m1").at(0).state, "waiting");
    played.more("2008-07-06T09:00  servicing  correct-minutes  meeting=psb/m1 proposals=1 "
                "words=\"Seat 9 left early.\"\n"
                "2008-07-07T09:00  servicing  publish-minutes  meeting=psb/m1 draft=yes\n");
    const auto published = minutes_document(played.reader(ViewerKind::public_), "psb/m1");
    ASSERT_TRUE(published);
    EXPECT_EQ(published->state_words, "Draft, not yet approved");
    ASSERT_EQ(published->before.size(), 1U);
    EXPECT_TRUE(published->after.empty());
}

TEST(MinutesDocument, WhatIsOfNoItemStandsUnderAHeadingOfItsOwn) {
    Played played(meeting_with_an_interest + it_opens +
                  "2008-07-01T10:10  servicing  note-item  meeting=psb/m1 item=1\n"
                  "2008-07-01T10:20  presiding  exclude-member  meeting=psb/m1 seat=12 "
                  "reason=\"Shouted\" evidence=room\n"
                  "2008-07-01T10:30  servicing  assign-action  action=psb/a1 body=psb "
                  "meeting=psb/m1 item=1 organisation=partner-9 what=\"Find a pump\"\n"
                  "2008-07-01T10:31  servicing  assign-action  action=psb/a2 body=psb "
                  "meeting=psb/m1 seat=9 what=\"Thank the hosts\"\n"
                  "2008-07-01T11:00  servicing  close-meeting  meeting=psb/m1\n");
    const auto text = minutes_page(played.officer(), "psb/m1")->from_record;
    const auto part = [&](const std::string& heading) {
        for (const auto& each : split_minutes(text)) {
            if (each.heading == heading) {
                return each.text;
            }
        }
        return std::string();
    };
    EXPECT_FALSE(has(part("Interests declared"), "excluded")) << text;
    EXPECT_TRUE(has(part("Course of the meeting"), "the Chair excluded a member")) << text;
    EXPECT_TRUE(has(part("1. Pumps"), "Find a pump. For a partner organisation.")) << text;
    EXPECT_FALSE(has(part("1. Pumps"), "Thank the hosts")) << text;
    EXPECT_TRUE(has(part("Actions not of one item"), "Thank the hosts. For Seat 9")) << text;
}

/// One meeting held and its minutes sent out, a second one open.
std::string two_meetings() {
    return meeting_with_an_interest + it_opens +
           "2008-07-01T10:10  servicing  note-item  meeting=psb/m1 item=1\n"
           "2008-07-01T11:00  servicing  close-meeting  meeting=psb/m1\n"
           "2008-07-03T09:00  servicing  draft-minutes  meeting=psb/m1\n"
           "2008-07-04T09:00  servicing  circulate-minutes  meeting=psb/m1\n"
           "2008-07-04T10:00  servicing  convene-meeting  meeting=psb/m2 at=2008-09-02T10:00\n";
}
const std::string the_second_opens =
    "2008-09-02T09:50  servicing  record-arrival  meeting=psb/m2 seats=1-15\n"
    "2008-09-02T10:00  servicing  open-meeting  meeting=psb/m2\n"
    "2008-09-02T10:01  chair  preside  meeting=psb/m2 seat=7 evidence=room\n";

TEST(MinutesDocument, CorrectionsOfTheMomentOfApprovalAreInTheOrderOfTheRecord) {
    Played played(two_meetings() + the_second_opens +
                  "2008-09-02T10:05  servicing  correct-minutes  meeting=psb/m1 at=psb/m2 "
                  "words=\"The first.\"\n"
                  "2008-09-02T10:05  presiding  approve-minutes  meeting=psb/m1 at=psb/m2 "
                  "with_corrections=yes evidence=room\n"
                  "2008-09-02T10:05  servicing  correct-minutes  meeting=psb/m1 at=psb/m2 "
                  "words=\"The second.\"\n"
                  "2008-09-02T10:05  servicing  correct-minutes  meeting=psb/m1 at=psb/m2 "
                  "words=\"The third.\"\n");
    const auto page = minutes_document(played.officer(), "psb/m1");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->before.size(), 1U);
    EXPECT_EQ(page->before[0].words, "The first.");
    EXPECT_EQ(page->after.size(), 2U);
    EXPECT_TRUE(has(minutes_at_meeting(played.officer(), "psb/m1", "psb/m2")->minutes,
                    "approved on 2 September 2008"));
}

TEST(OwnCorrections, TellWhoAskedWhyTheirsWasNotTaken) {
    Played played(two_meetings());
    const auto position = played.officer().size();
    played.more("2008-07-05T09:00  seat:psb/9  propose-correction  meeting=psb/m1 seat=9 "
                "words=\"I left early\"\n"
                "2008-07-06T09:00  servicing  decline-correction  meeting=psb/m1 proposal=1 "
                "reason=\"The sheet says not.\"\n");
    const auto own = own_corrections(played.seat("psb/9"));
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].asked.state, "declined");
    EXPECT_EQ(own[0].asked.reason, "The sheet says not.");
    EXPECT_EQ(since_words(played.seat("psb/9"), position),
              "a correction you asked for was not taken");
    EXPECT_TRUE(own_corrections(played.seat("psb/10")).empty());
    EXPECT_EQ(since_words(played.seat("psb/10"), position), "");
    played.more("2008-07-07T09:00  servicing  appoint  body=psb seat=9 person=holder-kp-40\n");
    EXPECT_TRUE(own_corrections(played.seat("psb/9")).empty()) << "of the holder before";
    played.more(the_second_opens +
                "2008-09-02T10:05  presiding  approve-minutes  meeting=psb/m1 at=psb/m2 "
                "evidence=room\n");
    EXPECT_TRUE(own_corrections(played.officer()).empty()) << "approved";
}

TEST(Recorded, IsNotForWhoeverFollowsInTheSeat) {
    Played played(two_meetings());
    EXPECT_FALSE(recorded_acts(played.seat("psb/7")).open.empty());
    played.more("2008-07-05T09:00  servicing  record-office-holder  office=chief-executive(kcc) "
                "person=holder-kp-40\n");
    EXPECT_TRUE(recorded_acts(played.seat("psb/7")).open.empty());
    Viewer before{ViewerKind::member, {{ActorKind::person, "holder-kp-14"}}};
    const auto ended = member_desk(played.as(before)).ended;
    ASSERT_FALSE(ended.empty()) << "a seat that goes with an office";
    EXPECT_EQ(base::text(ended[0].until), "2008-07-05");
}

TEST(Record, ATimeIsSaidByTheClockOfItsBody) {
    Played played(meeting_with_an_interest);
    const auto reader = played.officer();
    std::string at;
    for (auto position = reader.size() - 1; position > 0 && at.empty(); --position) {
        const auto entry = reader.entry(position);
        for (const auto& field :
             entry->line.act == "convene-meeting" ? entry->fields : std::vector<FieldShown>{}) {
            at = field.name == "at" ? field.value : at;
        }
    }
    EXPECT_EQ(at, "10:00am on Tuesday 1 July 2008");
}

} // namespace
} // namespace quorate::views
