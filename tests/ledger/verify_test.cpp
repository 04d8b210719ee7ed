#include "base/json.hpp"
#include "ledger/ledger.hpp"
#include "ledger/memory/memory_store.hpp"
#include "ledger/published.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/verify.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quorate::ledger {
namespace {

using test::records;
using test::samples;

class VerifyTest : public testing::Test {
protected:
    void SetUp() override {
        ledger = Ledger::open(std::make_unique<memory::MemoryStore>(), test::sample_key()).value();
        append(0, 1);
        append(1, 4);
        early = ledger->checkpoint();
        append(5, 3);
    }
    void append(std::uint64_t first, std::uint64_t count) {
        const auto batch = samples(first, count);
        ASSERT_TRUE(ledger->append(records(batch)));
    }
    std::string bundle(const Publishes& publishes = {}) {
        std::string out;
        EXPECT_TRUE(write_bundle(
            *ledger,
            [&](std::string_view piece) -> Result<void> {
                out += piece;
                return {};
            },
            publishes));
        return out;
    }
    /// A memory store with the sample entries, one of them changed before its leaf is made, signed
    /// as given.
    static std::unique_ptr<memory::MemoryStore> forged(const std::vector<test::Sample>& entries,
                                                       const std::string& note) {
        auto store = std::make_unique<memory::MemoryStore>();
        EXPECT_TRUE(store->append(0, test::new_entries(entries), note));
        return store;
    }

    std::unique_ptr<Ledger> ledger;
    std::string early; // the checkpoint for 5 entries
};

void expect_bad(const Result<VerifyReport>& report, std::uint64_t position,
                const std::string& words) {
    ASSERT_TRUE(report) << report.error().text();
    ASSERT_TRUE(report->first_bad) << report->text();
    EXPECT_EQ(report->first_bad->position, position) << report->text();
    EXPECT_NE(report->first_bad->what.find(words), std::string::npos) << report->text();
    EXPECT_FALSE(report->good());
}

TEST_F(VerifyTest, PassesAnHonestRecord) {
    const auto report =
        verify_store(ledger->store(), {early, test::sample_key().verifier().text()});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->good()) << report->text();
    EXPECT_EQ(report->head.size, 8U);
    EXPECT_EQ(report->signed_size, 8U);
    EXPECT_TRUE(report->matches_checkpoint_got_elsewhere);
    EXPECT_EQ(report->origin, "quorate/riverside");
    EXPECT_NE(report->text().find("It is as it was recorded"), std::string::npos);
}

TEST_F(VerifyTest, NamesTheFaultsOfEntries) {
    const auto entries = samples(0, 4);
    auto changed = entries;
    changed[2].bytes.insert(1, " ");
    expect_bad(verify_store(*forged(changed, "")), 2, "canonical");
    changed = entries;
    changed[2].id = test::sample_id(9);
    expect_bad(verify_store(*forged(changed, "")), 2, "its id");
    changed = entries;
    changed[2].bytes = changed[1].bytes;
    expect_bad(verify_store(*forged(changed, "")), 2, "it is entry 1");
    changed = entries;
    changed[2].bytes = R"({"act":"x"})";
    expect_bad(verify_store(*forged(changed, "")), 2, "the form of an entry");
    changed = entries;
    auto late = test::sample_entry(2);
    late.recorded = Instant{1'000};
    changed[2].bytes = encode(late).value();
    expect_bad(verify_store(*forged(changed, "")), 2, "before the entry in front of it");
    expect_bad(verify_store(*forged({test::sample(1)}, "")), 0, "it is entry 1");
    auto first = test::sample_entry(0);
    expect_bad(verify_store(*forged({{first.id, encode(first).value()}}, "")), 0, "not a genesis");
}

TEST_F(VerifyTest, NamesAnIdUsedTwiceInABundle) {
    auto twice = test::sample_entry(3);
    twice.id = test::sample_id(2);
    auto entries = samples(0, 3);
    entries.push_back({"another", encode(twice).value()});
    auto store = forged(entries, "");
    std::string text =
        R"({"format":"quorate-bundle-1","checkpoint":"","vkey":"","origin":"","root":")" +
        base::hex(empty_root()) + R"(","size":4,"entries":[)";
    for (const auto& entry : entries) {
        text += std::string(text.back() == '[' ? "" : ",") + "{\"bytes\":";
        base::append_json_string(text, entry.bytes);
        text += "}";
    }
    expect_bad(verify_document(text + "]}"), 3, "was used before");
}

TEST_F(VerifyTest, FindsABatchThatIsNotWhatWasSigned) {
    // Bytes and leaf hash changed together: only the signatures tell, and they narrow it down to
    // the batch.
    auto store = std::make_unique<memory::MemoryStore>();
    auto entries = samples(0, 8);
    std::string checkpoints[3];
    Frontier frontier;
    const std::uint64_t ends[] = {1, 5, 8};
    for (std::uint64_t i = 0, batch = 0; i < 8; ++i) {
        frontier.append(leaf_hash(entries[i].bytes));
        if (i + 1 == ends[batch]) {
            checkpoints[batch++] = sign_checkpoint({i + 1, frontier.root()}, test::sample_key());
        }
    }
    auto forgery = test::sample_entry(6);
    forgery.made_by = "seat:9";
    entries[6].bytes = encode(forgery).value();
    const auto all = test::new_entries(entries);
    std::uint64_t first = 0;
    for (std::uint64_t batch = 0; batch < 3; ++batch) {
        ASSERT_TRUE(store->append(first, std::span(all).subspan(first, ends[batch] - first),
                                  checkpoints[batch]));
        first = ends[batch];
    }
    expect_bad(verify_store(*store), 5,
               "this entry, or one after it up to entry 7, is not what was signed");
}

TEST_F(VerifyTest, UsesACheckpointGotElsewhere) {
    // The record is cut back to its first batches: by itself it is in order.
    auto shorter =
        Ledger::open(std::make_unique<memory::MemoryStore>(), test::sample_key()).value();
    for (const auto& [first, count] : {std::pair{0U, 1U}, {1U, 2U}}) {
        const auto batch = samples(first, count);
        ASSERT_TRUE(shorter->append(records(batch)));
    }
    EXPECT_TRUE(verify_store(shorter->store())->good());
    const auto cut = verify_store(shorter->store(), {early, ""});
    ASSERT_TRUE(cut);
    EXPECT_FALSE(cut->good());
    EXPECT_NE(cut->text().find("the last are missing"), std::string::npos) << cut->text();

    // Everything written anew and signed with the same key.
    auto entries = samples(0, 8);
    auto forgery = test::sample_entry(2);
    forgery.made_by = "seat:9";
    entries[2].bytes = encode(forgery).value();
    auto rewritten =
        Ledger::open(std::make_unique<memory::MemoryStore>(), test::sample_key()).value();
    ASSERT_TRUE(rewritten->append(records(entries)));
    EXPECT_TRUE(verify_store(rewritten->store())->good());
    const auto anew = verify_store(rewritten->store(), {early, ""});
    ASSERT_TRUE(anew);
    EXPECT_NE(anew->text().find("not the ones the checkpoint got elsewhere"), std::string::npos)
        << anew->text();

    // Another key altogether.
    const auto stranger = SigningKey::generate("quorate/riverside").value().verifier().text();
    EXPECT_FALSE(verify_store(ledger->store(), {"", stranger})->good());
    EXPECT_FALSE(verify_store(ledger->store(),
                              {sign_checkpoint(ledger->head(),
                                               SigningKey::generate("quorate/riverside").value()),
                               ""})
                     ->good());
    EXPECT_FALSE(verify_store(ledger->store(), {"not a note", ""}));
    EXPECT_FALSE(verify_store(ledger->store(), {"", "not a key"}));
}

TEST_F(VerifyTest, PassesAnHonestBundle) {
    for (const bool everything : {true, false}) {
        const auto text =
            bundle([&](const StoredEntry& entry) { return everything || entry.position % 3 != 1; });
        const auto report = verify_document(text, {early, test::sample_key().verifier().text()});
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->good()) << report->text();
        EXPECT_EQ(report->head.size, 8U);
        EXPECT_EQ(report->signed_size, 8U);
        EXPECT_TRUE(report->matches_checkpoint_got_elsewhere);
        EXPECT_EQ(text.find("\"p-1\""), std::string::npos)
            << "kept quiet by escaping or by leaving out";
    }
}

TEST_F(VerifyTest, NamesTheBadEntryOfABundle) {
    const auto text = bundle();
    for (std::uint64_t position = 1; position < 8; ++position) {
        auto changed = text;
        const auto at = changed.find("p-" + std::to_string(position));
        changed[at] = 'q';
        expect_bad(verify_document(changed), position,
                   "its bytes have been changed since they were signed");
        changed = text;
        const auto leaf = changed.find(base::hex(leaf_hash(test::sample(position).bytes)));
        changed[leaf + 5] = changed[leaf + 5] == '0' ? '1' : '0';
        expect_bad(verify_document(changed), position, "its leaf hash has been changed");
    }
}

/// Every byte of a document, changed: it is no longer good, no longer readable, or says the same.
void change_every_byte(const std::string& text) {
    const auto before = base::parse_json(text).value();
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto report = verify_document(changed);
        if (!report || !report->good()) {
            continue;
        }
        const bool same =
            base::parse_json(changed).value() == before; // only white space was changed
        EXPECT_TRUE(same) << "byte " << at << ": " << text.substr(at > 20 ? at - 20 : 0, 40);
    }
}

TEST_F(VerifyTest, SeesAnyByteOfABundleChange) {
    change_every_byte(bundle());
}

TEST_F(VerifyTest, SeesAnyByteOfAProofChange) {
    change_every_byte(proof_document(*ledger, 6).value());
}

TEST_F(VerifyTest, PassesAnHonestProof) {
    for (std::uint64_t position = 0; position < 8; ++position) {
        const auto text = proof_document(*ledger, position).value();
        const auto report =
            verify_document(text, {ledger->checkpoint(), test::sample_key().verifier().text()});
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->good()) << report->text();
        EXPECT_TRUE(report->matches_checkpoint_got_elsewhere);
        EXPECT_EQ(report->signed_size, 8U);
    }
}

TEST_F(VerifyTest, JoinsAProofToAnOlderCheckpoint) {
    const auto joined = verify_document(proof_document(*ledger, 2, 5).value(), {early, ""});
    ASSERT_TRUE(joined) << joined.error().text();
    EXPECT_TRUE(joined->good()) << joined->text();
    EXPECT_TRUE(joined->matches_checkpoint_got_elsewhere);
    const auto apart = verify_document(proof_document(*ledger, 2).value(), {early, ""});
    ASSERT_TRUE(apart);
    EXPECT_NE(apart->text().find("ask for a proof that joins the two"), std::string::npos);
    EXPECT_FALSE(proof_document(*ledger, 2, 9));
}

TEST_F(VerifyTest, RefusesWhatIsNoDocumentOfItsOwn) {
    for (const auto* text : {"", "[]", "{}", "{\"format\":1}", "{\"format\":\"other\"}",
                             "{\"format\":\"quorate-bundle-1\"}",
                             "{\"format\":\"quorate-proof-1\",\"checkpoint\":\"\"}"}) {
        const auto report = verify_document(text);
        EXPECT_FALSE(report) << text;
    }
    const test::TemporaryFolder folder;
    EXPECT_FALSE(verify_file(folder.file("none")));
    test::write_all_bytes(folder.file("text"), "hello");
    EXPECT_EQ(verify_file(folder.file("text")).error().message,
              "the file is not a ledger, a bundle or a proof");
}

class VerifyFileTest : public testing::Test {
protected:
    std::unique_ptr<Ledger> open() {
        sqlite::OpenOptions options;
        options.mode = sqlite::OpenMode::create;
        return Ledger::open(sqlite::SqliteStore::open(path, options).value(), test::sample_key())
            .value();
    }
    test::TemporaryFolder folder;
    std::string path = folder.file("ledger.db");
};

TEST_F(VerifyFileTest, ChecksAClosedLedgerWithoutChangingIt) {
    const auto batch = samples(0, 6);
    ASSERT_TRUE(open()->append(records(batch)));
    const auto before = test::read_all(path);
    const auto report = verify_file(path);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->good()) << report->text();
    EXPECT_EQ(report->head.size, 6U);
    EXPECT_EQ(test::read_all(path), before);
}

TEST_F(VerifyFileTest, ChecksALedgerWhoseProgramWasKilled) {
    const auto child = ::fork();
    if (child == 0) {
        const auto ledger = open();
        const auto batch = samples(0, 6);
        ::_exit(ledger->append(records(batch)) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0);
    const auto log = test::read_all(path + "-wal");
    ASSERT_FALSE(log.empty());
    const auto report = verify_file(path);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->good()) << report->text();
    EXPECT_EQ(report->head.size, 6U);
    EXPECT_EQ(test::read_all(path + "-wal"), log) << "the evidence was changed";
}

TEST_F(VerifyFileTest, RefusesALedgerInUse) {
    int ready[2];
    int done[2];
    ASSERT_EQ(::pipe(ready), 0);
    ASSERT_EQ(::pipe(done), 0);
    const auto child = ::fork();
    char byte = 'x';
    if (child == 0) {
        const auto ledger = open();
        const auto batch = samples(0, 1);
        const bool appended = ledger->append(records(batch)).has_value();
        const bool told = ::write(ready[1], &byte, 1) == 1 && ::read(done[0], &byte, 1) == 1;
        ::_exit(appended && told ? 0 : 1);
    }
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    const auto report = verify_file(path);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().message, "another program has this ledger open");
    ASSERT_EQ(::write(done[1], &byte, 1), 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST_F(VerifyFileTest, SaysWhenTheProtectionWasTakenOff) {
    const auto batch = samples(0, 3);
    ASSERT_TRUE(open()->append(records(batch)));
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    sqlite3_exec(database, "DROP TRIGGER entry_is_never_changed", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto report = verify_file(path);
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->first_bad);
    EXPECT_NE(report->text().find("the definition of entry_is_never_changed"), std::string::npos)
        << report->text();
}

} // namespace
} // namespace quorate::ledger
