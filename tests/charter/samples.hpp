#ifndef QUORATE_TESTS_CHARTER_SAMPLES_HPP
#define QUORATE_TESTS_CHARTER_SAMPLES_HPP
// What the charter tests share: a short vocabulary, charters in a few lines, and the files beside
// the tests.

#include "base/text.hpp"
#include "charter/library.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace quorate::charter::tests {

inline std::string folder(std::string_view name) {
    return std::string(QUORATE_SOURCE_DIR) + "/tests/charter/" + std::string(name);
}

/// The .md files of a folder and those within it, in order of name.
inline std::vector<std::filesystem::path> markdown_files(const std::string& path) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
            out.push_back(entry.path());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

inline std::string read(const std::filesystem::path& path) {
    const auto text = base::read_file(path.string());
    EXPECT_TRUE(text) << path;
    return text.value_or("");
}

inline Vocabulary vocabulary() {
    return {{"notify-item", "convene-meeting", "allow-late-item", "record-arrival",
             "record-departure", "record-report", "request-replacement"},
            {"member", "substitute", "chair", "vice-chair", "presiding", "servicing-officer",
             "affected-partner", "visitor", "public"}};
}

/// A charter's text: front matter for `name` and `body`, then `markdown` from line 11 on.
inline std::string text_of(const std::string& name, const std::string& body,
                           const std::string& markdown,
                           const std::string& effective = "2008-02-27") {
    return "+++\nlanguage = 1\ncharter = \"" + name + "\"\n" +
           (body.empty() ? "" : "body = \"" + body + "\"\n") +
           "title = \"A sample\"\ntext = \"adopted\"\neffective = " + effective +
           "\ncalendar = \"england-and-wales\"\nzone = \"Europe/London\"\n+++\n" + markdown;
}

inline std::string all_texts(const std::vector<Diagnostic>& diagnostics) {
    std::string out;
    for (const auto& one : diagnostics) {
        out += one.text() + "\n";
    }
    return out;
}

/// Parses a charter that must have no problems.
inline std::shared_ptr<const Charter> good(const std::string& text,
                                           const std::string& file = "sample.md") {
    auto outcome = parse(text, file);
    EXPECT_EQ(all_texts(outcome.problems), "");
    return std::make_shared<const Charter>(std::move(outcome.charter));
}

/// The charters the sample files may apply.
inline std::vector<std::shared_ptr<const Charter>> applied() {
    std::vector<std::shared_ptr<const Charter>> out;
    for (const auto& path : markdown_files(folder("applied"))) {
        out.push_back(good(read(path), path.filename().string()));
    }
    return out;
}

/// A spec of a charter with the given charters as its imports.
inline TermsSpec spec_of(const Charter& charter,
                         const std::vector<std::shared_ptr<const Charter>>& imports = {},
                         std::vector<std::pair<std::string, std::string>> readings = {}) {
    TermsSpec spec{charter.digest, {}, std::move(readings)};
    for (const auto& one : imports) {
        spec.imports.emplace_back(one->name, one->digest);
    }
    return spec;
}

inline std::shared_ptr<const Charter> add(Library& library, const std::string& text,
                                          const std::string& file = "sample.md") {
    auto held = library.add(text, file);
    EXPECT_TRUE(held) << (held ? "" : held.error().text());
    return held.value_or(nullptr);
}

inline const Terms& terms_of(const Library& library, const TermsSpec& spec) {
    const auto terms = library.terms(spec);
    if (!terms) {
        throw std::runtime_error(terms.error().text());
    }
    return **terms;
}

} // namespace quorate::charter::tests

#endif
