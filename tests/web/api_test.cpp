// The JSON interface: verdicts as status codes, ids that are recorded once, and errors that name
// their place.

#include "api/api.hpp"
#include "ledger/verify.hpp"
#include "served.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

class Api : public testing::Test {
protected:
    void SetUp() override {
        std::vector<views::Hosted> all;
        all.push_back(example("kent-rehearsal"));
        served_ = std::make_unique<Served>(std::move(all));
    }
    [[nodiscard]] std::string submit(const std::string& json, const std::string& query = {}) const {
        return served_->post(acts_ + query, json);
    }
    [[nodiscard]] std::int64_t size() const {
        return served_->partnership("kent-rehearsal").state()->size;
    }

    const std::string acts_ = "/api/v1/kent-rehearsal/acts";
    const std::string convene_ = R"("meeting": "kp/m1", "at": "2008-07-01T10:00")";
    const std::string june_ = R"("effective": "2008-06-02T09:00")";
    std::unique_ptr<Served> served_;
};

TEST_F(Api, APermittedActIsRecordedWithItsReceipt) {
    const auto before = size();
    const auto response = submit(act_json("convene-meeting", convene_, june_));
    ASSERT_EQ(status_of(response), 200) << response;
    const auto json = json_in(response);
    EXPECT_EQ(text_at(json, "verdict"), "permitted");
    EXPECT_EQ(json.at("position").as_int64(), before);
    EXPECT_TRUE(json.at("recorded").as_bool());
    const auto& ruling = json.at("ruling").as_object();
    EXPECT_FALSE(ruling.at("reasons").as_array().empty());
    EXPECT_EQ(size(), before + 1);
}

TEST_F(Api, TheSameIdIsRecordedOnce) {
    const auto json = act_json("convene-meeting", convene_, june_);
    const auto first = json_in(submit(json));
    const auto again = submit(json);
    EXPECT_EQ(status_of(again), 200);
    EXPECT_TRUE(json_in(again).at("replayed").as_bool());
    EXPECT_EQ(json_in(again).at("position"), first.at("position"));
    auto other = json;
    other.replace(other.find("10:00"), 5, "11:00");
    const auto conflict = submit(other);
    EXPECT_EQ(status_of(conflict), 409) << conflict;
    EXPECT_EQ(text_at(json_in(conflict), "where"), "at");
    EXPECT_EQ(header_of(conflict, "Content-Type"), "application/problem+json");
}

TEST_F(Api, ARefusalIsRecordedAndExplained) {
    EXPECT_EQ(status_of(submit(act_json("convene-meeting", convene_, june_))), 200);
    const auto before = size();
    const auto response =
        submit(act_json("convene-meeting", convene_, R"("effective": "2008-06-02T09:05")"));
    ASSERT_EQ(status_of(response), 422) << response;
    const auto json = json_in(response);
    EXPECT_EQ(text_at(json, "verdict"), "refused");
    EXPECT_EQ(text_at(json, "title"), "Refused");
    EXPECT_NE(text_at(json, "detail").find("already a meeting"), std::string::npos);
    EXPECT_FALSE(json.at("ruling").as_object().at("reasons").as_array().empty());
    EXPECT_EQ(size(), before + 1);
}

TEST_F(Api, WhatAwaitsDiscretionIsAccepted) {
    EXPECT_EQ(status_of(submit(act_json("convene-meeting", convene_, june_))), 200);
    const auto response = submit(
        act_json("notify-item", R"("meeting": "kp/m1", "item": 6, "title": "Flood on the coast")",
                 R"("made_by": "seat:kp/20", "effective": "2008-06-18T09:00")"));
    ASSERT_EQ(status_of(response), 202) << response;
    EXPECT_EQ(text_at(json_in(response).at("ruling").as_object(), "holder"), "the Chair");
}

TEST_F(Api, APreviewExplainsAndWritesNothing) {
    const auto before = size();
    const auto response = submit(act_json("convene-meeting", convene_, june_), "?preview=1");
    ASSERT_EQ(status_of(response), 200) << response;
    const auto json = json_in(response);
    EXPECT_FALSE(json.at("recorded").as_bool());
    EXPECT_EQ(size(), before);
    bool otherwise = false;
    for (const auto& reason : json.at("ruling").at("reasons").as_array()) {
        otherwise = otherwise || !reason.at("otherwise").as_array().empty();
    }
    EXPECT_TRUE(otherwise) << "what other readings would give is missing";
}

TEST_F(Api, AStaleActIsTold) {
    const auto before = size();
    EXPECT_EQ(status_of(submit(act_json("convene-meeting", convene_, june_))), 200);
    EXPECT_EQ(status_of(submit(act_json("notify-item",
                                        R"("meeting": "kp/m1", "item": 1, "title": "Welcome")",
                                        R"("effective": "2008-06-03T09:00")"))),
              200);
    const auto stale = submit(act_json("order-agenda", R"("meeting": "kp/m1", "items": [1])",
                                       R"("effective": "2008-06-03T09:10")"),
                              "?expected=" + std::to_string(before));
    EXPECT_EQ(status_of(stale), 412) << stale;
}

struct Malformed {
    std::string body;
    std::string where;
};

TEST_F(Api, WhatIsNotUnderstoodNamesItsPlace) {
    const auto id = R"("id": "01900000-0000-7000-8000-000000000001")";
    const Malformed cases[] = {
        {"{\"id\": }", "line 1"},
        {"{\n  \"act\": \"convene-meeting\",,\n}", "line 2"},
        {std::string("{") + id + "}", "act"},
        {R"({"act": "convene-meeting"})", "id"},
        {std::string("{") + id + R"(, "act": "convene-meetin"})", "act"},
        {std::string("{") + id + R"(, "act": "convene-meeting", "fields": {"meeting": "kp/m1"}})",
         "at"},
        {std::string("{") + id +
             R"(, "act": "convene-meeting", "fields": {"meeting": "kp/m1", "at": "soon"}})",
         "at"},
        {std::string("{") + id + R"(, "act": "convene-meeting", "feilds": {}})", "feilds"},
        {std::string("{") + id +
             R"(, "act": "open-meeting", "fields": {"meeting": "kp/m1", "room": "x"}})",
         "room"},
        {std::string("{") + id +
             R"(, "act": "open-meeting", "made_by": "nobody", "fields": {"meeting": "kp/m1"}})",
         "made_by"},
        {std::string("{") + id +
             R"(, "act": "take-item", "fields": {"meeting": "kp/m1", "item": "-4"}})",
         "item"},
        {"[]", ""}};
    const auto before = size();
    for (const auto& each : cases) {
        const auto response = submit(each.body);
        EXPECT_EQ(status_of(response), 400) << each.body << "\n" << response;
        const auto json = json_in(response);
        EXPECT_TRUE(text_at(json, "where").starts_with(each.where)) << each.body << "\n"
                                                                    << body_of(response);
        EXPECT_FALSE(text_at(json, "detail").empty()) << each.body;
    }
    EXPECT_EQ(size(), before);
}

TEST_F(Api, LimitsAreKept) {
    EXPECT_EQ(status_of(submit("{\"id\": \"" + std::string(api::act_bytes_max, 'x') + "\"}")), 413);
    EXPECT_EQ(status_of(served_->post(acts_, "a=b", "Content-Type: text/plain\r\n")), 415);
    EXPECT_EQ(status_of(submit(std::string(2000, '['))), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/kent-rehearsal/entries?limit=501")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/kent-rehearsal/entries?limit=x")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/kent-rehearsal/bodies?on=2008-02-30")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/kent-rehearsal/bodies?position=99999")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/kent-rehearsal/bodies?position=5&on=2008-01-01")),
              400);
}

TEST_F(Api, ActsAreTakenOnlyFromThisMachine) {
    std::vector<views::Hosted> all;
    all.push_back(example("kent-rehearsal"));
    const Served closed(std::move(all), false);
    const auto json = act_json("convene-meeting", convene_, june_);
    const auto refused = closed.post(acts_, json);
    EXPECT_EQ(status_of(refused), 403);
    EXPECT_NE(text_at(json_in(refused), "detail").find("quorate act"), std::string::npos);
    EXPECT_EQ(status_of(closed.post_locally(acts_, json)), 200);
    const auto named = http_tests::ask(served_->port(),
                                       "POST " + acts_ +
                                           " HTTP/1.1\r\nHost: elsewhere.example\r\nContent-Type: "
                                           "application/json\r\nContent-Length: 2\r\n\r\n{}");
    EXPECT_EQ(status_of(named), 403);
    const auto cross = served_->post(
        acts_, "{}", "Content-Type: application/json\r\nOrigin: http://evil.example\r\n");
    EXPECT_EQ(status_of(cross), 403);
}

TEST_F(Api, ReadsAnswerAsOfAnyDateOrPosition) {
    const auto p = std::string("/api/v1/kent-rehearsal");
    for (const char* path :
         {"", "/bodies", "/bodies/kp", "/bodies/kp/members", "/bodies/kp/terms", "/meetings",
          "/decisions", "/duties", "/findings", "/entries", "/entries/0", "/entries/5",
          "/checkpoint", "/bundle", "/entries/5/proof"}) {
        EXPECT_EQ(status_of(served_->get(p + path)), 200) << path;
    }
    const auto early = json_in(served_->get(p + "/bodies/kp?position=1"));
    EXPECT_EQ(early.at("seats").as_int64(), 0);
    const auto late = json_in(served_->get(p + "/bodies/kp?on=2008-06-02"));
    EXPECT_EQ(late.at("seats").as_int64(), 40);
    EXPECT_EQ(text_at(late.at("quorum").as_object(), "words"), "20 of 40 members in office.");
    for (const char* path :
         {"/bodies/none", "/meetings/kp/none", "/decisions/kp/d9", "/entries/99999",
          "/entries/99999/proof", "/duties?body=none", "/nothing"}) {
        const auto response = served_->get(p + path);
        EXPECT_EQ(status_of(response), 404) << path;
        EXPECT_EQ(header_of(response, "Content-Type"), "application/problem+json") << path;
    }
}

TEST_F(Api, EntriesComeInPages) {
    const auto p = std::string("/api/v1/kent-rehearsal/entries");
    const auto first = json_in(served_->get(p + "?limit=10"));
    EXPECT_EQ(first.at("entries").as_array().size(), 10U);
    EXPECT_EQ(first.at("next").as_int64(), 10);
    const auto last = json_in(served_->get(p + "?from=" + std::to_string(size() - 2)));
    EXPECT_EQ(last.at("entries").as_array().size(), 2U);
    EXPECT_FALSE(last.contains("next"));
}

TEST_F(Api, AnUnchangedAnswerIsNotSentAgain) {
    const auto target = "/api/v1/kent-rehearsal/bodies/kp";
    const auto etag = header_of(served_->get(target), "ETag");
    ASSERT_FALSE(etag.empty());
    EXPECT_EQ(status_of(served_->get(target, "If-None-Match: " + etag + "\r\n")), 304);
    EXPECT_EQ(status_of(submit(act_json("vacate", R"("body": "kp", "seat": "30")", june_))), 200);
    EXPECT_EQ(status_of(served_->get(target, "If-None-Match: " + etag + "\r\n")), 200);
}

} // namespace
} // namespace quorate::web_tests
