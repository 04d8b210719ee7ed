// Changes every byte of a small ledger on disk, one at a time.
#include "ledger/ledger.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/verify.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace quorate::ledger::test {
namespace {

constexpr std::uint64_t entries = 6;

class CorruptionTest : public testing::Test {
protected:
    void SetUp() override {
        sqlite::OpenOptions options;
        options.mode = sqlite::OpenMode::create;
        auto ledger =
            Ledger::open(sqlite::SqliteStore::open(path, options).value(), sample_key()).value();
        std::uint64_t first = 0;
        for (const std::uint64_t count : {1U, 2U, 3U}) {
            const auto batch = samples(first, count, 400);
            ASSERT_TRUE(ledger->append(records(batch)));
            first += count;
        }
        ledger.reset();
        whole = read_all(path);
        write_all_bytes(changed_path, whole);
        ASSERT_TRUE(verify_file(path)->good());
    }

    /// Everything the file says, in a form to compare; empty when it cannot be read.
    static std::string contents(const std::string& file) {
        sqlite::OpenOptions options;
        options.mode = sqlite::OpenMode::read_only;
        const auto store = sqlite::SqliteStore::open(file, options);
        std::string out;
        if (store) {
            const auto visited = (*store)->visit({}, [&](const StoredEntry& entry) -> Result<void> {
                out += std::to_string(entry.position) + "|" + std::string(entry.id) + "|" +
                       std::string(entry.bytes) + "|" + base::hex(entry.leaf) + "|" +
                       std::string(entry.checkpoint) + "\n";
                return {};
            });
            out = visited ? out : "";
        }
        return out;
    }

    TemporaryFolder folder;
    std::string path = folder.file("ledger.db");
    std::string changed_path =
        folder.file("changed.db"); // a copy, put right again after each change
    std::string whole;
};

TEST_F(CorruptionTest, AnyByteOfAnEntryOrLeafChangedOnDiskNamesThatEntry) {
    const auto check = [&](std::size_t at, std::uint64_t position, const char* words) {
        change_file(changed_path, at,
                    std::string(1, static_cast<char>(whole[at] ^ (1 << (at % 8)))));
        const auto report = verify_file(changed_path);
        change_file(changed_path, at, whole.substr(at, 1));
        ASSERT_TRUE(report) << report.error().text();
        ASSERT_TRUE(report->first_bad) << report->text();
        ASSERT_EQ(report->first_bad->position, position) << report->text();
        if (position > 0) { // the key to blame with is in the genesis itself
            EXPECT_NE(report->first_bad->what.find(words), std::string::npos) << report->text();
        }
    };
    for (std::uint64_t position = 0; position < entries; ++position) {
        const auto bytes = sample(position, 400).bytes;
        const auto start = whole.find(bytes);
        ASSERT_NE(start, std::string::npos);
        for (std::size_t i = 0; i < bytes.size() && !HasFatalFailure(); ++i) {
            check(start + i, position, "its bytes have been changed");
        }
        const auto leaf = whole.find(base::as_bytes(leaf_hash(bytes)));
        ASSERT_NE(leaf, std::string::npos);
        for (std::size_t i = 0; i < 32 && !HasFatalFailure(); ++i) {
            check(leaf + i, position, "its leaf hash has been changed");
        }
    }
}

TEST_F(CorruptionTest, AnyByteOfAnEntryChangedThroughSqlNamesThatEntry) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    const auto run = [&](const std::string& sql) {
        ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
    };
    run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; DROP TRIGGER entry_is_never_changed");
    for (std::uint64_t position = 0; position < entries; ++position) {
        const auto bytes = sample(position, 400).bytes;
        const auto where = " WHERE position = " + std::to_string(position);
        const auto put = [&](const std::string& text) {
            sqlite3_stmt* statement = nullptr;
            sqlite3_prepare_v2(database, ("UPDATE entry SET bytes = ?" + where).c_str(), -1,
                               &statement, nullptr);
            sqlite3_bind_text64(statement, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
            ASSERT_EQ(sqlite3_step(statement), SQLITE_DONE);
            sqlite3_finalize(statement);
        };
        for (std::size_t i = 0; i < bytes.size() && !HasFatalFailure(); i += 7) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] == 'x' ? 'y' : 'x');
            put(changed);
            const auto report = verify_file(path);
            ASSERT_TRUE(report) << report.error().text();
            ASSERT_TRUE(report->first_bad);
            ASSERT_EQ(report->first_bad->position, position) << report->text();
        }
        put(bytes);
        run("UPDATE entry SET leaf = zeroblob(32)" + where);
        EXPECT_EQ(verify_file(path)->first_bad->position, position);
        run("UPDATE entry SET leaf = x'" + base::hex(leaf_hash(bytes)) + "'" + where);
        run("UPDATE entry SET id = 'other'" + where);
        EXPECT_EQ(verify_file(path)->first_bad->position, position);
        run("UPDATE entry SET id = '" + sample_id(position) + "'" + where);
        EXPECT_FALSE(verify_file(path)->first_bad);
    }
    run("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE position = 3");
    sqlite3_close(database);
    EXPECT_EQ(verify_file(path)->first_bad->position, 3U);
}

/// Damage anywhere in the file: reported, or it changes nothing the record says. Never a crash.
TEST_F(CorruptionTest, AnyByteOfTheFileChangedIsReportedOrMeansNothing) {
    const auto before = contents(path);
    ASSERT_FALSE(before.empty());
    int reported = 0;
    for (std::size_t at = 0; at < whole.size() && !HasFailure(); ++at) {
        change_file(changed_path, at,
                    std::string(1, static_cast<char>(whole[at] ^ (at % 2 == 0 ? 0xff : 0x01))));
        const auto report = verify_file(changed_path);
        if (!report || !report->good()) {
            ++reported;
        } else {
            EXPECT_EQ(contents(changed_path), before) << "byte " << at;
        }
        change_file(changed_path, at, whole.substr(at, 1));
    }
    EXPECT_GT(reported, 3000);
}

TEST_F(CorruptionTest, AFileCutShortIsReported) {
    const auto cut_path = folder.file("cut.db");
    for (std::size_t size = 0; size < whole.size(); size += 256) {
        write_all_bytes(cut_path, whole.substr(0, size));
        const auto report = verify_file(cut_path);
        EXPECT_TRUE(!report || !report->good()) << size;
    }
}

TEST_F(CorruptionTest, BlocksOfTheFileOverwrittenAreReported) {
    for (const char fill : {'\0', '\xff', 'x'}) {
        for (std::size_t at = 0; at + 512 <= whole.size(); at += 512) {
            change_file(changed_path, at, std::string(512, fill));
            const auto report = verify_file(changed_path);
            if (report && report->good()) {
                EXPECT_EQ(contents(changed_path), contents(path)) << at;
            }
            change_file(changed_path, at, whole.substr(at, 512));
        }
    }
}

} // namespace
} // namespace quorate::ledger::test
