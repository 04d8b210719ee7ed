#ifndef QUORATE_LEDGER_VERIFY_HPP
#define QUORATE_LEDGER_VERIFY_HPP
// Checking a record without trusting whoever keeps it: a ledger file, a published bundle or one
// proof.
//
// What is checked, entry by entry: the bytes fit the stored leaf hash; they are canonical JSON in
// the form of an entry; positions are dense from 0; position and id inside the bytes are those
// outside; ids are not used twice; "recorded" never goes back; entry 0 is the genesis and no other
// is. At each signed checkpoint: the signature, the size and the root. Then the whole against a
// checkpoint got elsewhere, which alone can show that entries were taken from the end or that
// everything was replaced and signed anew. Last, for a ledger file, SQLite's integrity check and
// the table definitions.

#include "base/result.hpp"
#include "ledger/merkle.hpp"
#include "ledger/note.hpp"
#include "ledger/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quorate::ledger {

/// What the checker brings along.
struct VerifyOptions {
    std::string checkpoint; ///< a signed note got elsewhere; empty for none
    std::string vkey; ///< the public key got elsewhere; empty to use the one in the record itself
};

/// The first entry that is not as it was recorded.
struct BadEntry {
    std::uint64_t position = 0;
    std::string what;
};

struct VerifyReport {
    std::string subject; ///< "ledger", "bundle" or "proof"
    std::string origin;  ///< name of the log, from the key; empty for an unsigned record
    std::string vkey;    ///< the key signatures were checked with; empty when there is none
    bool key_got_elsewhere = false;
    TreeHead head;                 ///< entries read and their root; for a proof, what it claims
    std::uint64_t signed_size = 0; ///< entries under the newest checkpoint that holds
    bool matches_checkpoint_got_elsewhere = false;
    std::optional<BadEntry> first_bad;
    std::vector<std::string> damage; ///< what else is wrong; at most 40 lines

    [[nodiscard]] bool good() const { return !first_bad && damage.empty(); }
    /// A few plain lines for people.
    [[nodiscard]] std::string text() const;
};

/// Checks a file of any of the three kinds, told apart by its content. A ledger that another
/// program has open is refused; one that was not closed properly is checked from a copy, so the
/// file is never changed. Must not be given a ledger this process itself has open (closing the file
/// would drop its lock): use verify_store. Fails only when the file cannot be read or is none of
/// the three.
Result<VerifyReport> verify_file(const std::string& path, const VerifyOptions& options = {});
/// Checks a store that is open.
Result<VerifyReport> verify_store(Store& store, const VerifyOptions& options = {});
/// Checks the text of a bundle or proof.
Result<VerifyReport> verify_document(std::string_view json, const VerifyOptions& options = {});

} // namespace quorate::ledger

#endif
