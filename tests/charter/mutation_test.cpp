// Damaged charters: whatever a few changed bytes do, parsing and checking end with a list of
// problems or none.

#include "samples.hpp"

#include <random>

namespace quorate::charter::tests {
namespace {

/// One to four changes: a byte replaced, a stretch removed, repeated or moved, or a piece of syntax
/// put in.
std::string mutated(const std::string& text, std::mt19937& random) {
    static const std::vector<std::string> pieces = {"```",
                                                    "```rule may x\n",
                                                    "+++\n",
                                                    "**",
                                                    "- **(a)** ",
                                                    "[[interpretation]]\n",
                                                    "\"\"\"",
                                                    "= {",
                                                    "\r",
                                                    "\t",
                                                    "\xC3",
                                                    "\xE2\x80\x99",
                                                    ">",
                                                    "  ",
                                                    "\n\n",
                                                    "readings.a = { effect = \"void\" }\n",
                                                    "9999999999999999999",
                                                    "clauses = [\"1\"]\n",
                                                    "exception = \"",
                                                    "at_least = \"0/1\"\n"};
    std::string out = text;
    const auto pick = [&](std::size_t size) {
        return size == 0 ? std::size_t{0}
                         : std::uniform_int_distribution<std::size_t>(0, size - 1)(random);
    };
    const auto changes = 1 + pick(4);
    for (std::size_t i = 0; i < changes && !out.empty(); ++i) {
        const auto at = pick(out.size());
        const auto length = pick(60);
        switch (pick(5)) {
        case 0:
            out[at] = static_cast<char>(pick(256));
            break;
        case 1:
            out.erase(at, length);
            break;
        case 2:
            out.insert(at, out.substr(pick(out.size()), length));
            break;
        case 3:
            out.insert(at, pieces[pick(pieces.size())]);
            break;
        default:
            out.resize(at);
            break;
        }
    }
    return out;
}

TEST(Mutation, damaged_charters_never_stop_the_program) {
    std::mt19937 random(2008);
    const auto others = applied();
    std::vector<std::string> seeds;
    for (const auto& path : markdown_files(folder("good"))) {
        seeds.push_back(read(path));
    }
    int usable = 0;
    for (int round = 0; round < 4'000; ++round) {
        const auto text = mutated(seeds[static_cast<std::size_t>(round) % seeds.size()], random);
        const auto outcome = parse(text, "m.md");
        EXPECT_EQ(outcome.charter.digest, base::sha256(text));
        for (const auto& problem : outcome.problems) {
            EXPECT_FALSE(problem.text().empty());
            EXPECT_GE(problem.place.line, 1);
            EXPECT_GE(problem.place.column, 1);
        }
        usable += outcome.problems.empty() ? 1 : 0;
        check(outcome.charter, vocabulary(), others);
    }
    EXPECT_GT(usable, 50); // some damage only touches the words
}

} // namespace
} // namespace quorate::charter::tests
