// A group made from model terms: filled in, read, put forward, adopted. In a rehearsal of its own
// at 2 June 2008.

#include "browser.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

class NewGroup : public testing::Test {
protected:
    explicit NewGroup(const std::string& example = "kent-rehearsal")
        : folder_(example), served_(one(folder_.take())), officer_(served_, example) {}

    void SetUp() override {
        officer_.sign_in("secretariat");
        const auto list = officer_.get("/desk/new-group");
        ASSERT_EQ(list.status, 200);
        const auto at = list.body.find("new-group?model=");
        ASSERT_NE(at, std::string::npos) << "the model is not held";
        address_ = "/desk/" + list.body.substr(at, std::string("new-group?model=").size() + 64);
    }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    static FormFields whole() {
        return {{"hole-id", "green-group"},
                {"hole-name", "Green Group"},
                {"hole-remit", "trees and parks"},
                {"hole-aims", "plant trees\nwater them"},
                {"hole-end-year", "2011"},
                {"hole-chair", "Head of Parks"},
                {"hole-agencies", "the districts\nthe foresters"},
                {"hole-meetings", "4"},
                {"hole-serviced-by", "the county council"},
                {"hole-local-strategies", "one"},
                {"hole-regional-strategies", "two"},
                {"hole-national-strategies", "three"}};
    }
    static FormFields with(FormFields fields, const std::string& name, const std::string& value) {
        for (auto& [field, held] : fields) {
            held = field == name ? value : held;
        }
        return fields;
    }
    Answer send(FormFields fields, const std::string& step) {
        const auto page = officer_.get(address_);
        for (const char* name : {"entry", "entry2", "entry3", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        fields.emplace_back("step", step);
        return officer_.post(address_, fields);
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    std::string address_;
};

TEST_F(NewGroup, shows_the_terms_as_they_would_stand_and_records_nothing) {
    const auto read = send(whole(), "read");
    EXPECT_EQ(read.status, 200);
    EXPECT_TRUE(read.says("The Green Group, 13 clauses."));
    EXPECT_TRUE(read.says("how many make a quorum"));
    EXPECT_TRUE(read.says("how much notice"));
    EXPECT_TRUE(read.says("substitute"));
    EXPECT_TRUE(read.says("in all that has to do with trees and parks"));
    EXPECT_TRUE(read.says("Adopt the terms and establish the group"));
    EXPECT_EQ(officer_.get("/bodies/green-group").status, 404);
}

TEST_F(NewGroup, says_what_does_not_fit_and_keeps_what_was_typed) {
    const auto answer = send(with(whole(), "hole-meetings", "often"), "read");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("is often, not a whole number"));
    EXPECT_TRUE(answer.says("trees and parks"));
    const auto id = send(with(whole(), "hole-id", "Green Group"), "read");
    EXPECT_EQ(id.status, 422);
    EXPECT_TRUE(id.says("cannot be an id"));
    const auto none = send({}, "adopt");
    EXPECT_EQ(none.status, 422);
}

TEST_F(NewGroup, with_something_left_open_can_be_put_forward_and_not_adopted) {
    const auto open = with(whole(), "hole-meetings", "");
    const auto read = send(open, "read");
    EXPECT_TRUE(read.says("Still to be filled in"));
    EXPECT_TRUE(read.says("Meetings a year"));
    EXPECT_FALSE(read.says("Adopt the terms and establish the group"));
    EXPECT_EQ(send(open, "adopt").status, 422);
    EXPECT_EQ(send(open, "propose").status, 303);
    const auto body = officer_.get("/bodies/green-group");
    EXPECT_EQ(body.status, 200);
    // What is put forward is not in force.
    EXPECT_TRUE(
        officer_.get("/bodies/green-group/terms").says("had no terms of reference in force"));
    EXPECT_TRUE(body.says("Not in force."));
}

TEST_F(NewGroup, is_not_adopted_without_a_decision) {
    const auto answer = send(whole(), "adopt");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("Choose the decision"));
    EXPECT_EQ(officer_.get("/bodies/green-group").status, 404);
}

TEST_F(NewGroup, of_the_name_of_another_body_is_refused_and_changes_nothing) {
    const auto before = officer_.get("/bodies/psb/terms").body;
    for (const char* step : {"read", "propose", "adopt", "look"}) {
        const auto answer = send(with(whole(), "hole-id", "psb"), step);
        EXPECT_EQ(answer.status, 422) << step;
        EXPECT_TRUE(answer.says("There is already a body called psb")) << step;
    }
    EXPECT_EQ(officer_.get("/bodies/psb/terms").body, before);
}

TEST_F(NewGroup, only_the_two_buttons_record) {
    EXPECT_EQ(send(whole(), "look").status, 200);
    EXPECT_EQ(officer_.get("/bodies/green-group").status, 404);
}

/// Wexmere has decisions on record.
class GroupOfWexmere : public NewGroup {
protected:
    GroupOfWexmere() : NewGroup("wexmere") {}
};

TEST_F(GroupOfWexmere, adopted_by_a_decision_has_its_terms_and_their_model) {
    const FormFields fields = {
        {"hole-id", "wtg-trees"},       {"hole-topic", "Trees"},
        {"hole-starts", "2026-01-01"},  {"hole-task", "a plan for trees"},
        {"hole-ends", "2027-12-31"},    {"hole-members", "the councils\nthe growers"},
        {"hole-lead", "Head of Parks"}, {"hole-meetings", "3"},
        {"decision", "wcp/d1"}};
    const auto adopted = send(fields, "adopt");
    ASSERT_EQ(adopted.status, 303) << adopted.body;
    EXPECT_NE(adopted.location.find("done="), std::string::npos);
    const auto terms = officer_.get("/bodies/wtg-trees/terms");
    EXPECT_EQ(terms.status, 200);
    EXPECT_TRUE(terms.says("a plan for trees"));
    EXPECT_TRUE(terms.says("Nothing differs from the model but what was filled in."));
    EXPECT_TRUE(officer_.get("/bodies").says("Trees Task Group"));
}

TEST_F(NewGroup, of_a_model_that_is_not_held_is_no_page) {
    EXPECT_EQ(officer_.get("/desk/new-group?model=" + std::string(64, '0')).status, 404);
    Browser member(served_, "kent-rehearsal");
    member.sign_in("kp-9");
    EXPECT_EQ(member.get("/desk/new-group").status, 403);
}

} // namespace

} // namespace quorate::web_tests
