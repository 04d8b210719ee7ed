#ifndef QUORATE_LEDGER_CANONICAL_CHECK_HPP
#define QUORATE_LEDGER_CANONICAL_CHECK_HPP
// Is a text in the one canonical form of the record? Checked byte by byte, without building a
// value.

#include "base/result.hpp"

#include <cstddef>
#include <string_view>

namespace quorate::ledger {

/// Depth of arrays and objects in an entry.
inline constexpr std::size_t entry_depth_max = 32;

/// Passes exactly the texts base::canonical() writes: no white space, ASCII keys in rising byte
/// order, whole numbers of at most 64 bits with no leading zeros, UTF-8 strings with only the
/// escapes of RFC 8785. Fails naming the byte (from 0) and the rule.
base::Result<void> check_canonical(std::string_view bytes);

} // namespace quorate::ledger

#endif
