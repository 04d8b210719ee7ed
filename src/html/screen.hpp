#ifndef QUORATE_HTML_SCREEN_HPP
#define QUORATE_HTML_SCREEN_HPP
// A page for a screen on the wall of a room: no header, no navigation, nothing to press.

#include "html/html.hpp"

#include <string>
#include <vector>

namespace quorate::html {

struct Screen {
    std::string title = {};
    Html main = {};
    std::vector<std::string> modules = {}; ///< as of a Page
};

/// The document from <!doctype> to </html>.
Html screen(const Screen& options);

} // namespace quorate::html

#endif
