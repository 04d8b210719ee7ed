#include "ledger/merkle.hpp"

#include <gtest/gtest.h>

namespace quorate::ledger {
namespace {

using Leaves = std::vector<Digest>;

/// MTH of RFC 6962 section 2.1, written straight from its words.
Digest plain_root(std::span<const Digest> leaves) {
    if (leaves.empty()) {
        return base::sha256("");
    }
    if (leaves.size() == 1) {
        return leaves[0];
    }
    std::size_t k = 1;
    while (k * 2 < leaves.size()) {
        k *= 2;
    }
    return node_hash(plain_root(leaves.first(k)), plain_root(leaves.subspan(k)));
}

Leaves numbered_leaves(std::size_t count) {
    Leaves out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(leaf_hash("entry " + std::to_string(i)));
    }
    return out;
}

LeafReader reader_of(const Leaves& leaves) {
    return [&leaves](std::uint64_t first, std::uint64_t end) -> Result<Leaves> {
        EXPECT_LE(end - first, 256U);
        return Leaves(leaves.begin() + static_cast<std::ptrdiff_t>(first),
                      leaves.begin() + static_cast<std::ptrdiff_t>(end));
    };
}

Tree tree_of(std::span<const Digest> leaves) {
    Tree tree;
    for (const auto& leaf : leaves) {
        tree.append(leaf);
    }
    return tree;
}

// The inputs and roots of the reference implementation's tests (certificate-transparency,
// merkletree).
const std::vector<std::string> reference_inputs = {
    std::string(),
    std::string(1, '\0'),
    "\x10",
    "\x20\x21",
    "\x30\x31",
    "\x40\x41\x42\x43",
    "\x50\x51\x52\x53\x54\x55\x56\x57",
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
const std::vector<std::string> reference_roots = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(Merkle, GivesThePublishedRoots) {
    Frontier frontier;
    EXPECT_EQ(base::hex(frontier.root()), reference_roots[0]);
    for (std::size_t i = 0; i < reference_inputs.size(); ++i) {
        frontier.append(leaf_hash(reference_inputs[i]));
        EXPECT_EQ(base::hex(frontier.root()), reference_roots[i + 1]) << i + 1 << " leaves";
    }
}

TEST(Merkle, GivesThePublishedProofs) {
    Leaves leaves;
    for (const auto& input : reference_inputs) {
        leaves.push_back(leaf_hash(input));
    }
    const auto tree = tree_of(leaves);
    const auto hexes = [](const Result<Leaves>& path) {
        std::vector<std::string> out;
        for (const auto& step : path.value()) {
            out.push_back(base::hex(step));
        }
        return out;
    };
    const std::vector<std::string> inclusion_of_0_in_8 = {
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"};
    EXPECT_EQ(hexes(tree.inclusion_path(0, 8, reader_of(leaves))), inclusion_of_0_in_8);
    const std::vector<std::string> consistency_6_to_8 = {
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"};
    EXPECT_EQ(hexes(tree.consistency_path(6, 8, reader_of(leaves))), consistency_6_to_8);
}

TEST(Merkle, ProvesInclusionForEverySizeAndPosition) {
    const auto leaves = numbered_leaves(64);
    const auto tree = tree_of(leaves);
    for (std::uint64_t size = 1; size <= 64; ++size) {
        const auto root = plain_root(std::span(leaves).first(size));
        EXPECT_EQ(tree.root_at(size, reader_of(leaves)).value(), root);
        for (std::uint64_t position = 0; position < size; ++position) {
            auto path = tree.inclusion_path(position, size, reader_of(leaves)).value();
            EXPECT_TRUE(inclusion_holds(leaves[position], {position, size}, path, root));
            EXPECT_FALSE(
                inclusion_holds(leaves[(position + 1) % 64], {position, size}, path, root));
            EXPECT_FALSE(inclusion_holds(leaves[position], {position + size, size}, path, root));
            if (size > 1) {
                EXPECT_FALSE(
                    inclusion_holds(leaves[position], {(position + 1) % size, size}, path, root));
                auto shorter = path;
                shorter.pop_back();
                EXPECT_FALSE(inclusion_holds(leaves[position], {position, size}, shorter, root));
            }
            for (auto& step : path) {
                step[0] ^= 1;
                EXPECT_FALSE(inclusion_holds(leaves[position], {position, size}, path, root));
                step[0] ^= 1;
            }
            path.push_back(root);
            EXPECT_FALSE(inclusion_holds(leaves[position], {position, size}, path, root));
        }
    }
}

TEST(Merkle, ProvesConsistencyForEveryPairOfSizes) {
    const auto leaves = numbered_leaves(64);
    const auto tree = tree_of(leaves);
    std::vector<Digest> roots;
    for (std::size_t size = 0; size <= 64; ++size) {
        roots.push_back(plain_root(std::span(leaves).first(size)));
    }
    for (std::uint64_t newer = 0; newer <= 64; ++newer) {
        for (std::uint64_t older = 0; older <= newer; ++older) {
            auto path = tree.consistency_path(older, newer, reader_of(leaves)).value();
            EXPECT_TRUE(consistency_holds({older, roots[older]}, {newer, roots[newer]}, path));
            EXPECT_FALSE(consistency_holds({older, leaves[0]}, {newer, leaves[1]}, path));
            if (older > 0 && older < newer) {
                EXPECT_FALSE(
                    consistency_holds({older, roots[older - 1]}, {newer, roots[newer]}, path));
                EXPECT_FALSE(
                    consistency_holds({older, roots[older]}, {newer, roots[newer - 1]}, path));
            }
            for (auto& step : path) {
                step[31] ^= 1;
                EXPECT_FALSE(consistency_holds({older, roots[older]}, {newer, roots[newer]}, path));
                step[31] ^= 1;
            }
            path.push_back(roots[0]);
            EXPECT_FALSE(consistency_holds({older, roots[older]}, {newer, roots[newer]}, path));
        }
    }
}

TEST(Merkle, ProvesInTreesLargerThanTheTilesKeptInMemory) {
    const auto leaves = numbered_leaves(2500);
    const auto tree = tree_of(leaves);
    ASSERT_EQ(tree.root(), plain_root(leaves));
    for (const std::uint64_t size :
         {255U, 256U, 257U, 511U, 512U, 1000U, 1024U, 1025U, 2048U, 2304U, 2500U}) {
        const auto root = plain_root(std::span(leaves).first(size));
        EXPECT_EQ(tree.root_at(size, reader_of(leaves)).value(), root) << size;
        for (std::uint64_t position = 0; position < size; position += 37) {
            const auto path = tree.inclusion_path(position, size, reader_of(leaves)).value();
            EXPECT_TRUE(inclusion_holds(leaves[position], {position, size}, path, root));
        }
        const auto path = tree.consistency_path(size, 2500, reader_of(leaves)).value();
        EXPECT_TRUE(consistency_holds({size, root}, {2500, tree.root()}, path)) << size;
    }
}

TEST(Merkle, RefusesWhatIsNotInTheTree) {
    const auto leaves = numbered_leaves(5);
    const auto tree = tree_of(leaves);
    EXPECT_FALSE(tree.root_at(6, reader_of(leaves)));
    EXPECT_FALSE(tree.inclusion_path(5, 5, reader_of(leaves)));
    EXPECT_FALSE(tree.inclusion_path(0, 6, reader_of(leaves)));
    EXPECT_FALSE(tree.consistency_path(4, 6, reader_of(leaves)));
    EXPECT_FALSE(tree.consistency_path(5, 4, reader_of(leaves)));
}

} // namespace
} // namespace quorate::ledger
