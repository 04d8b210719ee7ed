#ifndef QUORATE_DOCUMENTS_MEASURE_HPP
#define QUORATE_DOCUMENTS_MEASURE_HPP
// How wide words are, without asking the machine for fonts: the widths of Arial and Helvetica,
// which the pages use.

#include <string>
#include <string_view>
#include <vector>

namespace quorate::documents {

/// The width in CSS pixels of one line at a font size in CSS pixels; letters outside ASCII count as
/// an average one.
double text_width(std::string_view words, double font_size, bool bold);

/// The words in lines no wider than `width` CSS pixels, broken at spaces; a longer single word
/// keeps its line. Lines are about equally long.
std::vector<std::string> wrapped(std::string_view words, double width, double font_size, bool bold);

} // namespace quorate::documents

#endif
