#ifndef QUORATE_CHARTER_OUTLINE_HPP
#define QUORATE_CHARTER_OUTLINE_HPP
// The Markdown of a charter as clauses in order and the rule blocks between them.

#include "charter/charter.hpp"
#include "charter/source.hpp"
#include "charter/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// A fenced block whose info string starts with "rule".
struct RuleBlock {
    std::vector<std::string> words; ///< of the info string, "rule" left out
    std::vector<Position> words_at; ///< where each of them stands
    std::string toml;
    Position at; ///< of the info string
    SourceMap map;
    std::string clause; ///< number of the clause above; empty when there is none
};

struct Outline {
    std::vector<Clause> clauses;
    std::vector<RuleBlock> rules;
};

/// Reads the Markdown that begins at line `first_line` of the file. A clause starts where a
/// paragraph starts with its number in bold; it runs on until the next clause or heading. A number
/// such as (a) belongs to the clause it is listed under.
Outline read_outline(std::string_view markdown, int first_line, const SourceLines& file,
                     Problems& problems);

/// True for a clause number: "3.12", "P1", "3.20(a)", "E", and, standing under another, "(a)".
bool is_clause_number(std::string_view text);
/// White space folded to single spaces, typographic quotation marks to plain ones, normal form C.
std::string folded(std::string_view text);

} // namespace quorate::charter

#endif
