// A meeting followed as it goes on: what each audience sees and does not, the stream of events, and
// members at it with their own devices.

#include "base/uuid.hpp"
#include "browser.hpp"
#include "governance/codec.hpp"
#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/ballots.hpp"
#include "partnership/workspace/sheet.hpp"
#include "views/live/live.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

using governance::Verdict;

constexpr const char* day = "/desk/meetings/kp/m1/day";
constexpr const char* ballot = "/desk/meetings/kp/m1/ballot";
constexpr const char* now = "/desk/mine/kp/m1/now";
constexpr const char* live = "/meetings/kp/m1/live";

/// The last chunk of an answer (RFC 9112, 7.1).
constexpr const char* stream_end = "\r\n0\r\n\r\n";

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

class LiveTest : public testing::Test {
protected:
    explicit LiveTest(bool open_to_public = true)
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal"), member_(served_, "kent-rehearsal"),
          other_(served_, "kent-rehearsal"), public_(served_, "kent-rehearsal"),
          open_to_public_(open_to_public) {}

    void SetUp() override {
        record("convene-meeting",
               std::string(
                   R"("at": "2008-07-01T10:00", "place": "Sessions House", "remote": true, )") +
                   R"("open_to_public": )" + (open_to_public_ ? "true" : "false"),
               "2008-06-02T09:00");
        item(1, "Welcome and apologies", "information");
        item(4, "A shared training centre", "decision");
        item(5, "Report on green transport", "noting");
        officer_.sign_in("secretariat");
        member_.sign_in("kp-9");
        other_.sign_in("kp-10");
    }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    partnership::Partnership& kent() { return served_.partnership("kent-rehearsal"); }
    void record(const std::string& act, const std::string& fields, const std::string& at) {
        const auto json = base::parse_json(
            R"({"id": ")" + base::random_uuid_v7(base::system_now()) + R"(", "act": ")" + act +
            R"(", "fields": {"meeting": "kp/m1", )" + fields +
            R"(}, "made_by": "servicing", "recorded_by": "servicing", "effective": ")" + at +
            "\"}");
        ASSERT_TRUE(json) << act;
        auto submission =
            governance::decode_submission(json->get_object(), {kent().zone(), false}, {});
        ASSERT_TRUE(submission) << submission.error().text();
        const auto receipt = kent().submit(std::move(*submission));
        ASSERT_TRUE(receipt);
        ASSERT_EQ(receipt->ruling.verdict, Verdict::permitted)
            << governance::headline(receipt->ruling);
    }
    void item(int number, const std::string& title, const std::string& purpose) {
        record("notify-item",
               "\"item\": " + std::to_string(number) + R"(, "title": ")" + title +
                   R"(", "purpose": ")" + purpose + "\"",
               "2008-06-03T09:00");
    }
    void done(const std::string& verb, FormFields fields) {
        const auto page = officer_.get(day);
        ASSERT_EQ(page.status, 200) << page.body;
        fields.emplace_back("do", verb);
        for (const char* name : {"entry", "position", "line"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        const auto answer = officer_.post(day, fields);
        ASSERT_EQ(answer.status, 303) << verb << "\n" << answer.body;
    }
    void begin() {
        done("attendance", {{"present", "1-6,8,11-24"}, {"time", "9:50am"}});
        done("open", {{"time", "10:00am"}});
        done("preside", {{"who", "kp/8"}, {"time", "10:01"}});
    }
    void put_the_question() {
        done("take", {{"item", "4"}, {"time", "10:30am"}});
        done("move", {{"item", "4"},
                      {"seat", "3"},
                      {"words", "That the partners share one training centre"},
                      {"time", "10:35"}});
        done("discuss", {{"item", "4"}, {"words", "Some spoke of the cost."}, {"time", "10:36"}});
        done("put", {{"item", "4"},
                     {"words", "That the partners share one training centre"},
                     {"time", "10:40"}});
    }
    Answer open_vote(const std::string& kind) {
        const auto page = officer_.get(ballot).body;
        return officer_.post(ballot, {{"do", "open"},
                                      {"kind", kind},
                                      {"item", hidden_value(page, "item")},
                                      {"put", hidden_value(page, "put")},
                                      {"entry", hidden_value(page, "entry")}});
    }
    Answer close_vote() {
        return officer_.post(
            ballot,
            {{"do", "close"}, {"ballot", hidden_value(officer_.get(ballot).body, "ballot")}});
    }
    static Answer say(Browser& member, const std::string& verb, FormFields more = {}) {
        const auto page = member.get(now).body;
        more.emplace_back("do", verb);
        for (const char* name : {"seat", "entry"}) {
            more.emplace_back(name, hidden_value(page, name));
        }
        return member.post(now, more);
    }
    static FormFields vote_form(Browser& member, const std::string& choice) {
        const auto page = member.get(now).body;
        return {{"do", "vote"},
                {"seat", hidden_value(page, "seat")},
                {"press", hidden_value(page, "press")},
                {"ballot", hidden_value(page, "ballot")},
                {"choice", choice}};
    }
    std::unique_ptr<http_tests::RawClient> follow(const std::string& cookie = {},
                                                  const std::string& more = {}) {
        auto client = std::make_unique<http_tests::RawClient>(served_.port());
        client->send("GET /kent-rehearsal" + std::string(live) + "/events" + more +
                     " HTTP/1.1\r\nHost: x\r\n" +
                     (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n");
        return client;
    }
    std::size_t lines() { return partnership::foresee_sheet(kent(), "kp/m1")->lines.size(); }

    InFolder folder_;
    Served served_;
    Browser officer_;
    Browser member_;
    Browser other_;
    Browser public_;
    bool open_to_public_;
};

TEST_F(LiveTest, ThePublicSeesHowItGoesAndNothingThatIsNotForThem) {
    EXPECT_TRUE(public_.get(live).says("Not open yet"));
    begin();
    put_the_question();
    const auto page = public_.get(live);
    EXPECT_EQ(page.status, 200);
    for (const char* words :
         {"Open since 10:00am", "Quorum 20", "A shared training centre", "The question is put",
          "That the partners share one training centre", "as it is being recorded", "Reload"}) {
        EXPECT_TRUE(page.says(words)) << words << "\n" << page.body;
    }
    EXPECT_FALSE(page.says("Some spoke of the cost"));
    EXPECT_TRUE(has(page.head, "no-store"));
    const auto screen = public_.get(std::string(live) + "/screen");
    EXPECT_EQ(screen.status, 200);
    EXPECT_TRUE(screen.says("A shared training centre"));
    EXPECT_FALSE(screen.says("Some spoke of the cost"));
    EXPECT_FALSE(screen.says("<nav"));
    EXPECT_TRUE(public_.get(std::string(live) + "/parts").says("data-live-part=\"quorum\""));
}

TEST_F(LiveTest, InPrivateThePublicAndTheRoomScreenSeeThatItIsAndNothingOfTheItem) {
    constexpr const char* motion = "That the partners share one training centre";
    const std::string screen = std::string(live) + "/screen";
    begin();
    done("private", {{"items", "4"}, {"reason", "Firms name their prices"}, {"time", "10:20am"}});
    put_the_question();
    const auto outside = public_.get(live).body;
    EXPECT_TRUE(has(outside, "In private since 10:20am, for item 4"));
    EXPECT_TRUE(has(outside, "The meeting is in private for this item."));
    EXPECT_FALSE(has(outside, motion));
    EXPECT_FALSE(has(officer_.get(screen).body, motion));
    EXPECT_TRUE(has(officer_.get(screen).body, "In private since 10:20am"));
    EXPECT_TRUE(has(officer_.get(screen).body, "events?screen=yes"));
    EXPECT_TRUE(has(member_.get(live).body, motion));
    EXPECT_TRUE(has(officer_.get(live).body, motion));
    EXPECT_TRUE(has(public_.get("/meetings/kp/m1").body, "In private since 10:20am, for item 4"));
    done("public", {{"time", "10:50am"}});
    EXPECT_FALSE(has(public_.get(live).body, "In private since"));
    EXPECT_FALSE(has(public_.get(live).body, motion));
    const auto page = public_.get("/meetings/kp/m1").body;
    EXPECT_TRUE(has(page, "At 10:20am the meeting went on without the public for item 4."));
    EXPECT_TRUE(has(page, "Reason: Firms name their prices. The public could come in again at "
                          "10:50am."));
    EXPECT_FALSE(has(page, motion));

    // What was said stays with those who sit there, also once minutes are published.
    constexpr const char* said = "Some spoke of the cost.";
    done("close", {{"time", "11:45am"}});
    const auto minutes = officer_.get("/desk/meetings/kp/m1/minutes").body;
    EXPECT_TRUE(has(minutes, "Item 4: what was said, moved, advised and asked of people. It was "
                             "taken in private."));
    record("draft-minutes", R"("words": "As recorded.")", "2008-07-03T09:00");
    record("circulate-minutes", R"("seats": [])", "2008-07-04T09:00");
    record("publish-minutes", R"("draft": true)", "2008-07-05T09:00");
    EXPECT_FALSE(has(public_.get("/meetings/kp/m1").body, said));
    EXPECT_FALSE(has(public_.get("/meetings/kp/m1").body, motion));
    EXPECT_TRUE(has(member_.get("/meetings/kp/m1").body, said));
    const auto form = officer_.get("/desk/meetings/kp/m1/minutes/release").body;
    EXPECT_TRUE(has(form, "4. A shared training centre"));
    const auto released = officer_.post("/desk/meetings/kp/m1/minutes/release",
                                        {{"item", "4"},
                                         {"reason", "The prices are out"},
                                         {"entry", hidden_value(form, "entry")},
                                         {"position", hidden_value(form, "position")}});
    EXPECT_EQ(released.status, 303) << released.body;
    EXPECT_TRUE(has(public_.get("/meetings/kp/m1").body, said));
    EXPECT_TRUE(has(public_.get("/meetings/kp/m1").body, motion));
}

TEST_F(LiveTest, DeclarationsAreForMembersAndOfficers) {
    begin();
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    done("declare", {{"item", "4"},
                     {"seat", "5"},
                     {"kind", "financial"},
                     {"subject", "self"},
                     {"nature", "Owns the building"},
                     {"time", "10:31"}});
    EXPECT_FALSE(public_.get(live).says("interest"));
    const auto seen = member_.get(live);
    EXPECT_TRUE(seen.says("declared a financial interest")) << seen.body;
    EXPECT_FALSE(seen.says("Owns the building"));
    EXPECT_TRUE(officer_.get(live).says("declared a financial interest"));
}

class ClosedLiveTest : public LiveTest {
protected:
    ClosedLiveTest() : LiveTest(false) {}
};

TEST_F(ClosedLiveTest, AMeetingNotOpenIsForMembersAndOfficers) {
    begin();
    for (const char* below : {"", "/screen", "/parts", "/events"}) {
        const auto answer = public_.get(std::string(live) + below);
        EXPECT_EQ(answer.status, 403) << below;
        EXPECT_TRUE(answer.says("not open to the public")) << below;
        EXPECT_FALSE(answer.says("Open since")) << below;
    }
    EXPECT_EQ(member_.get(live).status, 200);
    EXPECT_EQ(officer_.get(live).status, 200);
    EXPECT_EQ(public_.get("/meetings/kp/none/live").status, 404);
}

TEST_F(ClosedLiveTest, AMemberToldToLeaveSeesNothingOfTheItemAndTheirStreamEnds) {
    begin();
    done("arrive", {{"who", "9"}, {"time", "10:20am"}});
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    EXPECT_TRUE(other_.get("/meetings/kp/m1").says("from 10:00am, not closed yet"));
    const auto stream = follow(member_.cookie());
    EXPECT_TRUE(has(stream->until("A shared training centre"), "event: whole"));
    done("declare", {{"item", "4"},
                     {"seat", "9"},
                     {"kind", "financial"},
                     {"subject", "self"},
                     {"time", "10:31"}});
    done("determine",
         {{"item", "4"}, {"key", "kp/9"}, {"determination", "leave"}, {"time", "10:32"}});
    done("put", {{"item", "4"}, {"words", "That it be kept from seat nine"}, {"time", "10:40"}});
    EXPECT_FALSE(has(stream->until(stream_end), "kept from seat nine")) << "it ended before";
    const auto page = member_.get(live);
    EXPECT_TRUE(page.says("asked to leave for this item")) << page.body;
    EXPECT_FALSE(page.says("kept from seat nine"));
    EXPECT_TRUE(other_.get(live).says("kept from seat nine"));
    EXPECT_FALSE(has(follow(member_.cookie())->until("\n\n"), "kept from seat nine"));
    ASSERT_EQ(open_vote("name").status, 303);
    const auto own = member_.get(now);
    EXPECT_EQ(own.status, 200);
    EXPECT_FALSE(own.says("kept from seat nine")) << own.body;
    EXPECT_FALSE(own.says("I am back")) << "it would count them at the item they are out for";
    EXPECT_TRUE(own.says("When it is over you can say here that you are back."));
    EXPECT_TRUE(other_.get(now).says("kept from seat nine"));
    const auto closing = officer_.get(ballot).body;
    ASSERT_EQ(officer_
                  .post(ballot, {{"do", "withdraw"},
                                 {"ballot", hidden_value(closing, "ballot")},
                                 {"entry", hidden_value(closing, "entry")}})
                  .status,
              303);
    done("close-item", {{"item", "4"}, {"time", "10:50"}});
    EXPECT_TRUE(member_.get(now).says("I am back"));
}

TEST_F(LiveTest, ChangesComeByThemselvesAndAfterABreak) {
    begin();
    const auto page = public_.get(live).body;
    const auto marker = std::string("data-live-from=\"");
    const auto at = page.find(marker) + marker.size();
    const auto from = page.substr(at, page.find('"', at) - at);
    const auto stream = follow({}, "?after=" + from);
    stream->until("retry: ");
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    const auto seen = stream->until("\n\n");
    EXPECT_TRUE(has(stream->until("Item 4: A shared training centre"), "event: change")) << seen;
    done("put", {{"item", "4"}, {"words", "That it be shared"}, {"time", "10:40"}});
    stream->until("That it be shared");
    const auto back = follow({}, "?after=" + from);
    const auto caught_up = back->until("That it be shared");
    EXPECT_TRUE(has(caught_up, "event: change"));
    EXPECT_FALSE(has(caught_up, "event: whole")) << caught_up;
    EXPECT_TRUE(has(follow({}, "?after=nonsense")->until("That it be shared"), "event: whole"));
}

TEST_F(LiveTest, AStreamEndsWithItsSession) {
    begin();
    const auto stream = follow(member_.cookie());
    stream->until("event: whole");
    ASSERT_TRUE(kent().workspace()->accounts().sign_out_everywhere("kp-9"));
    const auto begun = base::monotonic_ms();
    stream->until(stream_end);
    EXPECT_LT(base::monotonic_ms() - begun, 4500);
}

TEST_F(ClosedLiveTest, AMemberMovedToAnotherBodyLosesTheStream) {
    begin();
    const auto stream = follow(member_.cookie());
    stream->until("event: whole");
    auto& accounts = kent().workspace()->accounts();
    auto account = accounts.find("kp-9").value().value();
    account.person = std::nullopt;
    account.seats = {governance::parse_actor("seat:psb/1").value()};
    const auto begun = base::monotonic_ms();
    ASSERT_TRUE(accounts.change(account).value());
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    done("put", {{"item", "4"}, {"words", "That it be kept from others"}, {"time", "10:40"}});
    EXPECT_FALSE(has(stream->until(stream_end), "kept from others"));
    EXPECT_LT(base::monotonic_ms() - begun, 4500);
    EXPECT_TRUE(has(follow(member_.cookie())->until("\r\n"), "403"));
}

TEST_F(LiveTest, MembersSayForThemselvesThatTheyComeAndGo) {
    begin();
    EXPECT_EQ(public_.get(now).status, 303) << "to sign in";
    auto page = member_.get(now);
    EXPECT_TRUE(page.says("You are not recorded as here yet.")) << page.body;
    const auto before = lines();
    EXPECT_EQ(say(member_, "here").status, 303);
    EXPECT_EQ(lines(), before + 1);
    page = member_.get(now);
    EXPECT_TRUE(page.says("You are recorded as here since")) << page.body;
    const auto sheet = partnership::foresee_sheet(kent(), "kp/m1").value();
    const auto& line = sheet.lines.back().submission;
    EXPECT_EQ(governance::text(line.made_by), "person:holder-kp-9");
    EXPECT_EQ(line.recorded_by, line.made_by);
    EXPECT_EQ(line.evidence, governance::Evidence::sign_in);
    EXPECT_EQ(say(member_, "here").status, 303) << "a second press changes nothing";
    EXPECT_EQ(lines(), before + 1);
    EXPECT_EQ(say(member_, "leave").status, 303);
    EXPECT_TRUE(member_.get(now).says("recorded as having left"));
    EXPECT_EQ(say(member_, "back", {{"remote", "yes"}}).status, 303);
    EXPECT_TRUE(member_.get(now).says("taking part remotely")) << member_.get(now).body;
}

TEST_F(LiveTest, NobodySpeaksForAnother) {
    begin();
    const auto page = member_.get(now).body;
    const auto answer = member_.post(
        now, {{"do", "here"}, {"seat", "kp/10"}, {"entry", hidden_value(page, "entry")}});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(member_.post_with_token(now, {{"do", "here"}, {"seat", "kp/9"}}, "wrong").status,
              403);
    EXPECT_EQ(officer_.get(now).status, 403);
    EXPECT_EQ(member_.get(ballot).status, 403);
}

TEST_F(LiveTest, AMemberDeclaresAtTheItem) {
    begin();
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    auto answer = say(member_, "declare", {{"item", "4"}, {"nature", "A cousin's firm"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("Choose the kind of interest."));
    EXPECT_TRUE(answer.says("A cousin&#39;s firm")) << "nothing typed is lost";
    answer =
        say(member_, "declare", {{"item", "4"}, {"kind", "professional"}, {"subject", "family"}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    EXPECT_TRUE(member_.get(now).says("You declared an interest. It is not determined yet."));
    EXPECT_TRUE(officer_.get(day).says("professional interest"));
}

TEST_F(LiveTest, AVoteByNameOnDevices) {
    begin();
    ASSERT_EQ(say(member_, "here").status, 303);
    put_the_question();
    ASSERT_EQ(open_vote("name").status, 303);
    EXPECT_TRUE(member_.get(now).says("You have not voted yet."));
    const auto why = other_.get(now);
    EXPECT_TRUE(why.says("You cannot vote on this.")) << why.body;
    EXPECT_TRUE(why.says("The roll was fixed when the question was put at 10:40am."));
    EXPECT_TRUE(why.says("/bodies/kp/terms#")) << "with the clause";
    EXPECT_EQ(member_.post(now, vote_form(member_, "for")).status, 303);
    EXPECT_TRUE(member_.get(now).says("You voted for."));
    EXPECT_EQ(member_.post(now, vote_form(member_, "against")).status, 303);
    EXPECT_TRUE(member_.get(now).says("You voted against."));
    const auto open = officer_.get(ballot);
    EXPECT_TRUE(open.says("1 of 22 have voted")) << open.body;
    EXPECT_FALSE(open.says("ne against")) << "not how, while it is open";
    EXPECT_TRUE(public_.get(live).says("1 of 22 have voted"));
    const auto late = vote_form(member_, "for");
    const auto closed = close_vote();
    ASSERT_EQ(closed.status, 303) << closed.body;
    const auto refused = member_.post(now, late);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("This vote is closed, so your choice was not taken.")) << refused.body;
    EXPECT_TRUE(member_.get(now).says("Your vote was counted."));
    const auto sheet = partnership::foresee_sheet(kent(), "kp/m1").value();
    const auto* taken = std::get_if<governance::acts::TakeVote>(&sheet.lines.back().submission.act);
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(taken->against, 1);
    ASSERT_EQ(taken->seats_against.size(), 1U);
    EXPECT_TRUE(taken->seats_for.empty());
    const auto before = lines();
    EXPECT_EQ(close_vote().status, 404) << "the page has no such form any more";
    EXPECT_EQ(lines(), before);
    EXPECT_TRUE(public_.get(live).says("one against"));
}

TEST_F(LiveTest, NobodyVotesFromOutsideTheMeeting) {
    begin();
    ASSERT_EQ(say(member_, "here").status, 303);
    put_the_question();
    ASSERT_EQ(open_vote("name").status, 303);
    const auto form = vote_form(member_, "for");
    ASSERT_EQ(say(member_, "leave").status, 303);
    EXPECT_TRUE(member_.get(now).says("Say below that you are back first."));
    EXPECT_EQ(member_.post(now, form).status, 403);
    ASSERT_EQ(say(member_, "back").status, 303);
    EXPECT_EQ(member_.post(now, form).status, 303) << "the roll was fixed before they left";
    EXPECT_TRUE(member_.get(now).says("You voted for."));
}

TEST_F(LiveTest, AVoteByCountKeepsNoNames) {
    begin();
    ASSERT_EQ(say(member_, "here").status, 303);
    put_the_question();
    ASSERT_EQ(open_vote("count").status, 303);
    ASSERT_EQ(member_.post(now, vote_form(member_, "abstain")).status, 303);
    const auto form = vote_form(member_, "abstain");
    ASSERT_EQ(member_.post(now, form).status, 303);
    ASSERT_EQ(member_.post(now, form).location, "/kent-rehearsal/desk/mine/kp/m1/now?said=again");
    const auto closed = close_vote();
    ASSERT_EQ(closed.status, 303) << closed.body;
    const auto sheet = partnership::foresee_sheet(kent(), "kp/m1").value();
    const auto* taken = std::get_if<governance::acts::TakeVote>(&sheet.lines.back().submission.act);
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(taken->abstain, 1);
    EXPECT_TRUE(taken->seats_abstaining.empty());
    EXPECT_EQ(sheet.lines.back().submission.evidence, governance::Evidence::sign_in);
    EXPECT_TRUE(member_.get(now).says("Your vote was counted."));
    EXPECT_FALSE(member_.get(now).says("You voted"));
}

TEST_F(LiveTest, AVoteWhoseQuestionWasTakenBackCountsForNothing) {
    begin();
    ASSERT_EQ(say(member_, "here").status, 303);
    put_the_question();
    ASSERT_EQ(open_vote("name").status, 303);
    const auto form = vote_form(member_, "for");
    const auto sheet = partnership::foresee_sheet(kent(), "kp/m1").value();
    ASSERT_TRUE(partnership::take_back_line(kent(), "kp/m1", sheet.newest()).value());
    EXPECT_EQ(member_.post(now, form).status, 409);
    const auto page = officer_.get(ballot);
    EXPECT_TRUE(page.says("whose question is not asked any more")) << page.body;
    EXPECT_EQ(
        officer_.post(ballot, {{"do", "withdraw"}, {"ballot", hidden_value(page.body, "ballot")}})
            .status,
        303);
    EXPECT_TRUE(officer_.get(ballot).says("No question is put."));
}

TEST_F(LiveTest, AClosedVoteIsNotPutDownUnderAnotherQuestion) {
    begin();
    ASSERT_EQ(say(member_, "here").status, 303);
    put_the_question();
    ASSERT_EQ(open_vote("name").status, 303);
    const auto old = hidden_value(officer_.get(ballot).body, "ballot");
    ASSERT_EQ(member_.post(now, vote_form(member_, "for")).status, 303);
    ASSERT_EQ(close_vote().status, 303);
    const auto with_vote = lines();
    EXPECT_EQ(officer_.post(ballot, {{"do", "record"}, {"ballot", old}}).status, 303);
    EXPECT_EQ(lines(), with_vote) << "a double press";
    const auto kept = officer_.post(ballot, {{"do", "withdraw"}, {"ballot", old}});
    EXPECT_TRUE(kept.says("is on the sheet")) << kept.body;
    for (int line = 0; line < 2; ++line) { // the vote, then its question
        const auto sheet = partnership::foresee_sheet(kent(), "kp/m1").value();
        ASSERT_TRUE(partnership::take_back_line(kent(), "kp/m1", sheet.newest()).value());
    }
    done("put", {{"item", "4"}, {"words", "That nothing be shared"}, {"time", "10:45"}});
    const auto before = lines();
    for (const char* verb : {"record", "withdraw"}) {
        const auto stale = officer_.post(ballot, {{"do", verb}, {"ballot", old}});
        EXPECT_EQ(stale.status, 422) << verb;
        EXPECT_TRUE(stale.says("not asked any more")) << stale.body;
        EXPECT_EQ(lines(), before) << verb;
    }
}

TEST_F(LiveTest, AVoteTakenBackMeanwhileIsSaidInWords) {
    begin();
    put_the_question();
    ASSERT_EQ(open_vote("name").status, 303);
    const auto old = hidden_value(officer_.get(ballot).body, "ballot");
    ASSERT_EQ(officer_.post(ballot, {{"do", "withdraw"}, {"ballot", old}}).status, 303);
    const auto answer = officer_.post(ballot, {{"do", "record"}, {"ballot", old}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("This vote was taken back")) << answer.body;
}

TEST_F(LiveTest, SeesTheSameAsTheOneFunctionThatSaysWhoMaySee) {
    begin();
    const auto snapshot = partnership::foresee_sheet(kent(), "kp/m1")->snapshot;
    const auto* meeting = snapshot->state.meetings.find(governance::MeetingId("kp/m1"));
    std::vector<views::Viewer> viewers(4);
    viewers[1].kind = views::ViewerKind::secretariat;
    viewers[2].kind = views::ViewerKind::member;
    viewers[2].seats = {governance::parse_actor("seat:kp/9").value()};
    viewers[3].kind = views::ViewerKind::member;
    viewers[3].seats = {governance::parse_actor("seat:psb/1").value()};
    for (const auto& viewer : viewers) {
        EXPECT_EQ(views::live_as(*snapshot, viewer, "kp/m1", kent().now()).audience,
                  views::Visibility(viewer, kent()).live(*meeting));
    }
}

} // namespace

} // namespace quorate::web_tests
