// A full disk and a failing one: writing stops with a plain message, reading goes on, nothing
// acknowledged is lost.
#include "fault_vfs.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/verify.hpp"
#include "samples.hpp"

#include <filesystem>
#include <gtest/gtest.h>

namespace quorate::ledger::test {
namespace {

constexpr std::uint64_t entries_before = 4;

sqlite::OpenOptions how() {
    sqlite::OpenOptions options;
    options.mode = sqlite::OpenMode::create;
    options.vfs = fault_vfs_name;
    options.wal_pages_max = 8;
    return options;
}

class FaultTest : public testing::TestWithParam<Fault> {
protected:
    void SetUp() override { register_fault_vfs(); }
    void TearDown() override { arm_fault(Fault::none, 0); }

    std::unique_ptr<Ledger> fresh() {
        arm_fault(Fault::none, 0);
        for (const auto* end : {"", "-wal"}) {
            std::filesystem::remove(path + end);
        }
        auto ledger =
            Ledger::open(sqlite::SqliteStore::open(path, how()).value(), sample_key()).value();
        const auto batch = samples(0, entries_before);
        EXPECT_TRUE(ledger->append(records(batch)));
        return ledger;
    }
    /// Appends one by one until it fails or `count` are in; the size acknowledged.
    static std::uint64_t append_many(Ledger& ledger, std::uint64_t count, base::Failure& failure) {
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto next = samples(ledger.size(), 1, 2500);
            if (auto appended = ledger.append(records(next)); !appended) {
                failure = appended.error();
                break;
            }
        }
        return ledger.size();
    }
    void check_reading(Ledger& ledger, std::uint64_t size) {
        EXPECT_EQ(ledger.store().size(), size);
        std::uint64_t seen = 0;
        const auto visited =
            ledger.store().visit({}, [&](const StoredEntry& entry) -> Result<void> {
                EXPECT_EQ(leaf_hash(entry.bytes), entry.leaf);
                ++seen;
                return {};
            });
        EXPECT_TRUE(visited) << visited.error().text();
        EXPECT_EQ(seen, size);
        EXPECT_EQ(ledger.store().find(sample_id(1)).value(), 1U);
        EXPECT_TRUE(ledger.prove(size - 1));
    }

    TemporaryFolder folder;
    std::string path = folder.file("ledger.db");
};

INSTANTIATE_TEST_SUITE_P(Faults, FaultTest, testing::Values(Fault::disk_full, Fault::io_error),
                         [](const auto& fault) {
                             return fault.param == Fault::disk_full ? "DiskFull" : "IoError";
                         });

TEST_P(FaultTest, WritingStopsAndReadingGoesOn) {
    constexpr std::uint64_t more = 8;
    int failures = 0;
    for (int at = 1; at < 400; ++at) {
        SCOPED_TRACE("operation " + std::to_string(at));
        std::uint64_t acknowledged = 0;
        base::Failure failure;
        {
            const auto ledger = fresh();
            arm_fault(GetParam(), at);
            acknowledged = append_many(*ledger, more, failure);
            if (!fault_struck()) {
                EXPECT_GT(at, 20) << "too few operations for this to mean anything";
                break;
            }
            check_reading(*ledger, acknowledged);
            if (!failure.message.empty()) {
                ++failures;
                const std::string words =
                    GetParam() == Fault::disk_full
                        ? "the disk is full: nothing was written"
                        : "the disk failed while the ledger was being read or written";
                EXPECT_EQ(failure.message, words);
                // The disk works again, but nobody has looked at what happened.
                const auto next = samples(acknowledged, 1);
                const auto again = ledger->append(records(next));
                ASSERT_FALSE(again);
                EXPECT_EQ(again.error().message, words);
                EXPECT_EQ(ledger->store().stopped()->message, words);
                check_reading(*ledger, acknowledged);
            } else {
                // Folding the log into the file failed: that is tried again later and loses
                // nothing.
                EXPECT_EQ(acknowledged, entries_before + more);
            }
        }
        const auto report = verify_file(path);
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->good()) << report->text();
        EXPECT_GE(report->head.size, acknowledged);
    }
    EXPECT_GT(failures, 10);
}

TEST_P(FaultTest, ALedgerThatCannotBeMadeSaysSo) {
    for (int at = 1; at < 100; ++at) {
        SCOPED_TRACE("operation " + std::to_string(at));
        for (const auto* end : {"", "-wal", "-journal"}) {
            std::filesystem::remove(path + end);
        }
        arm_fault(GetParam(), at);
        const auto store = sqlite::SqliteStore::open(path, how());
        if (store && !fault_struck()) {
            EXPECT_GT(at, 3);
            return;
        }
        if (!store) {
            EXPECT_NE(store.error().message.find("disk"), std::string::npos)
                << store.error().text();
        }
        arm_fault(Fault::none, 0);
        if (!store) {
            EXPECT_TRUE(sqlite::SqliteStore::open(path, how())) << "it must work the next time";
        }
    }
    FAIL() << "never ran to the end";
}

} // namespace
} // namespace quorate::ledger::test
