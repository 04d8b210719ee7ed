// What an account has read and noted for itself: kept for it alone, lost to no second device.

#include "partnership/workspace/reading.hpp"
#include "partnership/workspace/store.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

using base::Instant;

const NotePlace item_three{"kp/m1", 3, ""};
const NotePlace paper_of_three{"kp/m1", 3, "the report"};

class Reading : public testing::Test {
protected:
    Reading() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        workspace_ = std::move(Workspace::open(folder_).value());
    }
    ~Reading() override { std::filesystem::remove_all(folder_); }

    NoteKept write(const NotePlace& place, const std::string& words, std::int64_t turn = 0,
                   const std::string& writer = "page", const std::string& account = "kp-9") {
        const auto kept =
            write_note(*workspace_, account, {place, words, "", turn, writer}, Instant{1000});
        EXPECT_TRUE(kept) << kept.error().text();
        return kept ? *kept : NoteKept{};
    }
    [[nodiscard]] std::size_t notes(const std::string& account) {
        return notes_of(*workspace_, account).value().size();
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("quorate-reading-" + std::to_string(getpid())))
            .string();
    std::unique_ptr<Workspace> workspace_;
};

TEST(PaperLine, IsTheTitleHoweverItIsWritten) {
    EXPECT_EQ(paper_line("  The  Report\n"), "the report");
    EXPECT_EQ(paper_line("THE REPORT"), paper_line("the report"));
    EXPECT_NE(paper_line("The report, part 2"), paper_line("The report"));
}

TEST_F(Reading, ANoteIsItsAccountsAlone) {
    write(item_three, "Ask about the price");
    write(paper_of_three, "Page 4 is wrong");
    EXPECT_EQ(notes("kp-9"), 2U);
    EXPECT_EQ(notes("kp-10"), 0U);
    EXPECT_EQ(notes("secretariat"), 0U);
    EXPECT_FALSE(note_at(*workspace_, "kp-10", item_three).value());
    write(item_three, "Mine", 0, "other", "kp-10");
    EXPECT_EQ(note_at(*workspace_, "kp-9", item_three).value()->words, "Ask about the price");
}

TEST_F(Reading, EmptyWordsTakeItAwayAndItCanBeWrittenAgain) {
    const auto first = write(item_three, "Once");
    const auto gone = write(item_three, "", first.note.turn);
    EXPECT_EQ(notes("kp-9"), 0U);
    EXPECT_EQ(write(item_three, "Again", gone.note.turn).note.words, "Again");
    EXPECT_EQ(notes("kp-9"), 1U);
}

TEST_F(Reading, TwoDevicesLoseNothing) {
    const auto first = write(item_three, "From the phone", 0, "phone");
    const auto second = write(item_three, "From the desk", 0, "desk");
    EXPECT_TRUE(second.merged);
    EXPECT_NE(second.note.words.find("From the phone"), std::string::npos);
    EXPECT_NE(second.note.words.find("From the desk"), std::string::npos);
    const auto cleared = write(item_three, "", first.note.turn, "phone");
    EXPECT_TRUE(cleared.merged) << "emptied on a page that did not show the newer words";
    EXPECT_EQ(cleared.note.words, second.note.words);
}

TEST_F(Reading, APageThatSendsAgainIsNotAgainstItself) {
    write(item_three, "One", 0, "phone");
    EXPECT_FALSE(write(item_three, "One and two", 0, "phone").merged) << "its answer was lost";
    EXPECT_FALSE(write(item_three, "One and two", 0, "desk").merged) << "the same words";
    EXPECT_EQ(note_at(*workspace_, "kp-9", item_three).value()->words, "One and two");
}

TEST_F(Reading, HasLimits) {
    const std::string most(note_length_max, 'a');
    EXPECT_EQ(write(item_three, most).note.words.size(), note_length_max);
    const auto more =
        write_note(*workspace_, "kp-9", {item_three, most + "a", "", 1, ""}, Instant{});
    ASSERT_FALSE(more);
    EXPECT_NE(more.error().message.find("20,000"), std::string::npos);
    EXPECT_EQ(note_at(*workspace_, "kp-9", item_three).value()->words, most);
}

TEST_F(Reading, TakingANoteAwayMakesRoomForAnother) {
    {
        auto& store = workspace_->store();
        const std::lock_guard lock(store.mutex);
        ASSERT_TRUE(store.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                              "WHERE i < ?) INSERT INTO note SELECT 'kp-9', 'kp/m1', i + 100, '', "
                              "'words', '', 0, 1, '' FROM n",
                              {static_cast<std::int64_t>(notes_of_account_max)}));
    }
    const auto refused =
        write_note(*workspace_, "kp-9", {item_three, "one more", "", 0, ""}, Instant{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where, "words");
    write({"kp/m1", 101, ""}, "changed", 1);
    write({"kp/m1", 101, ""}, "", 2);
    EXPECT_EQ(write(item_three, "one more").note.words, "one more");
}

TEST_F(Reading, PapersAreMarkedAndUnmarked) {
    const std::vector<std::string> both{"aa", "bb"};
    ASSERT_TRUE(mark_paper(*workspace_, "kp-9", "kp/m1", both, true, Instant{}));
    ASSERT_TRUE(mark_paper(*workspace_, "kp-9", "kp/m1", both, true, Instant{}));
    EXPECT_EQ(papers_seen(*workspace_, "kp-9", "kp/m1").value().size(), 2U);
    ASSERT_TRUE(mark_paper(*workspace_, "kp-9", "kp/m1", {"aa"}, false, Instant{}));
    EXPECT_EQ(papers_seen(*workspace_, "kp-9", "kp/m1").value(), std::vector<std::string>{"bb"});
    EXPECT_TRUE(papers_seen(*workspace_, "kp-10", "kp/m1").value().empty());
    EXPECT_TRUE(papers_seen(*workspace_, "kp-9", "kp/m2").value().empty());
}

constexpr std::int64_t minute_ms = 60'000;

TEST_F(Reading, LooksCloseTogetherAreOneVisit) {
    const auto look = [&](std::vector<std::string> papers, std::int64_t minutes) {
        return look_at_meeting(*workspace_, "kp-9", "kp/m1", {{1, 2}, std::move(papers), {}},
                               Instant{minutes * minute_ms})
            .value();
    };
    EXPECT_FALSE(look({"a"}, 0)) << "the first look";
    const auto soon = look({"a"}, visit_gap_minutes - 1);
    ASSERT_TRUE(soon) << "from the second look on there is one before";
    EXPECT_EQ(soon->papers, std::vector<std::string>{"a"});
    const auto later = look({"a", "b"}, 3 * visit_gap_minutes);
    ASSERT_TRUE(later);
    EXPECT_EQ(later->papers, std::vector<std::string>{"a"});
    EXPECT_EQ(later->items, (std::vector<std::int64_t>{1, 2}));
    const auto again = look({"a", "b"}, 3 * visit_gap_minutes + 1);
    ASSERT_TRUE(again) << "news stays for the visit";
    EXPECT_EQ(again->papers, std::vector<std::string>{"a"});
    EXPECT_EQ(last_look_at(*workspace_, "kp-9", "kp/m1").value()->papers.size(), 2U);
    EXPECT_FALSE(last_look_at(*workspace_, "kp-10", "kp/m1").value());
}

TEST_F(Reading, TheDeskSaysWhereTheVisitBeforeEnded) {
    const auto look = [&](std::int64_t position, std::int64_t minutes) {
        return look_at_desk(*workspace_, "kp-9", position, Instant{position},
                            Instant{minutes * minute_ms})
            .value();
    };
    EXPECT_FALSE(look(10, 0));
    ASSERT_TRUE(look(12, 10));
    EXPECT_EQ(look(13, 10)->position, 10) << "news stay for the visit";
    const auto next = look(20, 10 + visit_gap_minutes);
    ASSERT_TRUE(next) << "exactly the gap is another visit";
    EXPECT_EQ(next->position, 13);
    EXPECT_EQ(look(25, 11 + visit_gap_minutes)->position, 13);
}

TEST_F(Reading, TheOwnerErasesIt) {
    write(item_three, "Once");
    write(item_three, "Another's", 0, "page", "kp-10");
    ASSERT_TRUE(mark_paper(*workspace_, "kp-9", "kp/m1", {"aa"}, true, Instant{}));
    ASSERT_TRUE(erase_notes(*workspace_, "kp-9"));
    EXPECT_EQ(notes("kp-9"), 0U);
    EXPECT_EQ(papers_seen(*workspace_, "kp-9", "kp/m1").value().size(), 1U);
    ASSERT_TRUE(erase_reading(*workspace_, "kp-9"));
    EXPECT_TRUE(papers_seen(*workspace_, "kp-9", "kp/m1").value().empty());
    EXPECT_EQ(notes("kp-10"), 1U);
}

} // namespace
} // namespace quorate::partnership
