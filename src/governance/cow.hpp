#ifndef QUORATE_GOVERNANCE_COW_HPP
#define QUORATE_GOVERNANCE_COW_HPP
// Copy-on-write values: State is copied by sharing, and a shard is copied only when it is changed while shared.

#include "base/result.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quorate::governance {

/// A shared value. read() never copies; write() copies first when another State shares it.
template <class T>
class Cow {
  public:
    Cow() : held_(std::make_shared<T>()) {}
    explicit Cow(T value) : held_(std::make_shared<T>(std::move(value))) {}

    [[nodiscard]] const T& read() const { return *held_; }
    const T* operator->() const { return held_.get(); }
    [[nodiscard]] T& write() {
        if (held_.use_count() > 1) {
            held_ = std::make_shared<T>(*held_);
        } else {
            // The last other reader let go before this write begins.
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *held_;
    }

  private:
    std::shared_ptr<T> held_;
};

/// Where keys stand in a table, by hash: a tree of two levels of 64 branches whose leaves are short runs of numbers.
/// Copying it shares the tree; adding one key copies one branch of each level and one leaf.
class CowIndex {
  public:
    struct Place {
        std::size_t hash = 0;
        std::size_t position = 0;
    };

    /// The first position of that hash for which is_it(position); null when there is none.
    template <class IsIt>
    [[nodiscard]] std::optional<std::size_t> find(std::size_t hash, IsIt&& is_it) const {
        const auto& branch = branches_.read()[hash % fan];
        const auto& leaf = branch.leaves == nullptr ? nullptr : (*branch.leaves)[hash / fan % fan];
        if (leaf == nullptr) {
            return std::nullopt;
        }
        for (const auto& place : *leaf) {
            if (place.hash == hash && is_it(place.position)) {
                return place.position;
            }
        }
        return std::nullopt;
    }

    void add(Place place) {
        auto& branch = branches_.write()[place.hash % fan];
        auto& leaf = unshared(branch.leaves)[place.hash / fan % fan];
        unshared(leaf).push_back(place);
    }

  private:
    static constexpr std::size_t fan = 64;
    using Leaf = std::vector<Place>;
    using Leaves = std::array<std::shared_ptr<Leaf>, fan>;
    struct Branch {
        std::shared_ptr<Leaves> leaves;
    };

    /// The value to change: made when there is none, copied when it is shared.
    template <class T>
    static T& unshared(std::shared_ptr<T>& held) {
        if (held == nullptr) {
            held = std::make_shared<T>();
        } else if (held.use_count() > 1) {
            held = std::make_shared<T>(*held);
        } else {
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *held;
    }

    Cow<std::array<Branch, fan>> branches_;
};

/// A copy-on-write table of values that are never removed, kept in the order they were added. Copying it copies two
/// pointers; changing one value copies that value and one block of 64 at most.
template <class Key, class T>
class CowTable {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const T* find(const Key& key) const {
        const auto position = position_in_index(key);
        return position && *position < size_ ? &at(*position) : nullptr;
    }
    [[nodiscard]] const T& at(std::size_t position) const { return slot(position).value.read(); }
    /// Where a value stands, for at(); it must be there. A value never moves.
    [[nodiscard]] std::size_t position_of(const Key& key) const {
        const auto position = position_in_index(key);
        QUORATE_ASSERT(position.has_value());
        return *position;
    }
    /// The value to change; it must be there.
    T& write(const Key& key) {
        const auto position = position_of(key);
        return blocks_.write()[position / block_size].write()[position % block_size].value.write();
    }
    /// Adds a value, or gives the one that is there.
    T& write_or_add(const Key& key) {
        if (position_in_index(key)) {
            return write(key);
        }
        QUORATE_ASSERT(size_ == held_);
        index_.add({std::hash<Key>{}(key), size_});
        auto& blocks = blocks_.write();
        if (size_ % block_size == 0) {
            blocks.emplace_back();
        }
        auto& block = blocks.back().write();
        block.push_back({key, {}});
        ++size_;
        ++held_;
        return block.back().value.write();
    }
    /// Shows the first `count` values only, as the table was before the others were added: a record is gone through
    /// again without filling its table again. Nothing can be added while some are hidden.
    void show_first(std::size_t count) {
        QUORATE_ASSERT(count <= held_);
        size_ = count;
    }
    /// Calls visit(const T&) for each value in the order they were added.
    template <class Visit>
    void each(Visit&& visit) const {
        for (std::size_t i = 0; i < size_; ++i) {
            visit(at(i));
        }
    }

  private:
    static constexpr std::size_t block_size = 64;
    struct Slot {
        Key key;
        Cow<T> value;
    };

    [[nodiscard]] const Slot& slot(std::size_t position) const {
        return blocks_.read()[position / block_size].read()[position % block_size];
    }
    [[nodiscard]] std::optional<std::size_t> position_in_index(const Key& key) const {
        return index_.find(std::hash<Key>{}(key), [&](std::size_t position) { return slot(position).key == key; });
    }

    Cow<std::vector<Cow<std::vector<Slot>>>> blocks_;
    CowIndex index_;
    std::size_t size_ = 0; ///< shown
    std::size_t held_ = 0; ///< those hidden included
};

} // namespace quorate::governance

#endif
