#ifndef QUORATE_TESTS_HOUSE_SOURCE_HPP
#define QUORATE_TESTS_HOUSE_SOURCE_HPP
// Source files as text, for the tests of the house rules.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::house {

struct Include {
    std::string path;    ///< as written: "base/time.hpp" or <vector>
    bool quoted = false; ///< "..." rather than <...>
    std::size_t line = 0;
};

struct SourceFile {
    std::string path; ///< from the repository root: "src/base/time.cpp"
    std::string text;
    std::string code; ///< text with comments and the insides of literals blanked, line for line
    std::vector<Include> includes;

    [[nodiscard]] bool header() const { return path.ends_with(".hpp"); }
};

/// Blanks comments and the insides of string and character literals; keeps every newline.
std::string blank_comments_and_literals(std::string_view text);
SourceFile source_file(std::string path, std::string text);
/// Every .hpp and .cpp file in a folder of the repository, in order of path. Empty when there is no
/// such folder.
std::vector<SourceFile> sources_under(const std::string& folder);
std::string read_repository_file(const std::string& path);

/// The lines (from 1) on which `word` stands as a whole word in blanked code.
std::vector<std::size_t> lines_with_word(std::string_view code, std::string_view word);
std::vector<std::string> lines_of(std::string_view text);

} // namespace quorate::house

#endif
