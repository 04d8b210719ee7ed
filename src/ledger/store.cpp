#include "ledger/store.hpp"

#include <unordered_set>

namespace quorate::ledger {

using base::fail;

Result<void> check_batch(std::uint64_t size, std::uint64_t first, std::span<const NewEntry> batch) {
    if (first != size) {
        return fail("", "the record has moved on: it has " + std::to_string(size) +
                            " entries and this was to be entry " + std::to_string(first));
    }
    if (batch.empty() || batch.size() > batch_entries_max) {
        return fail("", "a batch has 1 to " + std::to_string(batch_entries_max) +
                            " entries, this has " + std::to_string(batch.size()));
    }
    std::unordered_set<std::string_view> ids;
    ids.reserve(batch.size());
    for (const auto& entry : batch) {
        if (entry.bytes.empty() || entry.bytes.size() > entry_bytes_max) {
            return fail(std::string(entry.id),
                        "an entry has 1 to " + std::to_string(entry_bytes_max) +
                            " bytes, this has " + std::to_string(entry.bytes.size()));
        }
        if (entry.id.empty()) {
            return fail("", "an entry has no id");
        }
        if (!ids.insert(entry.id).second) {
            return tl::unexpected(id_taken(entry.id));
        }
    }
    return {};
}

base::Failure id_taken(std::string_view id) {
    return {"", "an entry with the id " + std::string(id) + " is already recorded", ""};
}

base::Failure no_entry(std::uint64_t position, std::uint64_t size) {
    return {"",
            "there is no entry " + std::to_string(position) + ": the record has " +
                std::to_string(size),
            ""};
}

} // namespace quorate::ledger
