// Bodies, their terms over time, readings and links.

#include "base/text.hpp"
#include "governance_world.hpp"

namespace quorate::governance::world {
namespace {

class Bodies : public World {
protected:
    Bodies() { set_up_kp(); }

    [[nodiscard]] std::string notice_of(std::string_view body, std::string_view time) const {
        const auto* terms = terms_at(state, BodyId(body), when(time), context);
        const auto rule = terms == nullptr ? charter::InForce<charter::ExitRule>{}
                                           : terms->terms.one<charter::ExitRule>();
        return rule ? rule->notice : "none";
    }
    [[nodiscard]] static acts::EstablishBody group(std::optional<BodyStatus> status = {},
                                                   std::optional<bool> by_statute = {}) {
        return {BodyId("wg"), "A group", status, by_statute, {}};
    }
    static std::string group_terms() {
        return with(with(psb_terms, "charter = \"psb-terms\"", "charter = \"wg-terms\""),
                    "body = \"psb\"", "body = \"wg\"");
    }
};

TEST_F(Bodies, AGroupIsEstablishedOnceItHasTerms) {
    const auto too_soon = ask(group(), "2008-03-01");
    EXPECT_EQ(too_soon.verdict, Verdict::refused);
    EXPECT_TRUE(says(too_soon, Says::breach, Code::terms_required));
    const auto by_statute = ask(group({}, true), "2008-03-01");
    EXPECT_EQ(by_statute.verdict, Verdict::permitted);
    EXPECT_EQ(by_statute.findings().size(), 1U);
    does(group(BodyStatus::proposed), "2008-03-01");
    EXPECT_TRUE(
        says(ask(group(BodyStatus::proposed), "2008-03-02"), Says::breach, Code::body_exists));
    // The body whose decision sets it up is the one whose terms are asked.
    decide("kp", "kp/d1");
    auto decided = group();
    decided.decision = DecisionId("kp/d1");
    EXPECT_TRUE(says(ask(decided, "2008-03-02"), Says::breach, Code::terms_required));
    does(
        acts::AdoptCharter{
            BodyId("wg"), "wg-terms", add(group_terms()), {"kp-terms=" + kp_digest}, {}, {}, {}},
        "2008-03-02");
    const auto now = does(decided, "2008-03-03");
    EXPECT_TRUE(says(now, Says::complies, Code::terms_agreed));
    EXPECT_TRUE(says(ask(decided, "2008-03-04"), Says::breach, Code::body_exists));
    EXPECT_EQ(*state.bodies.find(BodyId("wg"))->status.at(when("2008-03-02")),
              BodyStatus::proposed);
}

TEST_F(Bodies, TermsAreThoseOfTheBodyAndHeld) {
    establish("psb");
    acts::AdoptCharter act{BodyId("psb"), "kp-terms", kp_digest, {}, {}, {}, {}};
    EXPECT_TRUE(says(ask(act, "2008-02-27"), Says::breach, Code::terms_of_another_body));
    act.digest = std::string(64, '0');
    EXPECT_TRUE(says(ask(act, "2008-02-27"), Says::breach, Code::terms_unknown));
    act = {BodyId("psb"), "psb-terms", add(psb_terms), {}, {}, {}, {}};
    EXPECT_TRUE(says(ask(act, "2008-02-27"), Says::breach,
                     Code::terms_unknown)); // applies kp-terms, not given
    act.applies = {"kp-terms"};
    EXPECT_EQ(word(ask(act, "2008-02-27"), Code::terms_unknown, "charter"), "kp-terms");
    act.applies = {"kp-terms=" + kp_digest};
    act.calendar = std::string(64, 'a');
    EXPECT_TRUE(says(ask(act, "2008-02-27"), Says::breach, Code::calendar_unknown));
    act.calendar = {};
    act.body = BodyId("nowhere");
    EXPECT_TRUE(says(ask(act, "2008-02-27"), Says::breach, Code::body_unknown));
    act.body = BodyId("psb");
    does(act, "2008-02-27");
    EXPECT_EQ(state.bodies.find(BodyId("psb"))->zone, "Europe/London");
    EXPECT_EQ(notice_of("psb", "2008-02-26"), "none");
    EXPECT_EQ(notice_of("psb", "2008-02-27"), "P2M");
}

TEST_F(Bodies, AnAmendmentReachesTheBodiesThatApplyTheCharter) {
    set_up_psb();
    const auto amended = add(with(kp_terms, "notice = \"P2M\"", "notice = \"P3M\""));
    acts::AmendCharter act{BodyId("kp"), "kp-terms", amended, {}, {}, {}, {}};
    const auto undecided = ask(act, "2009-01-01");
    EXPECT_EQ(undecided.verdict, Verdict::permitted);
    ASSERT_EQ(undecided.findings().size(), 1U);
    EXPECT_EQ(undecided.findings().front()->code, Code::decision_missing);
    act.decision = DecisionId("kp/d1");
    EXPECT_TRUE(says(ask(act, "2009-01-01"), Says::breach, Code::decision_unknown));
    decide("kp", "kp/d1");
    EXPECT_TRUE(does(act, "2009-01-01").findings().empty());
    for (const auto* body : {"kp", "psb"}) {
        EXPECT_EQ(notice_of(body, "2008-12-31"), "P2M") << body;
        EXPECT_EQ(notice_of(body, "2009-01-01"), "P3M") << body;
    }
    // An adoption entered late takes its place between them.
    const auto between = add(with(kp_terms, "notice = \"P2M\"", "notice = \"P1M\""));
    does(acts::AmendCharter{BodyId("kp"), "kp-terms", between, {}, {}, DecisionId("kp/d1"), {}},
         "2008-06-01");
    for (const auto* body : {"kp", "psb"}) {
        EXPECT_EQ(notice_of(body, "2008-05-31"), "P2M") << body;
        EXPECT_EQ(notice_of(body, "2008-06-01"), "P1M") << body;
        EXPECT_EQ(notice_of(body, "2009-01-01"), "P3M") << body;
    }
    establish("new");
    EXPECT_TRUE(
        says(ask(acts::AmendCharter{BodyId("new"), "psb-terms", add(psb_terms), {}, {}, {}, {}},
                 "2009-01-01"),
             Says::breach, Code::no_terms));
}

TEST_F(Bodies, AReadingIsAdoptedFromItsDay) {
    set_up_psb();
    acts::AdoptInterpretation act{BodyId("kp"), "I16", "actual", {}, {}, {}};
    const auto ruling = does(act, "2008-06-01");
    const auto& adopted = std::get<events::InterpretationAdopted>(ruling.events.front());
    EXPECT_EQ(adopted.interpretation, "kp-terms/I16");
    EXPECT_EQ(adopted.standing, Standing::provisional);
    const auto measured = [&](std::string_view time) {
        return terms_at(state, BodyId("kp"), when(time), context)
            ->terms.one<charter::SubstituteRule>()
            ->measured_from;
    };
    EXPECT_EQ(measured("2008-05-31"), charter::StartMeasured::scheduled);
    EXPECT_EQ(measured("2008-06-01"), charter::StartMeasured::actual);
    act.reading = "scheduled";
    does(act, "2008-07-01");
    EXPECT_EQ(measured("2008-06-30"), charter::StartMeasured::actual);
    EXPECT_EQ(measured("2008-07-01"), charter::StartMeasured::scheduled);
    act.reading = "whenever";
    EXPECT_TRUE(says(ask(act, "2008-06-01"), Says::breach, Code::reading_unknown));
    act.interpretation = "I99";
    EXPECT_TRUE(says(ask(act, "2008-06-01"), Says::breach, Code::interpretation_unknown));
    // A reading of an applied charter is the applying body's own choice.
    does(acts::AdoptInterpretation{BodyId("psb"), "kp-terms/I11", "missed", {}, {}, {}},
         "2008-06-01");
    const auto missed_means = [&](std::string_view body) {
        return terms_at(state, BodyId(body), when("2008-06-02"), context)
            ->terms.one<charter::AttendanceRule>()
            ->missed_means;
    };
    EXPECT_EQ(missed_means("psb"), charter::MissedMeans::member_absent);
    EXPECT_EQ(missed_means("kp"), charter::MissedMeans::neither_member_nor_substitute);
}

TEST_F(Bodies, AnAdoptedReadingNeedsItsDecision) {
    acts::AdoptInterpretation act{BodyId("kp"), "I16", "actual", Standing::adopted, {}, {}};
    EXPECT_TRUE(says(ask(act, "2008-06-01"), Says::breach, Code::decision_missing));
    decide("kp", "kp/d1");
    act.decision = DecisionId("kp/d1");
    act.standing = {};
    const auto ruling = does(act, "2008-06-01");
    EXPECT_TRUE(ruling.findings().empty());
    EXPECT_EQ(std::get<events::InterpretationAdopted>(ruling.events.front()).standing,
              Standing::adopted);
}

TEST_F(Bodies, NoBodyAnswersToItself) {
    set_up_psb();
    establish("wg");
    does(acts::LinkBodies{BodyId("psb"), LinkType::accountable_to, BodyId("kp"), {}}, "2008-03-01");
    does(acts::LinkBodies{BodyId("wg"), LinkType::accountable_to, BodyId("psb"), {}}, "2008-03-01");
    const acts::LinkBodies circle{BodyId("kp"), LinkType::accountable_to, BodyId("wg"), {}};
    EXPECT_TRUE(says(ask(circle, "2008-03-02"), Says::breach, Code::links_in_a_circle));
    EXPECT_EQ(ask(circle, "2008-02-28").verdict,
              Verdict::permitted); // before the links there was none
    EXPECT_TRUE(says(ask(acts::Absorb{BodyId("kp"), BodyId("kp"), {}}, "2008-03-02"), Says::breach,
                     Code::links_in_a_circle));
    does(acts::Absorb{BodyId("psb"), BodyId("wg"), {}}, "2008-03-02");
    EXPECT_EQ(state.bodies.find(BodyId("psb"))->links.back().type, LinkType::absorbs_work_of);
    EXPECT_NE(*state.bodies.find(BodyId("wg"))->status.at(when("2008-04-01")),
              BodyStatus::dissolved);
    does(acts::Delegate{BodyId("kp"), BodyId("psb"), "day-to-day", {}, {}}, "2008-03-02");
    EXPECT_EQ(state.bodies.find(BodyId("kp"))->links.back().to, BodyId("psb"));
}

TEST_F(Bodies, AResponsibilityMovesWithADecisionAndBack) {
    establish("forum", "2008-01-01");
    acts::TransferResponsibility act{
        BodyId("kp"), BodyId("forum"), Matter("hear-the-public"), {}, {}};
    does(act, "2010-07-01");
    EXPECT_TRUE(says(ask(act, "2010-08-01"), Says::breach, Code::matter_unknown)); // it has gone
    does(acts::TransferResponsibility{BodyId("forum"), BodyId("kp"), act.matter, {}, {}},
         "2011-01-01");
    EXPECT_EQ(
        *state.bodies.find(BodyId("kp"))->responsibilities.at(act.matter).at(when("2010-12-01")),
        BodyId("forum"));
    EXPECT_EQ(
        *state.bodies.find(BodyId("kp"))->responsibilities.at(act.matter).at(when("2011-01-01")),
        BodyId("kp"));
    act.matter = Matter("approve-vision"); // kept to the partnership: its own decision is needed
    EXPECT_TRUE(says(ask(act, "2010-07-01"), Says::breach, Code::decision_missing));
    decide("kp", "kp/d1");
    act.decision = DecisionId("kp/d1");
    EXPECT_EQ(ask(act, "2010-07-01").verdict, Verdict::permitted);
    act.matter = Matter("nothing-known");
    EXPECT_TRUE(says(ask(act, "2010-07-01"), Says::breach, Code::matter_unknown));
}

TEST_F(Bodies, ADissolvedBodyTakesNothingNew) {
    establish("wg");
    does(acts::MarkRecordComplete{BodyId("wg"), base::parse_date("2008-02-01").value()},
         "2008-03-01");
    does(acts::DissolveBody{BodyId("wg"), {}, {}}, "2009-01-01");
    const acts::CreateSeat seat{BodyId("wg"), 1, {}, {}, {}, {}, {}, {}};
    EXPECT_TRUE(says(ask(seat, "2009-01-01"), Says::breach, Code::body_dissolved));
    EXPECT_EQ(ask(seat, "2008-12-31").verdict, Verdict::permitted);
    EXPECT_TRUE(says(ask(acts::DissolveBody{BodyId("wg"), {}, {}}, "2009-02-01"), Says::breach,
                     Code::body_dissolved));
    EXPECT_TRUE(says(ask(group(), "2009-02-01"), Says::breach, Code::body_dissolved));
}

TEST_F(Bodies, TheKentTermsComeIntoForce) {
    State empty;
    std::swap(state, empty);
    const auto file = [&](const std::string& name) {
        return add(base::read_file(std::string(QUORATE_SOURCE_DIR) + "/charters/" + name).value());
    };
    const auto procedure = "procedure=" + file("base/procedure.md");
    const auto kp = file("kent-2008/kent-partnership.md");
    const auto psb = file("kent-2008/public-service-board.md");
    establish("kp", "2008-02-27");
    establish("psb", "2008-02-27");
    does(acts::AdoptCharter{BodyId("kp"), "kent-partnership", kp, {procedure}, {}, {}, {}},
         "2008-02-27");
    does(acts::AdoptCharter{BodyId("psb"),
                            "public-service-board",
                            psb,
                            {procedure, "kent-partnership=" + kp},
                            {},
                            {},
                            {}},
         "2008-02-27");
    seat("kp", 1, "kcc", "public", "ann");
    seat("kp", 2, "dover", "statutory", "bob");
    seat("psb", 1, "kcc", "public", "ann");
    happens(events::OfficeHolderRecorded{OfficeId("leader(kcc)"), PersonId("ann"), {}, {}},
            "2008-02-27");
    decide("kp", "kp/d1");
    const acts::AdmitOrganisation admit{BodyId("psb"), OrganisationId("dover"), 16, {}, {}, {}, {}};
    EXPECT_TRUE(says(ask(admit, "2008-06-02"), Says::breach, Code::contribution_missing));
    EXPECT_EQ(ask(admit, "2008-06-02").verdict, Verdict::refused);
    const acts::ElectToOffice elect{BodyId("kp"), "vice-chair", SeatRef("2"), {}, {}, {}};
    EXPECT_EQ(ask(elect, "2008-06-02").verdict, Verdict::refused);
    acts::AgreeExitTerms waive{BodyId("psb"), OrganisationId("dover"), {}, DecisionId("kp/d1"), {}};
    const auto refused = ask(waive, "2008-06-02");
    EXPECT_EQ(refused.verdict, Verdict::refused);
    EXPECT_TRUE(says(refused, Says::breach, Code::waiver_not_theirs));
    waive.decision = DecisionId("psb/d1");
    decide("psb", "psb/d1");
    EXPECT_EQ(ask(waive, "2008-06-02").verdict, Verdict::permitted);
    const acts::RequestReplacement ask_for{BodyId("kp"), SeatRef("2"), {}};
    EXPECT_EQ(ask(ask_for, "2008-06-02", "chair").reason(Code::absences_short)->clause, "3.8");
}

TEST_F(Bodies, BeforeTermsOnlyOfficersSetUp) {
    State empty;
    std::swap(state, empty);
    EXPECT_EQ(ask(group(), "2008-03-01", "public").verdict, Verdict::refused);
    EXPECT_EQ(ask(group(), "2008-03-01", "administrator").verdict, Verdict::permitted);
    does(acts::RegisterPerson{PersonId("p"), {}}, "2008-03-01");
}

} // namespace
} // namespace quorate::governance::world
