// Arrows point down only.

#include "arrows.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>

namespace quorate::house {
namespace {

std::string fault(const std::string& file, const std::string& path, bool quoted = true) {
    return include_fault(file, {path, quoted, 1});
}

TEST(Arrows, TheTableIsTheDesigns) {
    const char* allowed[][2] = {{"src/calendar/a.cpp", "base/time.hpp"},
                                {"src/charter/a.cpp", "calendar/calendar.hpp"},
                                {"src/governance/a.cpp", "charter/charter.hpp"},
                                {"src/governance/rule.cpp", "governance/state.hpp"},
                                {"src/ledger/a.cpp", "base/hash.hpp"},
                                {"src/partnership/a.cpp", "governance/state.hpp"},
                                {"src/partnership/a.cpp", "calendar/library.hpp"},
                                {"src/views/a.cpp", "ledger/entry.hpp"},
                                {"src/web/a.cpp", "governance/acts.hpp"},
                                {"src/web/a.cpp", "documents/pdf.hpp"},
                                {"src/cli/serve.cpp", "web/server.hpp"},
                                {"src/cli/serve.cpp", "api/api.hpp"},
                                {"src/main.cpp", "cli/cli.hpp"}};
    for (const auto& [file, path] : allowed) {
        EXPECT_EQ(fault(file, path), "") << file << " " << path;
    }
    const char* forbidden[][2] = {{"src/base/a.cpp", "calendar/calendar.hpp"},
                                  {"src/calendar/a.cpp", "charter/charter.hpp"},
                                  {"src/charter/a.cpp", "governance/acts.hpp"},
                                  {"src/governance/a.cpp", "ledger/entry.hpp"},
                                  {"src/governance/a.cpp", "partnership/a.hpp"},
                                  {"src/ledger/a.cpp", "governance/acts.hpp"},
                                  {"src/ledger/a.cpp", "calendar/calendar.hpp"},
                                  {"src/partnership/a.cpp", "views/a.hpp"},
                                  {"src/html/a.cpp", "views/a.hpp"},
                                  {"src/http/a.cpp", "html/html.hpp"},
                                  {"src/web/a.cpp", "api/a.hpp"},
                                  {"src/api/a.cpp", "cli/a.hpp"},
                                  {"src/cli/play.cpp", "web/a.hpp"},
                                  {"src/cli/serve.hpp", "web/a.hpp"},
                                  {"src/main.cpp", "web/a.hpp"},
                                  {"src/web/a.cpp", "governance/state.hpp"},
                                  {"src/cli/play.cpp", "governance/meetings/state.hpp"},
                                  {"src/cli/rehearse.cpp", "governance/bodies/state.hpp"},
                                  {"src/cli/serve.cpp", "governance/state.hpp"},
                                  {"src/base/a.cpp", "time.hpp"},
                                  {"src/base/a.cpp", "../calendar/calendar.hpp"},
                                  {"src/unheard/a.cpp", "base/time.hpp"}};
    for (const auto& [file, path] : forbidden) {
        EXPECT_NE(fault(file, path), "") << file << " " << path;
    }
}

TEST(Arrows, HeavyHeadersStayInSourceFiles) {
    for (const char* path :
         {"toml++/toml.h", "sqlite3.h", "microhttpd.h", "CLI/CLI.hpp", "spdlog/spdlog.h",
          "date/tz.h", "boost/json/parser.hpp", "boost/json.hpp"}) {
        EXPECT_NE(fault("src/base/a.hpp", path, false), "") << path;
    }
    EXPECT_EQ(fault("src/charter/a.cpp", "toml++/toml.h", false), "");
    EXPECT_EQ(fault("src/governance/a.hpp", "boost/describe.hpp", false), "");
    EXPECT_EQ(fault("src/base/json.hpp", "boost/json/value.hpp", false), "");
    EXPECT_NE(fault("src/web/a.cpp", "microhttpd.h", false), "");
    EXPECT_EQ(fault("src/http/a.cpp", "microhttpd.h", false), "");
}

TEST(Arrows, IncludesAreReadFromTheText) {
    const auto file = source_file("src/base/a.cpp",
                                  "#include \"base/a.hpp\"\n#  include <vector> // why\nint x;\n");
    ASSERT_EQ(file.includes.size(), 2U);
    EXPECT_EQ(file.includes[0].path, "base/a.hpp");
    EXPECT_TRUE(file.includes[0].quoted);
    EXPECT_EQ(file.includes[1].path, "vector");
    EXPECT_EQ(file.includes[1].line, 2U);
}

TEST(House, EveryIncludePointsDown) {
    for (const auto& file : sources_under("src")) {
        for (const auto& include : file.includes) {
            const auto wrong = include_fault(file.path, include);
            EXPECT_EQ(wrong, "") << file.path << ":" << include.line << ": " << wrong;
        }
    }
}

TEST(House, EveryQuotedIncludeIsAFileOfOurs) {
    for (const auto& file : sources_under("src")) {
        for (const auto& include : file.includes) {
            EXPECT_TRUE(!include.quoted ||
                        std::filesystem::exists(QUORATE_SOURCE_DIR "/src/" + include.path))
                << file.path << ":" << include.line << ": there is no src/" << include.path;
        }
    }
}

TEST(House, EveryFolderOfSourcesHasARowInTheTable) {
    const auto known = layers();
    for (const auto& file : sources_under("src")) {
        const auto layer = layer_of(file.path);
        EXPECT_TRUE(file.path == "src/main.cpp" ||
                    std::find(known.begin(), known.end(), layer) != known.end())
            << file.path << " lies in a folder with no row in tests/house/arrows.cpp";
    }
}

TEST(House, CommandLineAndLogLibrariesAreEachUsedInOneFile) {
    for (const char* prefix : {"CLI/", "spdlog/"}) {
        std::set<std::string> users;
        for (const auto& file : sources_under("src")) {
            for (const auto& include : file.includes) {
                if (include.path.starts_with(prefix)) {
                    users.insert(file.path);
                }
            }
        }
        EXPECT_LE(users.size(), 1U)
            << prefix << " is included by " << testing::PrintToString(users);
    }
}

} // namespace
} // namespace quorate::house
