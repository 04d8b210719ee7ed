#include "ledger/ledger.hpp"
#include "ledger/memory/memory_store.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>

namespace quorate::ledger {
namespace {

using test::records;
using test::samples;

std::unique_ptr<Ledger> memory_ledger(bool with_key = true) {
    auto key = with_key ? std::optional(test::sample_key()) : std::nullopt;
    return Ledger::open(std::make_unique<memory::MemoryStore>(), std::move(key)).value();
}

TEST(Ledger, SignsEveryBatch) {
    const auto ledger = memory_ledger();
    EXPECT_EQ(ledger->checkpoint(), "");
    std::uint64_t size = 0;
    for (const std::uint64_t count : {1U, 4U, 2U}) {
        const auto batch = samples(size, count);
        ASSERT_TRUE(ledger->append(records(batch)));
        size += count;
        const auto note = open_checkpoint(ledger->checkpoint(), *ledger->verifier());
        ASSERT_TRUE(note) << note.error().text();
        EXPECT_EQ(note->size, size);
        EXPECT_EQ(note->root, ledger->head().root);
        EXPECT_EQ(ledger->store().checkpoint().value()->note, ledger->checkpoint());
    }
}

TEST(Ledger, ProvesEveryEntryAndEveryOlderSize) {
    const auto ledger = memory_ledger();
    const auto batch = samples(0, 20);
    std::vector<TreeHead> heads{ledger->head()};
    for (const auto& sample : batch) {
        const Record record{sample.id, sample.bytes};
        ASSERT_TRUE(ledger->append({&record, 1}));
        heads.push_back(ledger->head());
    }
    for (std::uint64_t position = 0; position < 20; ++position) {
        const auto proof = ledger->prove(position).value();
        EXPECT_EQ(proof.bytes, batch[position].bytes);
        EXPECT_EQ(proof.checkpoint, ledger->checkpoint());
        EXPECT_TRUE(
            inclusion_holds(leaf_hash(proof.bytes), {position, 20}, proof.path, proof.head.root));
    }
    for (const auto& older : heads) {
        const auto path = ledger->prove_consistent(older.size, 20).value();
        EXPECT_TRUE(consistency_holds(older, ledger->head(), path)) << older.size;
    }
    EXPECT_FALSE(ledger->prove(20));
    EXPECT_FALSE(ledger->prove_consistent(5, 21));
}

TEST(Ledger, KeepsItsHeadWhenABatchIsRefused) {
    const auto ledger = memory_ledger();
    const auto batch = samples(0, 3);
    ASSERT_TRUE(ledger->append(records(batch)));
    const auto head = ledger->head();
    auto twice = test::sample_entry(3);
    twice.id = test::sample_id(1);
    const auto bytes = encode(twice).value();
    const Record record{twice.id, bytes};
    EXPECT_FALSE(ledger->append({&record, 1}));
    EXPECT_EQ(ledger->head().size, head.size);
    EXPECT_EQ(ledger->head().root, head.root);
}

TEST(Ledger, OpensWhereItWasLeft) {
    const test::TemporaryFolder folder;
    sqlite::OpenOptions options;
    options.mode = sqlite::OpenMode::create;
    TreeHead head;
    {
        auto store = sqlite::SqliteStore::open(folder.file("l.db"), options).value();
        const auto ledger = Ledger::open(std::move(store), test::sample_key()).value();
        const auto batch = samples(0, 300);
        ASSERT_TRUE(ledger->append(records(batch)));
        head = ledger->head();
    }
    std::uint64_t replayed = 0;
    auto store = sqlite::SqliteStore::open(folder.file("l.db"), options).value();
    const auto again = Ledger::open(std::move(store), test::sample_key(),
                                    [&](const StoredEntry& entry) -> Result<void> {
                                        EXPECT_EQ(entry.position, replayed++);
                                        return {};
                                    });
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(replayed, 300U);
    EXPECT_EQ((*again)->head().root, head.root);
    EXPECT_FALSE((*again)->checkpoint().empty());
    EXPECT_EQ((*again)->latest_recorded(), test::sample_entry(299).recorded);
}

TEST(Ledger, NeverServesARecordThatWasChanged) {
    auto good = samples(0, 5);
    auto entries = test::new_entries(good);
    entries[3].leaf = leaf_hash("something else");
    auto store = std::make_unique<memory::MemoryStore>();
    ASSERT_TRUE(store->append(0, entries, {}));
    const auto opened = Ledger::open(std::move(store), std::nullopt);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().where, "entry 3");

    auto swapped = std::make_unique<memory::MemoryStore>();
    ASSERT_TRUE(swapped->append(0, test::new_entries(good),
                                sign_checkpoint({5, leaf_hash("other")}, test::sample_key())));
    EXPECT_FALSE(Ledger::open(std::move(swapped), test::sample_key()));

    auto other_key = std::make_unique<memory::MemoryStore>();
    const auto stranger = SigningKey::from_seed("quorate/riverside", std::string(32, 'z')).value();
    ASSERT_TRUE(other_key->append(0, test::new_entries(good),
                                  sign_checkpoint({5, empty_root()}, stranger)));
    EXPECT_FALSE(Ledger::open(std::move(other_key), test::sample_key()));
}

TEST(Ledger, RefusesAClockThatGoesBack) {
    const auto ledger = memory_ledger();
    const auto batch = samples(0, 3);
    ASSERT_TRUE(ledger->append(records(batch)));
    EXPECT_EQ(ledger->latest_recorded(), test::sample_entry(2).recorded);
    auto early = test::sample_entry(3);
    early.recorded = test::sample_entry(1).recorded;
    const auto bytes = encode(early).value();
    const Record record{early.id, bytes};
    const auto refused = ledger->append({&record, 1});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("before the entry in front of it"), std::string::npos);
    early.recorded = test::sample_entry(2).recorded;
    const auto same = encode(early).value();
    const Record again{early.id, same};
    EXPECT_TRUE(ledger->append({&again, 1})) << "the same instant is not earlier";
}

TEST(Ledger, MayBeUnsigned) {
    const auto ledger = memory_ledger(false);
    const auto batch = samples(0, 3);
    ASSERT_TRUE(ledger->append(records(batch)));
    EXPECT_EQ(ledger->checkpoint(), "");
    EXPECT_FALSE(ledger->verifier());
    EXPECT_TRUE(ledger->prove(1));
}

} // namespace
} // namespace quorate::ledger
