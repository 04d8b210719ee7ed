#ifndef QUORATE_LEDGER_LEDGER_HPP
#define QUORATE_LEDGER_LEDGER_HPP
// The record: a store, the Merkle tree over it, and the key that signs it.
//
// Each batch is closed by a signed checkpoint in the same commit (about 30 µs of signing beside a
// disk sync), so there is never an acknowledged entry without a signature, nothing has to be signed
// later or at close, and when bytes and hash of an entry are changed together the checkpoints
// narrow it down to its batch.

#include "base/time.hpp"
#include "ledger/merkle.hpp"
#include "ledger/note.hpp"
#include "ledger/store.hpp"

#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>

namespace quorate::ledger {

/// An encoded entry (ledger/entry.hpp) and its id.
struct Record {
    std::string_view id;
    std::string_view bytes;
};

/// Proof that an entry is in the tree of a signed checkpoint.
struct InclusionProof {
    std::uint64_t position = 0;
    std::string bytes;
    TreeHead head;
    std::vector<Digest> path;
    std::string checkpoint; ///< signed note for head.size; empty for an unsigned record
};

/// One writer appends; any thread may read, prove and ask for the head meanwhile.
class Ledger {
public:
    /// Reads every entry in order, handing each to `replay` (which may be empty), checks each
    /// against its leaf hash and the tree against the newest checkpoint, and fails naming the entry
    /// when something differs: a record that has been changed is never served. Without a key,
    /// batches are not signed.
    static Result<std::unique_ptr<Ledger>> open(std::unique_ptr<Store> store,
                                                std::optional<SigningKey> key,
                                                const EntryVisitor& replay = {});

    /// Appends one batch as entries size() onwards: all or nothing, durable and signed when it
    /// returns. Fails as Store::append does, and when an entry is recorded before the one in front
    /// of it: the caller keeps its clock at latest_recorded() or later. The position and id inside
    /// the bytes must be those it is stored under; anything else is a bug of the caller.
    Result<void> append(std::span<const Record> batch);

    /// When the newest entry was recorded; 1970 for an empty record. For the writer's thread.
    [[nodiscard]] base::Instant latest_recorded() const { return latest_recorded_; }
    [[nodiscard]] TreeHead head() const;
    [[nodiscard]] std::uint64_t size() const { return head().size; }
    /// The signed note for the current size; empty for an unsigned or empty record.
    [[nodiscard]] std::string checkpoint() const;
    /// The public key that signs, if there is one.
    [[nodiscard]] std::optional<VerifierKey> verifier() const;

    /// Proof for an entry in the tree as it stands.
    Result<InclusionProof> prove(std::uint64_t position);
    /// Proof that the tree of `older` entries is the start of the tree of `newer`.
    Result<std::vector<Digest>> prove_consistent(std::uint64_t older, std::uint64_t newer);

    [[nodiscard]] Store& store() { return *store_; }

private:
    Ledger(std::unique_ptr<Store> store, std::optional<SigningKey> key);
    Result<void> load(const EntryVisitor& replay);
    Result<void> load_latest_recorded();
    /// When the last of the batch was recorded.
    Result<base::Instant> check_order(std::span<const Record> batch) const;
    [[nodiscard]] LeafReader leaf_reader();

    std::unique_ptr<Store> store_;
    std::optional<SigningKey> key_;
    base::Instant latest_recorded_;
    mutable std::shared_mutex mutex_; // guards the two below
    Tree tree_;
    std::string checkpoint_;
};

} // namespace quorate::ledger

#endif
