// Kills the process at every write of a scripted run, in several ways, and looks at what is left.
#include "fault_vfs.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/verify.hpp"
#include "samples.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quorate::ledger::test {
namespace {

// Batches of one and of many, entries smaller and larger than a page, and a log short enough to be
// folded in often.
const std::vector<std::uint64_t> batches = {1, 1, 3, 1, 7, 2, 1, 5, 1, 1};
constexpr std::size_t entry_sizes[] = {700, 900, 6000, 700};

std::vector<Sample> script_batch(std::uint64_t first, std::uint64_t count) {
    std::vector<Sample> out;
    for (auto position = first; position < first + count; ++position) {
        out.push_back(sample(position, entry_sizes[position % 4]));
    }
    return out;
}

sqlite::OpenOptions how(const std::string& vfs) {
    sqlite::OpenOptions options;
    options.mode = sqlite::OpenMode::create;
    options.vfs = vfs;
    options.wal_pages_max = 12;
    return options;
}

Result<std::unique_ptr<Ledger>> open(const std::string& path, const std::string& vfs) {
    auto store = sqlite::SqliteStore::open(path, how(vfs));
    return store ? Ledger::open(std::move(*store), sample_key()) : tl::unexpected(store.error());
}

/// The child: appends the batches, and tells the parent the size after each that was acknowledged.
[[noreturn]] void run_script(const std::string& path, Fault fault, int at, int acknowledged) {
    register_fault_vfs();
    arm_fault(fault, at);
    {
        auto ledger = open(path, fault_vfs_name);
        for (std::size_t i = 0; ledger && i < batches.size(); ++i) {
            const auto batch = script_batch((*ledger)->size(), batches[i]);
            if (!(*ledger)->append(records(batch))) {
                ::_exit(2);
            }
            const auto size = (*ledger)->size();
            if (::write(acknowledged, &size, sizeof size) != sizeof size) {
                ::_exit(3);
            }
        }
    } // closing writes too
    const std::uint64_t operations = static_cast<std::uint64_t>(fault_operations()) + 1'000'000;
    ::_exit(::write(acknowledged, &operations, sizeof operations) == sizeof operations ? 0 : 3);
}

struct Outcome {
    std::uint64_t acknowledged = 0;
    int operations = 0; // of the whole run; 0 when it was killed
    bool killed = false;
};

Outcome run_child(const std::string& path, Fault fault, int at) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        run_script(path, fault, at, ends[1]);
    }
    ::close(ends[1]);
    Outcome out;
    std::uint64_t number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) {
        if (number < 1'000'000) {
            out.acknowledged = number;
        } else {
            out.operations = static_cast<int>(number - 1'000'000);
        }
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    out.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    EXPECT_TRUE(out.killed || status == 0) << "status " << status;
    return out;
}

bool ends_a_batch(std::uint64_t size) {
    std::uint64_t sum = 0;
    for (const auto count : batches) {
        if (sum == size) {
            return true;
        }
        sum += count;
    }
    return sum == size;
}

/// What must be true after any death: nothing acknowledged is lost, no batch is half there, it
/// verifies, it goes on.
void check_what_is_left(const std::string& path, std::uint64_t acknowledged) {
    if (acknowledged > 0) {
        const auto report = verify_file(path);
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->good()) << report->text();
        EXPECT_GE(report->head.size, acknowledged);
    }
    {
        const auto ledger = open(path, "");
        ASSERT_TRUE(ledger) << ledger.error().text();
        const auto size = (*ledger)->size();
        EXPECT_GE(size, acknowledged);
        EXPECT_TRUE(ends_a_batch(size)) << size;
        std::uint64_t position = 0;
        for (const auto& expected : script_batch(0, size)) {
            EXPECT_EQ((*ledger)->store().read(position).value(), expected.bytes);
            EXPECT_EQ((*ledger)->store().find(expected.id).value(), position++);
        }
        const auto next = script_batch(size, 2);
        EXPECT_TRUE((*ledger)->append(records(next)));
    }
    const auto after = verify_file(path);
    ASSERT_TRUE(after) << after.error().text();
    EXPECT_TRUE(after->good()) << after->text();
    EXPECT_EQ(after->signed_size, after->head.size);
}

class CrashTest : public testing::TestWithParam<Fault> {};

INSTANTIATE_TEST_SUITE_P(Ways, CrashTest,
                         testing::Values(Fault::kill, Fault::torn_kill, Fault::power_loss,
                                         Fault::partial_power_loss),
                         [](const auto& fault) {
                             switch (fault.param) {
                             case Fault::kill:
                                 return "Kill";
                             case Fault::torn_kill:
                                 return "TornWrite";
                             case Fault::power_loss:
                                 return "PowerLoss";
                             default:
                                 return "PartialPowerLoss";
                             }
                         });

TEST_P(CrashTest, NothingAcknowledgedIsLostAtAnyWrite) {
    const TemporaryFolder folder;
    const auto whole = run_child(folder.file("whole.db"), Fault::none, 0);
    ASSERT_GT(whole.operations, 60) << "the script should write more than this";
    ASSERT_TRUE(ends_a_batch(whole.acknowledged));
    for (int at = 1; at <= whole.operations && !HasFailure(); ++at) {
        SCOPED_TRACE("operation " + std::to_string(at) + " of " + std::to_string(whole.operations));
        const auto path = folder.file("ledger.db");
        const auto outcome = run_child(path, GetParam(), at);
        ASSERT_TRUE(outcome.killed);
        check_what_is_left(path, outcome.acknowledged);
        for (const auto* end : {"", "-wal", "-shm", "-journal"}) {
            std::filesystem::remove(path + end);
        }
    }
}

/// Without syncing, acknowledged entries would be lost: shows that the power loss above really
/// loses things.
TEST(CrashTestItself, LosesWhatWasNotSynced) {
    const TemporaryFolder folder;
    const auto outcome = run_child(folder.file("a.db"), Fault::power_loss, 1);
    ASSERT_TRUE(outcome.killed);
    EXPECT_EQ(outcome.acknowledged, 0U);
    EXPECT_EQ(std::filesystem::file_size(folder.file("a.db")), 0U);
}

} // namespace
} // namespace quorate::ledger::test
