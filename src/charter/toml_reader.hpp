#ifndef QUORATE_CHARTER_TOML_READER_HPP
#define QUORATE_CHARTER_TOML_READER_HPP
// TOML text as a Value tree with positions in the charter file.

#include "charter/source.hpp"
#include "charter/value.hpp"

#include <optional>
#include <string_view>

namespace quorate::charter {

/// Reads TOML 1.0. Adds a problem and returns nothing when the text is not TOML; adds one for each
/// string over string_bytes_max, list over list_length_max, and value of a type charters do not
/// use.
std::optional<Value> read_toml(std::string_view text, const SourceMap& map, Problems& problems);

} // namespace quorate::charter

#endif
