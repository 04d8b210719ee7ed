#pragma once
// Copy-on-write values: State is copied by sharing, and a shard is copied only when it is changed while shared.

#include "base/result.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
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

/// A copy-on-write table of values that are never removed, kept in the order they were added. Copying it copies a
/// few pointers; changing one value copies that value and one block of 64 pointers at most.
template <class Key, class T>
class CowTable {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const T* find(const Key& key) const {
        const auto& shelf = index_[shelf_of(key)].read();
        const auto found = shelf.find(key);
        return found == shelf.end() ? nullptr : &at(found->second);
    }
    [[nodiscard]] const T& at(std::size_t position) const {
        return blocks_.read()[position / block_size].read()[position % block_size].read();
    }
    /// Where a value stands, for at(); it must be there. A value never moves.
    [[nodiscard]] std::size_t position_of(const Key& key) const {
        const auto& shelf = index_[shelf_of(key)].read();
        const auto found = shelf.find(key);
        QUORATE_ASSERT(found != shelf.end());
        return found->second;
    }
    /// The value to change; it must be there.
    T& write(const Key& key) {
        const auto& shelf = index_[shelf_of(key)].read();
        const auto found = shelf.find(key);
        QUORATE_ASSERT(found != shelf.end());
        return blocks_.write()[found->second / block_size].write()[found->second % block_size].write();
    }
    /// Adds a value, or gives the one that is there.
    T& write_or_add(const Key& key) {
        const auto& shelf = index_[shelf_of(key)].read();
        if (shelf.find(key) != shelf.end()) {
            return write(key);
        }
        index_[shelf_of(key)].write().emplace(key, size_);
        auto& blocks = blocks_.write();
        if (size_ % block_size == 0) {
            blocks.emplace_back();
        }
        auto& block = blocks.back().write();
        block.emplace_back();
        ++size_;
        return block.back().write();
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
    static constexpr std::size_t shelf_count = 32;
    static std::size_t shelf_of(const Key& key) { return std::hash<Key>{}(key) % shelf_count; }

    Cow<std::vector<Cow<std::vector<Cow<T>>>>> blocks_;
    std::array<Cow<std::unordered_map<Key, std::size_t>>, shelf_count> index_;
    std::size_t size_ = 0;
};

} // namespace quorate::governance
