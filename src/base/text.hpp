#ifndef QUORATE_BASE_TEXT_HPP
#define QUORATE_BASE_TEXT_HPP
// Text at the boundary: UTF-8, normal form C, and small helpers for words.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::base {

/// Text as it may enter the record: valid UTF-8, brought to Unicode normal form C (UAX 15), with no control
/// characters but tab and newline, and at most length_max bytes. Fails saying which rule was broken.
Result<std::string> clean_text(std::string_view text, std::size_t length_max);

bool is_utf8(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// "a, b and c"
std::string list_words(const std::vector<std::string>& parts);
/// Lower-case words joined by hyphens, for addresses: "Kent Partnership" becomes "kent-partnership".
std::string slug(std::string_view text);
/// The candidate nearest in spelling, if it is within a third of the word's length; else empty.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// Reads a whole file; fails naming the path, or when it is over bytes_max.
Result<std::string> read_file(const std::string& path, std::size_t bytes_max = 64 << 20);

} // namespace quorate::base

#endif
