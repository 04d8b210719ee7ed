// Runs the commands of docs/verify-by-hand.md as they stand on the page.
#include "ledger/published.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "samples.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace quorate::ledger::test {
namespace {

/// The bash blocks of a Markdown page, joined.
std::string bash_blocks(const std::string& page) {
    const std::string opening = "```bash\n";
    std::string out;
    for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        const auto end = page.find("```", at);
        out += page.substr(at, end - at);
        at = end;
    }
    return out;
}

TEST(ByHand, TheCommandsOnThePageWork) {
    const TemporaryFolder folder;
    sqlite::OpenOptions options;
    options.mode = sqlite::OpenMode::create;
    Digest root_of_two{};
    {
        auto store = sqlite::SqliteStore::open(folder.file("copy.db"), options).value();
        const auto ledger = Ledger::open(std::move(store), sample_key()).value();
        for (const auto& [first, count] : {std::pair{0U, 1U}, {1U, 1U}, {2U, 5U}}) {
            const auto batch = samples(first, count);
            ASSERT_TRUE(ledger->append(records(batch)));
            root_of_two = first == 1 ? ledger->head().root : root_of_two;
        }
        write_all_bytes(folder.file("proof.json"), proof_document(*ledger, 5).value());
    }
    const auto script =
        bash_blocks(read_all(std::string(QUORATE_SOURCE_DIR) + "/docs/verify-by-hand.md"));
    ASSERT_FALSE(script.empty());
    write_all_bytes(folder.file("by-hand.sh"), script);
    const auto command =
        "cd " + folder.path() + " && bash -eu -o pipefail by-hand.sh > output 2>&1";
    const int status = std::system(command.c_str());
    const auto output = read_all(folder.file("output"));
    EXPECT_EQ(status, 0) << output;
    for (const auto& line :
         {std::string("6|record-arrival|"), std::string("entry 2 fits its leaf hash\n"),
          std::string("the entries are the ones that were signed\n"),
          std::string("Signature Verified Successfully\n"), base::hex(root_of_two) + "\n",
          std::string("the entry is under the checkpoint\n")}) {
        EXPECT_NE(output.find(line), std::string::npos) << "no \"" << line << "\" in\n" << output;
    }
}

} // namespace
} // namespace quorate::ledger::test
