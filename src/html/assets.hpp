#ifndef QUORATE_HTML_ASSETS_HPP
#define QUORATE_HTML_ASSETS_HPP
// The style sheet, pictures and ES modules, built into the program, under names that change with their content.

#include "html/url.hpp"

#include <span>
#include <string_view>

namespace quorate::html {

struct Asset {
    std::string_view name; ///< "quorate.css"
    std::string_view
        path; ///< "quorate.3fa4c1d20b7e.css", the name with twelve digits of its SHA-256
    std::string_view content_type; ///< "text/css; charset=utf-8"
    std::string_view bytes;
    std::string_view gzip;   ///< empty when it would not be smaller
    std::string_view brotli; ///< empty when it would not be smaller
    std::string_view sha256; ///< 64 hex digits of the bytes
};

std::span<const Asset> assets();

/// The asset at /assets/<path>, or null. What is found may be cached for ever.
const Asset* find_asset(std::string_view path);

/// The address of an asset by its plain name, which must exist (assertion).
Url asset_url(std::string_view name);

} // namespace quorate::html

#endif
