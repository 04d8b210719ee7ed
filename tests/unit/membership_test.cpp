// Seats, people, substitutes, absences, offices and leaving: the golden cases
// of 3.8, 3.10, 3.18, 3.24, 4.6 and 4.9.

#include "governance/membership/absences.hpp"
#include "governance_world.hpp"

namespace quorate::governance::world {
namespace {

class Membership : public World {
protected:
    Membership() { set_up_kp(); }

    /// A closed meeting of two hours to which the seat came, or not; empty when attendance was not
    /// recorded.
    void hold(const std::string& meeting, const std::string& day, std::optional<PresentAs> came,
              const std::string& seat = "kp/2", bool recorded = true) {
        const MeetingId id(meeting);
        convene(meeting, day + "T10:00");
        happens(events::MeetingOpened{id}, day + "T10:00");
        if (came) {
            happens(events::Arrived{id, SeatId(seat), {}, *came, false, {}, {}}, day + "T10:00");
        }
        if (recorded) {
            happens(events::AttendanceTaken{id}, day + "T10:05");
        }
        happens(events::MeetingClosed{id}, day + "T12:00");
    }
    [[nodiscard]] std::int64_t missed(std::string_view time) const {
        const auto* terms = terms_at(state, BodyId("kp"), when(time), context);
        return consecutive_absences(state, *state.seats.find(SeatId("kp/2")),
                                    *terms->terms.one<charter::AttendanceRule>().params,
                                    when(time));
    }
    [[nodiscard]] static acts::RequestReplacement request() {
        return {BodyId("kp"), SeatRef("2"), {}};
    }
};

constexpr auto member = PresentAs::member;
constexpr auto substitute = PresentAs::substitute;

TEST_F(Membership, AnAlertComesOnlyAtTheThirdAbsenceInARow) {
    const std::vector<std::optional<PresentAs>> came{member, {}, {}, member, {}, {}, {}};
    const std::vector<std::int64_t> expected{0, 1, 2, 0, 1, 2, 3};
    for (std::size_t i = 0; i < came.size(); ++i) {
        const auto day = "2008-0" + std::to_string(i + 2) + "-04";
        hold("kp/m" + std::to_string(i + 1), day, came[i]);
        EXPECT_EQ(missed(day + "T13:00"), expected[i]) << day;
        const auto ruling = ask(request(), day + "T13:00", "chair");
        EXPECT_EQ(ruling.verdict, i == 6 ? Verdict::permitted : Verdict::refused) << day;
        const auto code = i == 6 ? Code::absences_reached : Code::absences_short;
        EXPECT_EQ(number(ruling, code, "missed"), expected[i]);
        EXPECT_EQ(number(ruling, code, "needed"), 3);
    }
    // The power is the Chair's, and is judged as of its own instant.
    EXPECT_EQ(ask(request(), "2008-08-04T13:00").verdict, Verdict::refused);
    EXPECT_EQ(ask(request(), "2008-08-04T11:00", "chair").verdict, Verdict::refused);
    does(request(), "2008-08-05", "chair");
    EXPECT_EQ(state.seats.find(SeatId("kp/2"))->replacement_requests.size(), 1U);
}

TEST_F(Membership, ASubstituteMayCountAsHavingCome) {
    hold("kp/m1", "2008-02-04", {});
    hold("kp/m2", "2008-03-04", substitute);
    hold("kp/m3", "2008-04-04", {});
    EXPECT_EQ(number(ask(request(), "2008-05-01", "chair"), Code::absences_short, "missed"), 1);
    const auto other = ask_under({"kp-terms/I11", "missed"}, request(), "2008-05-01", "chair");
    EXPECT_EQ(other.verdict, Verdict::permitted);
    EXPECT_EQ(number(other, Code::absences_reached, "missed"), 3);
}

TEST_F(Membership, AbsencesAreOfOneBodyOneHolderAndTheOrderOfDates) {
    set_up_psb();
    hold("kp/m3", "2008-06-04", {}); // entered before the earlier ones
    hold("kp/m1", "2008-04-04", {});
    hold("psb/m1", "2008-05-01", {}, "psb/2");
    EXPECT_EQ(missed("2008-07-01"), 2);
    hold("kp/m2", "2008-05-04", {});
    EXPECT_EQ(missed("2008-07-01"), 3);
    happens(events::PersonRegistered{PersonId("new"), {}}, "2008-01-01");
    does(acts::Appoint{BodyId("kp"), SeatRef("2"), PersonId("new"), {}, {}, {}, {}, {}},
         "2008-05-20");
    EXPECT_EQ(missed("2008-07-01"), 1);
    // The same person entered again is no new holder.
    does(
        acts::Appoint{
            BodyId("kp"), SeatRef("2"), PersonId("new"), {PersonId("cat")}, {}, {}, {}, {}},
        "2008-06-20");
    EXPECT_EQ(missed("2008-07-01"), 1);
    does(acts::Vacate{BodyId("kp"), SeatRef("2"), {}}, "2008-06-21");
    EXPECT_EQ(missed("2008-07-01"), 0);
    EXPECT_TRUE(says(ask(request(), "2008-07-01", "chair"), Says::breach, Code::seat_vacant));
}

TEST_F(Membership, AttendanceNotRecordedIsNotAbsence) {
    hold("kp/m1", "2008-02-04", {});
    hold("kp/m2", "2008-03-04", {}, "kp/2", false);
    hold("kp/m3", "2008-04-04", {});
    EXPECT_EQ(missed("2008-05-01"), 1);
    const auto ruling = ask(request(), "2008-05-01", "chair");
    EXPECT_EQ(ruling.verdict, Verdict::undetermined);
    EXPECT_TRUE(says(ruling, Says::undetermined, Code::absences_not_known));
}

TEST_F(Membership, AMeetingNotClosedOrCancelledIsNotMissed) {
    convene("kp/m1", "2008-02-04T10:00");
    happens(events::MeetingCancelled{MeetingId("kp/m1")}, "2008-02-01");
    convene("kp/m2", "2008-03-04T10:00");
    happens(events::MeetingOpened{MeetingId("kp/m2")}, "2008-03-04T10:00");
    happens(events::AttendanceTaken{MeetingId("kp/m2")}, "2008-03-04T10:00");
    EXPECT_EQ(missed("2008-03-04T11:00"), 0);
}

TEST_F(Membership, AnAdjournedMeetingIsOneAbsenceOrOneADay) {
    const MeetingId id("kp/m1");
    convene("kp/m1", "2008-02-04T10:00");
    happens(events::MeetingOpened{id}, "2008-02-04T10:00");
    happens(events::AttendanceTaken{id}, "2008-02-04T10:05");
    happens(events::MeetingAdjourned{id, {}}, "2008-02-04T11:00"); // a short break
    happens(events::MeetingResumed{id}, "2008-02-04T11:15");
    happens(events::MeetingAdjourned{id, when("2008-02-11T10:00")}, "2008-02-04T12:00");
    happens(events::MeetingResumed{id}, "2008-02-11T10:00");
    happens(events::MeetingClosed{id}, "2008-02-11T12:00");
    EXPECT_EQ(missed("2008-03-01"), 1);
    const auto other =
        ask_under({"kp-terms/I22", "each_sitting"}, request(), "2008-03-01", "chair");
    EXPECT_EQ(number(other, Code::absences_short, "missed"), 2);
}

TEST_F(Membership, ASubstituteIsNamedBeforeTheMeetingStarts) {
    convene("kp/m1", "2008-07-01T10:00");
    happens(events::PersonRegistered{PersonId("sub"), {}}, "2008-01-01");
    const acts::NominateSubstitute act{MeetingId("kp/m1"), SeatRef("3"), PersonId("sub")};
    const auto before = ask(act, "2008-07-01T09:59", "seat:kp/3");
    EXPECT_EQ(before.verdict, Verdict::permitted);
    EXPECT_EQ(word(before, Code::substitute_in_advance, "nominated"), "2008-07-01T09:59");
    EXPECT_EQ(ask(act, "2008-07-01T10:00", "seat:kp/3").verdict, Verdict::refused);
    const auto late = ask(act, "2008-07-01T10:01", "seat:kp/3");
    EXPECT_EQ(late.verdict, Verdict::refused);
    EXPECT_EQ(word(late, Code::substitute_not_in_advance, "nominated"), "2008-07-01T10:01");
    EXPECT_EQ(word(late, Code::substitute_not_in_advance, "start"), "2008-07-01T10:00");
    // Under the other reading the actual opening counts.
    happens(events::MeetingOpened{MeetingId("kp/m1")}, "2008-07-01T10:10");
    const ReadingUsed actual{"kp-terms/I16", "actual"};
    EXPECT_EQ(ask_under(actual, act, "2008-07-01T10:09", "seat:kp/3").verdict, Verdict::permitted);
    EXPECT_EQ(ask_under(actual, act, "2008-07-01T10:10", "seat:kp/3").verdict, Verdict::refused);
}

TEST_F(Membership, ASubstituteIsNamedByTheMemberOfTheSeat) {
    convene("kp/m1", "2008-07-01T10:00");
    happens(events::PersonRegistered{PersonId("sub"), {}}, "2008-01-01");
    acts::NominateSubstitute act{MeetingId("kp/m1"), SeatRef("3"), PersonId("sub")};
    EXPECT_TRUE(says(ask(act, "2008-06-01", "seat:kp/4"), Says::breach, Code::not_permitted));
    EXPECT_EQ(ask(act, "2008-06-01", "person:cat").verdict, Verdict::permitted);
    does(act, "2008-06-01", "seat:kp/3");
    // A substitute names nobody in turn.
    act.person = PersonId("eve");
    EXPECT_EQ(ask(act, "2008-06-02", "person:sub").verdict, Verdict::refused);
    act.person = PersonId("sub");
    act.seat = SeatRef("4");
    const auto twice = does(act, "2008-06-02", "seat:kp/4");
    EXPECT_TRUE(says(twice, Says::remark, Code::two_seats));
    const acts::WithdrawSubstitute withdraw{MeetingId("kp/m1"), SeatRef("4")};
    does(withdraw, "2008-06-03", "seat:kp/4");
    EXPECT_TRUE(says(ask(withdraw, "2008-06-04", "seat:kp/4"), Says::breach,
                     Code::substitute_not_nominated));
    act.person = PersonId("nobody");
    EXPECT_TRUE(says(ask(act, "2008-06-02", "seat:kp/4"), Says::breach, Code::person_unknown));
    act.meeting = MeetingId("kp/none");
    EXPECT_TRUE(says(ask(act, "2008-06-02", "seat:kp/4"), Says::breach, Code::meeting_unknown));
}

TEST_F(Membership, TwoMonthsFromTheLastOfDecemberEndOnTheLastOfFebruary) {
    acts::GiveNoticeOfExit act{BodyId("kp"), OrganisationId("firm"), {}, {}, {}};
    const auto proper = ask(act, "2008-12-31T15:00", "organisation:firm");
    EXPECT_EQ(proper.verdict, Verdict::permitted);
    EXPECT_EQ(word(proper, Code::notice_long_enough, "leaves"), "2009-02-28");
    act.leaves = base::parse_date("2009-02-27").value();
    const auto early = ask(act, "2008-12-31T15:00", "organisation:firm");
    EXPECT_EQ(early.verdict, Verdict::permitted);
    ASSERT_EQ(early.findings().size(), 1U);
    EXPECT_EQ(early.findings().front()->code, Code::leaves_too_early);
    EXPECT_EQ(word(early, Code::leaves_too_early, "earliest"), "2009-02-28");
    act.leaves = base::parse_date("2009-02-28").value();
    EXPECT_TRUE(ask(act, "2008-12-31T15:00", "organisation:firm").findings().empty());
}

TEST_F(Membership, NoticeIsWrittenToTheChairByTheOrganisationThatLeaves) {
    does(
        acts::RecordCommitment{
            CommitmentId("c1"), BodyId("kp"), OrganisationId("firm"), {}, {}, {}},
        "2008-02-01", "organisation:firm");
    acts::GiveNoticeOfExit act{BodyId("kp"), OrganisationId("firm"), {}, false, "vice-chair"};
    const auto ruling = does(act, "2008-03-03", "organisation:firm");
    EXPECT_TRUE(says(ruling, Says::breach, Code::notice_not_written));
    EXPECT_TRUE(says(ruling, Says::breach, Code::notice_to_someone_else));
    EXPECT_EQ(number(ruling, Code::commitments_to_honour, "commitments"), 1);
    ASSERT_EQ(state.bodies.find(BodyId("kp"))->exits.size(), 1U);
    EXPECT_FALSE(state.bodies.find(BodyId("kp"))->exits.front().written);
    EXPECT_EQ(ask(act, "2008-03-03", "organisation:church").verdict, Verdict::refused);
    act.organisation = OrganisationId("nobody");
    EXPECT_TRUE(says(ask(act, "2008-03-03", "organisation:firm"), Says::breach,
                     Code::organisation_unknown));
}

TEST_F(Membership, OnlyTheBoardMayAgreeOtherwise) {
    set_up_psb();
    decide("kp", "kp/d1");
    decide("psb", "psb/d1");
    does(
        acts::RecordCommitment{
            CommitmentId("c1"), BodyId("kp"), OrganisationId("firm"), {}, {}, {}},
        "2008-03-01");
    does(acts::GiveNoticeOfExit{BodyId("kp"), OrganisationId("firm"), {}, {}, {}}, "2008-03-03",
         "organisation:firm");
    acts::AgreeExitTerms act{
        BodyId("kp"), OrganisationId("firm"), {CommitmentId("c1")}, DecisionId("kp/d1"), {}};
    const auto theirs = ask(act, "2008-03-10");
    EXPECT_EQ(theirs.verdict, Verdict::refused);
    EXPECT_EQ(word(theirs, Code::waiver_not_theirs, "holder"), "psb");
    act.body = BodyId("psb");
    EXPECT_TRUE(
        says(ask(act, "2008-03-10"), Says::breach, Code::waiver_not_theirs)); // still kp's decision
    act.decision = {};
    EXPECT_TRUE(says(ask(act, "2008-03-10"), Says::breach, Code::decision_missing));
    act.decision = DecisionId("psb/d1");
    does(act, "2008-03-10");
    EXPECT_EQ(state.commitments.find(CommitmentId("c1"))->released, when("2008-03-10"));
    act.released = {CommitmentId("other")};
    EXPECT_TRUE(says(ask(act, "2008-03-10"), Says::breach, Code::commitment_unknown));
}

TEST_F(Membership, APromiseIsHonouredOnceAndMayBeOpenAgain) {
    const CommitmentId c1("c1");
    does(acts::RecordCommitment{c1, BodyId("kp"), OrganisationId("firm"), {}, {}, {}},
         "2008-03-01");
    acts::ReportOnCommitment act{c1, acts::CommitmentStatus::honoured, {}, {}};
    EXPECT_TRUE(says(ask(act, "2008-02-29"), Says::breach, Code::commitment_unknown));
    does(act, "2008-03-10");
    EXPECT_EQ(state.commitments.find(c1)->honoured, base::parse_date("2008-03-10").value());
    EXPECT_TRUE(says(ask(act, "2008-03-11"), Says::breach, Code::commitment_closed));
    act.status = acts::CommitmentStatus::open;
    does(act, "2008-03-12");
    EXPECT_FALSE(state.commitments.find(c1)->honoured);
    EXPECT_FALSE(state.commitments.find(c1)->closed_by);
    EXPECT_TRUE(says(ask(act, "2008-03-13"), Says::breach, Code::commitment_open_already));
}

TEST_F(Membership, TheBodyAPromiseWasMadeToReleasesIt) {
    decide("kp", "kp/d1");
    const CommitmentId c1("c1");
    does(acts::RecordCommitment{c1, BodyId("kp"), OrganisationId("firm"), {}, {}, {}},
         "2008-03-01");
    acts::ReleaseCommitment act{c1, {}, {}};
    EXPECT_EQ(word(ask(act, "2008-03-10"), Code::decision_missing, "body"), "kp");
    act.decision = DecisionId("kp/d1");
    does(act, "2008-03-10");
    EXPECT_EQ(state.commitments.find(c1)->released, when("2008-03-10"));
    EXPECT_TRUE(says(ask(act, "2008-03-11"), Says::breach, Code::commitment_closed));
}

TEST_F(Membership, TheViceChairComesFromAnotherSector) {
    const auto elect = [](const char* seat) {
        return acts::ElectToOffice{BodyId("kp"), "vice-chair", SeatRef(seat), {}, {}, {}};
    };
    const auto statutory = ask(elect("2"), "2008-06-02");
    EXPECT_EQ(statutory.verdict, Verdict::refused);
    EXPECT_EQ(word(statutory, Code::same_sector, "sector"), "statutory");
    ASSERT_EQ(statutory.reason(Code::same_sector)->readings.size(), 1U);
    EXPECT_EQ(statutory.reason(Code::same_sector)->readings.front().interpretation, "kp-terms/I12");
    EXPECT_EQ(ask_under({"kp-terms/I12", "different"}, elect("2"), "2008-06-02").verdict,
              Verdict::permitted);
    EXPECT_EQ(ask(elect("5"), "2008-06-02").verdict, Verdict::undetermined);
    const auto ruling = does(elect("3"), "2008-06-02");
    EXPECT_TRUE(says(ruling, Says::complies, Code::sector_differs));
    EXPECT_EQ(office_at(state, BodyId("kp"), "vice-chair", when("2008-06-03"), context).seat->id,
              SeatId("kp/3"));
    EXPECT_EQ(office_at(state, BodyId("kp"), "vice-chair", when("2008-06-01"), context).seat,
              nullptr);
}

TEST_F(Membership, AnOfficeIsFilledTheWayItsRuleSays) {
    set_up_psb();
    acts::ElectToOffice elect{BodyId("kp"), "chair", SeatRef("3"), {}, {}, {}};
    EXPECT_TRUE(says(ask(elect, "2008-06-02"), Says::breach, Code::office_ex_officio));
    elect.office = "treasurer";
    EXPECT_TRUE(says(ask(elect, "2008-06-02"), Says::breach, Code::office_unknown));
    elect = {BodyId("psb"), "vice-chair", SeatRef("2"), {}, {}, {}};
    EXPECT_TRUE(says(ask(elect, "2008-06-02"), Says::breach, Code::office_not_elected));
    elect.office = "chair";
    EXPECT_EQ(ask(elect, "2010-02-26").verdict, Verdict::refused);
    const auto after = does(elect, "2010-02-27");
    EXPECT_TRUE(says(after, Says::complies, Code::term_ended));
    EXPECT_EQ(office_at(state, BodyId("psb"), "chair", when("2010-03-01"), context).seat->id,
              SeatId("psb/2"));
    EXPECT_EQ(office_at(state, BodyId("psb"), "chair", when("2009-03-01"), context).seat->id,
              SeatId("psb/1"));
    const acts::RotateOffice rotate{BodyId("kp"), "vice-chair", SeatRef("3"), {}, {}};
    EXPECT_TRUE(says(ask(rotate, "2008-06-02"), Says::breach, Code::office_does_not_rotate));
}

TEST_F(Membership, TheSameHolderTwoYearsRunningIsAFinding) {
    set_up_psb();
    acts::RotateOffice rotate{BodyId("psb"), "vice-chair", SeatRef("2"), {}, {}};
    EXPECT_TRUE(says(does(rotate, "2008-04-01"), Says::complies, Code::office_passes_on));
    EXPECT_EQ(office_at(state, BodyId("psb"), "vice-chair", when("2009-03-31"), context).seat->id,
              SeatId("psb/2"));
    EXPECT_EQ(office_at(state, BodyId("psb"), "vice-chair", when("2009-04-01"), context).seat,
              nullptr);
    const auto again = ask(rotate, "2009-04-01");
    EXPECT_EQ(again.verdict, Verdict::permitted);
    ASSERT_EQ(again.findings().size(), 1U);
    EXPECT_EQ(again.findings().front()->code, Code::held_last_year);
    rotate.seat = SeatRef("3");
    EXPECT_TRUE(does(rotate, "2009-04-01").findings().empty());
    rotate.seat = SeatRef("2");
    EXPECT_TRUE(ask(rotate, "2010-04-01").findings().empty());
}

TEST_F(Membership, AdmissionNeedsAContribution) {
    set_up_psb();
    happens(events::OrganisationRegistered{OrganisationId("college"), "College", {}, {}, {}},
            "2008-01-01");
    acts::AdmitOrganisation act{BodyId("psb"), OrganisationId("college"), 16, {}, {}, {}, {}};
    const auto without = ask(act, "2008-06-02");
    EXPECT_EQ(without.verdict, Verdict::refused);
    EXPECT_TRUE(says(without, Says::breach, Code::contribution_missing));
    act.contribution = Text{"Skills for the vision", {}};
    EXPECT_TRUE(says(does(act, "2008-06-02"), Says::complies, Code::contribution_shown));
    const auto* seat = state.seats.find(SeatId("psb/16"));
    ASSERT_NE(seat, nullptr);
    EXPECT_EQ(seat->organisation, OrganisationId("college"));
    EXPECT_TRUE(says(ask(act, "2008-06-03"), Says::breach, Code::seat_exists));
}

TEST_F(Membership, SeatsAreNumberedOnceAndListedInOrder) {
    const auto create = [](std::int64_t number, std::optional<std::string> place = {}) {
        acts::CreateSeat act;
        act.body = BodyId("kp");
        act.number = number;
        act.place = std::move(place);
        return act;
    };
    does(create(9, "district"), "2008-02-01");
    EXPECT_TRUE(does(create(7, "district"), "2008-02-01").findings().empty());
    const auto third = ask(create(8, "district"), "2008-02-01");
    EXPECT_EQ(third.verdict, Verdict::permitted);
    EXPECT_EQ(number(third, Code::places_filled, "filled"), 2);
    EXPECT_EQ(state.bodies.find(BodyId("kp"))->seats[5], SeatId("kp/7"));
    does(acts::RemoveSeat{BodyId("kp"), SeatRef("9"), {}, {}}, "2008-03-01");
    EXPECT_TRUE(says(ask(create(9), "2008-04-01"), Says::breach, Code::seat_exists));
    EXPECT_EQ(seats_at(state, BodyId("kp"), when("2008-02-15")).size(), 7U);
    EXPECT_EQ(seats_at(state, BodyId("kp"), when("2008-03-01")).size(), 6U);
    auto odd = create(10);
    odd.sector = "publik";
    EXPECT_TRUE(says(ask(odd, "2008-04-01"), Says::breach, Code::sector_unknown));
}

TEST_F(Membership, TheLastMemberOfASectorIsMissed) {
    const auto last = ask(acts::RemoveSeat{BodyId("kp"), SeatRef("4"), {}, {}}, "2008-06-02");
    EXPECT_EQ(last.verdict, Verdict::permitted);
    EXPECT_EQ(word(last, Code::balance_short, "sector"), "faith");
    EXPECT_EQ(ask(acts::Vacate{BodyId("kp"), SeatRef("5"), {}}, "2008-06-02").findings().size(),
              0U);
}

TEST_F(Membership, AnOrganisationFillsItsOwnSeat) {
    acts::Appoint act{BodyId("kp"), SeatRef("3"), PersonId("eve"), {}, {}, {}, {}, {}};
    EXPECT_EQ(ask(act, "2008-06-02", "organisation:church").verdict, Verdict::refused);
    EXPECT_TRUE(says(ask(act, "2008-06-02", "organisation:firm"), Says::remark, Code::seat_filled));
    does(act, "2008-06-02", "organisation:firm");
    const auto* seat = state.seats.find(SeatId("kp/3"));
    EXPECT_EQ(occupant_at(state, *seat, when("2008-06-01"))->persons.front(), PersonId("cat"));
    EXPECT_EQ(occupant_at(state, *seat, when("2008-06-02"))->persons.front(), PersonId("eve"));
    act.person = PersonId("cat");
    act.shared = true;
    does(act, "2008-07-01");
    EXPECT_EQ(
        occupant_at(state, *state.seats.find(SeatId("kp/3")), when("2008-07-02"))->persons.size(),
        2U);
    does(acts::Vacate{BodyId("kp"), SeatRef("3"), {}}, "2008-08-01", "organisation:firm");
    EXPECT_TRUE(says(ask(act, "2008-08-02"), Says::breach, Code::seat_vacant));
    act.alternates = {PersonId("nobody")};
    EXPECT_TRUE(says(ask(act, "2008-06-02"), Says::breach, Code::person_unknown));
}

TEST_F(Membership, ASeatGoesWithItsOfficeUntilSomebodyIsAppointed) {
    acts::CreateSeat create;
    create.body = BodyId("kp");
    create.number = 6;
    create.office = OfficeId("leader(kcc)");
    does(create, "2008-02-01");
    const auto holder = [&](std::string_view time) {
        const auto* occupant = occupant_at(state, *state.seats.find(SeatId("kp/6")), when(time));
        return occupant == nullptr ? std::string() : occupant->persons.front().value;
    };
    EXPECT_EQ(holder("2008-03-01"), "ann");
    does(acts::RecordOfficeHolder{OfficeId("leader(kcc)"), PersonId("bob"), {}, {}}, "2008-04-01");
    does(acts::RecordOfficeHolder{OfficeId("leader(kcc)"), {}, {}, {}}, "2008-05-01");
    EXPECT_EQ(holder("2008-04-01"), "bob");
    EXPECT_EQ(holder("2008-05-01"), "");
    does(acts::Appoint{BodyId("kp"), SeatRef("6"), PersonId("eve"), {}, {}, {}, {}, {}},
         "2008-06-01");
    EXPECT_EQ(holder("2008-06-01"), "eve");
    EXPECT_EQ(holder("2008-03-01"), "ann");
}

TEST_F(Membership, TheRegisterTakesEachIdOnce) {
    EXPECT_TRUE(says(ask(acts::RegisterPerson{PersonId("ann"), {}}, "2008-02-01"), Says::breach,
                     Code::person_exists));
    acts::RegisterOrganisation act;
    act.organisation = OrganisationId("kcc");
    EXPECT_TRUE(says(ask(act, "2008-02-01"), Says::breach, Code::organisation_exists));
    act.organisation = OrganisationId("new");
    EXPECT_EQ(ask(act, "2008-02-01", "organisation:kcc").verdict,
              Verdict::permitted); // on record, with a finding
    EXPECT_EQ(ask(act, "2008-02-01", "organisation:kcc").findings().size(), 1U);
    does(act, "2008-02-01");
    does(acts::SetRepresentative{BodyId("kp"), SeatRef("3"), BodyId("kp")}, "2008-02-01");
    EXPECT_EQ(state.seats.find(SeatId("kp/3"))->represents, BodyId("kp"));
}

} // namespace
} // namespace quorate::governance::world
