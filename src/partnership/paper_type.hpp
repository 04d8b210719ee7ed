#ifndef QUORATE_PARTNERSHIP_PAPER_TYPE_HPP
#define QUORATE_PARTNERSHIP_PAPER_TYPE_HPP
// What kind of file an upload is, told from its content and never from what the sender says.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::partnership {

/// The content type of the open file of `bytes` bytes: PDF, Word (docx), Excel (xlsx), PowerPoint
/// (pptx), OpenDocument text (odt), PNG, JPEG, or UTF-8 text, which is Markdown or CSV when `name`
/// ends so. Refuses everything else, files with macros and empty files, saying what may be sent.
base::Result<std::string> paper_type(int descriptor, std::uint64_t bytes, std::string_view name);

} // namespace quorate::partnership

#endif
