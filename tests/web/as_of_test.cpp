// As of: any day, as we now know it was and as it was known then.

#include "api/json_of.hpp"
#include "partnership/scenario/player.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/workspace/sheet.hpp"
#include "served.hpp"
#include "views/reader.hpp"

#include <gtest/gtest.h>
#include <random>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;
using partnership::Partnership;
namespace scenario = partnership::scenario;

/// Everything a reader is shown of a partnership, as text to compare.
std::string everything_shown(const views::Reader& reader) {
    std::string out;
    const auto add = [&](const base::Json& json) { out += base::canonical(json) + "\n"; };
    const auto add_if = [&](const auto& page) {
        add(page ? api::json_of(*page) : base::Json("nothing"));
    };
    const auto bodies = reader.bodies();
    add(api::json_of(bodies));
    for (const auto& body : bodies) {
        add_if(reader.body(body.id));
        add_if(reader.members(body.id));
        add_if(reader.terms(body.id));
    }
    const auto meetings = reader.meetings();
    add(api::json_of(meetings));
    for (const auto* list : {&meetings.to_come, &meetings.past}) {
        for (const auto& line : *list) {
            add_if(reader.meeting(line.id));
        }
    }
    const auto decisions = reader.decisions();
    add(api::json_of(decisions));
    for (const auto& line : decisions.decisions) {
        add_if(reader.decision(line.id));
    }
    add(api::json_of(reader.duties()));
    add(api::json_of(reader.findings()));
    return out;
}

std::string shown(const Partnership& partnership, views::AsOf as_of, views::Viewer viewer = {}) {
    const auto reader = views::Reader::open(partnership, std::move(viewer), as_of);
    return reader ? everything_shown(*reader) : "not opened: " + reader.error().text();
}

std::string first_difference(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) {
        ++at;
    }
    const auto from = at < 200 ? 0 : at - 200;
    return a.substr(from, 400) + "\n--- but ---\n" + b.substr(from, 400);
}

/// Plays a scenario line by line; before the first line recorded on a new day it calls
/// end_of_day(partnership, the day that ended).
template <class Day>
std::unique_ptr<scenario::Scene> played(scenario::Stage& stage, const std::string& path,
                                        const Day& end_of_day) {
    const auto document = stage.read(path);
    if (!document) {
        ADD_FAILURE() << document.error().text();
        return nullptr;
    }
    auto scene = stage.scene_for(*document);
    if (!scene) {
        ADD_FAILURE() << scene.error().text();
        return nullptr;
    }
    const auto today = [&] {
        auto& partnership = *(*scene)->partnership;
        return partnership.zone().date_of(partnership.state()->last_recorded);
    };
    scenario::Player player(**scene, {});
    for (const auto& line : document->steps) {
        if (line.act.text == "restart") {
            continue;
        }
        const auto day = today();
        const auto shown_then = shown(*(*scene)->partnership, {day, {}, false});
        EXPECT_TRUE(player.play(*document, line));
        if (today() != day) {
            end_of_day(day, shown_then);
        }
    }
    return std::move(*scene);
}

class KnownThen : public testing::TestWithParam<const char*> {};

/// What the pages of a day showed at its end is what they show of it ever after, as known then.
TEST_P(KnownThen, ShowsWhatWasShownAndNothingRecordedLater) {
    scenario::Stage stage(QUORATE_SOURCE_DIR);
    std::vector<std::pair<base::CivilDate, std::string>> then;
    const auto scene = played(stage, GetParam(), [&](base::CivilDate day, std::string pages) {
        then.emplace_back(day, std::move(pages));
    });
    ASSERT_NE(scene, nullptr);
    ASSERT_GT(then.size(), 1U);
    // In an order in which states of the past are found, continued and made afresh.
    std::mt19937 random(7);
    std::shuffle(then.begin(), then.end(), random);
    for (const auto& [day, pages] : then) {
        const auto again = shown(*scene->partnership, {day, {}, true});
        EXPECT_EQ(again, pages) << base::text(day) << "\n" << first_difference(again, pages);
    }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, KnownThen,
                         testing::Values("scenarios/failure-modes/seats-filled-later.md",
                                         "scenarios/failure-modes/clock-goes-back.md",
                                         "scenarios/failure-modes/"
                                         "a-reading-changes-with-an-earlier-date.md",
                                         "scenarios/main-job.md"));

/// As of a position is replay to it, whatever was asked for before.
TEST(AsOf, APositionIsReplayToIt) {
    auto hosted = example("riverside");
    ASSERT_NE(hosted.partnership, nullptr);
    const auto& partnership = *hosted.partnership;
    const auto size = partnership.state()->size;
    std::mt19937 random(11);
    std::uniform_int_distribution<std::int64_t> anywhere(1, size);
    for (int i = 0; i < 25; ++i) {
        const auto entries = i == 0 ? size : anywhere(random);
        const auto state = partnership.state_at(entries);
        ASSERT_TRUE(state) << state.error().text();
        partnership::Snapshot fresh;
        fresh.sources = partnership.sources().now();
        partnership::Replayer replayer;
        const auto visited = partnership.ledger().store().visit(
            {0, static_cast<std::uint64_t>(entries)}, [&](const ledger::StoredEntry& entry) {
                return replayer.take(fresh.state, entry.bytes);
            });
        ASSERT_TRUE(visited);
        EXPECT_EQ((*state)->state.size, fresh.state.size);
        const auto kept = everything_shown(views::Reader::open_on(partnership, {}, *state));
        const auto made = everything_shown(views::Reader::open_on(
            partnership, {}, std::make_shared<partnership::Snapshot>(fresh)));
        EXPECT_EQ(kept, made) << entries << "\n" << first_difference(kept, made);
    }
    EXPECT_FALSE(partnership.state_at(0));
    EXPECT_FALSE(partnership.state_at(size + 1));
}

TEST(AsOf, EntriesRecordedByAnInstant) {
    auto hosted = example("riverside");
    const auto& partnership = *hosted.partnership;
    const auto state = partnership.state();
    EXPECT_EQ(partnership.recorded_by(base::Instant{state->genesis->recorded.ms - 1}), 0);
    EXPECT_EQ(partnership.recorded_by(state->last_recorded), state->size);
    const auto& line = state->entries.at(state->entries.size() / 2);
    const auto by = partnership.recorded_by(line.recorded);
    EXPECT_GT(by, line.position);
    EXPECT_LE(partnership.recorded_by(base::Instant{line.recorded.ms - 1}), line.position);
}

class DatedPages : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<views::Hosted> all;
        all.push_back(example("riverside"));
        served_ = new Served(std::move(all));
    }
    static void TearDownTestSuite() {
        delete served_;
        served_ = nullptr;
    }
    static std::string page(const std::string& target) { return body_of(served_->get(target)); }
    static bool says(const std::string& page, std::string_view words) {
        return page.find(words) != std::string::npos;
    }
    static Served* served_;
};
Served* DatedPages::served_ = nullptr;

TEST_F(DatedPages, EveryDatedPageSaysWhichDayItShowsAndHow) {
    for (const std::string path : {"/riverside/bodies", "/riverside/decisions", "/riverside/duties",
                                   "/riverside/findings", "/riverside/meetings"}) {
        const auto today = page(path);
        EXPECT_TRUE(says(today, "As it stands today.")) << path;
        const auto now = page(path + "?on=2026-06-01");
        EXPECT_TRUE(says(now, "As it stood at the end of <time datetime=\"2026-06-01\">Monday 1 "
                              "June 2026</time>, as we now know it was."))
            << path;
        EXPECT_TRUE(says(now, path + "?on=2026-06-01&amp;known=then")) << path;
        const auto then = page(path + "?on=2026-06-01&known=then");
        EXPECT_TRUE(says(then, "As it was known at the end of")) << path;
        EXPECT_TRUE(says(then, "left out")) << path;
        EXPECT_TRUE(says(then, "noindex")) << path;
    }
}

TEST_F(DatedPages, LinksKeepTheDayAndTheWay) {
    const auto then = page("/riverside/bodies?on=2026-06-01&known=then");
    EXPECT_TRUE(says(then, "href=\"/riverside/duties?on=2026-06-01&amp;known=then\""));
    EXPECT_TRUE(says(then, "href=\"/riverside\""));
    EXPECT_TRUE(says(then, "href=\"/riverside/record\""));
    const auto all = crawl(*served_, {"/riverside/bodies?on=2026-06-01&known=then",
                                      "/riverside/decisions?on=2026-06-01"});
    for (const auto& [target, response] : all) {
        EXPECT_EQ(status_of(response), 200) << target;
    }
    EXPECT_TRUE(served_->faults().empty()) << served_->faults().front();
}

TEST_F(DatedPages, DaysBeforeTheRecordAndToComeAreSaidInWords) {
    const auto before = page("/riverside/bodies?on=1990-01-01&known=then");
    EXPECT_TRUE(says(before, "nothing had been recorded yet. The record begins on"));
    const auto ahead = page("/riverside/bodies?on=2150-01-01");
    EXPECT_TRUE(says(ahead, "As it will stand at the end of"));
    EXPECT_TRUE(says(page("/riverside/bodies?on=2150-01-01&known=then"), "That day has not ended"));
    EXPECT_EQ(status_of(served_->get("/riverside/bodies?on=1949-12-31")), 400);
    EXPECT_EQ(status_of(served_->get("/riverside/bodies?on=2026-02-30")), 400);
}

TEST_F(DatedPages, WhatWasNotThereThenIsSaidInWords) {
    const auto decisions = served_->partnership("riverside").state();
    ASSERT_GT(decisions->decisions.size(), 0U);
    const auto id = decisions->decisions.at(0).id.value;
    for (const char* way : {"", "&known=then"}) {
        const auto answer = served_->get("/riverside/decisions/" + id + "?on=2000-01-01" + way);
        EXPECT_EQ(status_of(answer), 200);
        EXPECT_TRUE(says(body_of(answer), "Not there on that date"));
        EXPECT_TRUE(says(body_of(answer), "href=\"/riverside/decisions/" + id + "\""));
    }
    const auto never = served_->get("/riverside/decisions/rp/d9999?on=2026-06-01");
    EXPECT_EQ(status_of(never), 404);
    EXPECT_FALSE(says(body_of(never), "Not there on that date"));
}

TEST_F(DatedPages, TheInterfaceTakesTheSameWays) {
    const auto then = json_in(served_->get("/api/v1/riverside?on=2026-06-01&known=then"));
    const auto now = json_in(served_->get("/api/v1/riverside?on=2026-06-01&known=now"));
    EXPECT_LT(then.at("entries").as_int64(), now.at("entries").as_int64());
    EXPECT_EQ(status_of(served_->get("/api/v1/riverside/duties?known=then")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/riverside/duties?on=2026-06-01&known=x")), 400);
    EXPECT_EQ(status_of(served_->get("/api/v1/riverside/decisions?on=2026-06-01&known=then")), 200);
}

TEST(AsOfVisibility, AReplayedStateShowsThePublicNoMore) {
    std::vector<views::Hosted> all;
    all.push_back(made_up("secrets", "tests/web/data/secrets.md"));
    Served served(std::move(all));
    std::vector<std::string> start;
    for (const char* day : {"2008-07-01", "2008-07-03"}) {
        for (const char* way : {"", "&known=then"}) {
            const auto date = "?on=" + std::string(day) + way;
            for (const char* part : {"bodies", "meetings", "decisions", "duties", "findings",
                                     "bodies/kp", "bodies/kp/members", "meetings/kp/m1"}) {
                start.push_back("/secrets/" + std::string(part) + date);
                start.push_back("/api/v1/secrets/" + std::string(part) + date);
            }
        }
    }
    std::size_t pages = 0;
    for (const auto& target : start) {
        const auto response = served.get(target);
        EXPECT_EQ(status_of(response), 200) << target;
        EXPECT_EQ(response.find("SECRET"), std::string::npos) << target;
        EXPECT_EQ(response.find("UNPUBLISHED"), std::string::npos) << target;
        ++pages;
    }
    EXPECT_EQ(pages, start.size());
}

} // namespace
} // namespace quorate::web_tests
