// Kills the process at every write of a scripted run of a partnership, and looks at what is left:
// nothing acknowledged is lost, the replayed state is the one there was, and an id sent again gives
// the first receipt. Then a full and a failing disk.

#include "fault_vfs.hpp"
#include "ledger/verify.hpp"
#include "partnership/partnership.hpp"
#include "partnership/scenario/player.hpp"
#include "unit/state_dump.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using ledger::test::arm_fault;
using ledger::test::Fault;
using test::dump;

constexpr const char* vfs = ledger::test::fault_vfs_name;

/// Acts with and without texts, one of them refused.
constexpr const char* lines = R"(
2008-02-27T09:00 servicing establish-body body=kp name="The Partnership"
+1m servicing register-organisation organisation=kcc name="The County"
+1m servicing register-person person=p-1 name="A First Person"
+1m servicing create-seat body=kp number=1 organisation=kcc sector=public
+1m servicing appoint body=kp seat=1 person=p-1 reason="They were chosen"
+1m servicing create-seat body=kp number=1 organisation=kcc
+1m servicing register-person person=p-2 name="A Second Person with a longer name than the first"
+1m servicing create-seat body=kp number=2
+1m servicing appoint body=kp seat=2 person=p-2 reason="A reason, in words enough to fill some of a page of the vault"
+1m servicing vacate body=kp seat=1 reason="Left"
+1m servicing establish-body body=psb name="The Board"
)";

FolderOptions how(bool with_faults) {
    FolderOptions options;
    options.clock_of_the_record = true;
    options.vfs = with_faults ? vfs : "";
    options.wal_pages_max = 12;
    return options;
}

NewPartnership genesis() {
    NewPartnership out;
    out.partnership = "crash";
    out.recorded = base::parse_instant("2008-02-27T00:00:00Z").value();
    out.id = "01900000-0000-7000-8000-000000000000";
    return out;
}

const scenario::Document& script() {
    static const auto document = scenario::parse_line(lines, "crash").value();
    return document;
}

/// Plays the whole script; `acknowledged` is called with the number of acts that have a receipt.
bool play_script(const std::string& folder, std::unique_ptr<Partnership> partnership,
                 const std::function<void(std::uint64_t, const scenario::Outcome&)>& acknowledged,
                 bool with_faults, std::unique_ptr<Partnership>* after = nullptr) {
    CharterFiles files(".");
    scenario::Scene scene{std::move(partnership), files, folder, how(with_faults)};
    scenario::Player player(scene);
    std::uint64_t count = 0;
    for (const auto& line : script().steps) {
        const auto outcome = player.play(script(), line);
        if (!outcome || !outcome->position) {
            return false;
        }
        acknowledged(++count, *outcome);
    }
    if (after != nullptr) {
        *after = std::move(scene.partnership);
    }
    return true;
}

constexpr std::uint64_t operations_mark = 1'000'000;

/// The child: makes the partnership, plays the script, and tells the parent of each act that was
/// acknowledged.
[[noreturn]] void run_child_script(const std::string& folder, Fault fault, int at, int pipe_end) {
    ledger::test::register_fault_vfs();
    arm_fault(fault, at);
    const auto tell = [&](std::uint64_t number) {
        if (::write(pipe_end, &number, sizeof number) != sizeof number) {
            ::_exit(3);
        }
    };
    {
        auto made = Partnership::create(folder, genesis(), how(true));
        if (!made || !play_script(
                         folder, std::move(*made),
                         [&](std::uint64_t count, const auto&) { tell(count); }, true)) {
            ::_exit(2);
        }
    } // closing writes too
    tell(operations_mark + static_cast<std::uint64_t>(ledger::test::fault_operations()));
    ::_exit(0);
}

struct ChildRun {
    std::uint64_t acknowledged = 0;
    int operations = 0;
    bool killed = false;
};

ChildRun run_child(const std::string& folder, Fault fault, int at) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        run_child_script(folder, fault, at, ends[1]);
    }
    ::close(ends[1]);
    ChildRun out;
    std::uint64_t number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) {
        if (number < operations_mark) {
            out.acknowledged = number;
        } else {
            out.operations = static_cast<int>(number - operations_mark);
        }
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    out.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    EXPECT_TRUE(out.killed || status == 0) << "status " << status;
    return out;
}

/// A dump with the digests of texts left out: salts are random, so they differ from run to run.
std::string without_salts(const governance::State& state) {
    auto out = dump(state);
    for (std::size_t at = 0; at + 64 <= out.size(); ++at) {
        if (out.find_first_not_of("0123456789abcdef", at) >= at + 64) {
            out.replace(at, 64, "digest");
        }
    }
    return out;
}

class CrashTest : public testing::TestWithParam<Fault> {
protected:
    void SetUp() override { fs::create_directories(root); }
    void TearDown() override { fs::remove_all(root); }

    std::string root =
        (fs::temp_directory_path() / ("quorate-crash-" + std::to_string(::getpid()))).string();

    /// The script played without a fault.
    std::string expected_state() {
        std::unique_ptr<Partnership> after;
        EXPECT_TRUE(play_script(
            root + "/whole", Partnership::create(root + "/whole", genesis(), how(false)).value(),
            [](std::uint64_t, const auto&) {}, false, &after));
        return without_salts(*after->state());
    }

    /// Opens what a death left, sends the whole script again, and compares.
    void check_what_is_left(const std::string& folder, const ChildRun& run,
                            const std::string& expected) {
        auto opened = Partnership::open(folder, how(false));
        if (!opened) {
            // Only a partnership that was never finished may fail to open, and nothing was
            // acknowledged then.
            ASSERT_EQ(run.acknowledged, 0U) << opened.error().text();
            return;
        }
        const auto size = static_cast<std::uint64_t>((*opened)->state()->size);
        EXPECT_GE(size, run.acknowledged + 1);
        const auto replayed = (*opened)->state_at((*opened)->state()->size);
        ASSERT_TRUE(replayed);
        EXPECT_EQ(dump((*replayed)->state), dump(*(*opened)->state()));
        std::unique_ptr<Partnership> after;
        const bool played = play_script(
            folder, std::move(*opened),
            [&](std::uint64_t count, const scenario::Outcome& outcome) {
                EXPECT_EQ(outcome.position, static_cast<std::int64_t>(count))
                    << "an id sent again keeps its place";
                if (count < size) {
                    EXPECT_TRUE(outcome.ruling.has_value());
                }
            },
            false, &after);
        ASSERT_TRUE(played);
        EXPECT_EQ(without_salts(*after->state()), expected);
        const auto* person = after->state()->persons.find(governance::PersonId("p-1"));
        ASSERT_NE(person, nullptr);
        EXPECT_EQ(after->words(person->name).value(), "A First Person");
        after.reset();
        const auto report = ledger::verify_file(folder + "/ledger.db");
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->good()) << report->text();
    }
};

INSTANTIATE_TEST_SUITE_P(Ways, CrashTest,
                         testing::Values(Fault::kill, Fault::torn_kill, Fault::power_loss),
                         [](const auto& fault) {
                             return fault.param == Fault::kill        ? "Kill"
                                    : fault.param == Fault::torn_kill ? "TornWrite"
                                                                      : "PowerLoss";
                         });

TEST_P(CrashTest, NothingAcknowledgedIsLostAtAnyWrite) {
    const auto expected = expected_state();
    const auto whole = run_child(root + "/counted", Fault::none, 0);
    ASSERT_EQ(whole.acknowledged, script().steps.size());
    ASSERT_GT(whole.operations, 60);
    for (int at = 1; at <= whole.operations && !HasFailure(); ++at) {
        SCOPED_TRACE("operation " + std::to_string(at) + " of " + std::to_string(whole.operations));
        const auto folder = root + "/run";
        const auto run = run_child(folder, GetParam(), at);
        ASSERT_TRUE(run.killed);
        check_what_is_left(folder, run, expected);
        fs::remove_all(folder);
    }
}

class DiskTest : public CrashTest {
protected:
    void TearDown() override {
        arm_fault(Fault::none, 0);
        CrashTest::TearDown();
    }
};

INSTANTIATE_TEST_SUITE_P(Ways, DiskTest, testing::Values(Fault::disk_full, Fault::io_error),
                         [](const auto& fault) {
                             return fault.param == Fault::disk_full ? "DiskFull" : "Failing";
                         });

/// At whatever write the disk fails: that act is not acknowledged, writing stops and says so,
/// reading goes on, and once the disk is right a start picks up where it was.
TEST_P(DiskTest, WritingStopsReadingGoesOnAndALaterRunWorks) {
    const auto expected = expected_state();
    ledger::test::register_fault_vfs();
    const auto folder = root + "/run";
    int struck = 0;
    for (int at = 1; at <= 400 && !HasFailure(); ++at) {
        SCOPED_TRACE("operation " + std::to_string(at));
        arm_fault(Fault::none, 0);
        auto partnership = Partnership::create(folder, genesis(), how(true)).value();
        arm_fault(GetParam(), at);
        CharterFiles files(".");
        scenario::Scene scene{std::move(partnership), files, folder, how(true)};
        scenario::Player player(scene);
        std::int64_t acknowledged = 0;
        std::string message;
        for (const auto& line : script().steps) {
            const auto outcome = player.play(script(), line).value();
            if (!outcome.position) {
                message = outcome.message;
                break;
            }
            ++acknowledged;
        }
        if (message.empty()) { // the fault did not strike, or struck where it did no harm
            arm_fault(Fault::none, 0);
            fs::remove_all(folder);
            if (struck > 0 && at > 300) {
                break;
            }
            continue;
        }
        ++struck;
        EXPECT_NE(message.find("nothing can be recorded at the moment"), std::string::npos)
            << message;
        EXPECT_FALSE(scene.partnership->health().writing);
        EXPECT_EQ(scene.partnership->state()->size, acknowledged + 1);
        for (std::int64_t position = 0; position <= acknowledged; ++position) {
            EXPECT_TRUE(scene.partnership->entry(position));
        }
        const auto more = player.play(script(), script().steps.back()).value();
        EXPECT_FALSE(more.position) << "writing stays stopped";
        arm_fault(Fault::none, 0);
        scene.partnership.reset();
        check_what_is_left(folder, {static_cast<std::uint64_t>(acknowledged), 0, true}, expected);
        fs::remove_all(folder);
    }
    EXPECT_GT(struck, 10);
}

} // namespace
} // namespace quorate::partnership
