#ifndef QUORATE_LEDGER_MEMORY_MEMORY_STORE_HPP
#define QUORATE_LEDGER_MEMORY_MEMORY_STORE_HPP
// Entries in memory only: for scenarios, previews and tests.

#include "ledger/store.hpp"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace quorate::ledger::memory {

/// A store that is gone when the program ends.
class MemoryStore final : public Store {
public:
    /// A second store with the same entries. They share the bytes; neither sees what the other
    /// appends.
    [[nodiscard]] std::unique_ptr<MemoryStore> copy() const;

    [[nodiscard]] std::uint64_t size() const override;
    Result<void> append(std::uint64_t first, std::span<const NewEntry> batch,
                        std::string_view checkpoint) override;
    Result<std::string> read(std::uint64_t position) override;
    Result<void> visit(EntryRange range, const EntryVisitor& visitor) override;
    Result<std::vector<Digest>> leaves(EntryRange range) override;
    Result<std::optional<std::uint64_t>> find(std::string_view id) override;
    Result<std::optional<StoredCheckpoint>> checkpoint(std::uint64_t size_max) override;
    [[nodiscard]] std::optional<base::Failure> stopped() const override { return std::nullopt; }

private:
    struct Row {
        std::string id;
        std::string bytes;
        Digest leaf;
        std::string checkpoint;
    };
    using Rows = std::vector<std::shared_ptr<const Row>>;
    [[nodiscard]] Rows rows_of(EntryRange range) const;

    mutable std::mutex mutex_;
    Rows rows_;
    std::unordered_map<std::string_view, std::uint64_t> by_id_; // views into rows_
};

} // namespace quorate::ledger::memory

#endif
