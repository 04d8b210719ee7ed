#ifndef QUORATE_BASE_LETTERS_HPP
#define QUORATE_BASE_LETTERS_HPP
// Names as people type them when they look for somebody.

#include <string>
#include <string_view>

namespace quorate::base {

/// The same letters without case, accents and apostrophes: "Siân O’Brien" becomes "sian obrien".
std::string plain_letters(std::string_view text);

} // namespace quorate::base

#endif
