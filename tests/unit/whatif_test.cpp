// What if: which recorded acts would be ruled on otherwise under other terms, and nothing more.

#include "county.hpp"
#include "governance/codec.hpp"
#include "governance/rule.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/whatif/asked.hpp"
#include "partnership/whatif/hindsight.hpp"
#include "partnership/whatif/shelf.hpp"
#include "partnership/whatif/whatif.hpp"

#include <gtest/gtest.h>

namespace quorate::partnership {
namespace {

using governance::Code;
using governance::Verdict;

scenario::Stage& stage() {
    static scenario::Stage held(QUORATE_SOURCE_DIR);
    return held;
}

/// A scenario of the repository, or lines on the Kent rehearsal, played in memory.
std::unique_ptr<Partnership> played_on(const std::string& start, const std::string& lines = {}) {
    scenario::Document document;
    document.front.start = start;
    auto scene = stage().scene_for(document);
    EXPECT_TRUE(scene) << scene.error().text();
    if (!scene) {
        return nullptr;
    }
    if (!lines.empty()) {
        const auto script = scenario::parse_line(lines, "script");
        EXPECT_TRUE(script) << script.error().text();
        scenario::Player player(**scene);
        for (const auto& line : script->steps) {
            const auto outcome = player.play(*script, line);
            EXPECT_TRUE(outcome) << outcome.error().text();
            if (!outcome->ruling) {
                continue; // a check or a calendar
            }
            EXPECT_EQ(line.expected ? line.expected->verdict : "permitted", outcome->verdict)
                << line.source << ' ' << outcome->message
                << (outcome->ruling ? governance::headline(*outcome->ruling) : "");
        }
    }
    return std::move((*scene)->partnership);
}

constexpr const char* thin_meeting = "scenarios/what-if/a-thin-meeting.md";

struct Answered {
    std::unique_ptr<History> history;
    WhatIf answer;

    [[nodiscard]] const FlipExplained* of(std::string_view act, std::size_t nth = 0) const {
        for (const auto& each : answer.explained) {
            const auto& submission = history->at(each.flip.position).submission;
            if (governance::row_of(submission.act).name == act && nth-- == 0) {
                return &each;
            }
        }
        return nullptr;
    }
};

Answered ask(const Partnership& partnership, const std::vector<std::string>& changes,
             WhatIfMode mode = WhatIfMode::rejudge, bool judge_all = false) {
    Answered out;
    const auto overlay = overlay_of(*partnership.snapshot(), {changes, {}});
    EXPECT_TRUE(overlay) << overlay.error().text();
    auto history = History::load(partnership);
    EXPECT_TRUE(history) << history.error().text();
    if (!overlay || !history) {
        return out;
    }
    out.history = std::move(*history);
    out.answer = what_if(*out.history, {*overlay, mode, {}, judge_all});
    return out;
}

std::string problem(const Partnership& partnership, const std::string& change) {
    const auto overlay = overlay_of(*partnership.snapshot(), {{change}, {}});
    EXPECT_FALSE(overlay) << change;
    return overlay ? std::string() : overlay.error().text();
}

TEST(WhatIf, AThirdMakesAQuorumOfFourteenInForty) {
    const auto partnership = played_on(thin_meeting);
    const auto asked = ask(*partnership, {"kp.quorum.at_least = 1/3 from 2008-07-01"});
    const auto* first = asked.of("declare-outcome", 0);
    const auto* second = asked.of("declare-outcome", 1);
    ASSERT_NE(first, nullptr);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(asked.of("declare-outcome", 2), nullptr) << "thirteen is under a third";
    EXPECT_EQ(first->flip.was, Verdict::refused);
    EXPECT_EQ(first->flip.would_be, Verdict::permitted);
    EXPECT_NE(first->was.reason(Code::inquorate), nullptr);
    EXPECT_NE(first->would_be.reason(Code::quorate), nullptr);
    EXPECT_EQ(second->would_be.reason(Code::quorate)->facts[0],
              (governance::Fact{"present", std::int64_t{14}}));
    EXPECT_EQ(asked.answer.count(FlipKind::verdict), 2);
    EXPECT_GT(asked.answer.count(FlipKind::reasons), 0)
        << "an arrival is recorded without a finding";
}

TEST(WhatIf, BeforeItsDateAndAfterItsEndNothingChanges) {
    const auto partnership = played_on(thin_meeting);
    EXPECT_EQ(ask(*partnership, {"kp.quorum.at_least = 1/3 from 2008-07-02"})
                  .answer.count(FlipKind::verdict),
              0);
    EXPECT_EQ(ask(*partnership, {"kp.quorum.at_least = 1/3 until 2008-07-01"}).answer.flips.size(),
              0U);
    EXPECT_EQ(ask(*partnership, {"kp.quorum.at_least = 1/3 from 2008-07-01 until 2008-07-02"})
                  .answer.count(FlipKind::verdict),
              2);
    // A date long before any body had terms is no mistake: it holds from when there are terms.
    EXPECT_EQ(ask(*partnership, {"kp.quorum.at_least = 1/3 from 1999-01-01"})
                  .answer.count(FlipKind::verdict),
              2);
}

TEST(WhatIf, AnOverlayThatChangesNothingGivesNothing) {
    const auto partnership = played_on(thin_meeting);
    for (const auto mode : {WhatIfMode::rejudge, WhatIfMode::strict}) {
        for (const bool judge_all : {false, true}) {
            EXPECT_TRUE(ask(*partnership, {}, mode, judge_all).answer.flips.empty());
            const auto same =
                ask(*partnership,
                    {"kp.quorum.at_least = 1/2", "kent-partnership/I1 = counted until 2008-12-02"},
                    mode, judge_all);
            EXPECT_TRUE(same.answer.flips.empty());
        }
    }
}

TEST(WhatIf, JudgingOnlyWhatIsTouchedGivesWhatJudgingAllGives) {
    const auto partnership = played_on(thin_meeting);
    for (const auto* change :
         {"kp.quorum.at_least = 2/3", "kp.quorum.effect = recorded", "kp.papers.at_least = 12wd",
          "kp.decide.more_than = 9/10", "kent-partnership/I30 = void",
          "kent-partnership/I1 = not_counted", "kp.chair.holder = \"leader(elsewhere)\"",
          "procedure.course.who = [\"chair\"]"}) {
        for (const auto mode : {WhatIfMode::rejudge, WhatIfMode::strict}) {
            const auto some = ask(*partnership, {change}, mode, false).answer;
            const auto all = ask(*partnership, {change}, mode, true).answer;
            ASSERT_EQ(some.flips.size(), all.flips.size()) << change;
            for (std::size_t i = 0; i < some.flips.size(); ++i) {
                EXPECT_EQ(some.flips[i].position, all.flips[i].position) << change;
                EXPECT_EQ(some.flips[i].would_be, all.flips[i].would_be) << change;
            }
        }
    }
}

TEST(WhatIf, InACountyTooOnlyWhatIsTouchedNeedsJudging) {
    simulated::County county;
    county.bodies = 6;
    county.members = 12;
    county.years = 2;
    county.meetings_a_year = 4;
    county.entries = 4'000;
    const auto made = simulated::make_county_in_memory(QUORATE_SOURCE_DIR, county);
    ASSERT_TRUE(made) << made.error().text();
    const auto history = History::load(**made);
    ASSERT_TRUE(history) << history.error().text();
    EXPECT_EQ((*history)->judged_otherwise_today(), 0);
    for (const auto* change :
         {"kp.quorum.at_least = 1/3", "kp.quorum.at_least = 2/3 from 2008-06-01 until 2009-06-01",
          "kp.quorum.of = seats", "kp.quorum.counts = [\"substitute\"]",
          "kp.quorum.rounding = down", "kp.quorum.test = at-opening", "kp.quorum.effect = recorded",
          "kp.quorum.barred_who_stay_count = false", "kent-partnership/I1 = not_counted",
          "kp.decide.more_than = 2/3"}) {
        const auto overlay = overlay_of((*history)->snapshot(), {{change}, {}});
        ASSERT_TRUE(overlay) << overlay.error().text();
        for (const auto mode : {WhatIfMode::rejudge, WhatIfMode::strict}) {
            const auto some = what_if(**history, {*overlay, mode, {}, false});
            const auto all = what_if(**history, {*overlay, mode, {}, true});
            EXPECT_LE(some.judged_again, all.judged_again);
            ASSERT_EQ(some.flips.size(), all.flips.size()) << change;
            for (std::size_t i = 0; i < some.flips.size(); ++i) {
                ASSERT_EQ(some.flips[i].position, all.flips[i].position) << change;
                ASSERT_EQ(some.flips[i].would_be, all.flips[i].would_be) << change;
                ASSERT_EQ(some.flips[i].follows, all.flips[i].follows) << change;
            }
        }
    }
}

TEST(WhatIf, TheRecordIsNotChangedByAsking) {
    const auto partnership = played_on(thin_meeting);
    const auto before = partnership->checkpoint();
    const auto state = partnership->state();
    ask(*partnership, {"kp.quorum.at_least = 1/3"}, WhatIfMode::strict);
    EXPECT_EQ(partnership->checkpoint(), before);
    EXPECT_EQ(partnership->state(), state);
}

TEST(WhatIf, EachAskedWordIsChecked) {
    const auto partnership = played_on(thin_meeting);
    const auto says = [&](const std::string& change, const std::string& words) {
        EXPECT_NE(problem(*partnership, change).find(words), std::string::npos)
            << problem(*partnership, change);
    };
    says("kp.quorm.at_least = 1/3", "there is no rule kp.quorm. Did you mean kp.quorum?");
    says("kp.quorum.atleast = 1/3", "has no key \"atleast\". Did you mean \"at_least\"?");
    says("kp.quorum = 1/3", "no parameter of it is named");
    says("kp.quorum.at_least = 4/3", "a quorum of 4/3 can mean nothing");
    says("kp.quorum.at_least = 3", "\"at_least\" is a whole number. Expected a fraction");
    says("kp.quorum.test = often", "\"often\" is not one of the words for \"test\"");
    says("kp.quorum.at_least = one third", "is not a value");
    says("kp.quorum.at_least = 1/3 from yesterday", "\"yesterday\" is not a date");
    says("kp.quorum.at_least = 1/3 from 2009-01-01 until 2008-01-01", "it ends before it begins");
    says("kp.papers.at_least = soon", "soon");
    says("kp.quorum.counts = [\"members\"]", "members");
    says("kent-partnership/I99 = counted", "there is no interpretation kent-partnership/I99");
    says("kent-partnership/I1 = count",
         "no reading \"count\". Its readings are counted and not_counted");
    says("a third, please", "this is not a change");
    says("kp.procedure.charter = other", "settled when its terms are made");
}

TEST(WhatIf, AReadingSwitchedBackwards) {
    const auto partnership = played_on(thin_meeting);
    // From the first day, though the record settles it only in December: no substitute came, so
    // nothing turns on it.
    const auto asked = ask(*partnership, {"kent-partnership/I1 = not_counted"});
    EXPECT_EQ(asked.answer.count(FlipKind::verdict), 0);
    EXPECT_GT(asked.answer.judged_again, 0);
}

TEST(WhatIf, ACharterInPlaceOfAnother) {
    const auto partnership = played_on(thin_meeting);
    const auto bytes = partnership->sources().charters();
    std::string text;
    for (const auto& held : bytes) {
        text = held->name == "kent-partnership" ? held->bytes : text;
    }
    const auto at = text.find("at_least = \"1/2\"");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 16, "at_least = \"1/3\"");
    const auto overlay =
        overlay_of(*partnership->snapshot(), {{}, {{text, "other.md", "from 2008-07-01"}}});
    ASSERT_TRUE(overlay) << overlay.error().text();
    const auto history = History::load(*partnership);
    const auto answer = what_if(**history, {*overlay, WhatIfMode::rejudge, {}, false});
    EXPECT_EQ(answer.count(FlipKind::verdict), 2);
    const auto broken = overlay_of(*partnership->snapshot(), {{}, {{"+++\n", "other.md", ""}}});
    EXPECT_FALSE(broken);
    auto elsewhere = text;
    for (const auto* word : {"charter = \"kent-partnership\"", "body = \"kp\""}) {
        const auto place = elsewhere.find(word);
        ASSERT_NE(place, std::string::npos);
        elsewhere.insert(place + std::string(word).size() - 1, "x");
    }
    const auto nobody = overlay_of(*partnership->snapshot(), {{}, {{elsewhere, "other.md", ""}}});
    EXPECT_FALSE(nobody);
}

TEST(WhatIf, ARuleThatCannotBeAppliedIsUndetermined) {
    const auto partnership = played_on(thin_meeting);
    // Ten years of working days before the meeting there is no calendar to count them by.
    const auto asked = ask(*partnership, {"kp.papers.at_least = 2500wd"});
    const auto* flip = asked.of("circulate-papers");
    ASSERT_NE(flip, nullptr);
    const auto& reasons = flip->would_be.reasons;
    EXPECT_TRUE(std::any_of(reasons.begin(), reasons.end(), [](const governance::Reason& reason) {
        return reason.says == governance::Says::undetermined;
    }));
    EXPECT_EQ(flip->flip.kind, FlipKind::reasons) << "what happened is recorded all the same";
}

TEST(WhatIf, StrictlyADecisionThatFallsTakesLaterActsWithIt) {
    const auto partnership = played_on(thin_meeting);
    const std::vector<std::string> change{"kp.quorum.at_least = 2/3 from 2008-12-01"};
    const auto rejudged = ask(*partnership, change);
    EXPECT_NE(rejudged.of("declare-outcome"), nullptr);
    EXPECT_EQ(rejudged.of("adopt-interpretation"), nullptr) << "the decision stands as recorded";
    const auto strict = ask(*partnership, change, WhatIfMode::strict);
    const auto* decision = strict.of("declare-outcome");
    ASSERT_NE(decision, nullptr);
    EXPECT_FALSE(decision->flip.follows);
    const auto* reading = strict.of("adopt-interpretation");
    ASSERT_NE(reading, nullptr);
    EXPECT_TRUE(reading->flip.follows);
    EXPECT_EQ(reading->flip.would_be, Verdict::refused);
    const auto* approval = strict.of("approve-minutes");
    ASSERT_NE(approval, nullptr);
    EXPECT_EQ(approval->flip.would_be, Verdict::refused);
    const auto* published = strict.of("publish-minutes");
    ASSERT_NE(published, nullptr);
    EXPECT_TRUE(published->flip.follows);
}

TEST(WhatIf, StrictlyWhatBecomesADecisionHasItsEffect) {
    const auto partnership = played_on(thin_meeting);
    const auto strict = ask(*partnership, {"kp.quorum.at_least = 1/3"}, WhatIfMode::strict);
    EXPECT_EQ(strict.answer.count(FlipKind::verdict), 2);
    // The decision of December keeps its own id: the reading that names it still stands.
    EXPECT_EQ(strict.of("adopt-interpretation"), nullptr);
}

constexpr const char* admission = R"(
2008-06-02T09:00  servicing  register-organisation  organisation=newcomer name="A newcomer"
2008-06-02T09:01  servicing  admit-organisation  body=psb organisation=newcomer number=16 -> refused
2008-06-02T09:02  servicing  admit-organisation  body=psb organisation=newcomer number=17 contribution="Skills"
2008-06-02T09:03  servicing  register-person  person=somebody name="Somebody"
2008-06-02T09:04  servicing  appoint  body=psb seat=16 person=somebody -> refused
2008-06-02T09:05  servicing  appoint  body=psb seat=17 person=somebody
)";

TEST(WhatIf, StrictlyAnAdmissionThatFallsLeavesNoSeatToFill) {
    const auto partnership = played_on("kent-rehearsal", admission);
    const std::vector<std::string> change{"procedure.admission.who = [\"chair\"]"};
    const auto rejudged = ask(*partnership, change);
    ASSERT_NE(rejudged.of("admit-organisation"), nullptr);
    EXPECT_EQ(rejudged.of("appoint"), nullptr) << "the seat is there as recorded";
    const auto strict = ask(*partnership, change, WhatIfMode::strict);
    const auto* appointed = strict.of("appoint");
    ASSERT_NE(appointed, nullptr);
    EXPECT_TRUE(appointed->flip.follows);
    EXPECT_EQ(appointed->flip.was, Verdict::permitted);
    EXPECT_EQ(appointed->flip.would_be, Verdict::refused);
    EXPECT_NE(appointed->would_be.reason(Code::seat_unknown), nullptr);
}

TEST(WhatIf, StrictlyAnAdmissionThatStandsMakesItsSeat) {
    const auto partnership = played_on("kent-rehearsal", admission);
    const auto strict = ask(*partnership, {"psb.admission.requires = []"}, WhatIfMode::strict);
    const auto* admitted = strict.of("admit-organisation");
    ASSERT_NE(admitted, nullptr);
    EXPECT_EQ(admitted->flip.would_be, Verdict::permitted);
    const auto* appointed = strict.of("appoint");
    ASSERT_NE(appointed, nullptr);
    EXPECT_EQ(appointed->flip.was, Verdict::refused);
    EXPECT_NE(appointed->flip.would_be, Verdict::refused);
    EXPECT_TRUE(appointed->flip.follows);
}

TEST(WhatIf, StrictlyAnElectionThatFallsChangesWhoPresides) {
    const auto partnership = played_on("kent-rehearsal", R"(
2008-06-02T09:00  servicing  adopt-interpretation  body=kp interpretation=I12 reading=different
2008-06-02T09:01  servicing  elect-to-office  body=kp office=vice-chair seat=5
2008-06-02T09:02  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1
2008-07-01T10:01  servicing  record-arrival  meeting=kp/m1 seats=1-6,8-25
2008-07-01T10:02  seat:kp/5  preside  meeting=kp/m1 seat=5 evidence=room
)");
    const std::vector<std::string> change{"kent-partnership/I12 = one"};
    EXPECT_EQ(ask(*partnership, change).of("preside"), nullptr);
    const auto strict = ask(*partnership, change, WhatIfMode::strict);
    const auto* elected = strict.of("elect-to-office");
    ASSERT_NE(elected, nullptr);
    EXPECT_EQ(elected->flip.would_be, Verdict::refused);
    const auto* presides = strict.of("preside");
    ASSERT_NE(presides, nullptr);
    EXPECT_TRUE(presides->flip.follows);
}

TEST(WhatIf, ErasedWordsMakeNoDifference) {
    const auto partnership = played_on("kent-rehearsal", R"(
2008-06-02T09:00  servicing  register-person  person=passer-by name="Somebody"
2008-06-02T09:01  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-06-02T09:02  seat:kp/21  nominate-substitute  meeting=kp/m1 seat=21 person=passer-by
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1
2008-07-01T10:01  servicing  record-arrival  meeting=kp/m1 seats=1-19
2008-07-01T10:02  servicing  record-arrival  meeting=kp/m1 seats=21 by_substitute=yes
2008-07-01T10:03  servicing  note-item  meeting=kp/m1 item=1 -> refused
)");
    const std::vector<std::string> change{"kent-partnership/I1 = not_counted"};
    const auto before = ask(*partnership, change).answer.flips.size();
    EXPECT_GT(before, 0U);
    ASSERT_TRUE(partnership->vault().erase_subject("passer-by"));
    EXPECT_EQ(ask(*partnership, change).answer.flips.size(), before);
}

TEST(WhatIf, AWindowOfTheWholeListIsExplained) {
    const auto partnership = played_on(thin_meeting);
    const auto overlay = overlay_of(*partnership->snapshot(), {{"kp.quorum.at_least = 1/3"}, {}});
    const auto history = History::load(*partnership);
    const auto whole = what_if(**history, {*overlay, WhatIfMode::rejudge, {}, false});
    const auto part = what_if(**history, {*overlay, WhatIfMode::rejudge, {1, 2}, false});
    ASSERT_GT(whole.flips.size(), 3U);
    EXPECT_EQ(part.flips.size(), whole.flips.size());
    ASSERT_EQ(part.explained.size(), 2U);
    EXPECT_EQ(part.explained[0].flip.position, whole.flips[1].position);
}

TEST(WhatIf, ARecordThatGoesOnIsTakenInWithoutStartingAgain) {
    auto partnership = played_on(thin_meeting);
    std::int64_t first = 0;
    ASSERT_TRUE(with_history(*partnership, [&](const History& history) {
        first = static_cast<std::int64_t>(history.acts().size());
    }));
    governance::Submission submission;
    const auto at = partnership->now();
    submission.id = scenario::derived_id("later", 1, at);
    submission.act =
        governance::acts::RegisterPerson{governance::PersonId("newcomer"), {"New", {}}};
    submission.made_by = {governance::ActorKind::servicing, {}};
    submission.recorded_by = submission.made_by;
    submission.effective = at;
    ASSERT_TRUE(partnership->submit(submission));
    ASSERT_TRUE(with_history(*partnership, [&](const History& history) {
        EXPECT_EQ(static_cast<std::int64_t>(history.acts().size()), first + 1);
    }));
}

TEST(Hindsight, ABackDatedArrivalTellsWhatWouldHaveDiffered) {
    const auto partnership =
        played_on("kent-rehearsal", R"(
2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-06-02T09:01  servicing  notify-item  meeting=kp/m1 item=1 title="One"
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1
2008-07-01T10:01  servicing  record-arrival  meeting=kp/m1 seats=1-19
2008-07-01T10:02  chair  preside  meeting=kp/m1 seat=7 evidence=room
2008-07-01T10:05  presiding  note-item  meeting=kp/m1 item=1 evidence=room -> refused
)"
                                    "2008-07-01T10:02  servicing  record-arrival  meeting=kp/m1 "
                                    "seats=20 recorded=2008-07-03T09:00 "
                                    "late_reason=\"It was on the sheet\"\n");
    const auto last = partnership->state()->size - 1;
    const auto known = verdicts_now_different(*partnership, last);
    ASSERT_TRUE(known) << known.error().text();
    EXPECT_GT(known->looked_at, 0);
    ASSERT_FALSE(known->differ.empty());
    const auto& note = known->differ.back();
    EXPECT_EQ(note.flip.position, last - 1);
    EXPECT_EQ(note.flip.was, Verdict::refused);
    EXPECT_EQ(note.flip.would_be, Verdict::permitted);
    EXPECT_EQ(partnership->entry(last - 1)->ruling.verdict, Verdict::refused) << "the record stays";
    EXPECT_FALSE(verdicts_now_different(*partnership, last + 5));
    const auto refused = verdicts_now_different(*partnership, last - 1);
    ASSERT_TRUE(refused);
    EXPECT_TRUE(refused->differ.empty()) << "an act without effect changes nothing";
}

TEST(Hindsight, ABackDatedReadingIsJudgedFromItsDate) {
    const auto partnership =
        played_on("scenarios/failure-modes/the-harbour-forum.md",
                  R"(
2022-09-01T09:00  servicing  convene-meeting  meeting=hf/m1 at=2022-09-21T10:00
import-calendar file=data/calendars/england-and-wales.json
2022-09-07T16:00  servicing  circulate-papers  meeting=hf/m1
)"
                  "2022-09-01T08:00  servicing  adopt-interpretation  body=hf interpretation=H1 "
                  "reading=as_it_came "
                  "recorded=2022-10-03T10:00 late_reason=\"Settled for the whole autumn\"\n");
    const auto last = partnership->state()->size - 1;
    const auto known = verdicts_now_different(*partnership, last);
    ASSERT_TRUE(known) << known.error().text();
    ASSERT_EQ(known->differ.size(), 1U);
    EXPECT_EQ(known->differ[0].flip.kind, FlipKind::reasons);
    EXPECT_NE(known->differ[0].would_be.reason(Code::notice_too_short), nullptr);
}

} // namespace
} // namespace quorate::partnership
