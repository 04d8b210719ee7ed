#ifndef QUORATE_LEDGER_MERKLE_HPP
#define QUORATE_LEDGER_MERKLE_HPP
// The Merkle tree of RFC 6962 section 2.1 (the same tree as RFC 9162 section 2.1): roots at any
// size, inclusion and consistency proofs, and checking them without the entries.

#include "base/hash.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace quorate::ledger {

using base::Digest;
using base::Result;

/// SHA-256(0x00 || bytes): the leaf of an entry.
Digest leaf_hash(std::string_view bytes);
/// SHA-256(0x01 || left || right).
Digest node_hash(const Digest& left, const Digest& right);
/// The root of a tree with no entries: SHA-256 of nothing.
Digest empty_root();

/// The roots of the complete subtrees along the tree's right edge: enough to append a leaf and to
/// give the root, each in O(log n). Cheap to copy, so an append can be tried and dropped.
class Frontier {
public:
    Frontier() = default;
    /// `peaks` holds one digest for each set bit of `size`, largest subtree first.
    Frontier(std::uint64_t size, std::vector<Digest> peaks);

    void append(const Digest& leaf);
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Digest root() const;
    [[nodiscard]] const std::vector<Digest>& peaks() const { return peaks_; }

private:
    std::uint64_t size_ = 0;
    std::vector<Digest> peaks_;
};

/// Gives the stored leaf hashes of positions first to end - 1. Asked for at most 256 at a time.
using LeafReader =
    std::function<Result<std::vector<Digest>>(std::uint64_t first, std::uint64_t end)>;

/// A tree that can prove things about itself. Keeps only subtrees of 256 leaves and more in memory
/// (a quarter of a byte an entry); a proof reads a few hundred leaf hashes from the store.
class Tree {
public:
    void append(const Digest& leaf);
    [[nodiscard]] std::uint64_t size() const;
    [[nodiscard]] Digest root() const;
    [[nodiscard]] Frontier frontier() const;

    /// The root the tree had when it held `size` entries; fails when it never held so many.
    [[nodiscard]] Result<Digest> root_at(std::uint64_t size, const LeafReader& leaves) const;
    /// PATH(position, D[size]) of RFC 6962 section 2.1.1, from the leaf upwards.
    [[nodiscard]] Result<std::vector<Digest>>
    inclusion_path(std::uint64_t position, std::uint64_t size, const LeafReader& leaves) const;
    /// PROOF(old_size, D[new_size]) of RFC 6962 section 2.1.2. Empty when the sizes are equal or
    /// old_size is 0.
    [[nodiscard]] Result<std::vector<Digest>> consistency_path(std::uint64_t old_size,
                                                               std::uint64_t new_size,
                                                               const LeafReader& leaves) const;

private:
    [[nodiscard]] Result<Digest> range(std::uint64_t begin, std::uint64_t end,
                                       const LeafReader& leaves) const;

    Frontier tile_; // the last, incomplete, 256 leaves
    std::vector<std::vector<Digest>>
        levels_; // [k][i]: the i-th complete subtree of 256 << k leaves
};

/// Where a leaf is claimed to be: `position` in a tree of `size` leaves.
struct LeafPlace {
    std::uint64_t position = 0;
    std::uint64_t size = 0;
};

/// True when `path` leads from `leaf` to `root` (RFC 9162 section 2.1.3.2).
bool inclusion_holds(const Digest& leaf, LeafPlace place, std::span<const Digest> path,
                     const Digest& root);

/// One size and root of a growing tree.
struct TreeHead {
    std::uint64_t size = 0;
    Digest root{};
};

/// True when `path` shows that the older tree is the start of the newer (RFC 9162 section 2.1.4.2).
bool consistency_holds(const TreeHead& older, const TreeHead& newer, std::span<const Digest> path);

} // namespace quorate::ledger

#endif
