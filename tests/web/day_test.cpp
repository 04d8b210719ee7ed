// Meeting day through its page: the day of scenarios/main-job.md with the same verdicts and
// numbers; what is taken back leaves no trace; a restart in the middle loses nothing; two officers
// at once.

#include "day_fixture.hpp"
#include "views/meetings/day.hpp"

namespace quorate::web_tests {

namespace {

TEST_F(MeetingDay, BelongsToTheSecretariat) {
    other_.sign_in("kp-9");
    EXPECT_EQ(other_.get(day).status, 403);
    EXPECT_EQ(officer_.get("/desk/meetings/kp/none/day").status, 404);
}

TEST_F(MeetingDay, WithoutAQuorumNothingIsDecided) {
    EXPECT_TRUE(has(page(), "Take attendance"));
    gather();
    EXPECT_EQ(number(sheet().lines[0].ruling, Code::inquorate, "present"), 19);
    EXPECT_EQ(number(sheet().lines[0].ruling, Code::inquorate, "spare"), -1);
    EXPECT_NE(sheet().lines[2].ruling.reason(Code::vice_chair_presides), nullptr);
    EXPECT_TRUE(has(page(), "19 of 40 present. Quorum 20: one short."));
    EXPECT_TRUE(has(page(), "There is no quorum"));
    refused("outcome",
            {{"item", "4"}, {"outcome", "carried"}, {"by", "consensus"}, {"time", "10:05"}});
    EXPECT_EQ(number(last_line(), Code::inquorate, "needed"), 20);
    done("informal", {{"time", "10:06"}});
    EXPECT_NE(last_line().reason(Code::informal_only), nullptr);
    done("take", {{"item", "2"}, {"time", "10:07"}});
    done("discuss", {{"item", "2"},
                     {"words", "Those present spoke about the year so far."},
                     {"time", "10:10"}});
    EXPECT_NE(last_line().reason(Code::informal_only), nullptr);
    refused("note", {{"item", "2"}, {"time", "10:15"}});
    EXPECT_EQ(last_line().verdict, Verdict::refused);
}

TEST_F(MeetingDay, ASubstituteIsOneOfTwoWhoMayBeMeant) {
    gather();
    const auto asked = send_as(officer_, "arrive", {{"who", "21"}, {"time", "10:20am"}});
    EXPECT_EQ(asked.status, 200);
    EXPECT_TRUE(asked.says("The substitute for Seat 21"));
    done("arrive", {{"who", "21"}, {"pick", "21s"}, {"time", "10:20am"}});
    EXPECT_EQ(number(last_line(), Code::quorate, "spare"), 0);
    EXPECT_NE(last_line().reason(Code::substitute_in_advance), nullptr);
    EXPECT_TRUE(has(page(), "If anyone leaves, the quorum is lost."));
    const auto letters = send_as(officer_, "arrive", {{"who", "faith"}, {"time", "10:21am"}});
    EXPECT_EQ(letters.status, 303) << "one member of that sector is not there";
    const auto nobody = send_as(officer_, "arrive", {{"who", "zebra"}, {"time", "10:22am"}});
    EXPECT_EQ(nobody.status, 422);
    EXPECT_TRUE(nobody.says("zebra"));
}

TEST_F(MeetingDay, WhoIsHereAndWhoIsNobodyAreNotSetDownAsArrivals) {
    gather();
    const auto lines = sheet().lines.size();
    const auto wrong = [&](const char* who, const char* words) {
        const auto answer = send_as(officer_, "arrive", {{"who", who}, {"time", "10:20am"}});
        EXPECT_EQ(answer.status, 422) << who;
        EXPECT_TRUE(answer.says(words)) << who << "\n" << answer.body;
    };
    wrong("3", "is here already.");
    wrong("1234", "No member holds seat 1234.");
    wrong("faith, zebra", "fits “zebra”");
    wrong("faith, 21", "More than one fits “21”");
    EXPECT_EQ(sheet().lines.size(), lines);
    done("arrive", {{"who", "faith, 25"}, {"time", "10:21am"}});
    EXPECT_EQ(number(last_line(), Code::quorate, "present"), 21);
}

TEST_F(MeetingDay, AMeetingNobodyComesToIsRecorded) {
    const auto both = send_as(officer_, "attendance",
                              {{"present", "1-3"}, {"nobody", "yes"}, {"time", "9:50am"}});
    EXPECT_EQ(both.status, 422);
    EXPECT_TRUE(both.says("Keep one of the two."));
    done("attendance", {{"nobody", "yes"}, {"time", "9:50am"}});
    EXPECT_TRUE(has(page(), "0 of 40 present. Quorum 20: 20 short."));
    done("open", {{"time", "10:00am"}});
    EXPECT_TRUE(has(page(), "Nobody is here who could preside."));
    done("adjourn", {{"time", "10:30am"}});
    EXPECT_TRUE(has(page(), "Resume the meeting"));
}

TEST_F(MeetingDay, AChairWhoIsHereTakesTheChairWhoeverElseIsAway) {
    done("attendance", {{"present", "1-7,9-24"}, {"time", "9:50am"}});
    done("open", {{"time", "10:00am"}});
    EXPECT_TRUE(has(page(), ">The Chair takes the chair.<"));
}

TEST_F(MeetingDay, ABodyWithoutMembersIsSaidToHaveNone) {
    submit("convene-meeting", R"("meeting": "sscg/m1", "at": "2008-07-01T14:00")",
           "2008-06-27T11:00", "servicing");
    const auto empty = officer_.get("/desk/meetings/sscg/m1/day");
    EXPECT_TRUE(empty.says("No members of The Safer and Stronger Communities Group are on record"));
    EXPECT_FALSE(empty.says("Quorum 0 of 0"));
}

TEST_F(MeetingDay, AnItemIsDecidedWithTheNumbersOfTheMainJob) {
    reach_item_4();
    done("declare", {{"item", "4"},
                     {"seat", "5"},
                     {"kind", "financial"},
                     {"subject", "self"},
                     {"nature", "An interest in land near the centre"},
                     {"time", "10:31"}});
    EXPECT_TRUE(has(page(), "21 would count towards the quorum: one to spare."));
    done("determine",
         {{"item", "4"}, {"key", "kp/5"}, {"determination", "speak"}, {"time", "10:33"}});
    EXPECT_NE(last_line().reason(Code::may_speak_not_decide), nullptr);
    EXPECT_EQ(number(last_line(), Code::quorate, "spare"), 2);
    EXPECT_TRUE(has(page(), "21 of those here may decide; Seat 5"));
    done("move", {{"item", "4"},
                  {"seat", "9"},
                  {"words", "That the partners share one training centre"},
                  {"time", "10:40"}});
    done("second", {{"item", "4"}, {"seat", "10"}, {"time", "10:41"}});
    done("put", {{"item", "4"},
                 {"words", "That the partners share one training centre"},
                 {"time", "10:45"}});
    done("consensus", {{"item", "4"}, {"objecting", "1-4"}, {"time", "10:46"}});
    EXPECT_EQ(number(last_line(), Code::consensus_not_reached, "objecting"), 4);
    done("vote",
         {{"item", "4"}, {"for", "11"}, {"against", "6"}, {"abstain", "4"}, {"time", "10:50"}});
    EXPECT_EQ(number(last_line(), Code::carried, "base"), 21);
    EXPECT_EQ(number(last_line(), Code::carried, "needed"), 11);
    EXPECT_TRUE(has(page(), "21 could decide; 11 for carry it: carried."));
    done("outcome", {{"item", "4"},
                     {"outcome", "carried"},
                     {"by", "vote"},
                     {"words", "The partners will share one training centre."},
                     {"time", "10:51"}});
    EXPECT_EQ(last_line().verdict, Verdict::permitted);
    EXPECT_EQ(kent().state()->decisions.size(), 0U) << "it is provisional";
    done("close-item", {{"item", "4"}});
    EXPECT_TRUE(sheet().lines.empty());
    EXPECT_EQ(kent().state()->decisions.size(), 1U);
    const auto entry = kent().entry(kent().state()->size - 1).value();
    EXPECT_EQ(number(entry.ruling, Code::barred_from_deciding, "members"), 1);
    EXPECT_EQ(governance::text(entry.submission.made_by), "presiding");
    EXPECT_EQ(governance::text(entry.submission.recorded_by), "servicing");
    EXPECT_EQ(entry.submission.evidence, governance::Evidence::room);
}

TEST_F(MeetingDay, TheRestOfTheMeetingEndsInTheRecord) {
    reach_item_4();
    done("take", {{"item", "5"}, {"time", "11:00"}});
    EXPECT_EQ(sheet().lines.size(), 1U) << "taking the next item enters the one before";
    done("note", {{"item", "5"}, {"time", "11:10"}});
    EXPECT_EQ(number(last_line(), Code::quorate, "present"), 22);
    done("close", {{"time", "11:45"}});
    EXPECT_TRUE(sheet().lines.empty());
    const auto* meeting = kent().snapshot()->state.meetings.find(governance::MeetingId("kp/m1"));
    EXPECT_EQ(meeting->status, governance::MeetingStatus::closed);
    const auto after = officer_.get(day);
    EXPECT_TRUE(after.says("Closed at 11:45am"));
    EXPECT_FALSE(after.says("Record arrival"));
}

TEST_F(MeetingDay, WhatIsTakenBackLeavesNoTrace) {
    const auto before = kent().state()->size;
    gather();
    const auto line = sheet().lines.back();
    done("undo", {{"key", std::to_string(line.number)}});
    EXPECT_EQ(sheet().lines.size(), 2U);
    EXPECT_TRUE(has(page(), "Who is in the chair?"));
    const auto again = send_as(officer_, "undo", {{"key", std::to_string(line.number)}});
    EXPECT_EQ(again.status, 422);
    done("enter", {});
    EXPECT_EQ(kent().state()->size, before + 2);
    EXPECT_EQ(kent().state()->entries.find(line.submission.id), nullptr);
}

TEST_F(MeetingDay, ADoublePressIsOneLine) {
    const auto open = officer_.get(day);
    const FormFields fields{{"do", "attendance"},
                            {"present", "1-6"},
                            {"time", "9:50am"},
                            {"entry", hidden_value(open.body, "entry")}};
    EXPECT_EQ(officer_.post(day, fields).status, 303);
    EXPECT_EQ(officer_.post(day, fields).status, 303);
    EXPECT_EQ(sheet().lines.size(), 1U);
}

TEST_F(MeetingDay, ADoublePressOfATextIsOneLineToo) {
    reach_item_4();
    const auto open = officer_.get(day);
    FormFields fields{
        {"do", "discuss"}, {"item", "4"}, {"words", "They spoke."}, {"time", "10:32"}};
    for (const char* name : {"entry", "position", "line"}) {
        fields.emplace_back(name, hidden_value(open.body, name));
    }
    const auto lines = sheet().lines.size();
    EXPECT_EQ(officer_.post(day, fields).status, 303);
    const auto again = officer_.post(day, fields);
    EXPECT_EQ(again.status, 303) << "it is one's own line that came in between";
    EXPECT_NE(again.location.find("said="), std::string::npos);
    EXPECT_EQ(sheet().lines.size(), lines + 1);
    FormFields other = fields;
    other[2].second = "They spoke at length.";
    const auto changed = officer_.post(day, other);
    EXPECT_EQ(changed.status, 422) << "other words are not a second press";
    EXPECT_TRUE(changed.says("They spoke at length.")) << "and are kept";
    EXPECT_EQ(sheet().lines.size(), lines + 1);
    done("enter", {});
    const auto size = kent().state()->size;
    EXPECT_EQ(officer_.post(day, fields).status, 303) << "it is in the record by now";
    EXPECT_EQ(officer_.post(day, other).status, 422) << "these words are not";
    EXPECT_TRUE(sheet().lines.empty());
    EXPECT_EQ(kent().state()->size, size);
}

TEST_F(MeetingDay, WhatDoesNotStandLeavesTheClockAlone) {
    gather();
    const auto before = kent().now();
    refused("resume",
            {{"day-day", "5"}, {"day-month", "8"}, {"day-year", "2008"}, {"time", "9am"}});
    EXPECT_EQ(kent().now(), before);
    EXPECT_LT(sheet().snapshot->state.last_recorded.ms, before.ms + 1);
    const auto far =
        send_as(officer_, "resume",
                {{"day-day", "5"}, {"day-month", "8"}, {"day-year", "2099"}, {"time", "9am"}});
    EXPECT_EQ(far.status, 422);
    EXPECT_TRUE(far.says("That is more than a year ahead. Check the date."));
    EXPECT_EQ(sheet().lines.size(), 4U) << "no line of it";
    done("enter", {});
    EXPECT_EQ(kent().now(), before) << "entering a refused line does not move it either";
    EXPECT_EQ(kent().state()->last_recorded, before);
}

TEST_F(MeetingDay, WhatWasTypedIsKeptWhenSomethingIsWrong) {
    reach_item_4();
    const auto answer =
        send_as(officer_, "move",
                {{"item", "4"}, {"words", "That something long be kept"}, {"time", "10:40"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("That something long be kept"));
    EXPECT_TRUE(answer.says("Write who it is: a seat number, or letters of a name."));
    const auto late =
        send_as(officer_, "discuss", {{"item", "4"}, {"words", "Talk"}, {"time", "half past"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Write the time as 10:05am."));
    EXPECT_TRUE(late.says("half past"));
}

TEST_F(MeetingDay, TheSecondOfTwoOfficersSeesWhatChanged) {
    reach_item_4();
    other_.sign_in("secretariat");
    const auto seen = other_.get(day);
    done("discuss", {{"item", "4"}, {"words", "The first officer wrote this."}, {"time", "10:32"}});
    done("arrive", {{"who", "24"}, {"time", "10:33"}});
    FormFields mine{
        {"do", "discuss"}, {"item", "4"}, {"words", "The second wrote that."}, {"time", "10:34"}};
    for (const char* name : {"entry", "position", "line"}) {
        mine.emplace_back(name, hidden_value(seen.body, name));
    }
    const auto stale = other_.post(day, mine);
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.says("The first officer wrote this."));
    EXPECT_TRUE(stale.says("The second wrote that."));
    EXPECT_FALSE(stale.says("Seat 24 came</li>")) << "arrivals never stand in the way";
    FormFields arrival{{"do", "arrive"}, {"who", "25"}, {"time", "10:34"}};
    for (const char* name : {"position", "line"}) {
        arrival.emplace_back(name, hidden_value(seen.body, name));
    }
    EXPECT_EQ(other_.post(day, arrival).status, 303);
}

TEST_F(MeetingDay, VisitorsAndOfficersAreRecorded) {
    gather();
    done("guest", {{"name", "A Visitor"}, {"as", "visitor"}, {"agreed", "yes"}, {"time", "10:02"}});
    EXPECT_NE(last_line().reason(Code::agreement_given), nullptr);
    EXPECT_TRUE(has(page(), "Visitors, officers and partners"));
    EXPECT_FALSE(has(page(), "A Visitor came")) << "nobody is named in a rehearsal";
    done("depart", {{"who", "3"}, {"time", "10:03"}});
    EXPECT_EQ(number(last_line(), Code::inquorate, "present"), 18);
    done("back", {{"key", "3"}});
    EXPECT_EQ(number(last_line(), Code::inquorate, "present"), 19);
}

/// The words of the page from its room on, without what differs between two visits.
std::string room_words(const std::string& body) {
    const auto at = body.find("The room");
    return at == std::string::npos ? std::string() : body.substr(at, body.find("<form", at) - at);
}

TEST(MeetingDayRestart, InTheMiddleOfAnItemLosesNothing) {
    InFolder folder("kent-rehearsal");
    std::string before;
    {
        Served served(one(folder.take()));
        auto& kent = served.partnership("kent-rehearsal");
        const auto json = base::parse_json(
            act_json("convene-meeting", R"("meeting": "kp/m1", "at": "2008-07-01T10:00")",
                     R"("effective": "2008-06-02T09:00")"));
        auto act = governance::decode_submission(json->get_object(), {kent.zone(), false}, {});
        ASSERT_TRUE(kent.submit(std::move(*act)));
        Browser officer(served, "kent-rehearsal");
        officer.sign_in("secretariat");
        officer.post(day, {{"do", "attendance"}, {"present", "1-22"}, {"time", "9:50am"}});
        officer.post(day, {{"do", "open"}, {"time", "10:00am"}});
        before = officer.get(day).body;
        EXPECT_NE(before.find("22 of 40 present. Quorum 20: two to spare."), std::string::npos);
    }
    Served served(one(folder.take()));
    Browser officer(served, "kent-rehearsal");
    officer.sign_in("secretariat");
    const auto after = officer.get(day).body;
    EXPECT_FALSE(room_words(after).empty());
    EXPECT_EQ(room_words(after), room_words(before));
    EXPECT_EQ(officer.post(day, {{"do", "enter"}}).status, 303);
}

/// Riverside goes by the machine's clock; a meeting called for a day so many days from now.
class MeetingDayByTheMachine : public testing::Test {
protected:
    MeetingDayByTheMachine()
        : folder_("riverside"), served_(one(folder_.take())), officer_(served_, "riverside") {}

    void call_meeting(int days_from_now) {
        auto& river = served_.partnership("riverside");
        ASSERT_FALSE(river.clock_stands());
        const auto on = river.zone().date_of(river.now()).plus_days(days_from_now);
        const auto called = base::Instant{river.now().ms - std::int64_t{60} * 24 * 3600 * 1000};
        const auto json = base::parse_json(act_json(
            "convene-meeting",
            R"("meeting": "rb/m9", "place": "Guildhall", "at": ")" + base::text(on) + R"(T00:00")",
            R"("late_reason": "It was called by letter", "effective": ")" + base::text(called) +
                "\""));
        ASSERT_TRUE(json);
        auto act = governance::decode_submission(json->get_object(), {river.zone(), false}, {});
        ASSERT_TRUE(act) << act.error().text();
        const auto receipt = river.submit(std::move(*act));
        ASSERT_TRUE(receipt);
        ASSERT_EQ(receipt->ruling.verdict, Verdict::permitted)
            << governance::headline(receipt->ruling);
        officer_.sign_in("secretariat");
    }

    static constexpr const char* meeting_day = "/desk/meetings/rb/m9/day";
    static constexpr const char* not_yet =
        "The meeting has not come to this time yet. Enter it once it has happened.";
    InFolder folder_;
    Served served_;
    Browser officer_;
};

TEST_F(MeetingDayByTheMachine, BeforeItsDayThereIsNothingToRecord) {
    call_meeting(20);
    const auto page = officer_.get(meeting_day);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("What happens at it can be recorded from that day on."));
    EXPECT_TRUE(page.says("Back to the meeting"));
    EXPECT_FALSE(page.says("name=\"do\""));
    const auto sent = officer_.post(meeting_day, {{"do", "open"}, {"time", "10:00am"}});
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(sent.says(not_yet));
    EXPECT_TRUE(
        partnership::foresee_sheet(served_.partnership("riverside"), "rb/m9")->lines.empty());
}

TEST_F(MeetingDayByTheMachine, LettersAndInitialsTellPeopleApart) {
    call_meeting(0);
    const auto people = officer_.get(meeting_day);
    EXPECT_TRUE(people.says("<datalist"));
    const auto none =
        officer_.post(meeting_day, {{"do", "arrive"}, {"who", "zz"}, {"time", "12:00am"}});
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(none.says("Nobody who is not here fits"));
    const auto sheet = partnership::foresee_sheet(served_.partnership("riverside"), "rb/m9");
    const auto reader =
        views::Reader::open_on(served_.partnership("riverside"),
                               views::Viewer{views::ViewerKind::secretariat}, sheet->snapshot);
    const auto page = views::meeting_day(reader, "rb/m9", sheet->lines);
    ASSERT_TRUE(page);
    const auto everyone = views::day_people(page->room, views::DayAmong::not_here);
    ASSERT_GT(everyone.size(), 3U);
    for (const auto& person : everyone) {
        const auto found = views::day_matches(page->room, views::DayAmong::not_here, person.words);
        ASSERT_EQ(found.size(), 1U) << person.words;
        EXPECT_EQ(found.front().ref, person.ref);
        EXPECT_EQ(found.front().substitute, person.substitute);
    }
    views::DayRoom room;
    for (const auto* name : {"Joan Price", "Jack Palmer", "Ann Lee"}) {
        views::DaySeat seat;
        seat.ref = std::to_string(room.not_here.size() + 1);
        seat.words = std::string(name) + ", Office " + seat.ref;
        seat.seat.holders = {name};
        room.not_here.push_back(seat);
    }
    const auto both = views::day_matches(room, views::DayAmong::not_here, "jp");
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].words, "1 Joan Price, Office 1");
    EXPECT_EQ(both[1].words, "2 Jack Palmer, Office 2");
    EXPECT_EQ(views::day_matches(room, views::DayAmong::not_here, "JP, office 2").size(), 1U);
    EXPECT_EQ(views::day_matches(room, views::DayAmong::not_here, "al").front().ref, "3");
    EXPECT_TRUE(views::day_matches(room, views::DayAmong::not_here, "12").empty());
}

TEST_F(MeetingDayByTheMachine, AnEntryThatWaitedKeepsTheMomentItWasPressed) {
    call_meeting(0);
    auto& river = served_.partnership("riverside");
    const auto shown = hidden_value(officer_.get(meeting_day).body, "shown_time");
    ASSERT_FALSE(shown.empty());
    const auto pressed = base::Instant{river.now().ms - 1500};
    ASSERT_EQ(river.zone().date_of(pressed), river.zone().date_of(river.now()));
    const FormFields fields{{"do", "attendance"},
                            {"present", "1-6"},
                            {"time", shown},
                            {"shown_time", shown},
                            {"at", std::to_string(pressed.ms)},
                            {"entry", base::random_uuid_v7(base::system_now())}};
    EXPECT_EQ(officer_.post(meeting_day, fields).status, 303);
    EXPECT_EQ(officer_.post(meeting_day, fields).status, 303) << "its answer was lost";
    const auto sheet = partnership::foresee_sheet(river, "rb/m9");
    ASSERT_EQ(sheet->lines.size(), 1U);
    EXPECT_EQ(sheet->lines.front().submission.effective, pressed);
}

TEST_F(MeetingDayByTheMachine, NothingIsRecordedAtATimeStillToCome) {
    call_meeting(0);
    const auto page = officer_.get(meeting_day);
    EXPECT_TRUE(page.says("Take attendance"));
    const auto late =
        officer_.post(meeting_day, {{"do", "attendance"}, {"present", "1-6"}, {"time", "11:59pm"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says(not_yet));
    const auto now =
        officer_.post(meeting_day, {{"do", "attendance"}, {"present", "1-6"}, {"time", "12:00am"}});
    EXPECT_EQ(now.status, 303) << now.body;
}

} // namespace

} // namespace quorate::web_tests
