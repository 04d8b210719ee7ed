#ifndef QUORATE_PARTNERSHIP_SCENARIO_DOCUMENT_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_DOCUMENT_HPP
// A scenario as read: Markdown with fenced blocks of acts, each line an act and what is expected of
// it.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quorate::partnership::scenario {

using base::Result;

inline constexpr std::size_t document_bytes_max = 1 << 20;
inline constexpr std::size_t lines_max = 20'000;
inline constexpr std::size_t words_per_line_max = 400;

/// A place in the file. Line and column count from 1; a column counts characters.
struct Place {
    int line = 0;
    int column = 0;
};

/// One word of a line: bare or quoted text, or key=value. Views are none: everything is copied.
struct Word {
    std::string text; ///< without quotes; for key=value the key
    Place place;
    std::optional<std::string> value; ///< of key=value
    Place value_place;
};

/// "reading=I1.counted", and "otherwise=I5.in_base:not_carried" with its code.
struct ExpectedReading {
    std::string interpretation;
    std::string reading;
    std::string code; ///< only for otherwise
};

/// A reason code that must be there, or not, and the facts written after it.
struct ExpectedCode {
    std::string code;
    bool finding = false; ///< the act is permitted and this is one of its findings
    std::vector<std::pair<std::string, std::string>> facts;
};

/// What stands after the arrow.
struct Expectation {
    std::string
        verdict; ///< permitted, refused, needs_discretion, undetermined, conflict, stale, error
    std::vector<std::string> clauses;
    std::vector<ExpectedCode> codes;
    std::vector<std::string> absent; ///< codes written with a "!" before them
    std::vector<std::pair<std::string, std::string>> facts; ///< before any code: of any reason
    std::vector<ExpectedReading> readings;
    std::vector<ExpectedReading> otherwise;
    std::vector<std::string> words; ///< after error, conflict and stale: must occur in the message
};

/// One line: an act, or a check when `time` is empty and `act` is restart, verify, expect or
/// import-calendar.
struct Line {
    Place place;
    std::string source;  ///< as written, on one line and without its comment
    std::string heading; ///< the nearest heading above it
    Word time;
    Word actor;
    Word act;
    std::vector<Word> fields; ///< key=value, in order; for a check also its bare words
    std::optional<Expectation> expected;

    [[nodiscard]] bool is_check() const { return time.text.empty(); }
    /// The value of a field; null when it is not written.
    [[nodiscard]] const Word* field(std::string_view key) const;
};

struct FrontMatter {
    std::string title;
    std::string
        start; ///< empty (the word), the name of an example, or the path of another scenario
    std::string clock; ///< where the record's clock starts; empty for the first line's time
    std::string zone = "Europe/London";
    std::string kind = "scenario";
    std::string partnership; ///< its id when it is served; empty for the name of its folder or file
    std::string parent;      ///< the partnership a rehearsal is a copy of
    std::string late_reason; ///< of every line recorded on a later day than it took effect
    std::vector<std::string> clauses;  ///< the clauses it is about
    std::vector<std::string> boundary; ///< those it shows at the boundary
};

struct Document {
    std::string file;
    std::vector<std::string> lines; ///< of the file, for excerpts
    FrontMatter front;
    std::vector<Line> steps;
};

/// Reads a scenario. Fails with every problem: file, line, column, the line with a caret, and what
/// was expected. Names of acts and their fields are looked at when it is played.
Result<Document> parse(std::string_view text, const std::string& file);
/// The same for one line of a scenario, as on the command line; `->` may be left out.
Result<Document> parse_line(std::string_view line, const std::string& file);

/// "file:line:column: message", the line with a caret under the place, then the help.
std::string located(const Document& document, Place place, std::string_view message,
                    std::string_view help);

/// True for "3.12", "3.20(a)", "1(b)", "P4", "2".
bool is_clause(std::string_view word);

} // namespace quorate::partnership::scenario

#endif
