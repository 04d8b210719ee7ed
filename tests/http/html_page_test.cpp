// The ruling panel, the page around everything, and the assets built in.

#include "base/hash.hpp"
#include "html/assets.hpp"
#include "html/page.hpp"
#include "html/ruling_panel.hpp"
#include "html_tree.hpp"

#include <gtest/gtest.h>

namespace quorate::html {

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

RulingPanel refused_panel() {
    return {.status = Status::refused,
            .sentence = "the meeting is not quorate. 19 of 40 members are present; 20 are needed.",
            .clauses = {{.number = "3.12",
                         .quote = "Half of the members make a quorum.",
                         .link = "/kent/terms#3.12"_url}},
            .sums = {"half of 40 is 20; 19 are present: one short"},
            .would_change = {"one more member or substitute"}};
}

} // namespace

TEST(ruling_panel, shows_verdict_clause_sum_and_what_would_change_it) {
    const std::string out = ruling_panel(refused_panel()).str();
    EXPECT_TRUE(holds(out, "Refused:"));
    EXPECT_TRUE(holds(out, "19 of 40 members are present"));
    EXPECT_TRUE(holds(out, "<a class=\"govuk-link\" href=\"/kent/terms#3.12\">Clause 3.12</a>"));
    EXPECT_TRUE(holds(out, "<summary"));
    EXPECT_TRUE(holds(out, "Half of the members make a quorum."));
    EXPECT_TRUE(holds(out, "one short"));
    EXPECT_TRUE(holds(out, "What would change it"));
    EXPECT_TRUE(holds(out, "not legal advice"));
    EXPECT_TRUE(holds(out, "aria-labelledby=\"ruling-verdict\""));
}

TEST(ruling_panel, short_form_has_nothing_to_open) {
    RulingPanel panel = refused_panel();
    panel.short_form = true;
    const std::string out = ruling_panel(panel).str();
    EXPECT_TRUE(holds(out, "Clause 3.12"));
    EXPECT_FALSE(holds(out, "<details"));
}

TEST(ruling_panel, discretion_names_its_holder_and_the_choices) {
    const std::string out =
        ruling_panel({.status = Status::needs_discretion,
                      .sentence = "the item came after the cut-off.",
                      .discretion_holder = "the Chair",
                      .choices = {{"Allow the item", "It goes on the agenda."},
                                  {"Do not allow it", "It waits for the next meeting."}}})
            .str();
    EXPECT_TRUE(holds(out, "This is for the Chair to decide."));
    EXPECT_TRUE(holds(out, "<dt>Allow the item</dt><dd>It goes on the agenda.</dd>"));
}

TEST(page, leads_with_the_partnership_and_has_its_landmarks) {
    const std::string out =
        page(
            {.title = "Meetings",
             .partnership = "The Kent Partnership",
             .partnership_url = "/kent"_url,
             .navigation = {{.content = "Meetings", .href = "/kent/meetings"_url, .current = true}},
             .banner = PageBanner{"Practice copy", "Nothing here is sent or published."},
             .main = h(1, "Meetings"),
             .record = text("1,204 entries, unbroken")})
            .str();
    EXPECT_TRUE(
        out.starts_with("<!doctype html>\n<html class=\"govuk-template\" lang=\"en-GB\"><head>"));
    EXPECT_TRUE(holds(out, "<title>Meetings - The Kent Partnership - Quorate</title>"));
    EXPECT_TRUE(holds(out, "<main class=\"govuk-main-wrapper\" id=\"main\" tabindex=\"-1\">"));
    EXPECT_TRUE(holds(out, "aria-current=\"page\""));
    EXPECT_TRUE(holds(out, "Practice copy"));
    EXPECT_TRUE(holds(out, "1,204 entries, unbroken"));
    EXPECT_LT(out.find("The Kent Partnership</a>"), out.find(">Quorate</a>"));
    EXPECT_FALSE(holds(out, "style="));
    EXPECT_FALSE(holds(out, "<script"));
}

TEST(assets, carry_their_hash_and_stay_small) {
    ASSERT_FALSE(assets().empty());
    for (const Asset& asset : assets()) {
        EXPECT_EQ(base::hex(base::sha256(asset.bytes)), asset.sha256) << asset.name;
        EXPECT_TRUE(holds(std::string(asset.path), asset.sha256.substr(0, 12))) << asset.name;
        EXPECT_EQ(find_asset(asset.path), &asset);
        EXPECT_EQ(asset_url(asset.name).str(), "/assets/" + std::string(asset.path));
    }
    EXPECT_EQ(find_asset("quorate.css"), nullptr);
    const Asset* css = find_asset(asset_url("quorate.css").str().substr(8));
    ASSERT_NE(css, nullptr);
    EXPECT_FALSE(css->gzip.empty());
    EXPECT_LT(css->gzip.size(), 100u << 10);
    EXPECT_LT(css->brotli.size(), css->gzip.size());
}

TEST(assets, hold_nothing_that_is_not_ours_to_use) {
    const Asset* css = find_asset(asset_url("quorate.css").str().substr(8));
    ASSERT_NE(css, nullptr);
    for (std::string_view foreign : {"GDS Transport", "1d70b8", "crown", "url("})
        EXPECT_EQ(css->bytes.find(foreign), std::string_view::npos) << foreign;
}

} // namespace quorate::html
