// Filling places: known cases by hand, and every small case against a plain search.

#include "governance/membership/matching.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace quorate::governance {
namespace {

using Claims = std::vector<PlaceClaim>;

/// The most people that can be placed, tried out one by one.
std::int64_t most_by_trying(const std::vector<PlaceGroup>& groups, std::size_t people,
                            const Claims& claims, std::size_t person,
                            std::vector<std::vector<std::int64_t>>& taken) {
    if (person == people) {
        return 0;
    }
    auto best = most_by_trying(groups, people, claims, person + 1, taken);
    for (const auto& claim : claims) {
        if (claim.person != person) {
            continue;
        }
        auto& group = taken[claim.group];
        const auto& limit = groups[claim.group].limits[claim.kind];
        std::int64_t in_group = 0;
        for (const auto count : group) {
            in_group += count;
        }
        if (in_group < groups[claim.group].count && (!limit || group[claim.kind] < *limit)) {
            ++group[claim.kind];
            best = std::max(best, 1 + most_by_trying(groups, people, claims, person + 1, taken));
            --group[claim.kind];
        }
    }
    return best;
}

std::int64_t most_by_trying(const std::vector<PlaceGroup>& groups, std::size_t people,
                            const Claims& claims) {
    std::vector<std::vector<std::int64_t>> taken;
    for (const auto& group : groups) {
        taken.emplace_back(group.limits.size(), 0);
    }
    return most_by_trying(groups, people, claims, 0, taken);
}

/// Nobody twice, no group over its count, no kind over its limit, and every place claimed.
void expect_in_order(const std::vector<PlaceGroup>& groups, std::size_t people,
                     const Claims& claims, const PlaceFilling& filling) {
    std::vector<int> times(people, 0);
    std::vector<std::vector<std::int64_t>> taken;
    for (const auto& group : groups) {
        taken.emplace_back(group.limits.size(), 0);
    }
    for (const auto& claim : filling.placed) {
        ++times.at(claim.person);
        ++taken.at(claim.group).at(claim.kind);
        EXPECT_NE(std::find(claims.begin(), claims.end(), claim), claims.end());
    }
    for (const auto person : filling.left_over) {
        ++times.at(person);
    }
    EXPECT_TRUE(std::all_of(times.begin(), times.end(), [](int count) { return count == 1; }));
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::int64_t in_group = 0;
        for (std::size_t k = 0; k < groups[g].limits.size(); ++k) {
            in_group += taken[g][k];
            if (groups[g].limits[k]) {
                EXPECT_LE(taken[g][k], std::max<std::int64_t>(*groups[g].limits[k], 0));
            }
        }
        EXPECT_EQ(in_group, filling.filled[g]);
        EXPECT_LE(in_group, groups[g].count);
        EXPECT_EQ(groups[g].count - in_group, filling.unfilled[g]);
    }
}

TEST(Matching, FourLeadersOrTheChairmanWithinThem) {
    const std::vector<PlaceGroup> places{{4, {std::nullopt, 1}}};
    const Claims leaders{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}};
    EXPECT_EQ(fill_places(places, 3, leaders).unfilled[0], 1);
    auto with_chairman = leaders;
    with_chairman.push_back({3, 0, 1});
    EXPECT_EQ(fill_places(places, 4, with_chairman).unfilled[0], 0);
    auto with_two = with_chairman;
    with_two.push_back({4, 0, 1});
    const auto filling = fill_places(places, 5, with_two);
    EXPECT_EQ(filling.left_over, (std::vector<std::size_t>{4})); // the second of a kind of one
}

TEST(Matching, AFifthLeaderIsLeftOver) {
    const std::vector<PlaceGroup> places{{4, {std::nullopt, 1}}};
    Claims claims;
    for (std::size_t person = 0; person < 5; ++person) {
        claims.push_back({person, 0, 0});
    }
    const auto filling = fill_places(places, 5, claims);
    EXPECT_EQ(filling.filled[0], 4);
    EXPECT_EQ(filling.left_over, (std::vector<std::size_t>{4}));
}

TEST(Matching, SomebodyMovesSoThatAnotherCanBePlaced) {
    // The first can be either; the second only what the first was given.
    const std::vector<PlaceGroup> places{{1, {std::nullopt}}, {1, {std::nullopt}}};
    const auto filling = fill_places(places, 2, {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}});
    EXPECT_EQ(filling.placed, (Claims{{0, 1, 0}, {1, 0, 0}}));
    EXPECT_TRUE(filling.left_over.empty());
}

TEST(Matching, SomebodyOfTwoKindsLeavesTheLimitedOneToAnother) {
    // A Leader who is the Chairman as well makes room as a Leader.
    const std::vector<PlaceGroup> places{{2, {std::nullopt, 1}}};
    const auto filling = fill_places(places, 2, {{0, 0, 1}, {0, 0, 0}, {1, 0, 1}});
    EXPECT_EQ(filling.unfilled[0], 0);
}

TEST(Matching, NobodyAndNothing) {
    const auto none = fill_places({}, 0, {});
    EXPECT_TRUE(none.placed.empty());
    const auto no_places = fill_places({{0, {std::nullopt}}}, 1, {{0, 0, 0}});
    EXPECT_EQ(no_places.left_over, (std::vector<std::size_t>{0}));
    const auto nobody = fill_places({{3, {std::nullopt}}}, 0, {});
    EXPECT_EQ(nobody.unfilled[0], 3);
    const auto below = fill_places({{-2, {-1}}}, 1, {{0, 0, 0}});
    EXPECT_EQ(below.unfilled[0], 0);
    EXPECT_EQ(below.left_over.size(), 1U);
}

TEST(Matching, ClaimsOnWhatIsNotThereAreLeftOut) {
    const auto filling = fill_places({{1, {std::nullopt}}}, 1, {{7, 0, 0}, {0, 3, 0}, {0, 0, 5}});
    EXPECT_EQ(filling.left_over, (std::vector<std::size_t>{0}));
}

TEST(Matching, MorePeopleThanAreLookedAt) {
    const auto people = placed_people_max + 5;
    Claims claims;
    for (std::size_t person = 0; person < people; ++person) {
        claims.push_back({person, 0, 0});
    }
    const auto filling =
        fill_places({{static_cast<std::int64_t>(people), {std::nullopt}}}, people, claims);
    EXPECT_EQ(filling.placed.size(), placed_people_max);
    EXPECT_EQ(filling.left_over.size(), 5U);
}

TEST(Matching, AsManyAsTryingEverythingFinds) {
    std::mt19937 random(20110128);
    const auto upto = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 3'000; ++round) {
        const auto people = static_cast<std::size_t>(upto(6));
        std::vector<PlaceGroup> groups;
        for (int g = upto(2); g >= 0; --g) {
            PlaceGroup group;
            group.count = upto(4);
            for (int k = upto(2); k >= 0; --k) {
                group.limits.push_back(upto(2) == 0 ? std::nullopt
                                                    : std::optional<std::int64_t>(upto(2)));
            }
            groups.push_back(group);
        }
        Claims claims;
        for (std::size_t person = 0; person < people; ++person) {
            for (std::size_t g = 0; g < groups.size(); ++g) {
                for (std::size_t k = 0; k < groups[g].limits.size(); ++k) {
                    if (upto(2) == 0) {
                        claims.push_back({person, g, k});
                    }
                }
            }
        }
        const auto filling = fill_places(groups, people, claims);
        expect_in_order(groups, people, claims, filling);
        EXPECT_EQ(static_cast<std::int64_t>(filling.placed.size()),
                  most_by_trying(groups, people, claims))
            << "round " << round;
    }
}

} // namespace
} // namespace quorate::governance
