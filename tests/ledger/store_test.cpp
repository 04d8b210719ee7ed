// One suite for every store: what the port promises, whoever keeps the entries.
#include "ledger/memory/memory_store.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "samples.hpp"

#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace quorate::ledger {
namespace {

using memory::MemoryStore;
using sqlite::OpenMode;
using sqlite::OpenOptions;
using sqlite::SqliteStore;
using test::new_entries;
using test::sample;
using test::samples;

enum class Kind { memory, sqlite };

class StoreTest : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override { open(); }
    void open() {
        store.reset();
        if (GetParam() == Kind::memory) {
            store = std::make_unique<MemoryStore>();
            return;
        }
        OpenOptions options;
        options.mode = OpenMode::create;
        auto opened = SqliteStore::open(folder.file("ledger.db"), options);
        ASSERT_TRUE(opened) << opened.error().text();
        store = std::move(*opened);
    }
    Result<void> append(std::uint64_t first, std::uint64_t count,
                        std::string_view checkpoint = {}) {
        const auto batch = samples(first, count);
        return store->append(first, new_entries(batch), checkpoint);
    }

    test::TemporaryFolder folder;
    std::unique_ptr<Store> store;
};

INSTANTIATE_TEST_SUITE_P(Stores, StoreTest, testing::Values(Kind::memory, Kind::sqlite),
                         [](const auto& kind) {
                             return kind.param == Kind::memory ? "Memory" : "Sqlite";
                         });

TEST_P(StoreTest, BeginsEmpty) {
    EXPECT_EQ(store->size(), 0U);
    EXPECT_FALSE(store->read(0));
    EXPECT_EQ(store->find(test::sample_id(0)).value(), std::nullopt);
    EXPECT_FALSE(store->checkpoint().value());
    EXPECT_TRUE(store->leaves({0, 0}).value().empty());
    EXPECT_TRUE(store->visit(
        {}, [](const StoredEntry&) -> Result<void> { return base::fail("", "called"); }));
}

TEST_P(StoreTest, GivesBackWhatWasAppended) {
    ASSERT_TRUE(append(0, 1, "note 1\n"));
    ASSERT_TRUE(append(1, 3));
    ASSERT_TRUE(append(4, 2, "note 6\n"));
    EXPECT_EQ(store->size(), 6U);
    std::uint64_t next = 0;
    ASSERT_TRUE(store->visit({}, [&](const StoredEntry& entry) -> Result<void> {
        const auto expected = sample(next);
        EXPECT_EQ(entry.position, next++);
        EXPECT_EQ(entry.id, expected.id);
        EXPECT_EQ(entry.bytes, expected.bytes);
        EXPECT_EQ(entry.leaf, leaf_hash(expected.bytes));
        EXPECT_EQ(entry.checkpoint, entry.position == 0   ? "note 1\n"
                                    : entry.position == 5 ? "note 6\n"
                                                          : "");
        return {};
    }));
    EXPECT_EQ(next, 6U);
    for (std::uint64_t position = 0; position < 6; ++position) {
        EXPECT_EQ(store->read(position).value(), sample(position).bytes);
        EXPECT_EQ(store->find(test::sample_id(position)).value(), position);
    }
    const auto beyond = store->read(6);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().message, "there is no entry 6: the record has 6");
}

TEST_P(StoreTest, VisitsARangeAndStopsWhenTold) {
    ASSERT_TRUE(append(0, 1500));
    std::vector<std::uint64_t> seen;
    const auto note = [&](const StoredEntry& entry) -> Result<void> {
        seen.push_back(entry.position);
        return {};
    };
    ASSERT_TRUE(store->visit({700, 1400}, note));
    EXPECT_EQ(seen.size(), 700U);
    EXPECT_EQ(seen.front(), 700U);
    EXPECT_EQ(seen.back(), 1399U);
    seen.clear();
    ASSERT_TRUE(store->visit({1498, 9999}, note));
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{1498, 1499}));
    seen.clear();
    ASSERT_TRUE(store->visit({2000, 9999}, note));
    EXPECT_TRUE(seen.empty());
    const auto stopped = store->visit({}, [](const StoredEntry& entry) -> Result<void> {
        return entry.position == 600 ? base::fail("here", "enough") : Result<void>{};
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().where, "here");
}

TEST_P(StoreTest, GivesLeafHashes) {
    ASSERT_TRUE(append(0, 10));
    const auto leaves = store->leaves({3, 7}).value();
    ASSERT_EQ(leaves.size(), 4U);
    EXPECT_EQ(leaves[0], leaf_hash(sample(3).bytes));
    EXPECT_FALSE(store->leaves({3, 11}));
}

TEST_P(StoreTest, FindsTheNewestCheckpoint) {
    ASSERT_TRUE(append(0, 1, "one"));
    ASSERT_TRUE(append(1, 4, "five"));
    ASSERT_TRUE(append(5, 2));
    EXPECT_EQ(store->checkpoint().value()->note, "five");
    EXPECT_EQ(store->checkpoint().value()->size, 5U);
    EXPECT_EQ(store->checkpoint(4).value()->note, "one");
    EXPECT_EQ(store->checkpoint(1).value()->size, 1U);
    EXPECT_FALSE(store->checkpoint(0).value());
}

TEST_P(StoreTest, RefusesAnIdTwiceAndWritesNothingOfTheBatch) {
    ASSERT_TRUE(append(0, 3));
    auto batch = samples(3, 2);
    batch[1].id = test::sample_id(1);
    const auto taken = store->append(3, new_entries(batch), {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().message,
              "an entry with the id " + test::sample_id(1) + " is already recorded");
    batch[1].id = batch[0].id;
    EXPECT_FALSE(store->append(3, new_entries(batch), {}));
    EXPECT_EQ(store->size(), 3U);
    EXPECT_EQ(store->find(test::sample_id(3)).value(), std::nullopt);
    EXPECT_FALSE(store->stopped());
    EXPECT_TRUE(append(3, 2)) << "a refused batch must not stop writing";
    EXPECT_EQ(store->size(), 5U);
}

TEST_P(StoreTest, RefusesAWriterThatLostTheRace) {
    ASSERT_TRUE(append(0, 3));
    for (const std::uint64_t first : {0U, 2U, 4U}) {
        const auto batch = samples(10, 1);
        EXPECT_FALSE(store->append(first, new_entries(batch), {})) << first;
    }
    EXPECT_EQ(store->size(), 3U);
}

TEST_P(StoreTest, HasLimits) {
    EXPECT_FALSE(store->append(0, {}, {}));
    const std::string large(entry_bytes_max + 1, 'x');
    const NewEntry entry{"id", large, leaf_hash(large)};
    EXPECT_FALSE(store->append(0, {&entry, 1}, {}));
    const std::string whole(entry_bytes_max, 'x');
    const NewEntry fits{"id", whole, leaf_hash(whole)};
    EXPECT_TRUE(store->append(0, {&fits, 1}, {}));
    EXPECT_EQ(store->read(0).value(), whole);
    const NewEntry nameless{"", "x", leaf_hash("x")};
    EXPECT_FALSE(store->append(1, {&nameless, 1}, {}));
    const std::vector<NewEntry> many(batch_entries_max + 1, NewEntry{"id2", "x", leaf_hash("x")});
    EXPECT_FALSE(store->append(1, many, {}));
}

TEST_P(StoreTest, IsReadByOthersWhileOneWrites) {
    ASSERT_TRUE(append(0, 1));
    std::thread reader([&] {
        for (int round = 0; round < 50; ++round) {
            std::uint64_t seen = 0;
            EXPECT_TRUE(store->visit({}, [&](const StoredEntry&) -> Result<void> {
                ++seen;
                return {};
            }));
            EXPECT_LE(seen, store->size());
        }
    });
    for (std::uint64_t position = 1; position < 40; ++position) {
        EXPECT_TRUE(append(position, 1));
    }
    reader.join();
    EXPECT_EQ(store->size(), 40U);
}

TEST(MemoryStoreTest, IsCopied) {
    MemoryStore store;
    const auto first = samples(0, 2);
    ASSERT_TRUE(store.append(0, new_entries(first), {}));
    const auto copy = store.copy();
    const auto second = samples(2, 1);
    ASSERT_TRUE(copy->append(2, new_entries(second), {}));
    EXPECT_EQ(store.size(), 2U);
    EXPECT_EQ(copy->size(), 3U);
    EXPECT_EQ(store.find(test::sample_id(2)).value(), std::nullopt);
    EXPECT_EQ(copy->find(test::sample_id(1)).value(), 1U);
}

class SqliteFileTest : public testing::Test {
protected:
    Result<std::unique_ptr<SqliteStore>> open(OpenMode mode) {
        OpenOptions options;
        options.mode = mode;
        return SqliteStore::open(path, options);
    }
    void fill(std::uint64_t count) {
        const auto batch = samples(0, count);
        ASSERT_TRUE(open(OpenMode::create).value()->append(0, new_entries(batch), "note"));
    }
    int run_sql(const char* sql) {
        sqlite3* database = nullptr;
        sqlite3_open(path.c_str(), &database);
        const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
        sqlite3_close(database);
        return code;
    }

    test::TemporaryFolder folder;
    std::string path = folder.file("ledger.db");
};

TEST_F(SqliteFileTest, KeepsEntriesBetweenOpenings) {
    fill(5);
    EXPECT_FALSE(std::filesystem::exists(path + "-wal")) << "a closed ledger is one file";
    const auto again = open(OpenMode::existing).value();
    EXPECT_EQ(again->size(), 5U);
    EXPECT_EQ(again->read(4).value(), sample(4).bytes);
    EXPECT_EQ(again->checkpoint(~0ULL).value()->note, "note");
    EXPECT_TRUE(again->damage().value().empty());
}

TEST_F(SqliteFileTest, CanBeReadWithCommonTools) {
    fill(3);
    const auto command =
        "cd " + folder.path() +
        " && sqlite3 ledger.db \"SELECT writefile('2.json', bytes) FROM entry WHERE position = 2\" "
        "> out"
        " && (printf '\\000'; cat 2.json) | sha256sum | cut -c1-64 > by-hand"
        " && sqlite3 ledger.db \"SELECT lower(hex(leaf)) FROM entry WHERE position = 2\" > stored"
        " && cmp by-hand stored";
    if (std::system("command -v sqlite3 > /dev/null") != 0) {
        FAIL() << "the sqlite3 command is needed: apt-get install sqlite3";
    }
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(test::read_all(folder.file("2.json")), sample(2).bytes);
    EXPECT_EQ(test::read_all(folder.file("stored")), base::hex(leaf_hash(sample(2).bytes)) + "\n");
}

TEST_F(SqliteFileTest, RefusesChangesMadeWithOtherTools) {
    fill(3);
    EXPECT_NE(run_sql("UPDATE entry SET bytes = 'x' WHERE position = 1"), SQLITE_OK);
    EXPECT_NE(run_sql("DELETE FROM entry WHERE position = 2"), SQLITE_OK);
    EXPECT_NE(run_sql("INSERT OR REPLACE INTO entry VALUES (1, 'x', zeroblob(32), 'x', NULL)"),
              SQLITE_OK);
    EXPECT_NE(run_sql("INSERT OR REPLACE INTO entry SELECT 3, id, leaf, bytes, NULL FROM entry "
                      "WHERE position = 1"),
              SQLITE_OK);
    EXPECT_NE(run_sql("INSERT INTO entry VALUES (5, 'x', zeroblob(32), 'x', NULL)"), SQLITE_OK);
    EXPECT_NE(run_sql("INSERT INTO entry VALUES (3, 'x', zeroblob(31), 'x', NULL)"), SQLITE_OK);
    EXPECT_EQ(open(OpenMode::existing).value()->size(), 3U);
}

TEST_F(SqliteFileTest, IsHeldByOneProcess) {
    const auto mine = open(OpenMode::create).value();
    const auto child = ::fork();
    if (child == 0) {
        OpenOptions options;
        const auto theirs = SqliteStore::open(path, options);
        const bool refused =
            !theirs && theirs.error().message == "another program has this ledger open";
        ::_exit(refused ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    const auto twice = open(OpenMode::existing);
    EXPECT_FALSE(twice);
}

TEST_F(SqliteFileTest, TellsWhatIsWrongWithAFile) {
    EXPECT_EQ(open(OpenMode::existing).error().message, "the ledger file cannot be opened");
    test::write_all_bytes(path, "");
    EXPECT_EQ(open(OpenMode::existing).error().message,
              "the file is empty: there is no ledger in it");
    test::write_all_bytes(path, std::string(5000, 'x'));
    EXPECT_EQ(open(OpenMode::create).error().message, "this file is not a ledger");
    EXPECT_EQ(test::read_all(path), std::string(5000, 'x'));
}

TEST_F(SqliteFileTest, LeavesFilesOfOtherProgramsAlone) {
    ASSERT_EQ(run_sql("CREATE TABLE other (x); INSERT INTO other VALUES (1)"), SQLITE_OK);
    const auto before = test::read_all(path);
    EXPECT_EQ(open(OpenMode::create).error().message, "this file is not a ledger");
    EXPECT_EQ(test::read_all(path), before);
}

TEST_F(SqliteFileTest, RefusesANewerFormat) {
    fill(1);
    ASSERT_EQ(run_sql("PRAGMA user_version = 2"), SQLITE_OK);
    const auto opened = open(OpenMode::existing);
    ASSERT_FALSE(opened);
    EXPECT_NE(
        opened.error().message.find("a newer version of the program wrote this ledger (format 2"),
        std::string::npos);
}

TEST_F(SqliteFileTest, ReadsWithoutChangingTheFileOrItsFolder) {
    fill(4);
    const auto before = test::read_all(path);
    {
        const auto store = open(OpenMode::read_only).value();
        EXPECT_EQ(store->size(), 4U);
        const auto batch = samples(4, 1);
        EXPECT_EQ(store->append(4, new_entries(batch), {}).error().message,
                  "the ledger was opened for reading only");
    }
    EXPECT_EQ(test::read_all(path), before);
    const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    EXPECT_EQ(files, 1);
}

TEST_F(SqliteFileTest, OpensPathsWithOddCharacters) {
    path = folder.file("a %41?b#c &d=e.db");
    fill(2);
    EXPECT_TRUE(std::filesystem::exists(path));
    EXPECT_EQ(open(OpenMode::read_only).value()->size(), 2U);
}

} // namespace
} // namespace quorate::ledger
