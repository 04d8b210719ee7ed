#include "minutes_world.hpp"

namespace quorate::governance {
namespace {

using world::number;
using world::says;
using world::when;
using world::word;

class MinutesTest : public world::MinutesWorld {
protected:
    MinutesTest() { hold_first(); }

    [[nodiscard]] acts::CorrectMinutes presence(std::string_view seat) const {
        acts::CorrectMinutes act;
        act.meeting = m1;
        act.seat = SeatRef(seat);
        return act;
    }
    [[nodiscard]] acts::CorrectMinutes votes(std::int64_t for_, std::int64_t against) const {
        acts::CorrectMinutes act;
        act.meeting = m1;
        act.item = 1;
        act.for_ = for_;
        act.against = against;
        return act;
    }
    [[nodiscard]] Ruling approve(std::string_view time = "2008-12-02T10:30") const {
        return ask(acts::ApproveMinutes{m1, m2, {}, {}}, time, "presiding");
    }
};

TEST_F(MinutesTest, AreDraftedOnlyOnceTheMeetingHasClosed) {
    convene("kp/m2", "2008-12-02T10:00");
    EXPECT_TRUE(says(ask(acts::DraftMinutes{m2, {}, {}}, "2008-07-02"), Says::breach,
                     Code::meeting_not_closed));
    EXPECT_TRUE(says(ask(acts::DraftMinutes{MeetingId("kp/m9"), {}, {}}, "2008-07-02"),
                     Says::breach, Code::meeting_unknown));
    const auto ruling = does(acts::DraftMinutes{m1, {}, {}}, "2008-07-02");
    EXPECT_TRUE(says(ruling, Says::complies, Code::sections_present));
    EXPECT_EQ(std::get<events::MinutesDrafted>(ruling.events.front()).sections,
              (std::vector<std::string>{"attendance", "interests", "items"}));
    EXPECT_EQ(state.meetings.find(m1)->minutes.drafted, when("2008-07-02"));
}

TEST_F(MinutesTest, NeedTheSectionsTheTermsAskFor) {
    const auto ruling = ask(acts::DraftMinutes{m1, {"attendance", "items"}, {}}, "2008-07-02");
    EXPECT_EQ(ruling.verdict, Verdict::refused);
    EXPECT_EQ(word(ruling, Code::section_missing, "missing"), "interests");
    EXPECT_EQ(sentence(*ruling.reason(Code::section_missing)),
              "The minutes leave out interests, and 4 asks for it.");
}

TEST_F(MinutesTest, AreCirculatedWithinTheTimeTheTermsSet) {
    EXPECT_TRUE(says(ask(acts::CirculateMinutes{m1, {}}, "2008-07-10"), Says::breach,
                     Code::minutes_not_drafted));
    does(acts::DraftMinutes{m1, {}, {}}, "2008-07-02");
    EXPECT_TRUE(
        says(ask(acts::CirculateMinutes{m1, {}}, "2008-08-01"), Says::complies, Code::duty_met));
    const auto late = ask(acts::CirculateMinutes{m1, {}}, "2008-08-02");
    EXPECT_EQ(late.verdict, Verdict::permitted);
    EXPECT_TRUE(says(late, Says::breach, Code::duty_gap));
    EXPECT_EQ(word(late, Code::duty_gap, "due"), "2008-08-01");
}

TEST_F(MinutesTest, CorrectionsNeedWordsOrAFact) {
    EXPECT_TRUE(says(ask(votes(1, 2), "2008-07-12"), Says::breach, Code::minutes_not_drafted));
    draft_and_circulate();
    acts::CorrectMinutes nothing;
    nothing.meeting = m1;
    EXPECT_TRUE(says(ask(nothing, "2008-07-12"), Says::breach, Code::correction_missing));
    auto words = nothing;
    words.words = Text{"The spelling of a place", {}};
    const auto ruling = does(words, "2008-07-12");
    EXPECT_EQ(ruling.reason(Code::ruling_unchanged), nullptr);
    ASSERT_EQ(state.meetings.find(m1)->minutes.corrections.size(), 1U);
    EXPECT_FALSE(state.meetings.find(m1)->minutes.corrections.front().fact);
    auto backwards = presence("2");
    backwards.arrived = when("2008-07-01T11:30");
    backwards.left = when("2008-07-01T11:00");
    EXPECT_TRUE(says(ask(backwards, "2008-07-12"), Says::breach, Code::times_out_of_order));
    auto stranger = presence("77");
    stranger.absent = true;
    EXPECT_TRUE(says(ask(stranger, "2008-07-12"), Says::breach, Code::seat_unknown));
}

TEST_F(MinutesTest, ACorrectedVoteSaysWhichRulingChanges) {
    draft_and_circulate();
    const auto ruling = does(votes(1, 2), "2008-07-12");
    EXPECT_TRUE(says(ruling, Says::remark, Code::ruling_would_change));
    EXPECT_EQ(number(ruling, Code::ruling_would_change, "item"), 1);
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "was"), "carried");
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "would_be"), "not_carried");
    EXPECT_EQ(sentence(*ruling.reason(Code::ruling_would_change)),
              "Item 1 was carried; with the correction it is not carried.");
    const auto& meeting = *state.meetings.find(m1);
    EXPECT_EQ(meeting.item(1)->questions.back().vote->for_, 1);
    EXPECT_EQ(meeting.item(1)->questions.back().vote->against, 2);
    EXPECT_TRUE(meeting.minutes.corrections.back().fact);
}

TEST_F(MinutesTest, ACorrectionOfAFactThatChangesNothingSaysSo) {
    draft_and_circulate();
    EXPECT_TRUE(says(ask(votes(3, 0), "2008-07-12"), Says::remark, Code::ruling_unchanged));
    const auto too_many = ask(votes(3, 1), "2008-07-12");
    EXPECT_TRUE(says(too_many, Says::breach, Code::more_votes_than_voters));
    EXPECT_EQ(too_many.verdict, Verdict::permitted);
}

TEST_F(MinutesTest, ACorrectedPresenceMovesTheRollAndTheQuorum) {
    draft_and_circulate();
    auto absent = presence("3");
    absent.absent = true;
    const auto ruling = does(absent, "2008-07-12");
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "was"), "carried");
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "would_be"), "inquorate");
    const auto& meeting = *state.meetings.find(m1);
    EXPECT_EQ(meeting.presence.size(), 2U);
    EXPECT_EQ(meeting.item(1)->questions.back().present.size(), 2U);
    auto came = presence("4");
    came.arrived = when("2008-07-01T10:30");
    const auto again = does(came, "2008-07-13");
    EXPECT_EQ(word(again, Code::ruling_would_change, "was"), "inquorate");
    EXPECT_EQ(state.meetings.find(m1)->presence.back().until, when("2008-07-01T12:00"));
}

TEST_F(MinutesTest, TimesOfArrivalAndLeavingAreClipped) {
    draft_and_circulate();
    auto late = presence("2");
    late.arrived = when("2008-07-01T10:45");
    late.left = when("2008-07-01T11:30");
    EXPECT_TRUE(says(does(late, "2008-07-12"), Says::remark, Code::ruling_unchanged));
    auto gone = presence("3");
    gone.left = when("2008-07-01T10:50");
    EXPECT_EQ(word(does(gone, "2008-07-12"), Code::ruling_would_change, "would_be"), "inquorate");
    for (const auto& stay : state.meetings.find(m1)->presence) {
        if (stay.seat == SeatId("kp/2")) {
            EXPECT_EQ(stay.from, when("2008-07-01T10:45"));
            EXPECT_EQ(stay.until, when("2008-07-01T11:30"));
        }
    }
}

TEST_F(MinutesTest, TheRecordIsPutRightWithAReason) {
    acts::CorrectRecord act;
    act.meeting = m1;
    EXPECT_TRUE(says(ask(act, "2008-07-12"), Says::breach, Code::correction_missing));
    act.seat = SeatRef("3");
    act.absent = true;
    const auto bare = ask(act, "2008-07-12");
    EXPECT_EQ(bare.verdict, Verdict::permitted);
    EXPECT_TRUE(says(bare, Says::breach, Code::reason_missing));
    act.reason = Text{"Two members share a name", {}};
    EXPECT_EQ(word(does(act, "2008-07-12"), Code::ruling_would_change, "would_be"), "inquorate");
}

TEST_F(MinutesTest, AreApprovedAtTheNextQuorateMeeting) {
    draft_and_circulate();
    open_second({1, 2, 3});
    const auto ruling = approve();
    EXPECT_EQ(ruling.verdict, Verdict::permitted) << headline(ruling);
    EXPECT_TRUE(says(ruling, Says::complies, Code::sections_present));
    EXPECT_TRUE(says(ruling, Says::complies, Code::next_meeting));
    EXPECT_TRUE(says(ruling, Says::complies, Code::quorate));
    EXPECT_EQ(number(ruling, Code::quorate, "needed"), 3);
    does(acts::ApproveMinutes{m1, m2, {}, {}}, "2008-12-02T10:30", "presiding");
    EXPECT_TRUE(says(approve(), Says::breach, Code::minutes_approved_already));
    EXPECT_TRUE(says(ask(acts::DraftMinutes{m1, {}, {}}, "2008-12-03"), Says::breach,
                     Code::minutes_approved_already));
    const auto corrected = ask(votes(1, 2), "2008-12-03");
    EXPECT_EQ(corrected.verdict, Verdict::permitted);
    EXPECT_TRUE(says(corrected, Says::remark, Code::minutes_approved_already));
}

TEST_F(MinutesTest, AreNotApprovedByAnInquorateMeeting) {
    draft_and_circulate();
    open_second({1, 2});
    const auto ruling = approve();
    EXPECT_EQ(ruling.verdict, Verdict::refused);
    EXPECT_EQ(number(ruling, Code::inquorate, "present"), 2);
    EXPECT_EQ(headline(ruling), "Refused: the meeting is not quorate. 2 of 5 members are present; "
                                "3 are needed: one short.");
}

TEST_F(MinutesTest, AreNotApprovedBeforeTheyAreCirculatedOrByTheirOwnMeeting) {
    open_second({1, 2, 3});
    EXPECT_TRUE(says(approve(), Says::breach, Code::minutes_not_drafted));
    does(acts::DraftMinutes{m1, {}, {}}, "2008-07-02");
    EXPECT_TRUE(says(approve(), Says::breach, Code::minutes_not_circulated));
    does(acts::CirculateMinutes{m1, {}}, "2008-07-10");
    EXPECT_TRUE(says(ask(acts::ApproveMinutes{m1, m1, {}, {}}, "2008-07-01T11:00", "presiding"),
                     Says::breach, Code::minutes_of_themselves));
    EXPECT_TRUE(says(ask(acts::ApproveMinutes{m1, m2, 9, {}}, "2008-12-02T10:30", "presiding"),
                     Says::breach, Code::item_unknown));
    const auto by_officer =
        ask(acts::ApproveMinutes{m1, m2, {}, {}}, "2008-12-02T10:30", "seat:kp/2");
    EXPECT_EQ(by_officer.verdict, Verdict::refused);
    EXPECT_TRUE(says(by_officer, Says::breach, Code::not_permitted));
}

TEST_F(MinutesTest, SkippingAMeetingIsTold) {
    draft_and_circulate();
    open_second({1, 2, 3});
    happens(events::MeetingClosed{m2}, "2008-12-02T12:00");
    const MeetingId m3("kp/m3");
    convene("kp/m3", "2009-03-03T10:00");
    open(m3, {1, 2, 3}, "2009-03-03T10:00");
    const auto ruling = ask(acts::ApproveMinutes{m1, m3, {}, {}}, "2009-03-03T10:30", "presiding");
    EXPECT_EQ(ruling.verdict, Verdict::permitted);
    EXPECT_TRUE(says(ruling, Says::remark, Code::not_next_meeting));
    EXPECT_EQ(word(ruling, Code::not_next_meeting, "between"), "kp/m2");
    // Minutes of a later meeting cannot go to an earlier one.
    const auto earlier = ask(acts::ApproveMinutes{m2, m1, {}, {}}, "2008-07-01T11:00", "presiding");
    EXPECT_EQ(earlier.verdict, Verdict::refused);
}

TEST_F(MinutesTest, ApprovingWithACorrectionListsTheRulingsItChanges) {
    draft_and_circulate();
    open_second({1, 2, 3});
    auto correction = votes(1, 2);
    correction.at = m2;
    does(correction, "2008-12-02T10:20");
    const auto ruling =
        ask(acts::ApproveMinutes{m1, m2, {}, true}, "2008-12-02T10:30", "presiding");
    EXPECT_EQ(ruling.verdict, Verdict::permitted);
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "was"), "carried");
    EXPECT_EQ(word(ruling, Code::ruling_would_change, "would_be"), "not_carried");
}

TEST_F(MinutesTest, ArePublishedAsADraftAndThenAsApproved) {
    EXPECT_TRUE(says(ask(acts::PublishMinutes{m1, true}, "2008-07-11"), Says::breach,
                     Code::minutes_not_drafted));
    draft_and_circulate();
    EXPECT_TRUE(says(ask(acts::PublishMinutes{m1, {}}, "2008-07-11"), Says::breach,
                     Code::minutes_not_approved));
    const auto draft = does(acts::PublishMinutes{m1, true}, "2008-07-11");
    EXPECT_TRUE(says(draft, Says::remark, Code::draft_not_approved));
    EXPECT_TRUE(says(draft, Says::complies, Code::duty_met));
    open_second({1, 2, 3});
    does(acts::ApproveMinutes{m1, m2, {}, {}}, "2008-12-02T10:30", "presiding");
    does(acts::PublishMinutes{m1, {}}, "2008-12-05");
    const auto& publications = state.meetings.find(m1)->minutes.publications;
    ASSERT_EQ(publications.size(), 2U);
    EXPECT_TRUE(publications[0].draft);
    EXPECT_FALSE(publications[1].draft);
}

TEST_F(MinutesTest, ActionsAreAssignedAndReportedOn) {
    acts::AssignAction act;
    act.action = ActionId("kp/a1");
    act.meeting = m1;
    act.body = BodyId("kp");
    act.seat = SeatRef("2");
    act.what = Text{"Write to the district", {}};
    act.due = world::day("2008-09-01");
    auto unknown = act;
    unknown.organisation = OrganisationId("nobody");
    EXPECT_TRUE(says(ask(unknown, "2008-07-01T11:30"), Says::breach, Code::organisation_unknown));
    auto no_item = act;
    no_item.item = 8;
    EXPECT_TRUE(says(ask(no_item, "2008-07-01T11:30"), Says::breach, Code::item_unknown));
    does(act, "2008-07-01T11:30");
    EXPECT_EQ(state.actions.find(ActionId("kp/a1"))->seat, SeatId("kp/2"));
    EXPECT_TRUE(says(ask(act, "2008-07-01T11:31"), Says::breach, Code::action_exists));
    EXPECT_TRUE(
        says(ask(acts::ReportOnAction{ActionId("kp/a9"), ActionStatus::done, {}}, "2008-08-01"),
             Says::breach, Code::action_unknown));
    does(acts::ReportOnAction{ActionId("kp/a1"), ActionStatus::done, {}}, "2008-08-01");
    EXPECT_EQ(state.actions.find(ActionId("kp/a1"))->status, ActionStatus::done);
}

TEST_F(MinutesTest, EventsAboutWhatIsNotThereChangeNothing) {
    const auto meetings = state.meetings.size();
    happens(events::MinutesDrafted{MeetingId("kp/m9"), {}, {}}, "2008-07-02");
    happens(events::MinutesApproved{MeetingId("kp/m9"), m1, {}, false}, "2008-07-02");
    happens(events::VoteCorrected{m1, 9, 1, 1, 1}, "2008-07-02");
    happens(events::PresenceCorrected{m1, SeatId("kp/5"), {}, {}, true}, "2008-07-02");
    happens(events::ActionReported{ActionId("kp/a9"), ActionStatus::done, {}}, "2008-07-02");
    EXPECT_EQ(state.meetings.size(), meetings);
    EXPECT_EQ(state.actions.size(), 0U);
    EXPECT_EQ(state.meetings.find(m1)->presence.size(), 3U);
}

} // namespace
} // namespace quorate::governance
