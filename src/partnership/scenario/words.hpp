#ifndef QUORATE_PARTNERSHIP_SCENARIO_WORDS_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_WORDS_HPP
// Internal to the scenario parser: a line of an acts block divided into words.

#include "partnership/scenario/document.hpp"

#include <string_view>
#include <vector>

namespace quorate::partnership::scenario {

struct WordsOfLine {
    std::vector<Word> words;
    bool continued = false; ///< ends in a backslash
    std::string source;     ///< the line without comment and backslash, trimmed
};

/// Divides at white space; quotes hold a text together, with \" \\ and \n inside. A word that
/// begins with # begins a comment. Fails with the place in `where` as "line:column".
struct WordFault {
    Place place;
    std::string message;
    std::string help;
};
tl::expected<WordsOfLine, WordFault> words_of(std::string_view line, int line_number);

} // namespace quorate::partnership::scenario

#endif
