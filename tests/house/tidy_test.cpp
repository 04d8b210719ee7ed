// Tidy: no hidden clocks or chance, a pure core, and sizes that fit a screen.

#include "arrows.hpp"
#include "base/text.hpp"
#include "functions.hpp"
#include "source.hpp"

#include <charconv>
#include <gtest/gtest.h>
#include <map>

namespace quorate::house {
namespace {

constexpr std::size_t columns_max = 120;
constexpr std::size_t file_lines_max = 600;
constexpr std::size_t function_lines_max = 70;
constexpr const char* allow_list = "tests/house/long_functions.txt";

std::vector<SourceFile> every_source() {
    auto out = sources_under("src");
    for (const char* folder : {"tests", "bench"}) {
        for (auto& file : sources_under(folder)) {
            out.push_back(std::move(file));
        }
    }
    return out;
}

void expect_no_word(const SourceFile& file, std::initializer_list<const char*> words,
                    const char* why) {
    for (const char* word : words) {
        for (const auto line : lines_with_word(file.code, word)) {
            ADD_FAILURE() << file.path << ":" << line << ": " << word << ": " << why;
        }
    }
}

std::size_t columns(std::string_view line) {
    std::size_t out = 0;
    for (const char c : line) {
        out += (static_cast<unsigned char>(c) & 0xc0) != 0x80
                   ? 1
                   : 0; // UTF-8 continuation bytes take no column
    }
    return out;
}

TEST(Tidy, CommentsAndLiteralsAreBlanked) {
    EXPECT_EQ(blank_comments_and_literals("a; // rand()\nb;"), "a;          \nb;");
    EXPECT_EQ(blank_comments_and_literals("a /* x\ny */ b"), "a     \n     b");
    EXPECT_EQ(blank_comments_and_literals("f(\"ra\\\"nd\", '\\'', 1'000)"),
              "f(\"      \", '  ', 1'000)");
    EXPECT_EQ(blank_comments_and_literals("x = R\"q(a\"{)q\"; y"), "x = R\"       \"; y");
    EXPECT_EQ(lines_with_word("rand();\nbrand();\nx.rand", "rand"),
              (std::vector<std::size_t>{1, 3}));
}

TEST(Tidy, FunctionsAreMeasured) {
    const auto found = functions_in(blank_comments_and_literals(R"(
namespace a {
constexpr int table[] = {
    1,
};
template <class T>
struct Foo : Base<int(int)> {
    int one() const { return 1; }
    Foo(int x)
        : a_{x}, b_(x) {
        if (x) {
        }
    }
};
enum class E { x };
std::vector<int> Foo::two(std::map<int, int> m = {},
                          int y) {
    const auto f = [&] {
        return 1;
    };
}
template <class T> void three(T) {
}
BOOST_DESCRIBE_STRUCT(Foo, (), (a, b))
struct Bar {
    int x = 0;
};
} // namespace a
)"));
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].name, "one");
    EXPECT_EQ(found[0].lines, 1U);
    EXPECT_EQ(found[1].name, "Foo");
    EXPECT_EQ(found[1].lines, 5U);
    EXPECT_EQ(found[2].name, "Foo::two");
    EXPECT_EQ(found[2].lines, 6U);
    EXPECT_EQ(found[2].line, 16U);
    EXPECT_EQ(found[3].name, "three");
}

TEST(House, OnlyTheTimeFileReadsAClock) {
    for (const auto& file : sources_under("src")) {
        if (file.path == "src/base/time.cpp") {
            continue;
        }
        expect_no_word(
            file,
            {"_clock::now", "Clock::now()", "gettimeofday", "clock_gettime", "localtime", "gmtime"},
            "clocks are read in src/base/time.cpp only");
    }
}

TEST(House, ThePureLayersTakeTheTimeAsAnArgument) {
    for (const char* folder :
         {"src/calendar", "src/charter", "src/governance", "src/ledger", "src/views"}) {
        for (const auto& file : sources_under(folder)) {
            expect_no_word(file, {"system_now"}, "the time comes in as an argument");
        }
    }
}

TEST(House, TheCoreIsPure) {
    for (const auto& file : sources_under("src/governance")) {
        expect_no_word(file, {"rand", "srand", "random_device", "random_bytes", "random_uuid_v7"},
                       "rulings know no chance");
        expect_no_word(file, {"getenv", "setenv"}, "rulings know no environment");
        expect_no_word(file,
                       {"iostream", "fstream", "cout", "cerr", "printf", "fopen", "ifstream",
                        "ofstream", "read_file"},
                       "rulings do no input or output");
        expect_no_word(file, {"float", "double"}, "numbers in rulings are exact");
        expect_no_word(file, {"thread", "jthread", "this_thread"}, "rulings start no threads");
    }
}

TEST(House, NoLineIsTooLong) {
    for (const auto& file : every_source()) {
        std::size_t number = 0;
        for (const auto& line : lines_of(file.text)) {
            ++number;
            EXPECT_LE(columns(line), columns_max) << file.path << ":" << number;
        }
    }
}

TEST(House, NoFileIsTooLong) {
    for (const auto& file : every_source()) {
        EXPECT_LE(lines_of(file.text).size(), file_lines_max) << file.path << ": split it";
    }
}

/// "src/charter/model.hpp" is guarded by QUORATE_CHARTER_MODEL_HPP, "bench/x.hpp" by QUORATE_BENCH_X_HPP.
std::string guard_of(std::string_view path) {
    constexpr std::string_view sources = "src/";
    if (path.starts_with(sources)) {
        path.remove_prefix(sources.size());
    }
    std::string out = "QUORATE_";
    for (const char c : path) {
        const bool lower = c >= 'a' && c <= 'z';
        const bool kept = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        out += lower ? static_cast<char>(c - 'a' + 'A') : kept ? c : '_';
    }
    return out;
}

TEST(Tidy, GuardsFollowPaths) {
    EXPECT_EQ(guard_of("src/http/event_stream.hpp"), "QUORATE_HTTP_EVENT_STREAM_HPP");
    EXPECT_EQ(guard_of("tests/web/page-2.hpp"), "QUORATE_TESTS_WEB_PAGE_2_HPP");
}

/// Guards rather than "#pragma once": g++ knows a header of the second kind by its bytes, and a precompiled header that
/// ccache made before one of its comments changed then lets that header in a second time.
TEST(House, EveryHeaderIsGuardedByTheNameOfItsPath) {
    for (const auto& file : every_source()) {
        const auto guard = guard_of(file.path);
        EXPECT_TRUE(!file.header() ||
                    (file.text.starts_with("#ifndef " + guard + "\n#define " + guard + "\n") &&
                     file.text.ends_with("\n#endif\n")))
            << file.path << ": begin with \"#ifndef " << guard << "\"";
    }
}

/// Types a header defines outside any other: formatted code begins those in the first column.
std::vector<std::string> types_in(const SourceFile& header) {
    std::vector<std::string> out;
    for (const auto& line : lines_of(header.code)) {
        const auto words = base::split(line, ' ');
        const bool a_type = words[0] == "struct" || words[0] == "class" || words[0] == "enum";
        const std::size_t at =
            words[0] == "enum" && words.size() > 2 && words[1] == "class" ? 2 : 1;
        const bool defined =
            line.find('{') != std::string::npos || line.find(';') == std::string::npos;
        if (a_type && defined && words.size() > at) {
            out.emplace_back(words[at]);
        }
    }
    return out;
}

TEST(Tidy, TypesOfAHeaderAreFound) {
    const auto header = source_file("src/a/b.hpp", R"(
struct Known;
struct One {
    struct Inner {};
};
class Two : public One {
enum class Three { x };
enum class Later : int;
)");
    EXPECT_EQ(types_in(header), (std::vector<std::string>{"One", "Two", "Three"}));
}

/// Two types of one name are taken for each other by the linker, and what is made as the one is
/// read as the other.
TEST(House, NoTypeIsDefinedInTwoHeadersOfALayer) {
    for (const auto& layer : layers()) {
        std::map<std::string, std::string> defined_in;
        for (const auto& file : sources_under("src/" + layer)) {
            if (!file.header()) {
                continue;
            }
            for (const auto& name : types_in(file)) {
                const auto [known, added] = defined_in.emplace(name, file.path);
                EXPECT_TRUE(added || known->second == file.path)
                    << file.path << ": " << name << " is defined in " << known->second
                    << " too: give one another name";
            }
        }
    }
}

/// The exceptions: "src/base/json.cpp append_canonical 74" a line, '#' for a comment.
std::map<std::string, std::size_t> allowed_lengths() {
    std::map<std::string, std::size_t> out;
    for (const auto& line : lines_of(read_repository_file(allow_list))) {
        const auto words = base::split(line, ' ');
        if (line.empty() || line[0] == '#') {
            continue;
        }
        std::size_t lines = 0;
        if (words.size() == 3) {
            std::from_chars(words[2].data(), words[2].data() + words[2].size(), lines);
        }
        EXPECT_GT(lines, function_lines_max)
            << allow_list << ": \"" << line << "\" is not \"file function lines\"";
        out[std::string(words[0]) + " " + std::string(words.size() > 1 ? words[1] : "")] = lines;
    }
    return out;
}

/// A ratchet both ways: a function may not grow past its number, and one that has shrunk must leave
/// the list.
TEST(House, LongFunctionsAreListedAndTheListOnlyShrinks) {
    auto allowed = allowed_lengths();
    std::map<std::string, std::size_t> found;
    for (const auto& file : sources_under("src")) {
        for (const auto& function : functions_in(file.code)) {
            if (function.lines > function_lines_max) {
                auto& longest = found[file.path + " " + function.name];
                longest = std::max(longest, function.lines);
            }
        }
    }
    for (const auto& [name, lines] : found) {
        const auto entry = allowed.find(name);
        const auto limit = entry == allowed.end() ? function_lines_max : entry->second;
        EXPECT_LE(lines, limit) << name << " has " << lines << " lines: make it fit a screen";
    }
    for (const auto& [name, lines] : allowed) {
        EXPECT_TRUE(found.contains(name)) << name << " is short now: take it off " << allow_list;
    }
}

} // namespace
} // namespace quorate::house
