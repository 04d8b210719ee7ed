#ifndef QUORATE_LEDGER_STORE_HPP
#define QUORATE_LEDGER_STORE_HPP
// The store port: where entries are kept. Implementations: ledger/sqlite, ledger/memory.
//
// A store knows nothing of what an entry means: it keeps canonical bytes, each with its position,
// id and leaf hash, and the signed checkpoint that closed each batch. A checkpoint is stored with
// the last entry of its batch, in the same commit, so every acknowledged entry is under a signature
// and no commit costs a second write.

#include "base/result.hpp"
#include "ledger/merkle.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::ledger {

/// Longest entry, in bytes of canonical JSON.
inline constexpr std::size_t entry_bytes_max = 1 << 20;
inline constexpr std::size_t batch_entries_max = 10'000;

/// An entry to append. `leaf` is leaf_hash(bytes), given because the caller has computed it
/// already.
struct NewEntry {
    std::string_view id;
    std::string_view bytes;
    Digest leaf;
};

/// An entry as stored. The views live only while the visitor runs. `checkpoint` is empty except on
/// the last entry of a batch that was signed.
struct StoredEntry {
    std::uint64_t position = 0;
    std::string_view id;
    std::string_view bytes;
    Digest leaf{};
    std::string_view checkpoint;
};

/// Called for each entry in order; a Failure stops the walk and is handed back. Must not call the
/// store.
using EntryVisitor = std::function<Result<void>(const StoredEntry&)>;

/// Positions first to end - 1. An end past the size means: to the size.
struct EntryRange {
    std::uint64_t first = 0;
    std::uint64_t end = ~std::uint64_t{0};
};

/// A signed checkpoint note and the tree size it is for.
struct StoredCheckpoint {
    std::uint64_t size = 0;
    std::string note;
};

/// Append-only storage of entries. Safe to call from several threads; there is one writer at a
/// time. After a write fails for want of space or because of the disk, every later append fails
/// with the same Failure until the store is opened again; reading goes on.
class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// How many entries are stored: positions are 0 to size() - 1.
    [[nodiscard]] virtual std::uint64_t size() const = 0;

    /// Appends the batch in one commit, all or nothing; durable when it returns. `first` must be
    /// size(): a writer that has lost the race is refused. An id already stored, or given twice, is
    /// refused naming it; neither of these stops later writing. `checkpoint` is the note for the
    /// size after the batch, or empty. Limits: batch_entries_max entries of entry_bytes_max bytes.
    virtual Result<void> append(std::uint64_t first, std::span<const NewEntry> batch,
                                std::string_view checkpoint) = 0;

    /// The bytes of one entry; fails when there is none.
    virtual Result<std::string> read(std::uint64_t position) = 0;
    /// Walks a range of entries in order. Writing may go on between two calls of the visitor.
    virtual Result<void> visit(EntryRange range, const EntryVisitor& visitor) = 0;
    /// Leaf hashes of a range that is wholly stored.
    virtual Result<std::vector<Digest>> leaves(EntryRange range) = 0;
    /// The position of the entry with this id, if there is one.
    virtual Result<std::optional<std::uint64_t>> find(std::string_view id) = 0;
    /// The newest checkpoint for at most size_max entries, if there is one.
    virtual Result<std::optional<StoredCheckpoint>>
    checkpoint(std::uint64_t size_max = ~std::uint64_t{0}) = 0;

    /// Why writing has stopped, once it has.
    [[nodiscard]] virtual std::optional<base::Failure> stopped() const = 0;
};

/// The checks of Store::append that are the same for every implementation: the batch's shape and
/// limits, and that `first` is `size`. Fails in the words every implementation uses.
Result<void> check_batch(std::uint64_t size, std::uint64_t first, std::span<const NewEntry> batch);
/// "an entry with the id … is already recorded"
base::Failure id_taken(std::string_view id);
/// "there is no entry 7: the record has 5"
base::Failure no_entry(std::uint64_t position, std::uint64_t size);

} // namespace quorate::ledger

#endif
