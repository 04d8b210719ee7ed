// tests/README.md says where each thing is shown. Every file it names is there, every test, and
// every interpretation.

#include "base/text.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <regex>
#include <set>

using namespace quorate;
namespace fs = std::filesystem;

namespace {

const fs::path root = QUORATE_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    return base::read_file(path.string()).value_or("");
}

/// Everything of a kind under some folders, as one text.
std::string all_of(const std::vector<std::string>& folders, const std::string& extension) {
    std::string out;
    for (const auto& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() == extension) {
                out += text_of(entry.path());
            }
        }
    }
    return out;
}

/// What stands between backticks in the page.
std::set<std::string> named() {
    const auto page = text_of(root / "tests" / "README.md");
    std::set<std::string> out;
    const std::regex tick("`([^`\n]+)`");
    for (std::sregex_iterator it(page.begin(), page.end(), tick), end; it != end; ++it) {
        out.insert((*it)[1]);
    }
    return out;
}

} // namespace

TEST(WhatShowsWhat, EveryFileNamedIsThere) {
    int files = 0;
    for (const auto& name : named()) {
        if (name.starts_with("scenarios/") || name.starts_with("tests/")) {
            ++files;
            EXPECT_TRUE(fs::exists(root / name)) << name;
        }
    }
    EXPECT_GT(files, 60);
}

TEST(WhatShowsWhat, EveryTestNamedIsThere) {
    const auto sources = all_of({"tests"}, ".cpp");
    const std::regex test("([A-Z][A-Za-z]+)\\.([A-Z][A-Za-z]+)");
    int tests = 0;
    for (const auto& name : named()) {
        std::smatch parts;
        if (std::regex_match(name, parts, test)) {
            ++tests;
            EXPECT_NE(sources.find("(" + parts[1].str() + ", " + parts[2].str() + ")"),
                      std::string::npos)
                << name;
        }
    }
    EXPECT_GT(tests, 10);
}

TEST(WhatShowsWhat, EveryInterpretationNamedIsInItsCharterAndTakenUpInAScenario) {
    const std::regex interpretation("([a-z-]+)/([A-Z][0-9]+)");
    const auto scenarios = all_of({"scenarios"}, ".md");
    std::string charters;
    for (const auto& entry : fs::recursive_directory_iterator(root / "charters")) {
        const auto text = entry.path().extension() == ".md" ? text_of(entry.path()) : std::string();
        const auto name = text.find("charter = \"");
        for (auto at = text.find("\nid = \""); at != std::string::npos;
             at = text.find("\nid = \"", at + 1)) {
            const auto id = text.substr(at + 7, text.find('"', at + 7) - at - 7);
            charters += " " + text.substr(name + 11, text.find('"', name + 11) - name - 11) + "/" +
                        id + " ";
        }
    }
    int count = 0;
    for (const auto& name : named()) {
        std::smatch parts;
        if (std::regex_match(name, parts, interpretation)) {
            ++count;
            EXPECT_NE(charters.find(" " + name + " "), std::string::npos) << name;
            const bool taken_up =
                scenarios.find("interpretation=" + parts[2].str() + " ") != std::string::npos ||
                scenarios.find("/" + parts[2].str()) != std::string::npos;
            EXPECT_TRUE(taken_up) << name;
        }
    }
    EXPECT_GE(count, 40);
}
