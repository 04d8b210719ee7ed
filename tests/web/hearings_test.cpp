// A partner asks to be heard on an item, the Chair answers, and everybody who has to know does.

#include "browser.hpp"
#include "partnership/workspace/hearing_asks.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

const std::string organisation = "/desk/organisation/riverside-health";
const std::string asking = organisation + "/heard/rp/m5/1";
const std::string answering = "/desk/to-hear/rp/m5/1/heard/riverside-health";

class Hearings : public testing::Test {
protected:
    Hearings() {
        act("convene-meeting", R"("meeting":"rp/m5","at":"2027-03-09T10:00")");
        act("notify-item",
            R"("meeting":"rp/m5","item":1,"title":"Bus shelters","purpose":"discussion")");
        act("notify-item", R"("meeting":"rp/m5","item":2,"title":"Respite beds",)"
                           R"("purpose":"discussion","affects":["riverside-health"])");
    }
    ~Hearings() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }
    void act(const std::string& name, const std::string& fields) {
        const auto answer = served_.post(
            "/api/v1/riverside/acts",
            act_json(name, fields, R"("made_by":"servicing","recorded_by":"servicing")"));
        EXPECT_NE(answer.find(" 200 "), std::string::npos) << answer;
    }
    Browser as(const std::string& account) {
        Browser out(served_, "riverside");
        out.sign_in(account);
        return out;
    }
    void ask(Browser& partner) {
        EXPECT_EQ(partner.post(asking, {{"words", "We run the routes."}}).status, 303);
        EXPECT_TRUE(partner.get("/desk").says("Waits for the Chair&#39;s answer"));
    }

    InFolder folder_{"riverside"};
    Served served_{one(folder_.take())};
};

} // namespace

TEST_F(Hearings, AnyItemOfAnAgendaCanBeAskedFor) {
    auto partner = as("partner");
    EXPECT_TRUE(partner.get("/desk").says("Ask to be heard on another item"));
    const auto items = partner.get(organisation + "/heard");
    EXPECT_TRUE(items.says("Bus shelters"));
    EXPECT_TRUE(items.says("Respite beds"));
    const auto form = partner.get(asking);
    EXPECT_TRUE(form.says("It was not put on the agenda as one that affects you."));
    EXPECT_TRUE(form.says("3.14"));
    const auto empty = partner.post(asking, {{"words", "  "}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.says("Say why it affects you."));
    ask(partner);
    EXPECT_TRUE(as("secretariat").get("/desk").says("asks to be heard on item 1, Bus shelters"));
    EXPECT_TRUE(as("secretariat").get("/desk/meetings/rp/m5").says("Record the Chair"));
    EXPECT_FALSE(as("rp-2").get("/desk").says("asks to be heard"));
}

TEST_F(Hearings, TheChairAnswersWithAReasonAndThePartnerReadsIt) {
    auto partner = as("partner");
    ask(partner);
    auto chair = as("chair");
    EXPECT_TRUE(chair.get("/desk").says("One matter needs your discretion."));
    const auto page = chair.get(answering);
    for (const auto* words : {"Riverside Health Trust", "We run the routes.", "clause 3.14",
                              "What each answer does", "Hear them", "Do not hear them"}) {
        EXPECT_TRUE(page.says(words)) << words;
    }
    EXPECT_EQ(as("rp-2").get(answering).status, 404);
    EXPECT_EQ(as("rp-2").post(answering, {{"answer", "agree"}}).status, 409);
    const auto bare = chair.post(answering, {{"answer", "not-agree"}});
    EXPECT_EQ(bare.status, 422);
    EXPECT_TRUE(bare.says("Choose a reason or write one: the partner reads it."));
    const auto done = chair.post_and_follow(
        answering, {{"answer", "not-agree"}, {"reason", "It can be heard in writing."}});
    EXPECT_TRUE(done.says("Your answer is kept"));
    EXPECT_TRUE(done.says("Change the answer"));
    EXPECT_TRUE(partner.get("/desk").says("Not agreed"));
    EXPECT_TRUE(partner.get("/desk").says("It can be heard in writing."));
    chair.post_and_follow(answering, {{"answer", "agree"}});
    EXPECT_TRUE(partner.get("/desk").says("You will be heard"));
    EXPECT_TRUE(chair.get("/desk").says("No matter needs your discretion."));
    EXPECT_TRUE(chair.get("/desk/mine/rp/m5/brief").says("Riverside Health Trust"));
}

TEST_F(Hearings, TheOfficerRecordsTheChairsAnswerAndSaysHowItIsKnown) {
    auto partner = as("partner");
    ask(partner);
    auto officer = as("secretariat");
    EXPECT_TRUE(officer.post(answering, {{"answer", "agree"}}).says("Choose how you know"));
    EXPECT_EQ(officer.post(answering, {{"answer", "agree"}, {"evidence", "telephone"}}).status,
              303);
    EXPECT_TRUE(officer.get("/desk/meetings/rp/m5").says("The Chair agreed on "));
    const auto kept =
        partnership::hearing_answers(*served_.partnership("riverside").workspace(), "rp/m5")
            .value();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].evidence, "telephone");
    partner.post(asking, {{"do", "take-back"}});
    EXPECT_EQ(officer.post(answering, {{"answer", "agree"}, {"evidence", "telephone"}}).status, 409)
        << "nobody asks any more";
}

TEST_F(Hearings, ARightNeedsNoAnswer) {
    auto partner = as("partner");
    const auto by_right = organisation + "/heard/rp/m5/2";
    EXPECT_TRUE(partner.get(by_right).says("You may attend and be heard on it"));
    EXPECT_EQ(partner.post(by_right, {{"words", "They are our beds."}}).status, 303);
    auto chair = as("chair");
    EXPECT_TRUE(chair.get("/desk").says("No matter needs your discretion."));
    EXPECT_TRUE(chair.get("/desk").says("They have a right to be heard"));
    EXPECT_EQ(chair.get("/desk/to-hear/rp/m5/2/heard/riverside-health").status, 404);
}

} // namespace quorate::web_tests
