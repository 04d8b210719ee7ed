#include "ledger/ledger.hpp"

#include "ledger/entry.hpp"

#include <mutex>

namespace quorate::ledger {

using base::fail;

Ledger::Ledger(std::unique_ptr<Store> store, std::optional<SigningKey> key)
    : store_(std::move(store)), key_(std::move(key)) {}

Result<std::unique_ptr<Ledger>> Ledger::open(std::unique_ptr<Store> store,
                                             std::optional<SigningKey> key,
                                             const EntryVisitor& replay) {
    std::unique_ptr<Ledger> out(new Ledger(std::move(store), std::move(key)));
    if (auto loaded = out->load(replay); !loaded) {
        return tl::unexpected(loaded.error());
    }
    return out;
}

Result<void> Ledger::load(const EntryVisitor& replay) {
    const auto newest = store_->checkpoint();
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    const auto stored = newest->value_or(StoredCheckpoint{});
    Digest root_when_signed{};
    auto visited = store_->visit({}, [&](const StoredEntry& entry) -> Result<void> {
        if (leaf_hash(entry.bytes) != entry.leaf) {
            return fail("entry " + std::to_string(entry.position),
                        "its bytes do not fit its leaf hash",
                        "Run quorate verify, and restore a backup");
        }
        tree_.append(entry.leaf);
        if (tree_.size() == stored.size) {
            root_when_signed = tree_.root();
        }
        return replay ? replay(entry) : Result<void>{};
    });
    visited = visited.and_then([&] { return load_latest_recorded(); });
    if (!visited || stored.size == 0) {
        return visited;
    }
    const auto signed_head =
        key_ ? open_checkpoint(stored.note, key_->verifier()) : parse_checkpoint(stored.note);
    if (!signed_head) {
        return fail("checkpoint for " + std::to_string(stored.size) + " entries",
                    signed_head.error().text(), "Run quorate verify");
    }
    if (signed_head->size != stored.size || signed_head->root != root_when_signed) {
        return fail("checkpoint for " + std::to_string(stored.size) + " entries",
                    "the record is not the one that was signed",
                    "Run quorate verify, and restore a backup");
    }
    checkpoint_ = stored.size == tree_.size() ? stored.note : std::string();
    return {};
}

Result<void> Ledger::load_latest_recorded() {
    if (tree_.size() == 0) {
        return {};
    }
    const auto bytes = store_->read(tree_.size() - 1);
    const auto head = bytes ? view_head(*bytes) : tl::unexpected(bytes.error());
    const auto recorded = head ? base::parse_instant(head->recorded) : tl::unexpected(head.error());
    if (!recorded) {
        return fail("entry " + std::to_string(tree_.size() - 1), recorded.error().text());
    }
    latest_recorded_ = *recorded;
    return {};
}

Result<base::Instant> Ledger::check_order(std::span<const Record> batch) const {
    auto latest = latest_recorded_;
    auto position = tree_.size();
    for (const auto& record : batch) {
        const auto head = view_head(record.bytes);
        QUORATE_ASSERT(head && head->position == position && head->id == record.id);
        const auto recorded = base::parse_instant(head->recorded);
        QUORATE_ASSERT(recorded);
        if (*recorded < latest) {
            return fail("entry " + std::to_string(position),
                        "it would be recorded at " + base::text(*recorded) +
                            ", before the entry in front of it (" + base::text(latest) + ")",
                        "Set the machine's clock right");
        }
        latest = *recorded;
        ++position;
    }
    return latest;
}

Result<void> Ledger::append(std::span<const Record> batch) {
    // Only the writer changes the tree, so it may be read here without the lock.
    const auto latest = check_order(batch);
    if (!latest) {
        return tl::unexpected(latest.error());
    }
    auto frontier = tree_.frontier();
    const auto first = frontier.size();
    std::vector<NewEntry> entries;
    entries.reserve(batch.size());
    for (const auto& record : batch) {
        entries.push_back({record.id, record.bytes, leaf_hash(record.bytes)});
        frontier.append(entries.back().leaf);
    }
    auto note = key_ ? sign_checkpoint({frontier.size(), frontier.root()}, *key_) : std::string();
    if (auto appended = store_->append(first, entries, note); !appended) {
        return appended;
    }
    latest_recorded_ = *latest;
    const std::unique_lock lock(mutex_);
    for (const auto& entry : entries) {
        tree_.append(entry.leaf);
    }
    checkpoint_ = std::move(note);
    return {};
}

TreeHead Ledger::head() const {
    const std::shared_lock lock(mutex_);
    return {tree_.size(), tree_.root()};
}

std::string Ledger::checkpoint() const {
    const std::shared_lock lock(mutex_);
    return checkpoint_;
}

std::optional<VerifierKey> Ledger::verifier() const {
    return key_ ? std::optional(key_->verifier()) : std::nullopt;
}

LeafReader Ledger::leaf_reader() {
    return [this](std::uint64_t first, std::uint64_t end) { return store_->leaves({first, end}); };
}

Result<InclusionProof> Ledger::prove(std::uint64_t position) {
    auto bytes = store_->read(position);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::shared_lock lock(mutex_);
    InclusionProof out{position, std::move(*bytes), {tree_.size(), tree_.root()}, {}, checkpoint_};
    auto path = tree_.inclusion_path(position, out.head.size, leaf_reader());
    if (!path) {
        return tl::unexpected(path.error());
    }
    out.path = std::move(*path);
    return out;
}

Result<std::vector<Digest>> Ledger::prove_consistent(std::uint64_t older, std::uint64_t newer) {
    const std::shared_lock lock(mutex_);
    return tree_.consistency_path(older, newer, leaf_reader());
}

} // namespace quorate::ledger
