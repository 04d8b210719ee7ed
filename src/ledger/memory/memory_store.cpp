#include "ledger/memory/memory_store.hpp"

#include <algorithm>

namespace quorate::ledger::memory {

std::unique_ptr<MemoryStore> MemoryStore::copy() const {
    auto out = std::make_unique<MemoryStore>();
    const std::lock_guard lock(mutex_);
    out->rows_ = rows_;
    out->by_id_ = by_id_;
    return out;
}

std::uint64_t MemoryStore::size() const {
    const std::lock_guard lock(mutex_);
    return rows_.size();
}

Result<void> MemoryStore::append(std::uint64_t first, std::span<const NewEntry> batch,
                                 std::string_view checkpoint) {
    const std::lock_guard lock(mutex_);
    if (auto checked = check_batch(rows_.size(), first, batch); !checked) {
        return checked;
    }
    for (const auto& entry : batch) {
        if (by_id_.contains(entry.id)) {
            return tl::unexpected(id_taken(entry.id));
        }
    }
    for (const auto& entry : batch) {
        const bool last = &entry == &batch.back();
        rows_.push_back(std::make_shared<const Row>(
            Row{std::string(entry.id), std::string(entry.bytes), entry.leaf,
                std::string(last ? checkpoint : std::string_view{})}));
        by_id_.emplace(rows_.back()->id, rows_.size() - 1);
    }
    return {};
}

Result<std::string> MemoryStore::read(std::uint64_t position) {
    const std::lock_guard lock(mutex_);
    if (position >= rows_.size()) {
        return tl::unexpected(no_entry(position, rows_.size()));
    }
    return rows_[position]->bytes;
}

MemoryStore::Rows MemoryStore::rows_of(EntryRange range) const {
    const std::lock_guard lock(mutex_);
    const auto end = std::min<std::uint64_t>(range.end, rows_.size());
    Rows out;
    for (auto position = range.first; position < end; ++position) {
        out.push_back(rows_[position]);
    }
    return out;
}

Result<void> MemoryStore::visit(EntryRange range, const EntryVisitor& visitor) {
    auto position = range.first;
    for (const auto& row : rows_of(range)) {
        if (auto seen = visitor({position++, row->id, row->bytes, row->leaf, row->checkpoint});
            !seen) {
            return seen;
        }
    }
    return {};
}

Result<std::vector<Digest>> MemoryStore::leaves(EntryRange range) {
    const auto rows = rows_of(range);
    if (range.end > size()) {
        return tl::unexpected(no_entry(range.end - 1, size()));
    }
    std::vector<Digest> out;
    for (const auto& row : rows) {
        out.push_back(row->leaf);
    }
    return out;
}

Result<std::optional<std::uint64_t>> MemoryStore::find(std::string_view id) {
    const std::lock_guard lock(mutex_);
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

Result<std::optional<StoredCheckpoint>> MemoryStore::checkpoint(std::uint64_t size_max) {
    const std::lock_guard lock(mutex_);
    for (auto size = std::min<std::uint64_t>(size_max, rows_.size()); size > 0; --size) {
        if (!rows_[size - 1]->checkpoint.empty()) {
            return StoredCheckpoint{size, rows_[size - 1]->checkpoint};
        }
    }
    return std::nullopt;
}

} // namespace quorate::ledger::memory
