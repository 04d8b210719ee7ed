#ifndef QUORATE_CHARTER_SOURCE_HPP
#define QUORATE_CHARTER_SOURCE_HPP
// The lines of a charter file, and how a position inside a rule block maps to the file.

#include "charter/charter.hpp"
#include "charter/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// Characters (UTF-8 code points) in a text that is valid UTF-8.
int character_count(std::string_view text);

/// The lines of a text, without their line ends (LF or CRLF). Views into the text.
class SourceLines {
public:
    explicit SourceLines(std::string_view text);

    [[nodiscard]] int count() const { return static_cast<int>(lines_.size()); }
    /// The line, counted from 1; empty when there is no such line.
    [[nodiscard]] std::string_view line(int number) const;

private:
    std::vector<std::string_view> lines_;
};

/// Where the text of a block stands in the file: its first line, and for each of its lines how many
/// characters of the file's line come before it (negative where a tab was read as several spaces).
struct SourceMap {
    int first_line = 1;
    std::vector<int> columns_before;

    [[nodiscard]] Position in_file(Position in_block) const;
};

/// The map of a block whose lines are the ends of the file's lines from `first_line`.
SourceMap map_block(std::string_view block, int first_line, const SourceLines& file);

/// The problems as diagnostics in the order of the file, at most diagnostics_max.
std::vector<Diagnostic> to_diagnostics(Problems problems, const std::string& file,
                                       const SourceLines& lines);

} // namespace quorate::charter

#endif
