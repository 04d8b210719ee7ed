// Charters in files: what good/ holds is accepted, and what bad/ holds is refused in the words
// beside it.

#include "samples.hpp"

namespace quorate::charter::tests {
namespace {

std::vector<Diagnostic> problems_of(const std::filesystem::path& path) {
    const auto outcome = parse(read(path), path.filename().string());
    return outcome.problems.empty() ? check(outcome.charter, vocabulary(), applied())
                                    : outcome.problems;
}

TEST(CharterFiles, bad_ones_are_refused_in_the_words_beside_them) {
    const auto files = markdown_files(folder("bad"));
    EXPECT_GE(files.size(), 65U);
    for (const auto& path : files) {
        auto expected = path;
        expected.replace_extension(".txt");
        EXPECT_EQ(all_texts(problems_of(path)), read(expected)) << path;
    }
}

TEST(CharterFiles, good_ones_are_accepted_and_kept_byte_for_byte) {
    const auto files = markdown_files(folder("good"));
    EXPECT_GE(files.size(), 4U);
    for (const auto& path : files) {
        EXPECT_EQ(all_texts(problems_of(path)), "") << path;
        const auto bytes = read(path);
        const auto charter = good(bytes, path.string());
        EXPECT_EQ(charter->bytes, bytes);
        EXPECT_EQ(charter->digest, base::sha256(bytes));
    }
}

TEST(CharterFiles, every_charter_of_the_house_is_accepted) {
    const auto files = markdown_files(std::string(QUORATE_SOURCE_DIR) + "/charters");
    std::vector<std::shared_ptr<const Charter>> charters;
    for (const auto& path : files) {
        charters.push_back(good(read(path), path.string()));
    }
    ASSERT_GE(charters.size(), 3U);
    for (const auto& charter : charters) {
        // The vocabulary is the act table's, which stands above this folder; names are checked
        // there.
        EXPECT_EQ(all_texts(check(*charter, {}, charters)), "") << charter->name;
    }
}

TEST(CharterFiles, every_charter_of_the_house_makes_terms) {
    Library library;
    std::vector<std::shared_ptr<const Charter>> charters;
    for (const auto& path : markdown_files(std::string(QUORATE_SOURCE_DIR) + "/charters")) {
        charters.push_back(add(library, read(path), path.string()));
    }
    for (const auto& charter : charters) {
        const auto& terms = terms_of(library, spec_of(*charter, charters));
        EXPECT_GE(terms.rules().size(), charter->rules.size());
        for (const auto* rule : terms.rules()) {
            EXPECT_NE(terms.clause_of(*rule), nullptr) << rule->id;
            EXPECT_FALSE(plain_words(*rule, rule->params).empty()) << rule->id;
        }
        // Each reading of each interpretation can be put in force.
        for (const auto& one : terms.readings()) {
            for (const auto& reading : one.interpretation->readings) {
                const auto key = std::string(one.charter) + "/" + one.interpretation->id;
                EXPECT_TRUE(library.terms(spec_of(*charter, charters, {{key, reading.name}})))
                    << key;
            }
        }
    }
}

} // namespace
} // namespace quorate::charter::tests
