#include "base/hash.hpp"
#include "fault_vfs.hpp"
#include "partnership/vault.hpp"
#include "samples.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <sys/stat.h>

namespace quorate::partnership {
namespace {

using ledger::test::read_all;
using ledger::test::TemporaryFolder;

enum class Kind { memory, file };

class VaultTest : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override { open({}); }
    void open(const VaultOptions& options) {
        vault.reset();
        if (GetParam() == Kind::memory) {
            vault = memory_vault(options);
            return;
        }
        auto opened = open_vault(folder.path(), options);
        ASSERT_TRUE(opened) << opened.error().text();
        vault = std::move(*opened);
    }
    std::string seal(const std::string& text, const std::string& subject = {}) {
        return vault->seal_one({text, subject}).value();
    }
    std::optional<std::string> read(const std::string& digest) {
        return vault->read(digest).value();
    }

    TemporaryFolder folder;
    std::unique_ptr<Vault> vault;
};

INSTANTIATE_TEST_SUITE_P(Vaults, VaultTest, testing::Values(Kind::memory, Kind::file),
                         [](const auto& kind) {
                             return kind.param == Kind::memory ? "Memory" : "File";
                         });

TEST_P(VaultTest, GivesBackWhatWasSealed) {
    const auto reason = seal("The Chair agreed: urgent repairs to the pier");
    const auto name = seal("Pat Example", "person-1");
    EXPECT_TRUE(reason.starts_with("sha256:"));
    EXPECT_EQ(reason.size(), 71U);
    EXPECT_EQ(read(reason), "The Chair agreed: urgent repairs to the pier");
    EXPECT_EQ(read(name), "Pat Example");
    const auto empty = seal("");
    EXPECT_EQ(read(empty), "");
    EXPECT_EQ(read("sha256:" + std::string(64, '0')), std::nullopt);
    EXPECT_EQ(read("nonsense"), std::nullopt);
}

TEST_P(VaultTest, GivesTheSaltToCheckADigestWith) {
    const auto digest = seal("The Chair agreed", "person-1");
    const auto unsealed = vault->unseal(digest).value().value();
    EXPECT_EQ(unsealed.salt.size(), 32U);
    EXPECT_EQ(digest, "sha256:" + base::hex(base::sha256(unsealed.salt + "The Chair agreed")));
}

TEST_P(VaultTest, SealsABatchInOrder) {
    const std::vector<VaultText> texts = {{"one", ""}, {"two", "person-1"}, {"three", "person-2"}};
    const auto digests = vault->seal(texts).value();
    ASSERT_EQ(digests.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read(digests[i]), texts[i].text);
    }
    EXPECT_TRUE(vault->seal({}).value().empty());
}

TEST_P(VaultTest, HidesEqualTexts) {
    EXPECT_NE(seal("yes"), seal("yes"));
    EXPECT_NE(seal("yes"), "sha256:" + base::hex(base::sha256("yes")));
}

TEST_P(VaultTest, RepeatsItselfForAScenario) {
    open({"scenario.md:12", ""});
    const auto first = seal("yes", "person-1");
    EXPECT_EQ(seal("yes", "person-1"), first);
    EXPECT_NE(seal("yes", "person-2"), first);
    EXPECT_EQ(memory_vault({"scenario.md:12", ""})->seal_one({"yes", "person-1"}).value(), first);
    EXPECT_NE(memory_vault({"scenario.md:13", ""})->seal_one({"yes", "person-1"}).value(), first);
    EXPECT_EQ(read(first), "yes");
}

TEST_P(VaultTest, ErasesOneTextOrAllOfASubject) {
    const auto kept = seal("kept");
    const auto gone = seal("gone");
    const auto first = seal("Pat", "person-1");
    const auto second = seal("pat@example.org", "person-1");
    const auto other = seal("Sam", "person-2");
    EXPECT_TRUE(vault->erase(gone).value());
    EXPECT_FALSE(vault->erase(gone).value());
    EXPECT_EQ(vault->erase_subject("person-1").value(), 2U);
    EXPECT_EQ(vault->erase_subject("person-1").value(), 0U);
    EXPECT_EQ(vault->erase_subject("nobody").value(), 0U);
    for (const auto& digest : {gone, first, second}) {
        EXPECT_EQ(read(digest), std::nullopt);
    }
    EXPECT_EQ(read(kept), "kept");
    EXPECT_EQ(read(other), "Sam");
    EXPECT_EQ(read(seal("Pat again", "person-1")), "Pat again");
}

TEST_P(VaultTest, SweepsWhatNoEntryCites) {
    const auto cited = seal("cited");
    const auto orphan = seal("orphan", "person-1");
    EXPECT_EQ(vault->sweep([&](std::string_view digest) { return digest == cited; }).value(), 1U);
    EXPECT_EQ(read(cited), "cited");
    EXPECT_EQ(read(orphan), std::nullopt);
    EXPECT_EQ(vault->sweep([](std::string_view) { return true; }).value(), 0U);
}

TEST_P(VaultTest, HasLimits) {
    EXPECT_TRUE(vault->seal_one({std::string(vault_text_bytes_max, 'x'), ""}));
    const auto large = vault->seal_one({std::string(vault_text_bytes_max + 1, 'x'), ""});
    ASSERT_FALSE(large);
    EXPECT_NE(large.error().message.find("the limit is"), std::string::npos);
    EXPECT_FALSE(vault->seal(std::vector<VaultText>(vault_batch_max + 1)));
    EXPECT_EQ(read(seal("goes on")), "goes on");
}

TEST(FileVault, KeepsTextsBetweenOpenings) {
    const TemporaryFolder folder;
    const auto digest =
        open_vault(folder.path()).value()->seal_one({"Pat Example", "person-1"}).value();
    const auto vault = open_vault(folder.path()).value();
    EXPECT_EQ(vault->read(digest).value(), "Pat Example");
    struct stat info {};
    ASSERT_EQ(::stat((folder.path() + "/vault.key").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
    EXPECT_FALSE(open_vault(folder.path())) << "a vault is held by one program";
}

TEST(FileVault, LeavesNothingReadableOnDisk) {
    const TemporaryFolder folder;
    const auto file = folder.path() + "/vault.db";
    const auto vault = open_vault(folder.path()).value();
    static_cast<void>(vault->seal_one({"Pat Example of Example Street", "person-zebra"}).value());
    const auto everything = [&] {
        return read_all(file) +
               (std::filesystem::exists(file + "-wal") ? read_all(file + "-wal") : "");
    };
    EXPECT_EQ(everything().find("Example"), std::string::npos);
    EXPECT_NE(everything().find("person-zebra"), std::string::npos);
    ASSERT_EQ(vault->erase_subject("person-zebra").value(), 1U);
    EXPECT_EQ(everything().find("person-zebra"), std::string::npos)
        << "an erased row is still in the file";
}

TEST(FileVault, NeedsItsKey) {
    const TemporaryFolder folder;
    const auto digest = open_vault(folder.path()).value()->seal_one({"Pat", "person-1"}).value();
    const auto key = folder.path() + "/vault.key";
    const auto kept = read_all(key);
    std::filesystem::remove(key);
    const auto without = open_vault(folder.path());
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().message, "the vault's key is missing: its texts cannot be read");
    ledger::test::write_all_bytes(key, std::string(64, 'a') + "\n");
    EXPECT_FALSE(open_vault(folder.path())) << "the key file can be read by others";
    ASSERT_EQ(::chmod(key.c_str(), 0600), 0);
    EXPECT_FALSE(open_vault(folder.path()).value()->read(digest)) << "another key";
    ledger::test::write_all_bytes(key, "short\n");
    EXPECT_FALSE(open_vault(folder.path()));
    ledger::test::write_all_bytes(key, kept);
    EXPECT_EQ(open_vault(folder.path()).value()->read(digest).value(), "Pat");
}

TEST(FileVault, StopsWritingWhenTheDiskIsFullAndReadsOn) {
    ledger::test::register_fault_vfs();
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.path(), {"", ledger::test::fault_vfs_name}).value();
    const auto digest = vault->seal_one({"before", "person-1"}).value();
    ledger::test::arm_fault(ledger::test::Fault::disk_full, 1);
    const auto full = vault->seal_one({"after", ""});
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().message, "the disk is full: nothing was written");
    EXPECT_FALSE(vault->seal_one({"later", ""}));
    EXPECT_EQ(vault->read(digest).value(), "before");
    ledger::test::arm_fault(ledger::test::Fault::none, 0);
}

} // namespace
} // namespace quorate::partnership
