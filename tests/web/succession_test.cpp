// Who decides what, who follows whom, a reorganisation tried and recorded, and terms amended, by
// page and JSON.

#include "base/hash.hpp"
#include "browser.hpp"
#include "views/reader.hpp"
#include "views/succession/succession.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::status_of;

class Reorganised : public testing::Test {
protected:
    Reorganised()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal") {}

    void SetUp() override { officer_.sign_in("secretariat"); }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }
    Answer send(const std::string& path, FormFields fields) {
        const auto page = officer_.get(path);
        EXPECT_EQ(page.status, 200) << path;
        for (const char* name : {"entry", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return officer_.post(path, fields);
    }
    [[nodiscard]] std::string terms_of(const std::string& body) const {
        const auto reader = views::Reader::open(served_.partnership("kent-rehearsal"));
        return views::amend_page(*reader, body)->text;
    }
    static std::string with(std::string text, std::string_view from, std::string_view to) {
        for (auto at = text.find(from); at != std::string::npos;
             at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
        return text;
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
};

TEST_F(Reorganised, AnyoneMayReadWhoDecidesWhat) {
    const auto page = body_of(served_.get("/kent-rehearsal/responsibilities"));
    EXPECT_NE(page.find("Approve and review the Vision for Kent"), std::string::npos);
    EXPECT_NE(page.find("3.4(b)"), std::string::npos);
    EXPECT_NE(page.find("It recommends; another body decides."), std::string::npos);
    const auto none = body_of(served_.get("/kent-rehearsal/succession"));
    EXPECT_NE(none.find("No body follows another."), std::string::npos);
    EXPECT_NE(none.find("Nothing is left with nobody."), std::string::npos);
    const auto json = json_in(served_.get("/api/v1/kent-rehearsal/responsibilities?body=kp"));
    EXPECT_EQ(json.at("holders").as_array().size(), 1U);
    EXPECT_EQ(status_of(served_.get("/api/v1/kent-rehearsal/responsibilities?body=none")), 404);
    EXPECT_EQ(status_of(served_.get("/api/v1/kent-rehearsal/succession?on=2008-06-02")), 200);
    EXPECT_EQ(status_of(served_.get("/kent-rehearsal/responsibilities?on=1990-01-01")), 200);
}

TEST_F(Reorganised, OnlyTheSecretariatPreparesOne) {
    Browser member(served_, "kent-rehearsal");
    member.sign_in("kp-9");
    EXPECT_EQ(member.get("/reorganise").status, 403);
    EXPECT_EQ(member.get("/bodies/kp/amend").status, 403);
    EXPECT_EQ(officer_.get("/bodies/none/amend").status, 404);
}

TEST_F(Reorganised, ItsEffectIsSeenBeforeItIsRecorded) {
    const auto empty = send("/reorganise", {{"step", "look"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.says("Choose the body whose decision it is."));
    const FormFields ends = {
        {"body", "kp"}, {"dissolves", "psb"}, {"reason", "One body is enough"}};
    auto look = ends;
    look.emplace_back("step", "look");
    const auto seen = send("/reorganise", look);
    EXPECT_EQ(seen.status, 200);
    for (const char* words :
         {"What this reorganisation does", "Comes to an end", "The Kent Public Service Board",
          "Responsibilities nobody holds", "Seats that are not carried on",
          "No decision of kp is named", "One body is enough"}) {
        EXPECT_TRUE(seen.says(words)) << words;
    }
    EXPECT_TRUE(officer_.get("/succession").says("Nothing is left with nobody."));
    auto record = ends;
    record.emplace_back("step", "record");
    const auto done = send("/reorganise", record);
    EXPECT_EQ(done.status, 303);
    const auto after = officer_.get("/succession");
    EXPECT_TRUE(after.says("came to an end"));
    EXPECT_TRUE(after.says("Develop and own the Kent Partnership Risk Register"));
    const auto nothing = send("/reorganise", {{"body", "kp"}, {"step", "look"}});
    EXPECT_EQ(nothing.status, 422);
    EXPECT_TRUE(nothing.says("Choose what changes"));
}

TEST_F(Reorganised, AnAmendmentShowsWhatChangesFirst) {
    const std::string path = "/bodies/kp/amend";
    EXPECT_TRUE(officer_.get(path).says("The terms do not say who may amend them"));
    const auto broken = send(path, {{"text", "not terms at all"}, {"step", "look"}});
    EXPECT_EQ(broken.status, 422);
    EXPECT_TRUE(broken.says("not terms at all")) << "what was typed is kept";
    const auto text = terms_of("kp");
    EXPECT_TRUE(
        send(path, {{"text", text}, {"step", "look"}}).says("Nothing changes but the layout"));
    const auto changed = with(text, "at_least = \"1/2\"", "at_least = \"1/3\"");
    ASSERT_NE(changed, text);
    const auto seen = send(path, {{"text", changed}, {"step", "look"}});
    EXPECT_TRUE(seen.says("What changes"));
    EXPECT_TRUE(seen.says("kp.quorum")) << seen.body;
    EXPECT_TRUE(seen.says("No decision of kp is named"));
    // What was only looked at is not offered; what is put forward is.
    const std::string digest = base::hex(base::sha256(changed));
    EXPECT_FALSE(officer_.get("/reorganise").says(digest));
    const auto proposed =
        send(path, {{"text", changed}, {"step", "propose"}, {"reason", "A third is enough"}});
    EXPECT_EQ(proposed.status, 303);
    EXPECT_TRUE(officer_.get("/reorganise").says(digest));
    EXPECT_TRUE(officer_.get("/succession").says("A third is enough"));
    EXPECT_TRUE(officer_.get(path).says("Begin with terms that were put forward"));
    const auto amended = send(path, {{"text", changed}, {"step", "amend"}});
    EXPECT_EQ(amended.status, 303);
    EXPECT_EQ(terms_of("kp"), changed);
    const auto other = with(text, "body = \"kp\"", "body = \"psb\"");
    EXPECT_TRUE(send(path, {{"text", other}, {"step", "look"}}).says("not of kp"));
}

} // namespace
} // namespace quorate::web_tests
