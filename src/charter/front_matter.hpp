#ifndef QUORATE_CHARTER_FRONT_MATTER_HPP
#define QUORATE_CHARTER_FRONT_MATTER_HPP
// The block between +++ lines at the head of a charter.

#include "charter/charter.hpp"
#include "charter/source.hpp"
#include "charter/value.hpp"

#include <optional>
#include <string_view>

namespace quorate::charter {

/// Where the front matter's TOML and the Markdown after it stand.
struct FileParts {
    std::string_view front_matter;
    std::string_view markdown;
    int markdown_line = 1; ///< the line the Markdown starts in
};

/// Splits a charter's text at its +++ lines; the front matter's own first line is line 2.
std::optional<FileParts> split_front_matter(std::string_view text, Problems& problems);

/// Reads the front matter into the charter, with the interpretations that concern it as a whole.
void read_front_matter(std::string_view toml, const SourceLines& lines, Charter& charter,
                       Problems& problems);

} // namespace quorate::charter

#endif
