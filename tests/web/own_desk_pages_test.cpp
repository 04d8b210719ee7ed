// The pages of minutes, membership, members, the Chair and auditors, as a browser without a script
// sees them. Each test has a rehearsal of its own with the main job played up to some point.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "browser.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/workspace/sheet.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

namespace scenario = partnership::scenario;

std::string main_job_until(const std::string& heading) {
    const auto whole =
        base::read_file(std::string(QUORATE_SOURCE_DIR) + "/scenarios/main-job.md").value();
    return whole.substr(0, whole.find(heading));
}

/// Plays lines on a partnership before it is served.
std::vector<views::Hosted> played(views::Hosted hosted, const std::string& folder,
                                  const std::vector<std::string>& documents) {
    partnership::CharterFiles files(QUORATE_SOURCE_DIR);
    scenario::Scene scene{std::move(hosted.partnership), files, folder, {true, "", 1000}};
    for (const auto& text : documents) {
        const auto document = scenario::parse(text, "lines.md");
        EXPECT_TRUE(document) << document.error().text();
        const auto done = scenario::play_whole(scene, *document);
        EXPECT_TRUE(done) << done.error().text();
    }
    std::vector<views::Hosted> out;
    out.push_back({hosted.id, std::move(scene.partnership), {}});
    return out;
}

std::string lines(const std::string& acts) {
    return "+++\ntitle = \"Lines\"\n+++\n```acts\n" + acts + "```\n";
}

class OwnDesk {
public:
    explicit OwnDesk(const std::vector<std::string>& documents)
        : folder_("kent-rehearsal"), served_(played(folder_.take(), folder_.folder(), documents)) {}
    ~OwnDesk() {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }
    OwnDesk(const OwnDesk&) = delete;
    OwnDesk& operator=(const OwnDesk&) = delete;

    Browser as(const std::string& account) {
        Browser out(served_, "kent-rehearsal");
        out.sign_in(account);
        return out;
    }
    [[nodiscard]] const Served& served() const { return served_; }

private:
    InFolder folder_;
    Served served_;
};

/// The hidden fields of the first form on a page that posts to `action`.
FormFields hidden_of(const std::string& page, const std::string& action) {
    const auto at = page.find("action=\"" + action);
    EXPECT_NE(at, std::string::npos) << action << "\n" << page;
    const auto end = page.find("</form>", at);
    const auto form = page.substr(at, end - at);
    FormFields out;
    for (auto i = form.find("type=\"hidden\""); i != std::string::npos;
         i = form.find("type=\"hidden\"", i + 1)) {
        const auto begin = form.rfind('<', i);
        const auto tag = form.substr(begin, form.find('>', i) - begin);
        const auto value = [&](const std::string& name) {
            const auto from = tag.find(name + "=\"") + name.size() + 2;
            return tag.substr(from, tag.find('"', from) - from);
        };
        if (value("name") != "csrf") {
            out.emplace_back(value("name"), value("value"));
        }
    }
    return out;
}

/// Opens a page, fills in its form and sends it; follows where it is sent when it is.
Answer send(Browser& browser, const std::string& path, const FormFields& typed,
            const std::string& from = {}) {
    const auto page = browser.get(from.empty() ? path : from);
    EXPECT_EQ(page.status, 200) << path << "\n" << page.body;
    auto fields = typed;
    const auto action = "/kent-rehearsal" + path.substr(0, path.find('?'));
    for (auto& field : hidden_of(page.body, action)) {
        fields.push_back(std::move(field));
    }
    const auto sent = browser.post(path, fields);
    if (sent.status != 303) {
        return sent;
    }
    return browser.get(sent.location.substr(std::string("/kent-rehearsal").size()));
}

constexpr const char* minutes = "/desk/meetings/kp/m1/minutes";

TEST(MinutesPages, FromTheRecordToPublishedMinutes) {
    OwnDesk desk({main_job_until("## Minutes")});
    auto officer = desk.as("secretariat");
    auto page = officer.get(minutes);
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("Draft made from the record"));
    EXPECT_TRUE(page.says("Notes of an informal discussion"));
    EXPECT_TRUE(page.says("21 could decide; 11 were needed."));
    EXPECT_FALSE(page.says("Partner 7"));
    page = send(officer, minutes,
                {{"words", "# Minutes\n\nThe first words."},
                 {"sections", "attendance"},
                 {"sections", "interests"},
                 {"sections", "items"}});
    EXPECT_TRUE(page.says("Draft the minutes of a meeting: recorded.")) << page.body;
    EXPECT_TRUE(page.says("The first words."));
    page = send(officer, std::string(minutes) + "/circulate", {});
    EXPECT_TRUE(page.says("Nothing has changed since they were sent.")) << page.body;
    page = send(officer, minutes,
                {{"words", "# Minutes\n\nThe second words."}, {"sections", "items"}});
    EXPECT_TRUE(page.says("Taken out: ")) << page.body;
    page = send(officer, std::string(minutes) + "/publish", {});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("q-ruling--refused")) << page.body;
    page = send(officer, std::string(minutes) + "/publish?draft=yes", {});
    EXPECT_TRUE(page.says("Published as a draft on")) << page.body;
    const auto shown = desk.served().get("/kent-rehearsal/meetings/kp/m1");
    EXPECT_NE(shown.find("Draft, not yet approved."), std::string::npos);
    EXPECT_NE(shown.find("The second words."), std::string::npos);
}

TEST(MinutesPages, KeepWhatWasTypedAndSayWhatIsWrong) {
    OwnDesk desk({main_job_until("## Minutes")});
    auto officer = desk.as("secretariat");
    const auto page = send(officer, minutes, {{"words", "Kept words"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Kept words"));
    EXPECT_TRUE(page.says("Tick what the minutes say"));
    EXPECT_EQ(send(officer, minutes, {{"words", " "}, {"sections", "items"}}).status, 422);
}

TEST(MinutesPages, TheSecondOfTwoSeesWhatChanged) {
    OwnDesk desk({main_job_until("## Minutes")});
    auto first = desk.as("secretariat");
    auto second = desk.as("secretariat");
    const auto form = second.get(minutes);
    const auto hidden = hidden_of(form.body, std::string("/kent-rehearsal") + minutes);
    send(first, minutes, {{"words", "Words of the first"}, {"sections", "items"}});
    FormFields fields = {{"words", "Words of the second"}, {"sections", "items"}};
    fields.insert(fields.end(), hidden.begin(), hidden.end());
    const auto late = second.post(minutes, fields);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Words of the second"));
    EXPECT_TRUE(late.says("Words of the first"));
    EXPECT_TRUE(late.says("Your words against what is recorded now"));
}

TEST(MinutesPages, CorrectionsShowWhatTheyChangeAndThenTheMinutesAreApproved) {
    OwnDesk desk({main_job_until("Members put the draft right.")});
    auto officer = desk.as("secretariat");
    const auto correct = std::string(minutes) + "/correct?at=kp/m2&item=1";
    auto page = officer.get(correct);
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("11 for, 6 against, 4 abstaining"));
    page =
        send(officer, correct,
             {{"words", "Seat 23 arrived at 11:30."}, {"seat", "kp/23"}, {"arrived", "11.30am"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("No ruling changes.")) << page.body;
    page = send(
        officer, correct,
        {{"words", "Ten for."}, {"item", "4"}, {"for", "10"}, {"against", "6"}, {"abstain", "4"}});
    EXPECT_TRUE(page.says("One ruling would be another:")) << page.body;
    // The page holds the confirming form first, with everything that was typed.
    auto fields = hidden_of(page.body, std::string("/kent-rehearsal") + minutes + "/correct");
    const auto recorded = officer.post(correct, fields);
    ASSERT_EQ(recorded.status, 303) << recorded.body;
    const auto approve = std::string(minutes) + "/approve?at=kp/m2&item=1";
    page = officer.get(approve);
    EXPECT_TRUE(page.says("On the corrected facts")) << page.body;
    page = send(officer, approve, {{"with_corrections", "yes"}});
    EXPECT_TRUE(page.says("These minutes have been approved.")) << page.body;
    const auto again = officer.post(approve, {{"with_corrections", "no"}});
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("q-ruling--refused"));
    page = send(officer, std::string(minutes) + "/publish", {});
    EXPECT_TRUE(page.says("The minutes as approved")) << page.body;
}

/// Puts an act on the open sheet of the second meeting, as meeting day does.
void put_on_sheet(const OwnDesk& desk, const std::string& act, const std::string& fields,
                  const std::string& more) {
    auto& partnership = desk.served().partnership("kent-rehearsal");
    const auto submission = partnership::parse_submission(
        act_json(act, "\"meeting\": \"kp/m2\"" + fields, more), partnership.zone());
    ASSERT_TRUE(submission) << submission.error().text();
    const auto line = partnership::add_line(partnership, "kp/m2", *submission);
    ASSERT_TRUE(line) << line.error().text();
}

TEST(MinutesPages, TheApprovalStandsOnTheOpenSheetAndEntersIt) {
    OwnDesk desk({main_job_until("2008-12-02T09:55") + "```\n"});
    put_on_sheet(desk, "record-arrival", R"(, "seats": "1-25")",
                 R"("effective": "2008-12-02T09:55")");
    put_on_sheet(desk, "open-meeting", "", R"("effective": "2008-12-02T10:00")");
    put_on_sheet(desk, "preside", R"(, "seat": "7")",
                 R"("effective": "2008-12-02T10:01", "made_by": "chair", "evidence": "room")");
    put_on_sheet(desk, "take-item", R"(, "item": 1)", R"("effective": "2008-12-02T10:02")");
    auto officer = desk.as("secretariat");
    const auto approve = std::string(minutes) + "/approve?at=kp/m2&item=1";
    auto page = officer.get(approve);
    EXPECT_TRUE(page.says("goes into the record first")) << page.body;
    EXPECT_TRUE(page.says("25 of 40"));
    page = send(
        officer, approve,
        {{"when-day", "2"}, {"when-month", "12"}, {"when-year", "2008"}, {"when-time", "10:15am"}});
    EXPECT_TRUE(page.says("These minutes have been approved.")) << page.body;
    const auto sheet =
        partnership::foresee_sheet(desk.served().partnership("kent-rehearsal"), "kp/m2");
    ASSERT_TRUE(sheet);
    EXPECT_TRUE(sheet->lines.empty());
}

TEST(MembershipPages, AChangeShowsItsEffectAndIsThenRecorded) {
    OwnDesk desk({main_job_until("## The agenda")});
    auto officer = desk.as("secretariat");
    auto page = officer.get("/desk/members/kp");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("Every seat is held."));
    const std::string vacate = "/desk/members/kp/change?act=vacate";
    page = send(officer, vacate, {{"seat", "kp/12"}, {"reason", "Moved away"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("39 of 40")) << page.body;
    EXPECT_TRUE(page.says("20 of 39 members in office"));
    EXPECT_TRUE(officer.get("/desk/members/kp").says("Every seat is held."));
    const auto fields = hidden_of(page.body, "/kent-rehearsal/desk/members/kp/change");
    EXPECT_EQ(officer.post(vacate, fields).status, 303);
    page = officer.get("/desk/members/kp");
    EXPECT_TRUE(page.says("1 vacant seat")) << page.body;
    EXPECT_TRUE(officer.get("/desk/members/kp/seat/12").says("Appoint somebody"));
    EXPECT_TRUE(officer.get("/desk/members/kp/seat/13").says("Record that it is vacant"));
    EXPECT_EQ(officer.get("/desk/members/kp/seat/99").status, 404);
    const std::string appoint = "/desk/members/kp/change?act=appoint&seat=kp/12";
    page = send(officer, appoint, {{"seat", "kp/12"}, {"person_name", "A made-up name"}});
    EXPECT_TRUE(page.says("40 of 40")) << page.body;
    EXPECT_EQ(officer.post(appoint, hidden_of(page.body, "/kent-rehearsal/desk/members/kp/change"))
                  .status,
              303);
    EXPECT_TRUE(officer.get("/desk/members/kp").says("Every seat is held."));
    page = send(officer, appoint, {{"seat", "kp/12"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Choose someone in the register"));
    page = send(officer, "/desk/members/kp/change?act=vacate", {{"seat", "kp/99"}});
    EXPECT_EQ(page.status, 422);
}

TEST(MembershipPages, EveryKindOfChangeHasItsForm) {
    OwnDesk desk({main_job_until("## The agenda")});
    auto officer = desk.as("secretariat");
    for (const char* act :
         {"appoint", "vacate", "create-seat", "remove-seat", "admit-organisation",
          "elect-to-office", "rotate-office", "register-person", "register-organisation"}) {
        EXPECT_EQ(officer.get(std::string("/desk/members/psb/change?act=") + act).status, 200)
            << act;
    }
    EXPECT_EQ(officer.get("/desk/members/kp/change?act=take-vote").status, 404);
    EXPECT_EQ(desk.as("kp-9").get("/desk/members/kp").status, 403);
    const auto admit = send(officer, "/desk/members/psb/change?act=admit-organisation",
                            {{"organisation_name", "A new partner"}, {"number", "90"}});
    EXPECT_EQ(admit.status, 422);
    EXPECT_TRUE(admit.says("q-ruling")) << admit.body;
    const auto person = send(officer, "/desk/members/kp/change?act=register-person",
                             {{"person_name", "Somebody made up"}});
    EXPECT_TRUE(person.says("Enter a person in the register: recorded.")) << person.body;
}

TEST(MemberPages, ApologiesASubstituteADeclarationAndAnItem) {
    OwnDesk desk({main_job_until("A member's item on the day after")});
    auto member = desk.as("kp-21");
    auto page = member.get("/desk");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("You have not said yet whether you will come."));
    EXPECT_FALSE(member.get("/desk/requests").says("A shared training centre"))
        << "another member's request";
    const std::string answer = "/desk/mine/kp/m1/answer";
    page = send(member, answer, {{"answer", "coming"}}, "/desk");
    EXPECT_TRUE(page.says("You have said that you will come.")) << page.body;
    page = send(member, answer, {{"answer", "apologies"}}, "/desk");
    EXPECT_TRUE(page.says("You have sent your apologies.")) << page.body;
    EXPECT_EQ(send(member, answer, {{"answer", "perhaps"}}, "/desk").status, 422);
    page = send(member, "/desk/mine/kp/m1/substitute", {{"name", ""}});
    EXPECT_EQ(page.status, 422);
    page = send(member, "/desk/mine/kp/m1/substitute", {{"name", "A made-up name"}});
    EXPECT_TRUE(page.says("You have named a substitute.")) << page.body;
    page = send(member, "/desk/mine/kp/m1/declare",
                {{"item", "4"}, {"kind", "financial"}, {"nature", "My land"}});
    EXPECT_TRUE(page.says("You have declared an interest.")) << page.body;
    page = send(member, "/desk/mine/kp/m1/item", {{"title", "My item"}, {"purpose", "noting"}});
    EXPECT_TRUE(page.says("My item")) << page.body;
    EXPECT_TRUE(page.says("Items I asked for"));
    EXPECT_FALSE(desk.as("kp-22").get("/desk/requests").says("My item"));
    EXPECT_TRUE(member.get("/desk/declarations").says("My land"));
    EXPECT_FALSE(desk.as("kp-22").get("/desk/declarations").says("My land"));
    page = send(member, "/desk/interests", {{"kind", "other"}, {"nature", "I run a shop"}},
                "/desk/interests");
    EXPECT_TRUE(page.says("I run a shop")) << page.body;
}

TEST(MemberPages, AMeetingCalledOffAsksForNothing) {
    OwnDesk desk({main_job_until("## The agenda"),
                  lines("2008-06-10T09:00  servicing  cancel-meeting  meeting=kp/m1 "
                        "reason=\"Snow\"\n")});
    auto member = desk.as("kp-9");
    const auto page = member.get("/desk/mine/kp/m1");
    EXPECT_TRUE(page.says("Called off")) << page.body;
    for (const char* words : {"You have not said yet", "Ask for an item", "Declare an interest"}) {
        EXPECT_FALSE(page.says(words)) << words;
    }
    const auto all = member.get("/desk/meetings.ics");
    EXPECT_NE(all.body.find("STATUS:CANCELLED"), std::string::npos) << all.body;
}

TEST(MemberPages, TakingAnInterestOutTwiceIsAnsweredAsTheFirstTime) {
    OwnDesk desk({main_job_until("A member's item on the day after")});
    auto member = desk.as("kp-21");
    const auto page =
        send(member, "/desk/interests", {{"kind", "other"}, {"nature", "I run a shop"}});
    const std::string out = "/desk/interests/withdraw";
    const auto fields = hidden_of(page.body, "/kent-rehearsal" + out);
    const auto first = member.post(out, fields);
    ASSERT_EQ(first.status, 303) << first.body;
    const auto second = member.post(out, fields);
    EXPECT_EQ(second.status, 303) << second.body;
    EXPECT_EQ(second.location, first.location);
    EXPECT_EQ(member.post(out, {{"interest", "none-such"}}).status, 404);
}

TEST(MemberPages, ALateItemWaitsForTheChairWhoAnswersIt) {
    OwnDesk desk({main_job_until("A member's item on the day after"),
                  lines("2008-06-18T09:00  seat:kp/20  notify-item  meeting=kp/m1 item=6 "
                        "title=\"Flood\" purpose=noting -> needs_discretion\n")});
    EXPECT_TRUE(desk.as("kp-20").get("/desk").says("waits for the Chair"));
    EXPECT_TRUE(desk.as("kp-21").get("/desk/mine/kp/m1/item").says("waits for the Chair"));
    auto chair = desk.as("chair");
    auto page = chair.get("/desk");
    ASSERT_TRUE(page.says("One matter needs your discretion.")) << page.body;
    EXPECT_FALSE(desk.as("vice-chair").get("/desk").says("Flood"));
    const auto at = page.body.find("/kent-rehearsal/desk/discretion/");
    ASSERT_NE(at, std::string::npos);
    const auto path = page.body.substr(at + 15, page.body.find('"', at) - at - 15);
    EXPECT_EQ(desk.as("vice-chair").get(path).status, 404);
    EXPECT_EQ(desk.as("kp-20").get(path).status, 404);
    EXPECT_EQ(send(chair, path, {{"answer", "allow"}}).status, 422);
    auto fields = hidden_of(chair.get(path).body, "/kent-rehearsal" + path);
    fields.emplace_back("answer", "allow");
    fields.emplace_back("reason", "It came up late");
    const auto first = chair.post(path, fields);
    ASSERT_EQ(first.status, 303) << first.body;
    const auto second = chair.post(path, fields);
    EXPECT_EQ(second.status, 303) << "a second press: " << second.body;
    EXPECT_EQ(second.location, first.location);
    const auto late = chair.post(path, {{"answer", "not-allow"}, {"reason", "It can wait."}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Nothing waits here for you")) << late.body;
    EXPECT_TRUE(late.says("It can wait.")) << "what was typed is not lost";
    EXPECT_TRUE(late.says("Your answer was not recorded."));
    page = chair.get("/desk");
    EXPECT_TRUE(page.says("No matter needs your discretion.")) << page.body;
    EXPECT_TRUE(desk.as("kp-20").get("/desk").says("was allowed"));
}

TEST(MemberPages, ALateItemAnsweredOnTheSheetIsNotAskedAgain) {
    OwnDesk desk({main_job_until("A member's item on the day after"),
                  lines("2008-06-18T09:00  seat:kp/20  notify-item  meeting=kp/m1 item=6 "
                        "title=\"Flood\" purpose=noting -> needs_discretion\n"
                        "2008-07-01T09:50  servicing  record-arrival  meeting=kp/m1 seats=1-25\n"
                        "2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1\n"
                        "2008-07-01T10:01  chair  preside  meeting=kp/m1 seat=7 evidence=room\n")});
    auto chair = desk.as("chair");
    const auto page = chair.get("/desk");
    const auto at = page.body.find("/kent-rehearsal/desk/discretion/");
    ASSERT_NE(at, std::string::npos) << page.body;
    const auto path = page.body.substr(at + 15, page.body.find('"', at) - at - 15);
    auto fields = hidden_of(chair.get(path).body, "/kent-rehearsal" + path);
    fields.emplace_back("answer", "allow");
    fields.emplace_back("reason", "It came up late");
    const auto first = chair.post(path, fields);
    ASSERT_EQ(first.status, 303) << first.body;
    EXPECT_TRUE(chair.get("/desk").says("No matter needs your discretion."));
    EXPECT_EQ(chair.post(path, fields).location, first.location) << "a second press";
    EXPECT_EQ(chair.get(path).status, 404);
    const auto sheet =
        partnership::foresee_sheet(desk.served().partnership("kent-rehearsal"), "kp/m1");
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->lines.size(), 1U);
}

TEST(MemberPages, TheDeskSaysThatTwoMeetingsMayOverlap) {
    OwnDesk desk({main_job_until("## The agenda"),
                  lines("2008-06-10T09:00  servicing  convene-meeting  meeting=psb/m1 "
                        "at=2008-07-01T11:00\n")});
    auto chair = desk.as("chair");
    const std::string words = "It may overlap with another meeting of yours";
    EXPECT_TRUE(chair.get("/desk").says(words));
    EXPECT_TRUE(chair.get("/desk/mine/psb/m1").says(words));
    send(chair, "/desk/mine/psb/m1/answer", {{"answer", "coming"}}, "/desk/mine/psb/m1");
    const auto page =
        send(chair, "/desk/mine/kp/m1/answer", {{"answer", "coming"}}, "/desk/mine/kp/m1");
    EXPECT_TRUE(page.says("You have said that you will come to both.")) << page.body;
    EXPECT_FALSE(desk.as("kp-21").get("/desk").says(words));
}

TEST(MemberPages, AFormSentAgainWithOtherWordsLeadsToTheFieldThatDiffers) {
    OwnDesk desk({main_job_until("## The agenda")});
    auto member = desk.as("kp-9");
    const std::string path = "/desk/mine/kp/m1/item";
    auto fields = hidden_of(member.get(path).body, "/kent-rehearsal" + path);
    fields.emplace_back("purpose", "noting");
    auto other = fields;
    fields.emplace_back("title", "One title");
    other.emplace_back("title", "Another title");
    ASSERT_EQ(member.post(path, fields).status, 303);
    const auto again = member.post(path, other);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("This form was sent before with other words.")) << again.body;
    EXPECT_TRUE(again.says("href=\"#title\"")) << again.body;
    EXPECT_TRUE(again.says("Another title")) << "what was typed is kept";
}

TEST(MemberPages, AMeetingThatIsOverLeadsToItsMinutes) {
    OwnDesk desk({main_job_until("The record verifies.")});
    auto member = desk.as("kp-9");
    auto page = member.get("/desk/mine/kp/m1");
    EXPECT_TRUE(page.says("Ask for a correction to the minutes")) << page.body;
    for (const char* words : {"You have not said yet", "Ask for an item", "Declare an interest"}) {
        EXPECT_FALSE(page.says(words)) << words;
    }
    page = member.get("/desk/mine/kp/m1/minutes");
    EXPECT_EQ(page.status, 303) << page.body;
    EXPECT_EQ(page.location, "/kent-rehearsal/meetings/kp/m1/minutes");
    EXPECT_TRUE(member.get("/desk/mine/kp/m1/minutes/correct")
                    .says("The minutes stand as they were approved"));
    EXPECT_EQ(desk.as("psb-2").get("/desk/mine/kp/m1/minutes").status, 404);
}

TEST(MinutesPages, TheOfficerCorrectsApprovedMinutesToo) {
    OwnDesk desk({main_job_until("The record verifies.")});
    auto officer = desk.as("secretariat");
    const auto corrections = std::string(minutes) + "/proposals";
    EXPECT_TRUE(officer.get(minutes).says("Corrections after the approval"));
    auto page = send(officer, corrections, {{"answer", "own"}, {"words", " "}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("href=\"#words-own\"")) << page.body;
    page = send(officer, corrections, {{"answer", "own"}, {"words", "The date was the 2nd."}});
    EXPECT_TRUE(page.says(": recorded.")) << page.body;
    page = officer.get("/meetings/kp/m1/minutes");
    EXPECT_TRUE(page.says("Corrections made after they were approved")) << page.body;
    EXPECT_TRUE(page.says("The date was the 2nd."));
}

TEST(MinutesPages, AMeetingCalledOffApprovesNothing) {
    OwnDesk desk({main_job_until("2008-11-18T12:00") + "```\n",
                  lines("2008-10-02T09:00  servicing  cancel-meeting  meeting=kp/m2 "
                        "reason=\"Snow\"\n")});
    auto officer = desk.as("secretariat");
    const auto page = officer.get(std::string(minutes) + "/approve?at=kp/m2&item=1");
    EXPECT_TRUE(page.says("It was called off.")) << page.body;
    EXPECT_FALSE(page.says("Record the approval"));
    EXPECT_TRUE(officer.get("/desk/meetings/kp/m2/minutes").says("there is nothing to minute"));
    EXPECT_TRUE(officer.get("/desk/meetings/kp/m2/kit").says("there is nothing to print"));
}

TEST(MeetingPages, AnItemPutOffGoesOntoTheNextAgenda) {
    OwnDesk desk({lines(
        "2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00\n"
        "2008-06-02T09:01  servicing  convene-meeting  meeting=kp/m2 at=2008-12-02T10:00\n"
        "2008-06-02T09:02  servicing  notify-item  meeting=kp/m1 item=1 title=\"The halls\"\n"
        "2008-06-02T09:03  servicing  defer-item  meeting=kp/m1 item=1 to=kp/m2\n")});
    auto officer = desk.as("secretariat");
    const std::string bench = "/desk/meetings/kp/m2";
    const auto before = officer.get(bench);
    EXPECT_TRUE(before.says("Matters arising")) << before.body;
    EXPECT_TRUE(before.says(bench + "/agenda/add?from=kp%2Fm1&amp;item=1")) << before.body;
    EXPECT_TRUE(officer.get(bench + "/kit").says("The halls. Put off from"));
    const auto add = bench + "/agenda/add";
    const auto page = officer.get(add + "?from=kp/m1&item=1");
    EXPECT_TRUE(page.says("value=\"The halls\"")) << page.body;
    const auto sent = send(officer, add, {{"title", "The halls, again"}, {"purpose", "decision"}},
                           add + "?from=kp/m1&item=1");
    EXPECT_TRUE(sent.says(": recorded.")) << sent.body;
    EXPECT_FALSE(officer.get(bench).says("Matters arising"));
    EXPECT_TRUE(officer.get("/forward-plan").says("1. The halls, again"));
}

TEST(MemberPages, MinutesSentToMembersAreForThoseWhoSitOnTheBody) {
    OwnDesk desk({main_job_until("## Minutes"),
                  lines("2008-07-03T09:00  servicing  draft-minutes  meeting=kp/m1 "
                        "words=\"Words sent round.\"\n")});
    const std::string own = "/desk/mine/kp/m1/minutes";
    EXPECT_EQ(desk.as("kp-9").get(own).status, 404) << "not sent yet";
    auto officer = desk.as("secretariat");
    send(officer, std::string(minutes) + "/circulate", {});
    EXPECT_TRUE(desk.as("kp-9").get(own).says("Words sent round."));
    EXPECT_TRUE(desk.as("kp-9").get("/desk").says("Read the draft minutes"));
    EXPECT_EQ(desk.as("psb-2").get(own).status, 404) << "a member of another body";
    const auto shown = desk.served().get("/kent-rehearsal/meetings/kp/m1");
    EXPECT_EQ(shown.find("Words sent round."), std::string::npos) << "not published";
}

TEST(MemberPages, WhatWasRecordedForThemIsConfirmedOrDisputed) {
    OwnDesk desk({main_job_until("Seat 21 cannot come")});
    auto chair = desk.as("chair");
    auto page = chair.get("/desk/recorded");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("By telephone"));
    const std::string mark = "id=\"about-";
    const auto at = page.body.find(mark);
    ASSERT_NE(at, std::string::npos) << page.body;
    const auto number = page.body.substr(at + mark.size(), 12);
    const auto entry = number.substr(0, number.find('"'));
    EXPECT_EQ(send(chair, "/desk/recorded", {}).status, 422) << "none was chosen";
    page = send(chair, "/desk/recorded", {{"dispute", entry}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Say what is wrong, so that it can be put right.")) << page.body;
    page = send(chair, "/desk/recorded", {{"together", "confirm"}, {"about", entry}});
    EXPECT_TRUE(page.says(": recorded.")) << page.body;
    EXPECT_TRUE(page.says("Nothing is left to confirm.")) << page.body;
    EXPECT_TRUE(page.says("You confirmed it"));
}

TEST(AuditorPages, TablesAndTheirFiles) {
    OwnDesk desk({main_job_until("## Minutes")});
    auto auditor = desk.as("auditor");
    const auto page = auditor.get("/desk");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("The flood came after the last day for items"));
    EXPECT_TRUE(page.says("Recorded as made; not a decision under the terms"));
    for (const char* file : {"discretion.csv", "as-made.csv", "corrections.csv"}) {
        EXPECT_EQ(auditor.get(std::string("/desk/audit/") + file).status, 200) << file;
    }
    EXPECT_EQ(auditor.get("/desk/audit/other.csv").status, 404);
    EXPECT_EQ(desk.as("kp-9").get("/desk/audit/discretion.csv").status, 403);
    EXPECT_TRUE(auditor.get(minutes).says("What the record gives"));
    EXPECT_FALSE(auditor.get("/desk?to-day=1&to-month=6&to-year=2008").says("The flood came"));
}

TEST(AuditorPages, WhatAnotherRuleWouldHaveChanged) {
    OwnDesk desk({main_job_until("## Minutes")});
    auto auditor = desk.as("auditor");
    EXPECT_TRUE(auditor.get("/desk").says("What another rule would have changed"));
    auto page = auditor.get("/what-if");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("Choose this rule"));
    page = auditor.get("/what-if?rule=kp.quorum");
    EXPECT_TRUE(page.says("The Kent Partnership, 3.12: quorum"));
    EXPECT_TRUE(page.says("At least, now"));
    const std::string quorum = "/what-if?rule=kp.quorum&parameter=at_least&value=";
    page = auditor.get(quorum + "9%2F10");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.says("Judged again on the record as it is."));
    EXPECT_TRUE(page.says("Another verdict"));
    EXPECT_TRUE(auditor.get(quorum + "9%2F10&mode=strict").says("Strict."));
    EXPECT_TRUE(auditor.get(quorum + "1%2F2").says("No ruling in the record would be different."));
    page = auditor.get(quorum + "4%2F3");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("A quorum of 4/3 can mean nothing."));
    page = auditor.get("/what-if?changes=kp.quorm.at_least+%3D+1%2F3");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Did you mean kp.quorum?"));
    EXPECT_EQ(auditor.get("/what-if?changes=kent-partnership%2FI1+%3D+not_counted&page=7").status,
              200);
    EXPECT_TRUE(desk.as("secretariat").get("/record").says("What another rule would have changed"));
    EXPECT_EQ(desk.as("secretariat").get("/what-if").status, 200);
    EXPECT_TRUE(auditor.get("/what-if?changes=").says("Choose a reading, or write a change."));
    EXPECT_EQ(desk.as("kp-9").get("/what-if").status, 403);
}

} // namespace
} // namespace quorate::web_tests
