// Meeting day: undo within the sheet, lines put right, votes by name, who matters, corrections, the
// paper kit.

#include "day_fixture.hpp"

namespace quorate::web_tests {

namespace {

TEST_F(MeetingDay, ALineWithinTheSheetIsTakenBackWhenNothingRestsOnIt) {
    reach_item_4();
    done("discuss", {{"item", "4"}, {"words", "They spoke of the site."}, {"time", "10:32"}});
    const auto spoken = sheet().lines.back().number;
    done("arrive", {{"who", "24"}, {"time", "10:33"}});
    done("undo", {{"key", std::to_string(spoken)}});
    EXPECT_EQ(sheet().lines.size(), 2U) << "the item and the arrival stay";
    done("move", {{"item", "4"}, {"seat", "9"}, {"words", "That it be so"}, {"time", "10:40"}});
    const auto moved = sheet().lines.back().number;
    done("second", {{"item", "4"}, {"seat", "10"}, {"time", "10:41"}});
    const auto asked = send_as(officer_, "undo", {{"key", std::to_string(moved)}});
    EXPECT_EQ(asked.status, 303);
    EXPECT_NE(asked.location.find("/day/line?number="), std::string::npos) << asked.location;
    const auto line = officer_.get(std::string(day) + "/line?number=" + std::to_string(moved));
    EXPECT_TRUE(line.says("One later line rests on it:"));
    EXPECT_TRUE(line.says("Take both back"));
    const auto before = sheet().lines.size();
    done("undo", {{"key", std::to_string(moved)}, {"with", "yes"}});
    EXPECT_EQ(sheet().lines.size(), before - 2);
}

TEST_F(MeetingDay, AMiskeyedTimeIsPutRightInItsPlaceWithoutATrace) {
    gather();
    done("enter", {});
    const auto before = kent().state()->size;
    done("arrive", {{"who", "22,23"}, {"time", "10:52am"}});
    const auto number_of_line = sheet().lines.back().number;
    const auto address = std::string(day) + "/line?number=" + std::to_string(number_of_line);
    const auto form = officer_.get(address);
    EXPECT_TRUE(form.says("10:52am"));
    FormFields fields{{"time", "10:25am"},
                      {"seats", "22,23"},
                      {"number", std::to_string(number_of_line)},
                      {"entry", hidden_value(form.body, "entry")}};
    EXPECT_EQ(officer_.post(address, fields).status, 303);
    const auto line = sheet().lines.back();
    EXPECT_EQ(line.number, number_of_line) << "it keeps its place";
    EXPECT_EQ(base::clock_words(kent().zone().local(line.submission.effective).minute), "10:25am");
    done("enter", {});
    EXPECT_EQ(kent().state()->size, before + 1);
    fields[0].second = "half past";
    EXPECT_EQ(officer_.post(address, fields).status, 200) << "it is in the record by now";
}

TEST_F(MeetingDay, TwoOfficersAtOneLineLoseNothingWithoutAWord) {
    reach_item_4();
    done("discuss", {{"item", "4"}, {"words", "They spoke of the site."}, {"time", "10:32"}});
    const auto at_first = sheet().lines.back();
    const auto key = std::to_string(at_first.number);
    const auto address = std::string(day) + "/line?number=" + key;
    other_.sign_in("secretariat");
    const auto form_of = [&](Browser& browser, const std::string& words) {
        const auto form = browser.get(address).body;
        return FormFields{{"time", "10:32am"},
                          {"words", words},
                          {"number", key},
                          {"as_shown", hidden_value(form, "as_shown")}};
    };
    const auto one = form_of(officer_, "They spoke of the site and the cost.");
    const auto two = form_of(other_, "They spoke of the roof.");
    EXPECT_EQ(officer_.post(address, one).status, 303);
    EXPECT_EQ(sheet().lines.back().submission.id, at_first.submission.id) << "it keeps its id";
    const auto told = other_.post(address, two);
    EXPECT_EQ(told.status, 422);
    EXPECT_TRUE(told.says("Somebody changed this line meanwhile")) << told.body;
    EXPECT_TRUE(told.says("They spoke of the roof.")) << "nothing typed is lost";
    EXPECT_TRUE(told.says("the site and the cost")) << "as it is now";
    const auto kept = other_.post(day, {{"do", "undo"},
                                        {"key", key},
                                        {"about", at_first.submission.id.value},
                                        {"as_shown", two.back().second}});
    EXPECT_EQ(kept.status, 422);
    EXPECT_TRUE(kept.says("Somebody changed this line meanwhile")) << kept.body;
    EXPECT_EQ(sheet().lines.back().number, at_first.number);
    auto again = two;
    again.back().second = hidden_value(told.body, "as_shown");
    EXPECT_EQ(other_.post(address, again).status, 303) << "now they know";
    EXPECT_TRUE(has(page(), "They spoke of the roof."));
}

TEST_F(MeetingDay, AVoteByNameTakesTheRestAsOneAnswer) {
    reach_item_4();
    done("move", {{"item", "4"}, {"seat", "9"}, {"words", "That it be so"}, {"time", "10:40"}});
    done("put", {{"item", "4"}, {"words", "That it be so"}, {"time", "10:45"}});
    done("consensus", {{"item", "4"}, {"objecting", "1"}, {"time", "10:46"}});
    EXPECT_TRUE(has(page(), "name=\"name-21\"")) << "each who may vote has a line";
    done("vote", {{"item", "4"},
                  {"name-1", "against"},
                  {"name-2", "against"},
                  {"name-3", "abstain"},
                  {"rest", "for"},
                  {"for", "5"},
                  {"time", "10:50"}});
    const auto& vote = std::get<governance::acts::TakeVote>(sheet().lines.back().submission.act);
    EXPECT_EQ(vote.seats_for.size(), 19U);
    EXPECT_EQ(vote.seats_against.size(), 2U);
    EXPECT_EQ(vote.seats_abstaining.size(), 1U);
    EXPECT_FALSE(vote.for_.has_value()) << "names count, not the box";
    EXPECT_EQ(number(last_line(), Code::carried, "for"), 19);
}

TEST_F(MeetingDay, WhoMattersIsSaidBeforeTheyLeave) {
    gather();
    done("arrive", {{"pick", "21s"}, {"time", "10:20am"}});
    const auto shown = page();
    EXPECT_TRUE(has(shown, "If any of the 20 who are counted leaves, the quorum is lost."));
    EXPECT_TRUE(has(shown, "leaves, nobody is in the chair."));
    EXPECT_TRUE(has(shown, "Half of 40 members is 20; 20 are counted: none to spare."));
    EXPECT_TRUE(has(shown, "Not counted (20)"));
    done("arrive", {{"who", "22"}, {"time", "10:21am"}});
    EXPECT_FALSE(has(page(), "leaves, the quorum is lost."));
}

TEST_F(MeetingDay, ASeatChangesHandsAtOneMoment) {
    reach_item_4();
    done("hand-over", {{"seat", "21"}, {"how", "member"}, {"time", "10:35"}});
    auto lines = sheet().lines;
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[lines.size() - 1].submission.effective,
              lines[lines.size() - 2].submission.effective);
    EXPECT_FALSE(has(page(), "by substitute 21"));
    done("hand-over", {{"seat", "21"}, {"how", ""}, {"time", "10:40"}});
    EXPECT_TRUE(has(page(), "by substitute 21"));
}

TEST_F(MeetingDay, AnItemUnderWayWhenTheMeetingAdjournsIsTakenUpAgain) {
    reach_item_4();
    done("adjourn", {{"until-day", "2"},
                     {"until-month", "7"},
                     {"until-year", "2008"},
                     {"until-time", "9:30am"},
                     {"reason", "The room is needed"},
                     {"time", "10:40"}});
    done("resume", {{"day-day", "2"}, {"day-month", "7"}, {"day-year", "2008"}, {"time", "9:32"}});
    const auto shown = officer_.get(std::string(day) + "?item=4").body;
    EXPECT_TRUE(has(shown, "Broken off, to be taken up again"));
    EXPECT_TRUE(has(shown, "It was broken off and is taken up again."));
    done("take", {{"item", "4"}, {"time", "9:33"}});
    EXPECT_TRUE(has(page(), "Being taken since 9:33am"));
}

TEST_F(MeetingDay, ASeatWithoutANamedSubstituteDoesNotChangeHands) {
    reach_item_4();
    const auto before = sheet().lines.size();
    const auto asked =
        send_as(officer_, "hand-over", {{"seat", "9"}, {"how", ""}, {"time", "10:35"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("No substitute is named for this seat"));
    EXPECT_EQ(sheet().lines.size(), before) << "the member has not left either";
}

TEST_F(MeetingDay, WhatWaitedIsTakenWithoutThePageUntilTheLast) {
    reach_item_4();
    const FormFields spoken{{"item", "4"}, {"words", "They spoke."}, {"time", "10:32"}};
    auto more = spoken;
    more.emplace_back("more", "1");
    EXPECT_EQ(send_as(officer_, "discuss", more).status, 204);
    EXPECT_EQ(send_as(officer_, "discuss", spoken).status, 303);
    const auto wrong = send_as(officer_, "discuss", {{"item", "4"}, {"words", ""}, {"more", "1"}});
    EXPECT_EQ(wrong.status, 422) << "what is asked back is shown at once";
    const auto key = std::to_string(sheet().lines.front().number);
    const auto resting = send_as(officer_, "undo", {{"key", key}, {"more", "1"}});
    EXPECT_EQ(resting.status, 303) << "so is what else would be taken back";
}

TEST_F(MeetingDay, AShortBreakGoesOnWithOnePress) {
    reach_item_4();
    done("break", {{"time", "10:50"}});
    EXPECT_TRUE(has(page(), "Adjourned"));
    EXPECT_TRUE(has(page(), "Resume the meeting"));
    done("resume", {{"day-day", "1"}, {"day-month", "7"}, {"day-year", "2008"}, {"time", "10:58"}});
    EXPECT_TRUE(has(page(), "Open since"));
}

TEST_F(MeetingDay, WhatIsInTheRecordIsPutRightFromTheLog) {
    reach_item_4();
    done("close-item", {{"item", "4"}, {"time", "10:59"}});
    const auto log = officer_.get(std::string(day) + "/log");
    EXPECT_TRUE(log.says("Seats 22 and 23 came"));
    EXPECT_TRUE(log.says("Put right"));
    const auto at = log.body.find("/day/correct?entry=");
    ASSERT_NE(at, std::string::npos);
    const auto& entries = kent().state()->entries;
    std::string position;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries.at(i).meeting &&
            governance::act_table()[entries.at(i).act].name == std::string_view("record-arrival")) {
            position = std::to_string(entries.at(i).position);
        }
    }
    const auto address = std::string(day) + "/correct?entry=" + position;
    const auto form = officer_.get(address);
    EXPECT_EQ(form.status, 200);
    FormFields fields{{"seat", "22"}, {"arrived", "10:40am"}, {"words", "The sheet says 10:40am"}};
    for (const char* name : {"entry", "position"}) {
        fields.emplace_back(name, hidden_value(form.body, name));
    }
    const auto before = kent().state()->size;
    const auto effect = officer_.post(address, fields);
    EXPECT_TRUE(effect.says("What this changes"));
    EXPECT_EQ(kent().state()->size, before) << "nothing is recorded before it is confirmed";
    fields.emplace_back("confirmed", "yes");
    EXPECT_EQ(officer_.post(address, fields).status, 303);
    EXPECT_EQ(kent().state()->size, before + 1);
    EXPECT_TRUE(officer_.get(std::string(day) + "/log").says("Seats 22 and 23 came"))
        << "the old words stay";
    FormFields nothing{{"seat", "22"}, {"words", "Why"}};
    EXPECT_EQ(officer_.post(address, nothing).status, 422);
}

TEST_F(MeetingDay, WhoeverWasToldToLeaveAndIsBackIsNotCounted) {
    reach_item_4();
    const auto declared = [&](const char* seat, const char* time) {
        done("declare", {{"item", "4"},
                         {"seat", seat},
                         {"kind", "financial"},
                         {"subject", "self"},
                         {"time", time}});
    };
    declared("5", "10:31");
    done("determine",
         {{"item", "4"}, {"key", "kp/5"}, {"determination", "leave"}, {"time", "10:32"}});
    EXPECT_EQ(number(last_line(), Code::quorate, "present"), 21);
    done("back", {{"key", "kp/5"}, {"time", "10:33"}});
    EXPECT_NE(last_line().reason(Code::back_though_told_out), nullptr);
    EXPECT_EQ(number(last_line(), Code::quorate, "present"), 21);
    EXPECT_TRUE(has(page(), "was told to leave for item 4, so is not counted while it lasts"));
    EXPECT_TRUE(has(page(), "21 of 40 present. Quorum 20: one to spare."));
}

TEST_F(MeetingDay, AnInterestOfBothChairsIsForWhomTheMeetingChooses) {
    done("attendance", {{"present", "1-20,22-24"}, {"time", "9:50am"}});
    done("open", {{"time", "10:00am"}});
    done("preside", {{"who", "kp/7"}, {"time", "10:01"}});
    done("take", {{"item", "4"}, {"time", "10:30am"}});
    for (const auto* seat : {"7", "8"}) {
        done("declare", {{"item", "4"},
                         {"seat", seat},
                         {"kind", "financial"},
                         {"subject", "self"},
                         {"time", "10:31"}});
    }
    const std::string nobody = "The Vice Chair would decide, and has an interest in the item too.";
    EXPECT_TRUE(has(page(), nobody));
    done("preside",
         {{"who", "elected"}, {"seat", "9"}, {"only", "yes"}, {"item", "4"}, {"time", "10:32"}});
    EXPECT_NE(last_line().reason(Code::presides_by_election), nullptr);
    EXPECT_FALSE(has(page(), nobody));
    done("determine",
         {{"item", "4"}, {"key", "kp/7"}, {"determination", "speak"}, {"time", "10:33"}});
    EXPECT_NE(last_line().reason(Code::may_speak_not_decide), nullptr);
}

TEST_F(MeetingDay, ThePaperKitSaysWhatToSay) {
    const auto kit = officer_.get("/desk/meetings/kp/m1/kit");
    EXPECT_EQ(kit.status, 200);
    EXPECT_TRUE(kit.says("20 of 40 make a quorum"));
    EXPECT_TRUE(kit.says("Item 4: A shared training centre"));
    EXPECT_TRUE(kit.says("Does any member have an interest to declare?"));
    EXPECT_TRUE(kit.says("Attendance sheet"));
    EXPECT_TRUE(kit.says("Vote sheet"));
    other_.sign_in("kp-9");
    EXPECT_EQ(other_.get("/desk/meetings/kp/m1/kit").status, 403);
}

TEST_F(MeetingDay, NoPageHasScriptOrStyleInLine) {
    reach_item_4();
    for (const auto& address : {std::string(day), std::string(day) + "?item=5",
                                std::string(day) + "/log", std::string("/desk/meetings/kp/m1/kit"),
                                std::string("/desk"), std::string("/desk/meetings/kp/m1")}) {
        const auto body = officer_.get(address).body;
        EXPECT_EQ(body.find("<style"), std::string::npos) << address;
        EXPECT_EQ(body.find(" style="), std::string::npos) << address;
        EXPECT_EQ(body.find(" onclick"), std::string::npos) << address;
        for (auto at = body.find("<script"); at != std::string::npos;
             at = body.find("<script", at + 1)) {
            EXPECT_EQ(body.compare(at, 34, "<script type=\"module\" src=\"/assets"), 0)
                << address << body.substr(at, 80);
            const auto open = body.find('>', at);
            EXPECT_EQ(body.compare(open, 10, "></script>"), 0) << "nothing stands inside it";
        }
    }
    EXPECT_TRUE(has(page(), "/assets/day."));
}

/// "kp/1", "kp/2" ... as a list of JSON has them.
std::string seats_of(const std::string& body, int first, int last) {
    std::string out;
    for (int number = first; number <= last; ++number) {
        out += (out.empty() ? "\"" : ", \"") + body + "/" + std::to_string(number) + "\"";
    }
    return out;
}

TEST_F(MeetingDay, EachBodyOfAJointMeetingHasItsOwnMajority) {
    const std::string joint = R"("meeting": "kp/joint")";
    const std::string item = joint + R"(, "item": 1)";
    submit("convene-meeting", joint + R"(, "at": "2008-12-02T10:00", "jointly_with": "psb")",
           "2008-10-01T09:00", "servicing");
    submit("notify-item", item + R"(, "title": "For both", "purpose": "decision")",
           "2008-10-01T09:05", "servicing");
    submit("record-arrival",
           joint + R"(, "seats": [)" + seats_of("kp", 1, 20) + ", " + seats_of("psb", 1, 3) + ", " +
               seats_of("psb", 5, 9) + "]",
           "2008-12-02T09:50", "servicing");
    submit("open-meeting", joint, "2008-12-02T10:00", "servicing");
    submit("preside", joint + R"(, "seat": "kp/7")", "2008-12-02T10:01", "chair");
    submit("take-item", item, "2008-12-02T10:02", "presiding");
    const std::string page = "/desk/meetings/kp/joint/day?item=1";
    submit("put-question", item, "2008-12-02T10:03", "presiding");
    submit("record-consensus", item + R"(, "objecting": ["psb/1"])", "2008-12-02T10:04",
           "presiding");
    EXPECT_TRUE(
        has(officer_.get(page).body,
            "Each body decides by its own majority: count its members apart, or vote by name."));
    submit("take-vote", item + R"(, "for": 20, "against": 8)", "2008-12-02T10:05", "presiding");
    EXPECT_TRUE(has(officer_.get(page).body, "how the members of each voted is not recorded."));
    submit("take-vote",
           item + R"(, "seats_for": [)" + seats_of("kp", 1, 20) +
               R"(, "psb/1"], "seats_against": [)" + seats_of("psb", 2, 3) + ", " +
               seats_of("psb", 5, 9) + "]",
           "2008-12-02T10:06", "presiding");
    const auto shown = officer_.get(page).body;
    EXPECT_TRUE(has(shown, "20 could decide and 11 for carry it: carried."));
    EXPECT_TRUE(has(
        shown,
        "one for, seven against, none abstained; 8 could decide and 5 for carry it: not carried."));
    EXPECT_TRUE(has(shown, "value=\"lost\" checked")) << "the outcome offered";
    const auto open_page = officer_.get("/meetings/kp/joint").body;
    EXPECT_TRUE(has(open_page, "Quorum of The Kent Partnership"));
    EXPECT_TRUE(has(open_page, "Quorum of The Kent Public Service Board"));
    const auto kit = officer_.get("/desk/meetings/kp/joint/kit").body;
    EXPECT_TRUE(has(kit, "Public Service Board: Look for a consensus first."));
    EXPECT_TRUE(has(kit, "Count, The Kent Public Service Board"));
    EXPECT_TRUE(has(officer_.get("/meetings/kp/joint/live").body,
                    "8 could decide and 5 for carry it: not carried."));
    const auto vote = [&](FormFields fields) {
        const auto before = officer_.get(page).body;
        fields.insert(fields.end(), {{"do", "vote"}, {"item", "1"}, {"time", "10:10am"}});
        for (const char* name : {"entry", "position", "line"}) {
            fields.emplace_back(name, hidden_value(before, name));
        }
        return officer_.post("/desk/meetings/kp/joint/day", fields);
    };
    EXPECT_TRUE(
        has(vote({{"for", "12"}}).body, "Write the votes of each body, 0 where there were none."));
    const auto apart =
        vote({{"for", "12"}, {"against", "8"}, {"joint_for", "5"}, {"joint_against", "3"}});
    EXPECT_EQ(apart.status, 303) << apart.body;
    const auto counted = officer_.get(page).body;
    EXPECT_TRUE(has(counted, "five for, three against, none abstained; 8 could decide and 5 for "
                             "carry it: carried."));
}

} // namespace

} // namespace quorate::web_tests
