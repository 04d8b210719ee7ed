// Words of minutes that are typed and not recorded: kept for each officer, and known to the others.

#include "partnership/workspace/minutes_drafts.hpp"
#include "partnership/workspace/workspace.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

using base::Instant;

class MinutesDrafts : public testing::Test {
protected:
    MinutesDrafts() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        open();
    }
    ~MinutesDrafts() override {
        workspace_.reset();
        std::filesystem::remove_all(folder_);
    }

    void open() {
        workspace_.reset();
        workspace_ = std::move(Workspace::open(folder_).value());
    }
    bool keep(const std::string& account, const std::string& words, std::int64_t at,
              const std::string& meeting = "kp/m1") {
        return keep_minutes_draft(*workspace_, meeting,
                                  {account, "Officer " + account, words, Instant{at}, 7})
            .has_value();
    }
    [[nodiscard]] std::vector<MinutesDraft> drafts(const std::string& meeting = "kp/m1") {
        return minutes_drafts(*workspace_, meeting).value();
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("quorate-minutes-" + std::to_string(getpid())))
            .string();
    std::unique_ptr<Workspace> workspace_;
};

TEST_F(MinutesDrafts, EachOfficersWordsAreKeptAndTheOthersKnown) {
    EXPECT_TRUE(drafts().empty());
    ASSERT_TRUE(keep("ann", "First", 1000));
    ASSERT_TRUE(keep("ben", "Ben's words", 2000));
    ASSERT_TRUE(keep("ann", "Second, with “marks”", 3000));
    ASSERT_TRUE(keep("ann", "Of another meeting", 4000, "kp/m2"));
    const auto both = drafts();
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].account, "ann");
    EXPECT_EQ(both[0].words, "Second, with “marks”");
    EXPECT_EQ(both[0].at, Instant{3000});
    EXPECT_EQ(both[0].position, 7);
    EXPECT_EQ(both[1].writer, "Officer ben");
}

TEST_F(MinutesDrafts, OutliveTheProgramAndGoWhenTheyAreDropped) {
    ASSERT_TRUE(keep("ann", "Kept", 1000));
    open();
    ASSERT_EQ(drafts().size(), 1U);
    ASSERT_TRUE(drop_minutes_draft(*workspace_, "kp/m1", "ben"));
    ASSERT_EQ(drafts().size(), 1U);
    ASSERT_TRUE(drop_minutes_draft(*workspace_, "kp/m1", "ann"));
    EXPECT_TRUE(drafts().empty());
}

TEST_F(MinutesDrafts, TakeAsMuchAsMinutesMay) {
    EXPECT_TRUE(keep("ann", std::string(minutes_draft_max, 'x'), 1000));
    EXPECT_FALSE(keep("ann", std::string(minutes_draft_max + 1, 'x'), 2000));
    EXPECT_EQ(drafts().at(0).words.size(), minutes_draft_max) << "what was kept stays";
}

} // namespace
} // namespace quorate::partnership
