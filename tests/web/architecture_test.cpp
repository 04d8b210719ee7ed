// The architecture, two days side by side, and the two constitutions: pages, files and JSON.

#include "documents/pictures.hpp"
#include "served.hpp"
#include "views/architecture/constitutions.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

/// The bodies of 2008, and two of 2011 that take over from them, one of them a while only proposed.
constexpr const char* reorganised = R"(+++
title = "Two bodies take over"
start = "kent-rehearsal"
+++
# Two bodies take over

```acts
2010-12-15T00:00  servicing  establish-body  body=kf name="The Kent Forum" status=proposed
2010-12-15T00:00  servicing  establish-body  body=jkc name="The Joint Kent Chiefs" status=proposed
2011-01-28T00:00  servicing  adopt-charter  body=kf file=charters/kent-2011/kent-forum.md
2011-01-28T00:00  servicing  adopt-charter  body=jkc file=charters/kent-2011/joint-kent-chiefs.md
2011-01-28T00:00  servicing  establish-body  body=kf name="The Kent Forum"
2011-01-28T00:00  servicing  establish-body  body=jkc name="The Joint Kent Chiefs"
2012-04-01T00:00  servicing  dissolve-body  body=psb
```
)";

class Architecture : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<views::Hosted> all;
        all.push_back(example("riverside"));
        all.push_back(example("kent-rehearsal"));
        all.push_back(made_up("changed", reorganised));
        served_ = new Served(std::move(all));
    }
    static void TearDownTestSuite() {
        delete served_;
        served_ = nullptr;
    }
    static std::string page(const std::string& target) {
        const auto response = served_->get(target);
        EXPECT_EQ(status_of(response), 200) << target;
        return body_of(response);
    }
    static views::Reader on(const char* day) {
        views::AsOf as_of;
        as_of.on = *base::parse_date(day);
        return *views::Reader::open(served_->partnership("changed"), {}, as_of);
    }
    static views::TwoDays days(const char* earlier, const char* later) {
        return {*base::parse_date(earlier), *base::parse_date(later)};
    }

    static Served* served_;
};
Served* Architecture::served_ = nullptr;

const views::ArchitectureBody* find(const views::ArchitecturePage& page, std::string_view id) {
    const auto found =
        std::find_if(page.bodies.begin(), page.bodies.end(),
                     [&](const views::ArchitectureBody& body) { return body.id == id; });
    return found == page.bodies.end() ? nullptr : &*found;
}

bool linked(const views::ArchitecturePage& page, std::string_view from, std::string_view kind,
            std::string_view to) {
    return std::any_of(page.links.begin(), page.links.end(),
                       [&](const views::ArchitectureLink& link) {
                           return link.from == from && link.kind == kind && link.to == to;
                       });
}

std::string fate(const views::ArchitectureComparison& between, std::string_view id) {
    for (const auto& each : between.bodies) {
        if (each.body.id == id) {
            return each.fate;
        }
    }
    return "none";
}

const views::QuestionRow* row(const views::ConstitutionPart& part, std::string_view id) {
    const auto found = std::find_if(part.rows.begin(), part.rows.end(),
                                    [&](const views::QuestionRow& each) { return each.id == id; });
    return found == part.rows.end() ? nullptr : &*found;
}

const views::ConstitutionPart* part(const views::ConstitutionsPage& page, std::string_view id) {
    const auto found =
        std::find_if(page.parts.begin(), page.parts.end(),
                     [&](const views::ConstitutionPart& each) { return each.id == id; });
    return found == page.parts.end() ? nullptr : &*found;
}

TEST_F(Architecture, HasTheBodiesOfTheDayAndNoOthers) {
    const auto then = views::architecture(on("2009-06-01"));
    EXPECT_EQ(find(then, "kf"), nullptr);
    ASSERT_NE(find(then, "kp"), nullptr);
    EXPECT_EQ(find(then, "kp")->status, "established");
    EXPECT_EQ(find(then, "kp")->seats, 40);
    EXPECT_FALSE(then.draft);
    EXPECT_TRUE(linked(then, "psb", "accountable-to", "kp"));
    EXPECT_TRUE(linked(then, "psb", "exists-within", "kp"));
    EXPECT_GT(find(then, "kp")->responsibilities, 0);
    ASSERT_TRUE(then.next_change);
    EXPECT_EQ(base::text(*then.next_change), "2010-12-15");
}

TEST_F(Architecture, SaysDraftWhileSomethingIsOnlyProposed) {
    const auto proposed = views::architecture(on("2010-12-31"));
    EXPECT_TRUE(proposed.draft);
    EXPECT_EQ(proposed.stamp, "31 December 2010, draft");
    EXPECT_EQ(proposed.draft_words, "2 bodies shown are only proposed.");
    ASSERT_NE(find(proposed, "kf"), nullptr);
    EXPECT_EQ(find(proposed, "kf")->status_words, "Proposed");
    EXPECT_TRUE(find(proposed, "ct")->statutory);
    const auto html = page("/changed/architecture?on=2010-12-31");
    EXPECT_NE(html.find("Draft"), std::string::npos);
    EXPECT_NE(html.find("stroke-dasharray=\"7 4\""), std::string::npos);
}

TEST_F(Architecture, ShowsWhoFollowsWhomAndWhatHasEnded) {
    const auto now = views::architecture(on("2012-06-01"));
    EXPECT_FALSE(now.draft);
    EXPECT_TRUE(linked(now, "kf", "succeeds", "kp"));
    EXPECT_TRUE(linked(now, "jkc", "succeeds", "psb"));
    EXPECT_EQ(find(now, "psb")->status_words, "Ended 1 April 2012");
    EXPECT_FALSE(linked(now, "psb", "accountable-to", "kp"))
        << "the terms of a body that ended bind nobody";
}

TEST_F(Architecture, HasAPictureWithLinksAndTheSameAsTables) {
    const auto html = page("/changed/architecture?on=2009-06-01");
    EXPECT_NE(html.find("<svg class=\"q-diagram\""), std::string::npos);
    EXPECT_NE(html.find("href=\"/changed/bodies/psb?on=2009-06-01\""), std::string::npos);
    EXPECT_NE(html.find(">Bodies</caption>"), std::string::npos);
    EXPECT_NE(html.find(">Links</caption>"), std::string::npos);
    for (const auto& link : views::architecture(on("2009-06-01")).links) {
        EXPECT_NE(html.find(link.words), std::string::npos) << link.words;
    }
    EXPECT_EQ(html.find("style="), std::string::npos);
}

TEST_F(Architecture, StandsAsAFileAndAsJson) {
    const auto file = served_->get("/changed/architecture.svg?on=2009-06-01");
    EXPECT_EQ(status_of(file), 200);
    EXPECT_EQ(header_of(file, "Content-Type"), "image/svg+xml");
    EXPECT_NE(body_of(file).find("<title id=\"architecture-title\">"), std::string::npos);
    EXPECT_EQ(header_of(served_->get("/changed/architecture.svg?on=2009-06-01&against=2011-03-01"),
                        "Content-Type"),
              "image/svg+xml");
    const auto json = json_in(served_->get("/api/v1/changed/architecture?on=2009-06-01"));
    EXPECT_FALSE(json.at("bodies").as_array().empty());
    EXPECT_FALSE(json.at("links").as_array().empty());
    const auto compared = json_in(
        served_->get("/api/v1/changed/architecture/compare?on=2009-06-01&against=2011-03-01"));
    EXPECT_FALSE(compared.at("successions").as_array().empty());
    const auto both = json_in(served_->get("/api/v1/changed/constitutions"));
    EXPECT_FALSE(both.at("parts").as_array().empty());
    EXPECT_EQ(status_of(served_->get("/api/v1/changed/constitutions?against=soon")), 400);
}

TEST_F(Architecture, IsThereForEveryPartnershipAndDay) {
    for (const char* target :
         {"/riverside/architecture", "/riverside/architecture?on=1990-01-01",
          "/kent-rehearsal/architecture",
          "/riverside/architecture?on=2026-01-01&against=2027-01-01", "/riverside/constitutions",
          "/kent-rehearsal/constitutions", "/changed/architecture?on=1990-01-01&against=1991-01-01",
          "/changed/constitutions?on=1990-01-01&against=1991-01-01",
          "/riverside/architecture.svg"}) {
        page(target);
    }
    EXPECT_NE(
        page("/riverside/architecture?on=1990-01-01").find("No body had been set up by then."),
        std::string::npos);
    EXPECT_EQ(status_of(served_->get("/riverside/architecture?against=soon")), 400);
    EXPECT_EQ(status_of(served_->get("/riverside/constitutions?on=3000-01-01")), 400);
    EXPECT_TRUE(served_->faults().empty()) << served_->faults().front();
}

TEST_F(Architecture, ComparesTwoDaysInEitherOrder) {
    const auto between =
        views::architecture_between(on("2012-06-01"), days("2009-06-01", "2011-03-01"));
    EXPECT_EQ(fate(between, "kf"), "new");
    EXPECT_EQ(fate(between, "kp"), "succeeded");
    EXPECT_EQ(fate(between, "psb"), "succeeded");
    EXPECT_NE(fate(between, "kmce"), "none") << "named in the terms of the body that follows it";
    const auto later =
        views::architecture_between(on("2012-06-01"), days("2011-03-01", "2012-06-01"));
    EXPECT_EQ(fate(later, "psb"), "ended");
    EXPECT_EQ(fate(later, "ct"), "unchanged");
    EXPECT_TRUE(std::none_of(later.successions.begin(), later.successions.end(),
                             [](const auto& each) { return each.to.id == "kf" && !each.waits; }))
        << "it took effect before the first day";
    const auto turned = page("/changed/architecture?on=2011-03-01&against=2009-06-01");
    EXPECT_NE(turned.find("on 1 June 2009 (left) and on 1 March 2011 (right)"), std::string::npos);
    const auto html = page("/changed/architecture?on=2009-06-01&against=2011-03-01");
    EXPECT_NE(html.find("takes on the responsibilities of"), std::string::npos);
    EXPECT_NE(html.find("What became of each body"), std::string::npos);
}

TEST_F(Architecture, PutsTheTermsOfTwoDaysSideBySide) {
    const auto page = views::constitutions(on("2012-06-01"), days("2008-07-01", "2011-03-01"));
    const auto* forum = part(page, "kf");
    ASSERT_NE(forum, nullptr);
    ASSERT_EQ(forum->columns.size(), 2U);
    EXPECT_EQ(forum->columns[0].body.id, "kp");
    EXPECT_EQ(forum->columns[1].body.id, "kf");
    EXPECT_EQ(part(page, "kp"), nullptr) << "it stands in the part of the body that follows it";
    const auto* quorum = row(*forum, "quorum");
    ASSERT_NE(quorum, nullptr);
    ASSERT_EQ(quorum->sides[0].answers.size(), 1U);
    EXPECT_EQ(quorum->sides[0].answers[0].clause, "3.12");
    EXPECT_NE(quorum->sides[0].answers[0].quotes.at(0).find("Half of the members"),
              std::string::npos);
    EXPECT_TRUE(quorum->sides[1].silent) << "the paper of 2011 sets no quorum";
    EXPECT_GT(forum->columns[1].silences, forum->columns[0].silences);
    EXPECT_FALSE(row(*forum, "chair")->sides[0].silent);
}

TEST_F(Architecture, SaysWhereTheTextIsSilentAndWhereNothingChanged) {
    const auto html = page("/changed/constitutions?on=2008-07-01&against=2011-03-01");
    EXPECT_NE(html.find("The text does not say"), std::string::npos);
    EXPECT_NE(html.find("How many make a quorum?"), std::string::npos);
    EXPECT_NE(html.find("clause 3.12"), std::string::npos);
    const auto same = views::constitutions(on("2009-06-01"), days("2008-07-01", "2009-06-01"));
    const auto* kp = part(same, "kp");
    ASSERT_NE(kp, nullptr);
    ASSERT_EQ(kp->columns.size(), 2U);
    EXPECT_TRUE(row(*kp, "quorum")->same);
}

TEST_F(Architecture, StartsFromTheFirstTermsAndTheNewest) {
    const auto telling = views::telling_days(on("2012-06-01"));
    EXPECT_EQ(base::text(telling.later), "2011-01-28");
    EXPECT_LT(telling.earlier, telling.later);
}

TEST_F(Architecture, DrawsEachPictureOnce) {
    page("/changed/architecture?on=2009-06-02");
    const auto before = documents::pictures().counts().drawn;
    page("/changed/architecture?on=2009-06-03");
    page("/changed/architecture.svg?on=2009-06-04");
    EXPECT_EQ(documents::pictures().counts().drawn, before)
        << "the same bodies and links on another day";
}

} // namespace
} // namespace quorate::web_tests
