#include "governance/duties/duties.hpp"
#include "governance/findings/findings.hpp"
#include "minutes_world.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using world::day;
using world::when;

std::string words_of(const std::vector<Fact>& facts, std::string_view name) {
    for (const auto& each : facts) {
        if (each.name == name) {
            const auto* number = std::get_if<std::int64_t>(&each.value);
            return number == nullptr ? std::get<std::string>(each.value) : std::to_string(*number);
        }
    }
    return "none";
}

class DutiesTest : public world::MinutesWorld {
protected:
    [[nodiscard]] const Duty& duty(std::string_view id, std::string_view on) {
        list = duties(state, context, day(on));
        const auto found =
            std::find_if(list.begin(), list.end(), [&](const Duty& each) { return each.id == id; });
        static const Duty none;
        return found == list.end() ? none : *found;
    }
    [[nodiscard]] DutyState state_of(std::string_view id, std::string_view on) {
        const auto& found = duty(id, on);
        EXPECT_FALSE(found.id.empty()) << "no duty " << id;
        return found.state;
    }
    void set_programme(std::int64_t year, std::initializer_list<std::string_view> dates,
                       std::string_view at) {
        events::ProgrammeSet set;
        set.body = BodyId("kp");
        set.year = year;
        for (const auto date : dates) {
            set.meetings.push_back(when(date));
        }
        happens(set, at);
    }
    void circulate(std::string_view time, std::vector<std::string> things = {"agenda", "reports"}) {
        events::PapersCirculated sent;
        sent.meeting = m1;
        sent.things = std::move(things);
        happens(sent, time);
    }
    void report(std::string_view kind, std::vector<std::string> audiences, std::string_view time) {
        events::ReportMade made;
        made.body = BodyId("kp");
        made.kind = kind;
        made.audiences = std::move(audiences);
        happens(made, time);
    }

    std::vector<Duty> list;
};

TEST_F(DutiesTest, TheYearIsHeldAgainstTheMinimumWithItsForecast) {
    mark_complete();
    set_programme(2008, {"2008-07-01T10:00"}, "2007-12-01");
    const auto& ahead = duty("kp.two/2008", "2008-05-01");
    EXPECT_EQ(ahead.state, DutyState::due_soon);
    EXPECT_EQ(words_of(ahead.facts, "to_come"), "1");
    EXPECT_EQ(words_of(ahead.facts, "short"), "1");
    EXPECT_EQ(ahead.words, "No meetings held. One date to come. One more date is needed.");
    hold_first();
    EXPECT_EQ(words_of(duty("kp.two/2008", "2008-08-01").facts, "held"), "1");
    EXPECT_EQ(state_of("kp.two/2008", "2009-01-01"), DutyState::overdue);
    open_second({1, 2, 3});
    EXPECT_EQ(state_of("kp.two/2008", "2008-12-31"), DutyState::met);
    // Looked at as of a day before the second meeting, that meeting is still to come.
    EXPECT_EQ(words_of(duty("kp.two/2008", "2008-11-30").facts, "held"), "1");
}

TEST_F(DutiesTest, WithoutACompleteRecordNothingIsOverdue) {
    hold_first();
    for (const auto& each : duties(state, context, day("2012-01-01"))) {
        EXPECT_NE(each.state, DutyState::overdue) << each.id;
    }
    const auto& year = duty("kp.two/2009", "2012-01-01");
    EXPECT_EQ(year.state, DutyState::no_record);
    EXPECT_EQ(year.words, "No record held here.");
    EXPECT_EQ(state_of("kp.publish/kp/m1", "2008-08-01"), DutyState::no_record);
    // What began after the record is complete is judged; what began before is not.
    happens(events::RecordMarkedComplete{BodyId("kp"), day("2010-01-01")}, "2010-01-01");
    EXPECT_EQ(state_of("kp.two/2009", "2012-01-01"), DutyState::no_record);
    EXPECT_EQ(state_of("kp.two/2010", "2012-01-01"), DutyState::overdue);
}

TEST_F(DutiesTest, DatesAreArrangedAheadOfTheYear) {
    mark_complete();
    EXPECT_EQ(state_of("kp.two/dates-2009", "2008-06-01"), DutyState::not_yet_due);
    EXPECT_EQ(state_of("kp.two/dates-2009", "2008-12-20"), DutyState::due_soon);
    EXPECT_EQ(state_of("kp.two/dates-2009", "2009-01-02"), DutyState::overdue);
    set_programme(2009, {"2009-03-03T10:00"}, "2008-12-01");
    const auto& part = duty("kp.two/dates-2009", "2008-12-20");
    EXPECT_EQ(part.state, DutyState::due_soon);
    EXPECT_EQ(part.words, "One date is arranged. One more date is needed.");
    EXPECT_EQ(duty("kp.two/dates-2009", "2009-01-02").words,
              "One date is arranged. One more date was needed.");
    set_programme(2009, {"2009-03-03T10:00", "2009-10-06T10:00"}, "2009-02-01");
    const auto& late = duty("kp.two/dates-2009", "2009-03-01");
    EXPECT_EQ(late.state, DutyState::met);
    EXPECT_EQ(words_of(late.facts, "late"), "1");
    EXPECT_EQ(late.words, "Arranged on Sunday 1 February 2009, after Wednesday 31 December 2008.");
}

TEST_F(DutiesTest, PapersAndItemsHaveTheirLastDay) {
    mark_complete();
    convene("kp/m1", "2008-07-01T10:00");
    const auto& due = duty("kp.papers/kp/m1", "2008-06-02");
    EXPECT_EQ(due.due, day("2008-06-17"));
    EXPECT_EQ(words_of(due.facts, "safe"), "2008-06-16");
    EXPECT_EQ(due.state, DutyState::not_yet_due);
    EXPECT_EQ(state_of("kp.papers/kp/m1", "2008-06-03"), DutyState::due_soon);
    EXPECT_EQ(state_of("kp.papers/kp/m1", "2008-06-17"), DutyState::due_soon);
    EXPECT_EQ(state_of("kp.papers/kp/m1", "2008-06-18"), DutyState::overdue);
    EXPECT_EQ(duty("kp.items/kp/m1", "2008-06-17").words, "Items close on Tuesday 17 June 2008.");
    EXPECT_TRUE(duty("kp.items/kp/m1", "2008-06-18").id.empty());
    circulate("2008-06-16", {"agenda"});
    EXPECT_EQ(state_of("kp.papers/kp/m1", "2008-06-17"), DutyState::due_soon);
    circulate("2008-06-18", {"reports"});
    const auto& late = duty("kp.papers/kp/m1", "2008-06-18");
    EXPECT_EQ(late.state, DutyState::met);
    EXPECT_EQ(late.words, "Sent on Wednesday 18 June 2008, after Tuesday 17 June 2008.");
}

TEST_F(DutiesTest, OutsideTheCalendarTheDateIsNotGuessed) {
    mark_complete();
    convene("kp/m1", "2040-07-02T10:00");
    const auto& far = duty("kp.papers/kp/m1", "2008-06-02");
    EXPECT_EQ(far.state, DutyState::undetermined);
    EXPECT_FALSE(far.due);
    EXPECT_NE(far.words.find("cannot be worked out"), std::string::npos);
}

TEST_F(DutiesTest, MinutesAreChasedFromTheClose) {
    mark_complete();
    hold_first();
    const auto& circulate = duty("kp.circulate/kp/m1", "2008-07-05");
    EXPECT_EQ(circulate.due, day("2008-08-01"));
    EXPECT_EQ(circulate.state, DutyState::not_yet_due);
    EXPECT_EQ(state_of("kp.circulate/kp/m1", "2008-08-02"), DutyState::overdue);
    EXPECT_EQ(duty("kp.approve/kp/m1", "2008-07-05").words,
              "Due at the next meeting; none is convened yet.");
    draft_and_circulate();
    EXPECT_EQ(state_of("kp.circulate/kp/m1", "2008-08-02"), DutyState::met);
    EXPECT_EQ(state_of("kp.circulate/kp/m1", "2008-07-09"), DutyState::not_yet_due);
    open_second({1, 2, 3});
    EXPECT_EQ(duty("kp.approve/kp/m1", "2008-07-05").due, day("2008-12-02"));
    EXPECT_EQ(state_of("kp.approve/kp/m1", "2008-12-03"), DutyState::overdue);
    does(acts::ApproveMinutes{m1, m2, {}, {}}, "2008-12-02T10:30", "presiding");
    EXPECT_EQ(state_of("kp.approve/kp/m1", "2008-12-03"), DutyState::met);
    EXPECT_EQ(duty("kp.publish/kp/m1", "2008-12-03").words, "Not done yet; the terms set no time.");
    does(acts::PublishMinutes{m1, true}, "2008-12-04");
    EXPECT_EQ(duty("kp.publish/kp/m1", "2008-12-05").words,
              "Published as a draft on Thursday 4 December 2008.");
}

TEST_F(DutiesTest, MembersReportBackOnceMinutesArePublished) {
    mark_complete();
    hold_first();
    draft_and_circulate();
    EXPECT_TRUE(duty("kp.report-back/kp/m1/2", "2008-07-20").id.empty());
    does(acts::PublishMinutes{m1, true}, "2008-07-11");
    EXPECT_EQ(state_of("kp.report-back/kp/m1/2", "2008-07-20"), DutyState::not_yet_due);
    EXPECT_EQ(std::count_if(list.begin(), list.end(),
                            [](const Duty& each) { return each.rule == "kp.report-back"; }),
              5);
    events::ReportMade made;
    made.body = BodyId("kp");
    made.kind = "report-back";
    made.seat = SeatId("kp/2");
    happens(made, "2008-07-18");
    EXPECT_EQ(state_of("kp.report-back/kp/m1/2", "2008-07-20"), DutyState::met);
    EXPECT_EQ(state_of("kp.report-back/kp/m1/3", "2008-07-20"), DutyState::not_yet_due);
}

TEST_F(DutiesTest, TheAnnualReportIsMetWhenEveryAudienceHasIt) {
    mark_complete();
    report("annual-report", {"kcc"}, "2008-10-01");
    const auto& half = duty("kp.annual/2008", "2008-11-01");
    EXPECT_EQ(half.state, DutyState::not_yet_due);
    EXPECT_EQ(half.words, "One of two have had it. Not yet: the public.");
    EXPECT_EQ(state_of("kp.annual/2008", "2009-01-01"), DutyState::overdue);
    report("annual-report", {"public"}, "2008-11-15");
    EXPECT_EQ(state_of("kp.annual/2008", "2009-01-01"), DutyState::met);
}

TEST_F(DutiesTest, AbsencesInARowOpenTheChairsChoice) {
    mark_complete();
    hold_first();
    EXPECT_TRUE(duty("kp.missed/4", "2008-07-05").id.empty());
    open_second({1, 2, 3, 5});
    happens(events::MeetingClosed{m2}, "2008-12-02T12:00");
    const auto& reached = duty("kp.missed/4", "2008-12-05");
    EXPECT_EQ(reached.state, DutyState::continuing);
    EXPECT_EQ(words_of(reached.facts, "missed"), "2");
    EXPECT_EQ(reached.words, "Two meetings missed in a row. The Chair may ask, and need not.");
    EXPECT_TRUE(duty("kp.missed/5", "2008-12-05").id.empty());
    happens(events::ReplacementRequested{SeatId("kp/4")}, "2008-12-10");
    EXPECT_EQ(state_of("kp.missed/4", "2008-12-11"), DutyState::met);
}

TEST_F(DutiesTest, LeavingRunsItsNotice) {
    mark_complete();
    happens(
        events::CommitmentRecorded{
            CommitmentId("c1"), BodyId("kp"), OrganisationId("firm"), {}, {}, {}},
        "2008-02-01");
    happens(events::ExitNoticeGiven{BodyId("kp"), OrganisationId("firm"), day("2008-06-01"),
                                    day("2008-06-01"), true},
            "2008-04-01");
    const auto& notice = duty("kp.exit/firm/cooperate", "2008-05-01");
    EXPECT_EQ(notice.due, day("2008-06-01"));
    EXPECT_EQ(words_of(notice.facts, "commitments"), "1");
    EXPECT_TRUE(duty("kp.exit/firm/cooperate", "2008-06-02").id.empty());
    EXPECT_EQ(duty("kp.exit/firm/honour", "2010-01-01").words,
              "One recorded promise still to be honoured.");
    const auto& promise = duty("kp.exit/firm/honour/c1", "2010-01-01");
    EXPECT_EQ(promise.commitment, CommitmentId("c1"));
    EXPECT_EQ(promise.words, "Promised on Friday 1 February 2008, before the notice.");
    happens(events::ExitTermsAgreed{BodyId("psb"), OrganisationId("firm"), {CommitmentId("c1")}},
            "2010-02-01");
    EXPECT_EQ(state_of("kp.exit/firm/honour/c1", "2010-02-01"), DutyState::met);
    EXPECT_EQ(state_of("kp.exit/firm/honour/c1", "2010-01-31"), DutyState::continuing);
}

TEST_F(DutiesTest, StandingDutiesReviewsAndVacantOfficesAreShown) {
    mark_complete();
    EXPECT_EQ(state_of("kp.attend", "2008-06-01"), DutyState::continuing);
    EXPECT_EQ(duty("kp.review", "2008-06-01").words,
              "The terms set no period. Nothing is on record.");
    EXPECT_EQ(state_of("kp.review", "2008-06-01"), DutyState::undetermined);
    EXPECT_TRUE(duty("kp.review", "2008-06-01").no_time);
    EXPECT_EQ(duty("kp.vice-chair/fill", "2008-06-01").words, "Nobody holds it.");
    EXPECT_TRUE(duty("kp.chair/fill", "2008-06-01").id.empty());
}

const std::string board_terms = R"md(+++
language = 1
charter = "board"
body = "psb"
title = "The test board"
text = "restated"
source = "Made for a test"
effective = 2008-02-27
calendar = "england-and-wales"
zone = "Europe/London"
default_effect = "recorded"
+++
# The test board

**1** The chief executive chairs for two years; then the board decides. The Vice Chair rotates.

```rule office psb.chair
office = "chair"
method = "ex-officio"
holder = "chief-executive(kcc)"
term = "P2Y"
then = "psb"
presides = "always"
```

```rule office psb.vice-chair
office = "vice-chair"
method = "rotates"
by = "psb"
every = "P1Y"
```

```rule body psb.body
id = "psb"
```
)md";

TEST_F(DutiesTest, TermsEndAndOfficesPassOn) {
    const auto digest = add(board_terms);
    establish("psb");
    events::CharterAdopted adopted;
    adopted.body = BodyId("psb");
    adopted.charter = "board";
    adopted.digest = digest;
    adopted.zone = "Europe/London";
    happens(adopted, "2008-02-27");
    happens(events::RecordMarkedComplete{BodyId("psb"), day("2008-01-01")}, "2008-02-27");
    seat("psb", 1, "kcc", {}, "fay");
    seat("psb", 2, "police", {}, "gus");
    happens(events::OfficeHolderRecorded{OfficeId("chief-executive(kcc)"), PersonId("fay"), {}, {}},
            "2008-02-27");
    EXPECT_EQ(duty("psb.chair/term", "2008-06-01").due, day("2010-02-27"));
    EXPECT_EQ(state_of("psb.chair/term", "2008-06-01"), DutyState::not_yet_due);
    EXPECT_EQ(state_of("psb.chair/term", "2010-01-15"), DutyState::due_soon);
    EXPECT_EQ(state_of("psb.chair/term", "2010-03-01"), DutyState::overdue);
    events::OfficeFilled chosen{BodyId("psb"), "chair", SeatId("psb/2"), {}, false};
    happens(chosen, "2010-03-10");
    EXPECT_EQ(state_of("psb.chair/term", "2010-03-11"), DutyState::met);
    events::OfficeFilled rotated{BodyId("psb"), "vice-chair", SeatId("psb/2"), {}, true};
    happens(rotated, "2008-04-01");
    EXPECT_EQ(duty("psb.vice-chair/rotate", "2008-06-01").due, day("2009-04-01"));
    EXPECT_EQ(duty("psb.vice-chair/rotate", "2008-06-01").what, "Pass the office of vice chair on");
    EXPECT_EQ(state_of("psb.vice-chair/rotate", "2009-04-02"), DutyState::overdue);
    // The same holder entered again has held it all along.
    happens(rotated, "2009-04-01");
    EXPECT_EQ(state_of("psb.vice-chair/rotate", "2009-04-02"), DutyState::overdue);
    rotated.seat = SeatId("psb/1");
    happens(rotated, "2009-04-02");
    EXPECT_EQ(duty("psb.vice-chair/rotate", "2009-04-02").due, day("2010-04-02"));
}

TEST_F(DutiesTest, ActionsApprovalsAndDiscretionsWait) {
    mark_complete();
    hold_first();
    events::ActionAssigned assigned;
    assigned.action = ActionId("kp/a1");
    assigned.body = BodyId("kp");
    assigned.due = day("2008-09-01");
    happens(assigned, "2008-07-01T11:30");
    EXPECT_EQ(state_of("kp/kp/a1", "2008-08-25"), DutyState::due_soon);
    EXPECT_EQ(state_of("kp/kp/a1", "2008-09-02"), DutyState::overdue);
    happens(events::ApprovalAwaited{m1, 1, SeatId("kp/2"), false}, "2008-07-01T11:30");
    EXPECT_EQ(state_of("kp/kp/m1/1/kp/2", "2008-08-01"), DutyState::not_yet_due);
    happens(events::ApprovalAwaited{m1, 1, SeatId("kp/2"), true}, "2008-07-20");
    EXPECT_EQ(state_of("kp/kp/m1/1/kp/2", "2008-08-01"), DutyState::met);
    EntryLine line;
    line.id = EntryId("late");
    line.position = state.size;
    line.body = BodyId("kp");
    line.meeting = m1;
    line.effective = when("2008-06-20");
    note_entry(state, line);
    AwaitedDiscretion awaited;
    awaited.entry = EntryId("late");
    awaited.submission.act = acts::NotifyItem{};
    awaited.holder = "chair";
    note_awaited(state, awaited);
    EXPECT_EQ(duty("kp/late", "2008-06-21").words,
              "Asked on Friday 20 June 2008; waiting for the Chair.");
}

TEST_F(DutiesTest, TheListIsTheSameEveryTimeAndOverdueComesFirst) {
    mark_complete();
    hold_first();
    const auto first = duties(state, context, day("2009-06-01"));
    const auto second = duties(state, context, day("2009-06-01"));
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].id, second[i].id);
        EXPECT_EQ(first[i].words.find_first_of("{}"), std::string::npos);
    }
    EXPECT_EQ(first.front().state, DutyState::overdue);
    const auto not_overdue = std::find_if(first.begin(), first.end(), [](const Duty& each) {
        return each.state != DutyState::overdue;
    });
    EXPECT_TRUE(std::none_of(not_overdue, first.end(),
                             [](const Duty& each) { return each.state == DutyState::overdue; }));
    EXPECT_TRUE(duties_of(state, context, BodyId("nobody"), day("2009-06-01")).empty());
}

class FindingsTest : public DutiesTest {
protected:
    [[nodiscard]] const Finding& finding(std::string_view id, std::string_view at = "2008-06-01") {
        found = findings(state, context, when(at));
        const auto it = std::find_if(found.begin(), found.end(),
                                     [&](const Finding& each) { return each.id == id; });
        static const Finding none;
        return it == found.end() ? none : *it;
    }
    void mark(const std::string& seat, const std::string& person, const std::string& office) {
        events::SeatFilled filled;
        filled.seat = SeatId(seat);
        filled.person = PersonId(person);
        filled.marked = office;
        happens(filled, "2008-02-01");
    }
    void create(const std::string& body, std::int64_t number, const std::string& place) {
        events::SeatCreated created;
        created.seat = SeatId(body + "/" + std::to_string(number));
        created.body = BodyId(body);
        created.number = number;
        created.place = place;
        happens(created, "2008-01-01");
    }

    std::vector<Finding> found;
};

TEST_F(FindingsTest, TermsThatLeaveNoRoomOrSetNoTime) {
    EXPECT_EQ(finding("kp/zero-slack").clauses, std::vector<std::string>{"3"});
    EXPECT_EQ(finding("kp/no-period/kp.review").words,
              "5 asks for a review and does not say how often.");
    EXPECT_FALSE(finding("kp/no-deadline/kp.publish").id.empty());
    EXPECT_TRUE(finding("kp/no-deadline/kp.approve").id.empty());
    EXPECT_EQ(finding("kp/silent/admission").words,
              "The terms do not say how members are admitted.");
    EXPECT_TRUE(finding("kp/silent/quorum").id.empty());
    EXPECT_EQ(finding("kp/silent/election/vice-chair").words,
              "The terms do not say for how long the vice chair is elected.");
}

TEST_F(FindingsTest, ReadingsReliedOnAreListedUntilTheBodyAdoptsThem) {
    EXPECT_EQ(finding("kp/reading/kp-terms/I1").words,
              "Left open: Does a substitute count? Read, until the body settles it: Yes.");
    happens(
        events::InterpretationAdopted{
            BodyId("kp"), "kp-terms/I1", "counted", Standing::adopted, {}, {}},
        "2008-03-01");
    EXPECT_TRUE(finding("kp/reading/kp-terms/I1").id.empty());
}

TEST_F(FindingsTest, GroupsNamedAgainstGroupsEstablished) {
    const auto& named = finding("kp/groups-named");
    EXPECT_EQ(words_of(named.facts, "named"), "2");
    EXPECT_EQ(words_of(named.facts, "established"), "0");
    EXPECT_FALSE(finding("kp/groups-counted/kp.districts").id.empty());
    establish("keb");
    EXPECT_EQ(words_of(finding("kp/groups-named").facts, "established"), "1");
    EXPECT_FALSE(finding("kp/not-represented/keb").id.empty());
    events::RepresentativeSet set;
    set.seat = SeatId("kp/3");
    set.represents = BodyId("keb");
    happens(set, "2008-02-01");
    EXPECT_TRUE(finding("kp/not-represented/keb").id.empty());
}

TEST_F(FindingsTest, TheRegisterAgainstTheTerms) {
    create("kp", 6, "district");
    const auto& places = finding("kp/places/kp.districts/kp");
    EXPECT_EQ(places.words, "6 gives district places: two; the register of kp has one.");
    EXPECT_EQ(finding("kp/vacancies").words, "One seat has no holder on record.");
    EXPECT_EQ(finding("kp/no-sector").words, "Two seats have no sector on record.");
    EXPECT_FALSE(finding("kp/balance/kp.balance/faith").id.empty());
    EXPECT_TRUE(finding("kp/balance/kp.balance/public").id.empty());
    create("kp", 7, "district");
    EXPECT_TRUE(finding("kp/places/kp.districts/kp").id.empty());
    mark("kp/6", "ann", "");
    EXPECT_EQ(finding("kp/two-seats/kp/1").words, "Seats kp/1 and kp/6 are held by one person.");
    establish("psb");
    seat("psb", 1, "kcc", {}, "ann");
    EXPECT_EQ(finding("kp/also-on/psb").words, "One person holds a seat here and on psb.");
}

TEST_F(FindingsTest, TheRollMarksSomeoneElse) {
    EXPECT_FALSE(finding("kp/unfilled/vice-chair").id.empty());
    mark("kp/2", "bob", "chair");
    EXPECT_EQ(finding("kp/marked-otherwise/chair").words,
              "6 gives the office of chair to the leader of kcc, which goes with seat kp/1; the "
              "roll marks seat kp/2.");
    mark("kp/3", "cat", "vice-chair");
    EXPECT_FALSE(finding("kp/marked-only/vice-chair").id.empty());
    events::OfficeFilled elected;
    elected.body = BodyId("kp");
    elected.office = "vice-chair";
    elected.seat = SeatId("kp/3");
    happens(elected, "2008-03-01");
    EXPECT_TRUE(finding("kp/marked-only/vice-chair").id.empty());
    EXPECT_TRUE(finding("kp/unfilled/vice-chair").id.empty());
    mark("kp/2", "bob", "");
    mark("kp/1", "ann", "chair");
    EXPECT_TRUE(finding("kp/marked-otherwise/chair").id.empty());
}

TEST_F(FindingsTest, ActsRecordedWithABreachAreListed) {
    EntryLine line;
    line.id = EntryId("e9");
    line.position = 9;
    line.act = act_index("circulate-papers");
    line.body = BodyId("kp");
    line.effective = when("2008-05-20");
    line.codes = {Code::notice_too_short};
    note_entry(state, line);
    const auto& breach = finding("kp/entry/9/notice_too_short");
    EXPECT_EQ(breach.words, "Circulate papers, Tuesday 20 May 2008: Sent too late.");
    EXPECT_EQ(breach.kind, FindingKind::record);
    EXPECT_EQ(breach.position, 9);
    EXPECT_TRUE(finding("kp/entry/9/notice_too_short", "2008-05-01").id.empty());
}

TEST_F(FindingsTest, SpeakOfSeatsAndDocumentsOnly) {
    create("kp", 6, "district");
    for (const auto& each : findings(state, context, when("2008-06-01"))) {
        EXPECT_EQ(each.words.find_first_of("{}"), std::string::npos) << each.id;
        for (const auto* person : {"ann", "bob", "cat", "dan", "eve"}) {
            EXPECT_EQ(each.words.find(std::string(" ") + person + " "), std::string::npos)
                << each.words;
        }
    }
}

} // namespace
} // namespace quorate::governance
