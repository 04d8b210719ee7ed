// Who somebody is today: seats, offices, who stands in for whom and who is in the chair, by the
// record and by the open sheet.

#include "partnership/workspace/accounts.hpp"
#include "views/desk/viewer.hpp"
#include "views/live/live.hpp"
#include "views/visibility.hpp"
#include "walk_world.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using views::ViewerKind;

class WhoIsWho : public testing::TestWithParam<unsigned> {
protected:
    WhoIsWho() : world_(world_of(GetParam())) {}

    /// Made once: looking changes nothing in it.
    static WalkWorld& world_of(unsigned seed) {
        static std::map<unsigned, std::unique_ptr<WalkWorld>> worlds;
        auto& world = worlds[seed];
        if (world == nullptr) {
            world = std::make_unique<WalkWorld>(seed);
        }
        return *world;
    }

    partnership::Partnership& partnership() { return world_.served().partnership("walk"); }
    partnership::Account account(const std::string& name) {
        return partnership().workspace()->accounts().find(name).value().value();
    }
    views::Viewer viewer(const std::string& name) {
        return views::viewer_of(partnership(), account(name));
    }
    std::optional<governance::SeatId> in_the_chair(const std::string& meeting) {
        const governance::MeetingId id(meeting);
        const auto snapshot = views::snapshot_on_the_day(partnership(), id);
        const auto* seat = views::presiding_in(*snapshot, id, partnership().now());
        return seat == nullptr ? std::nullopt : std::optional(seat->id);
    }
    views::Visibility sees(const std::string& name) { return {viewer(name), partnership()}; }

    WalkWorld& world_;
};

const governance::MeetingId today("kp/m2");

TEST_P(WhoIsWho, whoever_presides_has_the_chair_and_the_absent_chair_has_not) {
    const auto vice = viewer("vice-chair");
    EXPECT_EQ(vice.kind, ViewerKind::chair);
    EXPECT_EQ(vice.presides, std::vector{today});
    EXPECT_TRUE(vice.chairs.empty());
    EXPECT_EQ(views::viewer_title(partnership(), account("vice-chair")),
              "Vice Chair, seat 8, in the chair");
    EXPECT_TRUE(views::acts_from_the_chair(partnership(), vice, "kp/m2"));
    EXPECT_FALSE(views::acts_from_the_chair(partnership(), vice, "psb/m2"));
    EXPECT_EQ(in_the_chair("kp/m2"), governance::SeatId("kp/8"));
    EXPECT_EQ(in_the_chair("psb/m2"), std::nullopt);

    const auto chair = viewer("chair");
    EXPECT_EQ(chair.kind, ViewerKind::chair);
    EXPECT_EQ(chair.chairs, std::vector{governance::BodyId("kp")});
    EXPECT_TRUE(chair.presides.empty());
    EXPECT_EQ(views::viewer_title(partnership(), account("chair")), "Chair, seat 7");
    EXPECT_FALSE(views::acts_from_the_chair(partnership(), chair, "kp/m2"));
    EXPECT_TRUE(views::acts_from_the_chair(partnership(), chair, "kp/m1")) << "nobody presides";
}

TEST_P(WhoIsWho, a_person_has_the_seats_of_the_day) {
    EXPECT_EQ(viewer("both").kind, ViewerKind::member);
    EXPECT_EQ(sees("both").standings().size(), 2U);
    EXPECT_TRUE(sees("both").sits_on(governance::BodyId("psb")));
    EXPECT_TRUE(sees("former").standings().empty());
    EXPECT_EQ(views::actor_on(partnership(), viewer("both"), "psb"), "person:holder-kp-9");
    EXPECT_EQ(views::actor_on(partnership(), viewer("chair"), "kp"), "seat:kp/7");
    EXPECT_EQ(views::actor_on(partnership(), viewer("chair"), "psb"), std::nullopt)
        << "an account of a seat is that seat";
    EXPECT_EQ(views::actor_on(partnership(), viewer("former"), "kp"), std::nullopt);
}

TEST_P(WhoIsWho, a_substitute_stands_in_at_one_meeting) {
    const auto see = sees("substitute");
    ASSERT_EQ(see.standings().size(), 1U);
    EXPECT_EQ(see.standings().front().meeting, today);
    EXPECT_FALSE(see.sits_on(governance::BodyId("kp")));
    const auto state = partnership().state();
    EXPECT_TRUE(see.sits_at(*state->meetings.find(today)));
    EXPECT_FALSE(see.sits_at(*state->meetings.find(governance::MeetingId("kp/m1"))));
    EXPECT_EQ(views::actor_on(partnership(), viewer("substitute"), "kp", "kp/m2"),
              "person:stand-in");
    EXPECT_EQ(views::actor_on(partnership(), viewer("substitute"), "kp"), std::nullopt);
    EXPECT_TRUE(views::viewer_title(partnership(), account("substitute"))
                    .starts_with("Standing in for seat "));
    EXPECT_EQ(views::viewer_title(partnership(), account("both")), "Seat 9");
    EXPECT_EQ(views::viewer_title(partnership(), account("former")), "A person");
}

TEST_P(WhoIsWho, what_was_determined_counts_from_the_sheet_too) {
    EXPECT_TRUE(sees("told").told_to_leave(today, 1));
    EXPECT_TRUE(sees("told-today").told_to_leave(today, 1));
    EXPECT_FALSE(sees("told-today").told_to_leave(today, 2));
    EXPECT_FALSE(sees("may-speak").told_to_leave(today, 1));
    EXPECT_TRUE(sees("undetermined").undetermined(today, 1));
    EXPECT_FALSE(sees("may-speak").undetermined(today, 1));
    EXPECT_FALSE(sees("member").undetermined(today, 1));
}

TEST_P(WhoIsWho, a_meeting_is_followed_live_by_its_body_and_where_open_by_anyone) {
    const auto state = partnership().state();
    const auto& meeting = *state->meetings.find(today);
    EXPECT_EQ(sees("member").live(meeting), views::Audience::member);
    EXPECT_EQ(sees("substitute").live(meeting), views::Audience::member);
    EXPECT_EQ(sees("elsewhere").live(meeting), views::Audience::nobody);
    EXPECT_EQ(sees("former").live(meeting), views::Audience::nobody);
    EXPECT_EQ(sees("secretariat").live(meeting), views::Audience::officer);
    EXPECT_EQ(sees("administrator").live(meeting), views::Audience::nobody);
    auto open = meeting;
    open.open_to_public = true;
    EXPECT_EQ(sees("elsewhere").live(open), views::Audience::public_);
    EXPECT_EQ(views::Visibility({}, partnership()).live(open), views::Audience::public_);
}

TEST_P(WhoIsWho, the_live_page_gives_everyone_the_same_answer) {
    const auto snapshot = views::snapshot_on_the_day(partnership(), today);
    const auto& meeting = *snapshot->state.meetings.find(today);
    const auto accounts = partnership().workspace()->accounts().list().value();
    ASSERT_GE(accounts.size(), 16U);
    for (const auto& each : accounts) {
        const auto see = sees(each.name);
        const auto as =
            views::live_as(*snapshot, viewer(each.name), today.view(), partnership().now());
        EXPECT_EQ(as.audience, see.live(meeting)) << each.name;
        EXPECT_EQ(as.outside, see.told_to_leave(today, 1)) << each.name;
    }
}

// With most of the day on record, and with most of it on the open sheet.
INSTANTIATE_TEST_SUITE_P(Seeded, WhoIsWho, testing::Values(0U, 8U));

} // namespace
} // namespace quorate::web_tests
