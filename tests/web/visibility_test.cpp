// Who may see what: walks every page and every answer, and looks for words that must not be there.

#include "api/api.hpp"
#include "api/routes.hpp"
#include "served.hpp"
#include "views/public/proof.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::status_of;

/// Every page, every address of the JSON interface, and every entry of it.
std::map<std::string, std::string> everything(const Served& served, const std::string& id) {
    const auto api = "/api/v1/" + id;
    std::vector<std::string> start = {"/" + id,
                                      api + "/duties",
                                      api + "/findings",
                                      api + "/bundle",
                                      api + "/checkpoint",
                                      api + "/entries?limit=500",
                                      api + "/meetings",
                                      api + "/decisions",
                                      api + "/meetings/kp/m1",
                                      api + "/bodies/kp",
                                      api + "/bodies/kp/members",
                                      api + "/bodies/psb",
                                      api + "/bodies/psb/members"};
    const auto size = served.partnership(id).state()->size;
    for (std::int64_t position = 0; position < size; ++position) {
        start.push_back("/" + id + "/record/" + std::to_string(position));
        start.push_back(api + "/entries/" + std::to_string(position));
        start.push_back(api + "/entries/" + std::to_string(position) + "/proof");
    }
    return crawl(served, start);
}

std::string where_seen(const std::map<std::string, std::string>& all, const std::string& words) {
    for (const auto& [target, response] : all) {
        if (response.find(words) != std::string::npos) {
            return target;
        }
    }
    return {};
}

TEST(Visibility, WhatIsNotForThePublicIsOnNoPageAndInNoAnswer) {
    std::vector<views::Hosted> all;
    all.push_back(made_up("secrets", "tests/web/data/secrets.md"));
    Served served(std::move(all));
    const auto before = everything(served, "secrets");
    EXPECT_GT(before.size(), 600U);
    EXPECT_EQ(where_seen(before, "SECRET"), "");
    EXPECT_EQ(where_seen(before, "UNPUBLISHED"), "");
    EXPECT_NE(where_seen(before, "of which the details are withheld"), "");
    EXPECT_NE(where_seen(before, "Whoever presided excluded a member."), "");
    EXPECT_NE(where_seen(before, "Runs a shop in the town"), "");

    const auto published = served.post(
        "/api/v1/secrets/acts", act_json("publish-minutes", R"("meeting": "kp/m1", "draft": true)",
                                         R"("effective": "2008-07-04T09:10")"));
    ASSERT_EQ(status_of(published), 200) << published;
    const auto after = everything(served, "secrets");
    EXPECT_EQ(where_seen(after, "SECRET"), "");
    const auto meeting = body_of(after.at("/secrets/meetings/kp/m1"));
    EXPECT_NE(meeting.find("UNPUBLISHED talk"), std::string::npos);
    EXPECT_NE(meeting.find("Open advice about the lease"), std::string::npos);
    EXPECT_NE(meeting.find("It is restricted."), std::string::npos);
    EXPECT_NE(meeting.find("Draft, not yet approved."), std::string::npos);
}

TEST(Visibility, AnExclusionNamesNobody) {
    std::vector<views::Hosted> all;
    all.push_back(made_up("secrets", "tests/web/data/secrets.md"));
    Served served(std::move(all));
    const auto entries = json_in(served.get("/api/v1/secrets/entries?limit=500"));
    bool seen = false;
    for (const auto& each : entries.at("entries").as_array()) {
        if (text_at(each.as_object(), "act") != "exclude-member") {
            continue;
        }
        seen = true;
        const auto target =
            "/api/v1/secrets/entries/" + std::to_string(each.at("position").as_int64());
        const auto entry = json_in(served.get(target));
        EXPECT_TRUE(entry.at("withheld").as_bool());
        EXPECT_TRUE(entry.at("fields").as_array().empty());
        EXPECT_FALSE(text_at(entry, "leaf").empty());
        EXPECT_EQ(status_of(served.get(target + "/proof")), 404);
    }
    EXPECT_TRUE(seen);
    const auto meeting = body_of(served.get("/secrets/meetings/kp/m1"));
    EXPECT_NE(meeting.find("Holder of seat 11, Partner 11, for part of the meeting"),
              std::string::npos);
}

TEST(Visibility, WhoAskedForAnItemIsInNothingPublic) {
    std::vector<views::Hosted> all;
    all.push_back(made_up("secrets", "tests/web/data/secrets.md"));
    Served served(std::move(all));
    // Long after the last day for items, and about a meeting that is over: refused.
    const auto refused = json_in(
        served.post("/api/v1/secrets/acts",
                    act_json("notify-item", R"("meeting": "kp/m1", "item": 9, "title": "Too late")",
                             R"("made_by": "seat:kp/20", "effective": "2008-07-04T09:20")")));
    ASSERT_EQ(text_at(refused, "verdict"), "refused") << base::canonical(refused);
    const auto entries = json_in(served.get("/api/v1/secrets/entries?limit=500"));
    int asked = 0;
    for (const auto& each : entries.at("entries").as_array()) {
        const auto& line = each.as_object();
        if (text_at(line, "act") != "notify-item" || text_at(line, "made_by") != "a member") {
            continue;
        }
        ++asked;
        const auto position = line.at("position").as_int64();
        const auto target = "/api/v1/secrets/entries/" + std::to_string(position);
        const auto entry = json_in(served.get(target));
        EXPECT_TRUE(entry.at("withheld").as_bool());
        EXPECT_TRUE(entry.at("fields").as_array().empty());
        EXPECT_EQ(entry.if_contains("ruling"), nullptr);
        EXPECT_EQ(status_of(served.get(target + "/proof")), 404);
        const auto page = body_of(served.get("/secrets/record/" + std::to_string(position)));
        EXPECT_EQ(page.find("Download the proof"), std::string::npos);
        EXPECT_EQ(page.find("Refused:"), std::string::npos);
        EXPECT_NE(page.find("A member"), std::string::npos);
        EXPECT_NE(page.find("Its particulars are about a person"), std::string::npos);
        const auto verify =
            body_of(served.get("/secrets/verify?entry=" + std::to_string(position)));
        EXPECT_EQ(verify.find("Download the proof"), std::string::npos);
        const auto& partnership = served.partnership("secrets");
        const auto officer =
            views::Reader::open(partnership, {views::ViewerKind::auditor, {}}).value();
        EXPECT_FALSE(officer.entry(position)->withheld);
        EXPECT_FALSE(views::proof_is_public(officer, position))
            << "there is no proof for anybody, so none is offered to officers";
    }
    EXPECT_EQ(asked, 2);
    const auto bundle = body_of(served.get("/api/v1/secrets/bundle"));
    EXPECT_NE(bundle.find("servicing"), std::string::npos);
    EXPECT_EQ(bundle.find("seat:kp/20"), std::string::npos);
    EXPECT_EQ(where_seen({{"bundle", bundle}}, "Too late"), "");
}

TEST(Visibility, APracticeCopyShowsSeatsByNumberAndSectorOnly) {
    std::vector<views::Hosted> all;
    all.push_back(example("kent-rehearsal"));
    Served served(std::move(all));
    auto pages = everything(served, "kent-rehearsal");
    pages.erase("/api/v1/kent-rehearsal/bundle");
    std::erase_if(pages, [](const auto& each) { return each.first.ends_with("/proof"); });
    EXPECT_EQ(where_seen(pages, "Holder of seat"), "");
    const auto members = body_of(served.get("/kent-rehearsal/bodies/kp/members"));
    EXPECT_NE(members.find("seats are shown by number and sector only"), std::string::npos);
    EXPECT_EQ(members.find("Partner 7"), std::string::npos);
}

} // namespace
} // namespace quorate::web_tests
