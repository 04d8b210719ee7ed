#ifndef QUORATE_BASE_ONE_LINE_HPP
#define QUORATE_BASE_ONE_LINE_HPP
// Text for places that hold one short line: a mail's subject, the name above a letter.

#include <string>
#include <string_view>

namespace quorate::base {

/// Ends of lines and control characters as one space each run, none at either end.
std::string one_line(std::string_view text);
/// At most so many bytes of UTF-8, with "…" for what was cut off; never a part of a character.
/// `bytes_max` is at least 3.
std::string shortened(std::string_view text, std::size_t bytes_max);

} // namespace quorate::base

#endif
