// What partners ask before a meeting: kept once an item and organisation, until it is taken back.

#include "partnership/workspace/hearing_asks.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

TEST(HearingAsks, AreKeptOnceForEachItemUntilTakenBack) {
    const auto folder =
        (std::filesystem::temp_directory_path() / ("quorate-hearings-" + std::to_string(getpid())))
            .string();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        const auto workspace = Workspace::open(folder).value();
        HearingAsk ask{"kp/m1", 2, "college", "We run it.", base::Instant{5}};
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        ask.item = 1;
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        ask.words = "Ann comes.";
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        const auto asked = hearing_asks(*workspace, "kp/m1").value();
        ASSERT_EQ(asked.size(), 2U);
        EXPECT_EQ(asked[0].item, 1);
        EXPECT_EQ(asked[0].words, "Ann comes.");
        EXPECT_EQ(asked[1].at, base::Instant{5});
        EXPECT_TRUE(hearing_asks(*workspace, "kp/m2").value().empty());
        ask.words = std::string(hearing_words_max + 1, 'a');
        EXPECT_FALSE(ask_to_be_heard(*workspace, ask));
        ASSERT_TRUE(take_back_hearing(*workspace, ask));
        ASSERT_TRUE(take_back_hearing(*workspace, ask));
    }
    const auto again = Workspace::open(folder).value();
    EXPECT_EQ(hearing_asks(*again, "kp/m1").value().size(), 1U);
    std::filesystem::remove_all(folder);
}

TEST(HearingAsks, ARefusalEndsWithOtherWordsAndAnAgreementStays) {
    const auto folder = (std::filesystem::temp_directory_path() /
                         ("quorate-hearing-answers-" + std::to_string(getpid())))
                            .string();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        const auto workspace = Workspace::open(folder).value();
        HearingAsk ask{"kp/m1", 2, "college", "We run it.", base::Instant{5}};
        HearingAnswer answer{"kp/m1", 2,       "college",     false,
                             "No.",   "Chair", "own-sign-in", base::Instant{6}};
        EXPECT_FALSE(answer_hearing(*workspace, answer).value()) << "nobody asks";
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        EXPECT_TRUE(answer_hearing(*workspace, answer).value());
        ask.at = base::Instant{7};
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        EXPECT_EQ(hearing_answers(*workspace, "kp/m1").value().size(), 1U) << "the same words";
        EXPECT_EQ(hearing_asks(*workspace, "kp/m1").value()[0].at, base::Instant{5});
        ask.words = "We own it.";
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        EXPECT_TRUE(hearing_answers(*workspace, "kp/m1").value().empty());
        answer.agreed = true;
        EXPECT_TRUE(answer_hearing(*workspace, answer).value());
        ask.words = "Ann comes.";
        ASSERT_TRUE(ask_to_be_heard(*workspace, ask));
        const auto kept = hearing_answers(*workspace, "kp/m1").value();
        ASSERT_EQ(kept.size(), 1U);
        EXPECT_TRUE(kept[0].agreed);
        EXPECT_EQ(kept[0].by, "Chair");
        answer.reason = std::string(hearing_words_max + 1, 'a');
        EXPECT_FALSE(answer_hearing(*workspace, answer));
        ASSERT_TRUE(take_back_hearing(*workspace, ask));
        EXPECT_TRUE(hearing_answers(*workspace, "kp/m1").value().empty());
    }
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace quorate::partnership
