// Every dependency has a reason, written down.

#include "base/text.hpp"
#include "source.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>

namespace quorate::house {
namespace {

namespace fs = std::filesystem;

constexpr const char* page = "docs/dependencies.md";

/// The library names CMake text asks for: "OpenSSL" of find_package, "libsodium" of
/// pkg_check_modules.
std::set<std::string> asked_for(std::string_view cmake) {
    std::set<std::string> out;
    for (const auto& line : lines_of(cmake)) {
        const auto text = std::string(base::trim(line));
        const bool package = text.starts_with("find_package(");
        if (!package && !text.starts_with("pkg_check_modules(")) {
            continue;
        }
        const auto open = text.find('(') + 1;
        const auto inside =
            base::split(std::string_view(text).substr(open, text.find(')') - open), ' ');
        out.emplace(package ? inside.front() : inside.back());
    }
    return out;
}

std::set<std::string> asked_for_anywhere() {
    auto out = asked_for(read_repository_file("cmake/dependencies.cmake"));
    for (const char* folder : {"src", "tests", "bench"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(QUORATE_SOURCE_DIR) / folder)) {
            if (entry.path().filename() == "CMakeLists.txt") {
                const auto path = fs::relative(entry.path(), QUORATE_SOURCE_DIR).generic_string();
                out.merge(asked_for(read_repository_file(path)));
            }
        }
    }
    return out;
}

struct Row {
    std::string dependency;
    std::string known_as; ///< the name CMake or npm knows it by, in backticks
    std::string reason;
};

std::vector<Row> rows() {
    std::vector<Row> out;
    for (const auto& line : lines_of(read_repository_file(page))) {
        const auto cells = base::split(line, '|');
        if (cells.size() == 6 && !line.starts_with("| ---") &&
            base::trim(cells[1]) != "dependency") {
            out.push_back({std::string(base::trim(cells[1])), std::string(base::trim(cells[3])),
                           std::string(base::trim(cells[4]))});
        }
    }
    return out;
}

TEST(Dependencies, NamesAreReadFromCMake) {
    EXPECT_EQ(
        asked_for(
            "find_package(Boost 1.81 REQUIRED COMPONENTS json)\n"
            "  pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)\n# find_package(No)\n"),
        (std::set<std::string>{"Boost", "libsodium"}));
}

TEST(House, EveryDependencyHasARowWithAReason) {
    const auto all = rows();
    ASSERT_FALSE(all.empty()) << page;
    for (const auto& name : asked_for_anywhere()) {
        const bool found = std::any_of(all.begin(), all.end(), [&](const Row& row) {
            return row.known_as == "`" + name + "`";
        });
        EXPECT_TRUE(found) << name << " has no row in " << page;
    }
    std::set<std::string> seen;
    for (const auto& row : all) {
        EXPECT_GT(row.reason.size(), 20U) << page << ": " << row.dependency << " needs a reason";
        EXPECT_TRUE(seen.insert(row.dependency).second)
            << page << ": " << row.dependency << " is there twice";
    }
}

TEST(House, EveryNpmPackageHasARow) {
    if (!fs::exists(QUORATE_SOURCE_DIR "/package.json")) {
        return; // nothing from npm
    }
    const auto all = rows();
    bool inside = false;
    for (const auto& line : lines_of(read_repository_file("package.json"))) {
        if (line.find("ependencies\"") != std::string::npos) {
            inside = line.find('}') == std::string::npos;
        } else if (line.find('}') != std::string::npos) {
            inside = false;
        } else if (inside) {
            const auto open = line.find('"') + 1;
            const auto name = line.substr(open, line.find('"', open) - open);
            EXPECT_TRUE(
                std::any_of(all.begin(), all.end(),
                            [&](const Row& row) { return row.known_as == "`" + name + "`"; }))
                << name << " has no row in " << page;
        }
    }
}

} // namespace
} // namespace quorate::house
