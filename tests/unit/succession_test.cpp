// Who holds what through a chain, and what is left with nobody, on small states.

#include "governance/bodies/succession.hpp"
#include "governance/codec_names.hpp"
#include "governance_world.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::string terms(const std::string& body, const std::string& rules) {
    return "+++\nlanguage = 1\ncharter = \"" + body + "-terms\"\nbody = \"" + body +
           "\"\ntitle = \"Terms of " + body +
           "\"\ntext = \"restated\"\nsource = \"Made for a test\"\neffective = 2009-01-01\n"
           "calendar = \"england-and-wales\"\nzone = \"Europe/London\"\n"
           "default_effect = \"recorded\"\n+++\n# Terms\n\n**1** All of it.\n\n" +
           rules;
}

std::string follows(const std::string& from, const std::string& more = {}) {
    return "```rule succession s\nfrom = [\"" + from +
           "\"]\nscope = [\"all\"]\nmode = \"assumes\"\n" + more + "```\n";
}

class Following : public world::World {
protected:
    void SetUp() override { set_up_kp(); }

    void body(const std::string& id, const std::string& rules, std::string_view from) {
        establish(id, from);
        const auto digest = add(terms(id, rules));
        happens(
            events::CharterAdopted{
                BodyId(id), id + "-terms", digest, {}, {}, "Europe/London", false, {}},
            from);
    }
    [[nodiscard]] std::string holder(std::string_view matter, std::string_view on) const {
        std::string out;
        for (const auto& each : holdings_of(state, context, Matter(matter), world::when(on))) {
            out += (out.empty() ? "" : "+") + (each.known ? each.holder.value : "nobody");
        }
        return out;
    }
    [[nodiscard]] std::vector<std::string> left(std::string_view on) const {
        return names(orphans(state, context, world::when(on)));
    }
    static std::vector<std::string> names(const std::vector<Orphan>& all) {
        std::vector<std::string> out;
        for (const auto& each : all) {
            out.push_back(std::string(written(each.kind)) + "/" + each.id);
        }
        return out;
    }
    static bool has(const std::vector<std::string>& all, const std::string& name) {
        return std::find(all.begin(), all.end(), name) != all.end();
    }
};

TEST_F(Following, NothingIsLeftWhileNobodyIsFollowed) {
    EXPECT_EQ(holder("approve-vision", "2008-06-01"), "kp");
    EXPECT_EQ(holder("nothing-of-the-kind", "2008-06-01"), "");
    EXPECT_TRUE(left("2008-06-01").empty());
    EXPECT_TRUE(successors_of(state, context, BodyId("kp"), world::when("2008-06-01")).empty());
}

TEST_F(Following, AnEndLeavesEverything) {
    const auto before = state;
    happens(events::BodyDissolved{BodyId("kp"), {}}, "2009-01-01");
    const auto all = left("2009-01-01");
    for (const auto* name : {"responsibility/approve-vision", "responsibility/hear-the-public",
                             "sector/faith", "sector/private", "seat/kp/1", "seat/kp/5"}) {
        EXPECT_TRUE(has(all, name)) << name;
    }
    EXPECT_TRUE(left("2008-12-31").empty());
    const auto made = names(orphans_made(before, state, context, world::when("2009-01-01")));
    EXPECT_EQ(made, all);
    EXPECT_TRUE(orphans_made(state, state, context, world::when("2009-01-01")).empty());
}

TEST_F(Following, WhatASuccessorHasIsNotLeft) {
    body("kf",
         follows("kp") +
             "```rule class c\nclasses = [\"faith\", \"public\"]\n```\n"
             "```rule seats p\ncount = 1\nholder = \"leader\"\neligible = [\"leader(kcc)\"]\n```\n",
         "2009-01-01");
    happens(events::BodyDissolved{BodyId("kp"), {}}, "2009-01-01");
    EXPECT_EQ(holder("approve-vision", "2009-01-01"), "kf");
    const auto all = left("2009-01-01");
    EXPECT_FALSE(has(all, "responsibility/approve-vision"));
    EXPECT_FALSE(has(all, "sector/faith"));
    EXPECT_TRUE(has(all, "sector/private"));
    EXPECT_FALSE(has(all, "seat/kp/1")) << "the Leader is to have a place";
    EXPECT_TRUE(has(all, "seat/kp/2"));
}

TEST_F(Following, TwoThatFollowOneBothHold) {
    body("a", follows("kp"), "2009-01-01");
    body("b", follows("kp"), "2009-01-01");
    EXPECT_EQ(holder("approve-vision", "2009-01-01"), "a+b");
}

TEST_F(Following, WhatIsGivenAfterwardsStays) {
    body("a", follows("kp"), "2009-01-01");
    const auto later =
        world::with(world::kp_terms, "matter = \"hear-the-public\"", "matter = \"keep-the-seal\"");
    const auto digest = add(later);
    happens(
        events::CharterAdopted{BodyId("kp"), "kp-terms", digest, {}, {}, "Europe/London", true, {}},
        "2010-01-01");
    EXPECT_EQ(holder("keep-the-seal", "2010-01-01"), "kp");
    EXPECT_EQ(holder("hear-the-public", "2010-01-01"), "a")
        << "it had passed before the terms dropped it";
}

TEST_F(Following, TermsThatDropASuccessionKeepWhatHadPassed) {
    body("a", follows("kp"), "2009-01-01");
    const auto digest =
        add(terms("a", "```rule responsibility r\nmatter = \"other\"\nwhat = \"Other\"\n```\n"));
    happens(
        events::CharterAdopted{BodyId("a"), "a-terms", digest, {}, {}, "Europe/London", true, {}},
        "2010-01-01");
    EXPECT_EQ(holder("approve-vision", "2010-06-01"), "a");
    EXPECT_EQ(holder("approve-vision", "2008-06-01"), "kp");
}

TEST_F(Following, CirclesAreNamedAndNotFollowedForEver) {
    body("a", follows("b") + "```rule responsibility r\nmatter = \"a\"\nwhat = \"A\"\n```\n",
         "2009-01-01");
    body("b", follows("a"), "2009-01-01");
    EXPECT_EQ(holder("a", "2009-01-01"), "nobody");
    const auto circles = succession_circles(state, context, world::when("2009-01-01"));
    ASSERT_EQ(circles.size(), 1U);
    EXPECT_EQ(circles.front().size(), 2U);
    EXPECT_TRUE(succession_circles(state, context, world::when("2008-06-01")).empty());
    EXPECT_EQ(successors_of(state, context, BodyId("a"), world::when("2009-01-01")),
              std::vector<BodyId>{BodyId("b")});
}

TEST_F(Following, AnUnknownPredecessorIsNoMatter) {
    body("a", follows("never-heard-of"), "2009-01-01");
    EXPECT_EQ(holder("approve-vision", "2009-01-01"), "kp");
    EXPECT_TRUE(left("2009-01-01").empty());
}

} // namespace
} // namespace quorate::governance
