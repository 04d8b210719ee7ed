// The views of a partner organisation, made from lines played in memory.

#include "base/text.hpp"
#include "partnership/scenario/stage.hpp"
#include "views/partner/liaison.hpp"
#include "views/partner/partner.hpp"
#include "views/partner/promises.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::views {
namespace {

namespace scenario = partnership::scenario;
using governance::ActorKind;
using governance::OrganisationId;

/// The Kent rehearsal with lines played on it.
class Played {
public:
    Played() {
        const auto path = std::string(QUORATE_SOURCE_DIR) + "/examples/kent-rehearsal/rehearsal.md";
        const auto first = scenario::parse(base::read_file(path).value(), "rehearsal.md");
        const auto at = scenario::first_instant(first.value());
        auto made = partnership::Partnership::create_in_memory(
            scenario::new_partnership(*first, at.value()));
        scene_.emplace(scenario::Scene{std::move(made.value()), files_, {}, {}});
        play(first);
    }

    void play(const std::string& lines) {
        play(scenario::parse("+++\ntitle = \"More\"\n+++\n```acts\n" + lines + "```\n", "more.md"));
    }
    [[nodiscard]] Reader partner(const std::string& organisation) const {
        Viewer viewer;
        viewer.kind = ViewerKind::partner;
        viewer.organisations = {OrganisationId(organisation)};
        return Reader::open(*scene_->partnership, viewer).value();
    }
    [[nodiscard]] Reader member(const std::string& seat) const {
        Viewer viewer;
        viewer.kind = ViewerKind::member;
        viewer.seats = {{ActorKind::seat, seat}};
        return Reader::open(*scene_->partnership, viewer).value();
    }
    [[nodiscard]] Reader other(ViewerKind kind) const {
        Viewer viewer;
        viewer.kind = kind;
        return Reader::open(*scene_->partnership, viewer).value();
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

constexpr const char* called =
    R"(2008-06-09T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-06-09T09:05  servicing  notify-item  meeting=kp/m1 item=1 title="Buying locally" affects=partner-10
)";

constexpr const char* decided =
    R"(2008-07-01T09:50  servicing  record-arrival  meeting=kp/m1 seats=1-30
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1
2008-07-01T10:01  chair  preside  meeting=kp/m1 seat=1 evidence=room
2008-07-01T10:02  servicing  take-item  meeting=kp/m1 item=1
2008-07-01T10:03  seat:kp/3  move-motion  meeting=kp/m1 item=1 seat=3 words="That partners buy locally" )"
    R"(evidence=room
2008-07-01T10:04  presiding  put-question  meeting=kp/m1 item=1 evidence=room
2008-07-01T10:05  presiding  record-consensus  meeting=kp/m1 item=1 evidence=room
2008-07-01T10:06  presiding  declare-outcome  meeting=kp/m1 item=1 outcome=carried by=consensus )"
    R"(words="Partners are asked to buy locally." concerns=partner-9 evidence=room
2008-07-01T10:20  presiding  assign-action  action=kp/a1 meeting=kp/m1 item=1 body=kp )"
    R"(organisation=partner-11 what="List local suppliers" due=2008-07-31 evidence=room
2008-07-01T11:00  servicing  close-meeting  meeting=kp/m1
)";

std::vector<std::string> ids(const std::vector<PartnerDecision>& decisions) {
    std::vector<std::string> out;
    for (const auto& each : decisions) {
        out.push_back(each.line.id);
    }
    return out;
}

TEST(Partner, IsToldWhereItMayBeHeard) {
    Played played;
    played.play(called);
    const auto desk = partner_desk(played.partner("partner-10"), "partner-10");
    ASSERT_TRUE(desk);
    ASSERT_EQ(desk->hearings.size(), 1U);
    EXPECT_EQ(desk->hearings[0].title, "Buying locally");
    EXPECT_TRUE(desk->hearings[0].heard);
    EXPECT_EQ(desk->hearings[0].clause, "3.6");
    EXPECT_TRUE(partner_desk(played.partner("partner-9"), "partner-9")->hearings.empty());
    played.play(decided);
    EXPECT_TRUE(partner_desk(played.partner("partner-10"), "partner-10")->hearings.empty());
}

TEST(Partner, AnswersWhatConcernsItAndNothingElse) {
    Played played;
    played.play(std::string(called) + decided);
    for (const char* organisation : {"partner-9", "partner-10", "partner-11"}) {
        // Named by the meeting, by the agenda, and by what it gave it to do.
        const auto waiting = to_answer(played.partner(organisation));
        ASSERT_EQ(ids(waiting), std::vector<std::string>{"kp/d1"}) << organisation;
        EXPECT_EQ(waiting[0].why.size(), 1U) << organisation;
        EXPECT_EQ(waiting[0].clause, "3.22");
        EXPECT_EQ(waiting[0].actor, std::string("organisation:") + organisation);
    }
    EXPECT_TRUE(to_answer(played.partner("partner-12")).empty());
    const auto other = partner_desk(played.partner("partner-12"), "partner-12");
    ASSERT_EQ(other->others.size(), 1U);
    EXPECT_EQ(other->others[0].id, "kp/d1");
}

TEST(Partner, ChangesItsAnswerAndBothAreKept) {
    Played played;
    played.play(std::string(called) + decided);
    played.play("2008-07-10T09:00  organisation:partner-9  respond-as-partner  decision=kp/d1 "
                "organisation=partner-9 answer=note words=\"We shall see.\"\n");
    EXPECT_TRUE(to_answer(played.partner("partner-9")).empty());
    played.play("2008-07-20T09:00  organisation:partner-9  respond-as-partner  decision=kp/d1 "
                "organisation=partner-9 answer=adopt words=\"We will.\"\n");
    const auto desk = partner_desk(played.partner("partner-9"), "partner-9");
    ASSERT_EQ(desk->answered.size(), 1U);
    const auto& replies = desk->answered[0].replies;
    ASSERT_EQ(replies.size(), 2U);
    EXPECT_EQ(replies[0].answer, "adopt");
    EXPECT_EQ(replies[0].words, "We will.");
    EXPECT_EQ(replies[1].answer_words, "Noted");
    EXPECT_EQ(replies[1].words, "We shall see.");
    const auto page = played.other(ViewerKind::public_).decision("kp/d1");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->responses.size(), 2U);
    EXPECT_TRUE(page->responses[0].replaced) << "the page says which of the two stands";
    EXPECT_FALSE(page->responses[1].replaced);
}

TEST(Partner, NobodyElseSeesItsDesk) {
    Played played;
    played.play(std::string(called) + decided);
    EXPECT_FALSE(partner_desk(played.partner("partner-10"), "partner-9"));
    EXPECT_FALSE(partner_decision(played.partner("partner-10"), "partner-9", "kp/d1"));
    EXPECT_FALSE(partner_seat(played.partner("partner-10"), "partner-10", "kp/9"));
    EXPECT_FALSE(partner_action(played.partner("partner-10"), "partner-10", "kp/a1"));
    EXPECT_FALSE(partner_exit(played.partner("partner-10"), "partner-9", "kp"));
    EXPECT_EQ(partner_actor(played.partner("partner-10"), "partner-9", "kp"), "");
    for (const auto kind :
         {ViewerKind::public_, ViewerKind::administrator, ViewerKind::secretariat}) {
        EXPECT_TRUE(organisations_answered_for(played.other(kind)).empty());
        EXPECT_TRUE(to_answer(played.other(kind)).empty());
        EXPECT_FALSE(partner_desk(played.other(kind), "partner-9"));
    }
    EXPECT_FALSE(partner_desk(played.partner("no-such"), "no-such"));
}

TEST(Partner, AMemberAnswersForTheOrganisationOfTheSeat) {
    Played played;
    played.play(std::string(called) + decided);
    const auto waiting = to_answer(played.member("kp/9"));
    ASSERT_EQ(ids(waiting), std::vector<std::string>{"kp/d1"});
    EXPECT_EQ(waiting[0].actor, "seat:kp/9");
    EXPECT_EQ(partner_actor(played.member("kp/9"), "partner-9", "psb"), "");
    EXPECT_TRUE(to_answer(played.member("kp/12")).empty());
}

TEST(Partner, WithoutASeatItIsShownButTheTermsTakeNoAnswer) {
    Played played;
    auto lines = std::string(called) + decided;
    lines.replace(lines.find("affects=partner-10"), 18, "affects=allotments");
    played.play("2008-06-02T09:00  servicing  register-organisation  organisation=allotments "
                "name=\"The allotments\" sector=voluntary-and-community\n" +
                lines);
    const auto desk = partner_desk(played.partner("allotments"), "allotments");
    ASSERT_TRUE(desk);
    ASSERT_EQ(desk->waiting.size(), 1U);
    EXPECT_EQ(desk->waiting[0].actor, "");
    EXPECT_TRUE(to_answer(played.partner("allotments")).empty());
}

TEST(Partner, InARehearsalNobodyIsNamed) {
    Played played;
    const auto own = organisations_answered_for(played.partner("partner-9"));
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].name, "Your organisation");
}

/// Three meetings in a row without the holder of seat 9: the Chair may then ask for another.
constexpr const char* missed_three =
    R"(2008-06-02T09:00  servicing  set-programme  body=kp year=2008 )"
    R"(meetings=2008-07-01T10:00,2008-07-08T10:00,2008-07-15T10:00
2008-06-02T09:01  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-06-02T09:02  servicing  convene-meeting  meeting=kp/m2 at=2008-07-08T10:00
2008-06-02T09:03  servicing  convene-meeting  meeting=kp/m3 at=2008-07-15T10:00
2008-07-01T10:00  servicing  take-attendance  meeting=kp/m1 present=1-8,10-30
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1
2008-07-01T11:00  servicing  close-meeting  meeting=kp/m1
2008-07-08T10:00  servicing  take-attendance  meeting=kp/m2 present=1-8,10-30
2008-07-08T10:00  servicing  open-meeting  meeting=kp/m2
2008-07-08T11:00  servicing  close-meeting  meeting=kp/m2
2008-07-15T10:00  servicing  take-attendance  meeting=kp/m3 present=1-8,10-30
2008-07-15T10:00  servicing  open-meeting  meeting=kp/m3
2008-07-15T11:00  servicing  close-meeting  meeting=kp/m3
2008-07-16T09:00  chair  request-replacement  body=kp seat=9 evidence=telephone
)";

TEST(Partner, SeesItsSeatAndWhetherAnotherHolderIsAskedFor) {
    Played played;
    auto seat = partner_seat(played.partner("partner-9"), "partner-9", "kp/9");
    ASSERT_TRUE(seat);
    EXPECT_FALSE(seat->seat.vacant);
    EXPECT_FALSE(seat->asked);
    played.play(missed_three);
    seat = partner_seat(played.partner("partner-9"), "partner-9", "kp/9");
    EXPECT_TRUE(seat->asked);
    played.play("2008-07-17T09:00  organisation:partner-9  register-person  person=new name=\"The "
                "new holder\"\n"
                "2008-07-17T09:01  organisation:partner-9  appoint  body=kp seat=9 person=new\n");
    seat = partner_seat(played.partner("partner-9"), "partner-9", "kp/9");
    EXPECT_FALSE(seat->asked);
    played.play("2008-07-18T09:00  organisation:partner-9  vacate  body=kp seat=9\n");
    EXPECT_TRUE(partner_seat(played.partner("partner-9"), "partner-9", "kp/9")->seat.vacant);
}

TEST(Partner, LeavesAndHonoursWhatItPromisedBefore) {
    Played played;
    played.play(
        "2008-06-02T09:00  organisation:partner-9  record-commitment  commitment=kp/c1 body=kp "
        "organisation=partner-9 what=\"Lend a hall\" due=2008-06-20\n");
    auto exit = partner_exit(played.partner("partner-9"), "partner-9", "kp");
    ASSERT_TRUE(exit);
    EXPECT_TRUE(exit->may);
    EXPECT_EQ(exit->clause, "3.24");
    EXPECT_TRUE(exit->written);
    EXPECT_EQ(exit->to, "the Chair");
    EXPECT_EQ(exit->honours.size(), 1U);
    played.play(
        "2008-06-30T10:00  organisation:partner-9  give-notice-of-exit  body=kp "
        "organisation=partner-9 "
        "written=yes to=chair\n"
        "2008-07-01T09:00  organisation:partner-9  record-commitment  commitment=kp/c2 body=kp "
        "organisation=partner-9 what=\"Made too late\"\n");
    exit = partner_exit(played.partner("partner-9"), "partner-9", "kp");
    EXPECT_FALSE(exit->may);
    EXPECT_EQ(base::text(*exit->leaves), "2008-08-30");
    EXPECT_FALSE(exit->too_early);
    EXPECT_FALSE(exit->left);
    ASSERT_EQ(exit->honours.size(), 1U);
    EXPECT_EQ(exit->honours[0].what, "Lend a hall");
    EXPECT_TRUE(exit->honours[0].overdue);
    EXPECT_EQ(promise_id(played.partner("partner-9"), "kp", ""), "kp/c3");
    EXPECT_EQ(partner_desk(played.partner("partner-9"), "partner-9")->promises.size(), 2U);
}

TEST(Partner, ASeatOnABodyItHasLeftIsItsNoMore) {
    Played played;
    played.play(
        "2008-06-02T09:00  organisation:partner-20  record-commitment  commitment=kp/c1 body=kp "
        "organisation=partner-20 what=\"Lend a hall\" due=2008-12-20\n"
        "2008-06-03T10:00  organisation:partner-20  give-notice-of-exit  body=kp "
        "organisation=partner-20 written=yes to=chair\n"
        "2008-08-02T09:00  servicing  record-report  body=kp kind=progress audiences=kp\n");
    auto desk = partner_desk(played.partner("partner-20"), "partner-20");
    ASSERT_TRUE(desk);
    EXPECT_EQ(desk->seats.size(), 1U) << "until the day it leaves";
    EXPECT_TRUE(desk->former.empty());
    played.play("2008-08-04T09:00  servicing  record-report  body=kp kind=progress audiences=kp\n");
    desk = partner_desk(played.partner("partner-20"), "partner-20");
    EXPECT_TRUE(desk->seats.empty());
    ASSERT_EQ(desk->former.size(), 1U);
    EXPECT_EQ(base::text(*desk->former[0].left), "2008-08-03");
    EXPECT_EQ(partner_actor(played.partner("partner-20"), "partner-20", "kp"), "");
    ASSERT_EQ(desk->promises.size(), 1U);
    EXPECT_EQ(desk->promises[0].actor, "organisation:partner-20") << "it is still to be honoured";
}

TEST(Partner, APromiseEndsWhenItIsHonoured) {
    Played played;
    played.play(
        "2008-06-02T09:00  organisation:partner-9  record-commitment  commitment=kp/c1 body=kp "
        "organisation=partner-9 what=\"Lend a hall\" due=2008-06-20\n"
        "2008-06-02T09:01  organisation:partner-9  record-commitment  commitment=kp/c2 body=kp "
        "organisation=partner-9 what=\"Share the survey\"\n"
        "2008-06-24T09:00  organisation:partner-9  report-on-commitment  commitment=kp/c1 "
        "status=honoured on=2008-06-21 words=\"A day late.\"\n");
    const auto desk = partner_desk(played.partner("partner-9"), "partner-9");
    ASSERT_EQ(desk->promises.size(), 1U);
    EXPECT_EQ(desk->promises[0].id, "kp/c2");
    EXPECT_EQ(desk->promises[0].actor, "organisation:partner-9");
    ASSERT_EQ(desk->ended.size(), 1U);
    EXPECT_EQ(base::text(*desk->ended[0].honoured), "2008-06-21");
    EXPECT_FALSE(desk->ended[0].overdue);
    EXPECT_EQ(desk->ended[0].ended_words, "A day late.");
    EXPECT_FALSE(desk->ended[0].ended_by.empty());
    EXPECT_FALSE(partner_promise(played.partner("partner-10"), "partner-10", "kp/c1"));
    EXPECT_EQ(partner_exit(played.partner("partner-9"), "partner-9", "kp")->honours.size(), 1U);
    played.play(
        "2008-06-25T09:00  servicing  report-on-commitment  commitment=kp/c1 status=open\n");
    const auto again = partner_promise(played.partner("partner-9"), "partner-9", "kp/c1");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->open);
    EXPECT_TRUE(again->overdue);
    EXPECT_EQ(again->ended_words, "");
}

TEST(Promises, AreKeptByTheSecretariatWithWhoMayRelease) {
    Played played;
    played.play(
        "2008-06-02T09:00  servicing  record-commitment  commitment=kp/c1 body=kp "
        "organisation=partner-9 what=\"Lend a hall\"\n"
        "2008-06-02T09:01  servicing  record-commitment  commitment=kp/c2 body=kp "
        "organisation=partner-10 what=\"Print the maps\" due=2008-07-20\n"
        "2008-06-03T09:01  servicing  record-commitment  commitment=kp/c3 body=kp "
        "organisation=partner-10 what=\"Share the survey\"\n"
        "2008-06-03T09:02  servicing  report-on-commitment  commitment=kp/c3 status=honoured\n"
        "2008-06-30T10:00  organisation:partner-9  give-notice-of-exit  body=kp "
        "organisation=partner-9 written=yes to=chair\n");
    EXPECT_FALSE(promises_page(played.other(ViewerKind::public_), "kp"));
    EXPECT_FALSE(promises_page(played.partner("partner-9"), "kp"));
    EXPECT_FALSE(promises_page(played.other(ViewerKind::secretariat), "nobody"));
    const auto page = promises_page(played.other(ViewerKind::secretariat), "kp");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->open.size(), 2U);
    EXPECT_EQ(page->open[0].promise.id, "kp/c2");
    EXPECT_EQ(page->open[0].may_release.id, "kp");
    EXPECT_TRUE(page->open[0].organisation.name.starts_with("Organisation "));
    EXPECT_EQ(page->organisations.front().name, "Organisation 1");
    EXPECT_TRUE(page->open[1].leaving);
    EXPECT_EQ(page->open[1].may_release.id, "psb");
    ASSERT_EQ(page->ended.size(), 1U);
    EXPECT_EQ(page->ended[0].promise.ended_by, "the servicing officer");
    EXPECT_FALSE(page->organisations.empty());
    const auto duties = played.other(ViewerKind::public_).duties("kp").duties;
    EXPECT_TRUE(std::any_of(duties.begin(), duties.end(), [](const DutyShown& each) {
        return each.what.find("Print the maps") != std::string::npos && each.clause.empty();
    }));
    EXPECT_FALSE(promise_line(played.other(ViewerKind::secretariat), "psb", "kp/c1"));
    EXPECT_FALSE(promise_line(played.partner("partner-9"), "kp", "kp/c1"));
}

TEST(Partner, LeavingTooSoonIsSaid) {
    Played played;
    played.play("2008-12-31T10:00  organisation:partner-12  give-notice-of-exit  body=kp "
                "organisation=partner-12 leaves=2009-02-27\n");
    const auto exit = partner_exit(played.partner("partner-12"), "partner-12", "kp");
    ASSERT_TRUE(exit && exit->given);
    EXPECT_TRUE(exit->too_early);
    EXPECT_EQ(base::text(*exit->earliest_then), "2009-02-28");
}

TEST(Liaison, IsShownToWhoeverKeepsTheRegisterAndToThePartner) {
    Played played;
    played.play(
        "2008-06-03T09:04  servicing  nominate-liaison  body=kp organisations=partner-8 seat=2\n");
    EXPECT_FALSE(liaison_page(played.other(ViewerKind::public_), "kp"));
    const auto page = liaison_page(played.other(ViewerKind::secretariat), "kp");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->named.size(), 1U);
    const auto desk = partner_desk(played.partner("partner-8"), "partner-8");
    ASSERT_EQ(desk->liaisons.size(), 1U);
    played.play("2008-06-05T09:00  servicing  nominate-liaison  body=kp organisations=partner-8\n");
    EXPECT_TRUE(partner_desk(played.partner("partner-8"), "partner-8")->liaisons.empty());
}

} // namespace
} // namespace quorate::views
