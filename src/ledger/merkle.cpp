#include "ledger/merkle.hpp"

#include <bit>
#include <memory>
#include <openssl/evp.h>

namespace quorate::ledger {
namespace {

constexpr std::uint64_t tile_leaves = 256;
constexpr char leaf_prefix = 0x00;
constexpr char node_prefix = 0x01;

/// One digest context a thread, fetched once: OpenSSL 3 spends more on looking SHA-256 up than on
/// hashing a node.
class Hasher {
public:
    Hasher() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
        QUORATE_ASSERT(algorithm_ != nullptr && context_ != nullptr);
    }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    ~Hasher() {
        EVP_MD_CTX_free(context_);
        EVP_MD_free(algorithm_);
    }

    Digest hash(char prefix, std::string_view first, std::string_view second) {
        Digest out;
        const bool done = EVP_DigestInit_ex2(context_, algorithm_, nullptr) == 1 &&
                          EVP_DigestUpdate(context_, &prefix, 1) == 1 &&
                          EVP_DigestUpdate(context_, first.data(), first.size()) == 1 &&
                          EVP_DigestUpdate(context_, second.data(), second.size()) == 1 &&
                          EVP_DigestFinal_ex(context_, out.data(), nullptr) == 1;
        QUORATE_ASSERT(done);
        return out;
    }

private:
    EVP_MD* algorithm_;
    EVP_MD_CTX* context_;
};

Hasher& hasher() {
    thread_local Hasher instance;
    return instance;
}

/// The largest power of two smaller than n, for n of at least 2: where RFC 6962 splits n leaves.
std::uint64_t split_point(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

base::Failure too_large(std::uint64_t asked, std::uint64_t held) {
    return {"",
            "the record holds " + std::to_string(held) + " entries, not " + std::to_string(asked),
            ""};
}

} // namespace

Digest leaf_hash(std::string_view bytes) {
    return hasher().hash(leaf_prefix, bytes, {});
}

Digest node_hash(const Digest& left, const Digest& right) {
    return hasher().hash(node_prefix, base::as_bytes(left), base::as_bytes(right));
}

Digest empty_root() {
    return base::sha256(std::string_view{});
}

Frontier::Frontier(std::uint64_t size, std::vector<Digest> peaks)
    : size_(size), peaks_(std::move(peaks)) {
    QUORATE_ASSERT(static_cast<std::size_t>(std::popcount(size_)) == peaks_.size());
}

void Frontier::append(const Digest& leaf) {
    Digest node = leaf;
    for (std::uint64_t bits = size_; (bits & 1) != 0; bits >>= 1) {
        node = node_hash(peaks_.back(), node);
        peaks_.pop_back();
    }
    peaks_.push_back(node);
    ++size_;
}

Digest Frontier::root() const {
    if (peaks_.empty()) {
        return empty_root();
    }
    Digest root = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) {
        root = node_hash(*peak, root);
    }
    return root;
}

void Tree::append(const Digest& leaf) {
    tile_.append(leaf);
    if (tile_.size() < tile_leaves) {
        return;
    }
    Digest node = tile_.root();
    tile_ = Frontier();
    for (std::size_t k = 0;; ++k) {
        if (k == levels_.size()) {
            levels_.emplace_back();
        }
        levels_[k].push_back(node);
        const auto count = levels_[k].size();
        if (count % 2 != 0) {
            return;
        }
        node = node_hash(levels_[k][count - 2], levels_[k][count - 1]);
    }
}

std::uint64_t Tree::size() const {
    return (levels_.empty() ? 0 : levels_[0].size() * tile_leaves) + tile_.size();
}

Frontier Tree::frontier() const {
    std::vector<Digest> peaks;
    for (std::size_t k = levels_.size(); k-- > 0;) {
        if (levels_[k].size() % 2 != 0) {
            peaks.push_back(levels_[k].back());
        }
    }
    peaks.insert(peaks.end(), tile_.peaks().begin(), tile_.peaks().end());
    return {size(), std::move(peaks)};
}

Digest Tree::root() const {
    return frontier().root();
}

Result<Digest> Tree::range(std::uint64_t begin, std::uint64_t end, const LeafReader& leaves) const {
    const auto count = end - begin;
    QUORATE_ASSERT(count > 0);
    if (count <= tile_leaves && (count < tile_leaves || begin % tile_leaves != 0)) {
        const auto read = leaves(begin, end);
        if (!read) {
            return tl::unexpected(read.error());
        }
        QUORATE_ASSERT(read->size() == count);
        Frontier frontier;
        for (const auto& leaf : *read) {
            frontier.append(leaf);
        }
        return frontier.root();
    }
    if (std::has_single_bit(count) && begin % count == 0) {
        const auto level = static_cast<std::size_t>(std::countr_zero(count / tile_leaves));
        return levels_[level][begin / count];
    }
    const auto middle = begin + split_point(count);
    const auto left = range(begin, middle, leaves);
    const auto right = left ? range(middle, end, leaves) : left;
    return right ? Result<Digest>(node_hash(*left, *right)) : right;
}

Result<Digest> Tree::root_at(std::uint64_t size, const LeafReader& leaves) const {
    if (size > this->size()) {
        return tl::unexpected(too_large(size, this->size()));
    }
    return size == 0 ? Result<Digest>(empty_root()) : range(0, size, leaves);
}

Result<std::vector<Digest>> Tree::inclusion_path(std::uint64_t position, std::uint64_t size,
                                                 const LeafReader& leaves) const {
    if (size > this->size() || position >= size) {
        return tl::unexpected(
            too_large(std::max(size, position + 1), std::min(size, this->size())));
    }
    std::vector<Digest> path;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const auto middle = begin + split_point(end - begin);
        const bool left = position < middle;
        const auto sibling = left ? range(middle, end, leaves) : range(begin, middle, leaves);
        if (!sibling) {
            return tl::unexpected(sibling.error());
        }
        path.push_back(*sibling);
        (left ? end : begin) = middle;
    }
    return std::vector<Digest>(path.rbegin(), path.rend());
}

Result<std::vector<Digest>> Tree::consistency_path(std::uint64_t old_size, std::uint64_t new_size,
                                                   const LeafReader& leaves) const {
    if (new_size > size() || old_size > new_size) {
        return tl::unexpected(too_large(std::max(old_size, new_size), std::min(new_size, size())));
    }
    std::vector<Digest> path;
    std::uint64_t begin = 0;
    std::uint64_t end = new_size;
    bool whole = true; // the old tree is exactly the subtree being looked at, and its root is known
    while (old_size != 0 && old_size != end) {
        const auto middle = begin + split_point(end - begin);
        const bool left = old_size <= middle;
        const auto sibling = left ? range(middle, end, leaves) : range(begin, middle, leaves);
        if (!sibling) {
            return tl::unexpected(sibling.error());
        }
        path.push_back(*sibling);
        (left ? end : begin) = middle;
        whole = whole && left;
    }
    if (old_size != 0 && !whole) {
        const auto last = range(begin, end, leaves);
        if (!last) {
            return tl::unexpected(last.error());
        }
        path.push_back(*last);
    }
    return std::vector<Digest>(path.rbegin(), path.rend());
}

bool inclusion_holds(const Digest& leaf, LeafPlace place, std::span<const Digest> path,
                     const Digest& root) {
    if (place.position >= place.size) {
        return false;
    }
    auto position = place.position;
    auto last = place.size - 1;
    Digest node = leaf;
    for (const auto& sibling : path) {
        if (last == 0) {
            return false;
        }
        if ((position & 1) != 0 || position == last) {
            node = node_hash(sibling, node);
            while ((position & 1) == 0 && position != 0) {
                position >>= 1;
                last >>= 1;
            }
        } else {
            node = node_hash(node, sibling);
        }
        position >>= 1;
        last >>= 1;
    }
    return last == 0 && node == root;
}

bool consistency_holds(const TreeHead& older, const TreeHead& newer, std::span<const Digest> path) {
    if (older.size > newer.size) {
        return false;
    }
    if (older.size == newer.size || older.size == 0) {
        const bool start =
            older.size == newer.size ? older.root == newer.root : older.root == empty_root();
        return path.empty() && start;
    }
    auto position = older.size - 1;
    auto last = newer.size - 1;
    while ((position & 1) != 0) {
        position >>= 1;
        last >>= 1;
    }
    // RFC 9162: when the old size is a power of two its root is not repeated in the proof.
    const bool power = std::has_single_bit(older.size);
    if (!power && path.empty()) {
        return false;
    }
    Digest old_node = power ? older.root : path.front();
    Digest new_node = old_node;
    for (const auto& step : power ? path : path.subspan(1)) {
        if (last == 0) {
            return false;
        }
        if ((position & 1) != 0 || position == last) {
            old_node = node_hash(step, old_node);
            new_node = node_hash(step, new_node);
            while ((position & 1) == 0 && position != 0) {
                position >>= 1;
                last >>= 1;
            }
        } else {
            new_node = node_hash(new_node, step);
        }
        position >>= 1;
        last >>= 1;
    }
    return last == 0 && old_node == older.root && new_node == newer.root;
}

} // namespace quorate::ledger
