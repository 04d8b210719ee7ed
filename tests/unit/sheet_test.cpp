// The sheet of meeting day: provisional acts are ruled on as if recorded, leave no trace when taken
// back, and enter the record once, with the same rulings, whatever happens on the way.

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "partnership/examples.hpp"
#include "partnership/record.hpp"
#include "partnership/scenario/player.hpp"
#include "partnership/workspace/sheet.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using governance::Submission;
using governance::Verdict;

constexpr const char* meeting = "kp/m1";

Submission act(const Partnership& partnership, const std::string& name, const std::string& fields,
               const std::string& at, const std::string& made_by = "servicing") {
    const auto when = base::parse_when(at, partnership.zone()).value();
    static int count = 0;
    const auto id = scenario::derived_id("sheet " + name, ++count, when);
    const auto json = "{\"id\": \"" + id.value + "\", \"act\": \"" + name + "\", \"fields\": {" +
                      fields + "}, \"made_by\": \"" + made_by + "\", \"evidence\": \"room\", " +
                      "\"recorded_by\": \"servicing\", \"effective\": \"" + at + "\"}";
    const auto parsed = base::parse_json(json);
    EXPECT_TRUE(parsed) << json;
    auto out =
        governance::decode_submission(parsed->get_object(), {partnership.zone(), false}, when);
    EXPECT_TRUE(out) << out.error().text();
    return *out;
}

std::string in_meeting(const std::string& more = {}) {
    return "\"meeting\": \"kp/m1\"" + (more.empty() ? "" : ", " + more);
}

/// The Kent rehearsal on disk with a meeting called, copied afresh for each test.
class SheetTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        root() =
            (fs::temp_directory_path() / ("quorate-sheet-" + std::to_string(::getpid()))).string();
        fs::create_directories(root());
        const auto made = make_example(QUORATE_SOURCE_DIR, "kent-rehearsal", root() + "/start");
        ASSERT_TRUE(made) << made.error().text();
    }
    static void TearDownTestSuite() { fs::remove_all(root()); }

    void SetUp() override {
        folder_ = root() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::copy(root() + "/start", folder_, fs::copy_options::recursive);
        open();
        record("convene-meeting", in_meeting("\"at\": \"2008-07-01T10:00\""), "2008-06-02T09:00");
        record("notify-item", in_meeting("\"item\": 4, \"title\": \"A shared training centre\""),
               "2008-06-03T09:00");
    }
    void open() {
        partnership_.reset();
        FolderOptions options;
        options.clock_of_the_record = true;
        auto opened = Partnership::open(folder_, options);
        ASSERT_TRUE(opened) << opened.error().text();
        partnership_ = std::move(*opened);
    }
    void record(const std::string& name, const std::string& fields, const std::string& at) {
        const auto receipt = partnership_->submit(act(*partnership_, name, fields, at));
        ASSERT_TRUE(receipt);
        ASSERT_EQ(receipt->ruling.verdict, Verdict::permitted)
            << governance::headline(receipt->ruling);
    }
    std::int64_t add(const std::string& name, const std::string& more, const std::string& at,
                     const std::string& made_by = "servicing") {
        const auto number = add_line(*partnership_, meeting,
                                     act(*partnership_, name, in_meeting(more), at, made_by));
        EXPECT_TRUE(number) << number.error().text();
        return number.value_or(0);
    }
    /// Arrival, opening, the chair, an outcome that is refused, a motion, a vote.
    void fill() {
        add("record-arrival", "\"seats\": \"1-6,8-20\"", "2008-07-01T09:50");
        add("open-meeting", "", "2008-07-01T10:00");
        add("preside", "\"seat\": \"8\"", "2008-07-01T10:01", "vice-chair");
        add("declare-outcome", "\"item\": 4, \"outcome\": \"carried\", \"by\": \"consensus\"",
            "2008-07-01T10:05", "presiding");
        add("record-arrival", "\"seats\": \"21-23\"", "2008-07-01T10:20");
        add("take-item", "\"item\": 4", "2008-07-01T10:30");
        add("move-motion", "\"item\": 4, \"seat\": 9, \"words\": \"That the centre be shared\"",
            "2008-07-01T10:40", "seat:kp/9");
        add("take-vote", "\"item\": 4, \"for\": 12, \"against\": 6, \"abstain\": 4",
            "2008-07-01T10:50", "presiding");
        add("declare-outcome",
            "\"item\": 4, \"outcome\": \"carried\", \"by\": \"vote\", \"words\": \"Shared.\"",
            "2008-07-01T10:51", "presiding");
    }
    std::vector<std::string> rulings(const std::vector<ForeseenLine>& lines) {
        std::vector<std::string> out;
        for (const auto& line : lines) {
            out.push_back(base::canonical(
                ruling_json(line.ruling, governance::subject_of(line.submission.act))));
        }
        return out;
    }
    std::vector<std::string> rulings_from(std::int64_t position) {
        std::vector<std::string> out;
        for (; position < partnership_->state()->size; ++position) {
            const auto entry = partnership_->entry(position);
            EXPECT_TRUE(entry);
            out.push_back(base::canonical(
                ruling_json(entry->ruling, governance::subject_of(entry->submission.act))));
        }
        return out;
    }
    static std::string& root() {
        static std::string held;
        return held;
    }

    std::string folder_;
    std::unique_ptr<Partnership> partnership_;
};

TEST_F(SheetTest, ASubmissionIsReadAsItWasWritten) {
    const auto written = act(*partnership_, "move-motion",
                             in_meeting("\"item\": 4, \"seat\": 9, \"words\": \"That it be so\""),
                             "2008-07-01T10:40", "seat:kp/9");
    const auto read = parse_submission(encode_submission(written), partnership_->zone());
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(encode_submission(*read), encode_submission(written));
    EXPECT_EQ(std::get<governance::acts::MoveMotion>(read->act).words.words, "That it be so");
    EXPECT_FALSE(parse_submission("not a line", partnership_->zone()));
}

TEST_F(SheetTest, LinesAreRuledOnOneAfterAnotherAndNothingIsRecorded) {
    const auto before = partnership_->state()->size;
    fill();
    const auto sheet = foresee_sheet(*partnership_, meeting);
    ASSERT_TRUE(sheet) << sheet.error().text();
    ASSERT_EQ(sheet->lines.size(), 9U);
    EXPECT_NE(sheet->lines[0].ruling.reason(governance::Code::inquorate), nullptr);
    EXPECT_EQ(sheet->lines[3].ruling.verdict, Verdict::refused);
    EXPECT_NE(sheet->lines[4].ruling.reason(governance::Code::quorate), nullptr);
    EXPECT_EQ(sheet->lines[8].ruling.verdict, Verdict::permitted);
    EXPECT_EQ(sheet->snapshot->state.decisions.size(), 1U);
    EXPECT_EQ(partnership_->state()->size, before);
    EXPECT_EQ(partnership_->state()->decisions.size(), 0U);
}

TEST_F(SheetTest, EnteringGivesTheSameRulingsAndKeepsTheWords) {
    fill();
    const auto sheet = foresee_sheet(*partnership_, meeting);
    const auto before = partnership_->state()->size;
    const auto receipts = enter_sheet(*partnership_, meeting);
    ASSERT_TRUE(receipts) << receipts.error().text();
    EXPECT_EQ(receipts->size(), 9U);
    EXPECT_EQ(rulings_from(before), rulings(sheet->lines));
    const auto refused = partnership_->entry(before + 3);
    EXPECT_EQ(refused->ruling.verdict, Verdict::refused);
    const auto moved = partnership_->entry(before + 6);
    const auto& words = std::get<governance::acts::MoveMotion>(moved->submission.act).words;
    EXPECT_TRUE(words.digest);
    EXPECT_EQ(partnership_->words(words).value().value(), "That the centre be shared");
    EXPECT_TRUE(foresee_sheet(*partnership_, meeting)->lines.empty());
    EXPECT_TRUE(enter_sheet(*partnership_, meeting)->empty());
}

TEST_F(SheetTest, ALineTakenBackLeavesNoTraceAndTheRestIsRuledOnAgain) {
    fill();
    const auto before = foresee_sheet(*partnership_, meeting);
    EXPECT_TRUE(take_back_line(*partnership_, meeting, before->lines[4].number).value());
    EXPECT_FALSE(take_back_line(*partnership_, meeting, before->lines[4].number).value());
    const auto after = foresee_sheet(*partnership_, meeting);
    ASSERT_EQ(after->lines.size(), 8U);
    EXPECT_EQ(after->lines[7].ruling.verdict, Verdict::refused) << "three fewer are there";
    const auto size = partnership_->state()->size;
    ASSERT_TRUE(enter_sheet(*partnership_, meeting));
    EXPECT_EQ(partnership_->state()->size, size + 8);
    EXPECT_EQ(partnership_->state()->entries.find(before->lines[4].submission.id), nullptr);
}

TEST_F(SheetTest, TheNextLineIsForeseenAfterThoseOnTheSheet) {
    fill();
    const auto next = act(*partnership_, "record-departure", in_meeting("\"seats\": \"1-3\""),
                          "2008-07-01T11:00");
    const auto ruling = foresee_next(*partnership_, meeting, next);
    ASSERT_TRUE(ruling) << ruling.error().text();
    EXPECT_NE(ruling->reason(governance::Code::inquorate), nullptr);
    EXPECT_EQ(foresee_sheet(*partnership_, meeting)->lines.size(), 9U);
}

TEST_F(SheetTest, ADoublePressIsOneLine) {
    const auto line =
        act(*partnership_, "record-arrival", in_meeting("\"seats\": \"1-6\""), "2008-07-01T09:50");
    const auto first = add_line(*partnership_, meeting, line);
    EXPECT_EQ(add_line(*partnership_, meeting, line).value(), first.value());
    EXPECT_EQ(foresee_sheet(*partnership_, meeting)->lines.size(), 1U);
}

TEST_F(SheetTest, ALineTooLongForTheVaultIsNotTaken) {
    auto line = act(*partnership_, "record-discussion",
                    in_meeting("\"item\": 4, \"words\": \"Talk\""), "2008-07-01T10:50");
    std::get<governance::acts::RecordDiscussion>(line.act).words.words.assign(300 * 1024, 'x');
    EXPECT_FALSE(add_line(*partnership_, meeting, line));
}

TEST_F(SheetTest, ARestartKeepsTheSheet) {
    fill();
    const auto before = rulings(foresee_sheet(*partnership_, meeting)->lines);
    open();
    EXPECT_EQ(rulings(foresee_sheet(*partnership_, meeting)->lines), before);
}

TEST_F(SheetTest, ACrashBetweenTwoLinesAndEnteringAgainGiveTheSameRecord) {
    fill();
    const auto foreseen = rulings(foresee_sheet(*partnership_, meeting)->lines);
    const auto before = partnership_->state()->size;
    const auto lines = foresee_sheet(*partnership_, meeting)->lines;
    for (std::size_t entered = 0; entered <= lines.size(); ++entered) {
        // As a crash leaves it: the first lines are in the record, the last of them still on the
        // sheet.
        auto folder = folder_ + "-" + std::to_string(entered);
        partnership_.reset();
        fs::copy(folder_, folder, fs::copy_options::recursive);
        std::swap(folder_, folder);
        open();
        for (std::size_t i = 0; i < entered; ++i) {
            ASSERT_TRUE(partnership_->submit(lines[i].submission));
            if (i + 1 < entered) {
                ASSERT_TRUE(take_back_line(*partnership_, meeting, lines[i].number));
            }
        }
        open();
        const auto sheet = foresee_sheet(*partnership_, meeting);
        ASSERT_TRUE(sheet) << sheet.error().text();
        EXPECT_EQ(sheet->snapshot->state.decisions.size(), 1U);
        ASSERT_TRUE(enter_sheet(*partnership_, meeting));
        EXPECT_EQ(rulings_from(before), foreseen) << "after " << entered;
        std::swap(folder_, folder);
        open();
    }
}

} // namespace
} // namespace quorate::partnership
