#ifndef QUORATE_WEB_ERROR_TITLE_HPP
#define QUORATE_WEB_ERROR_TITLE_HPP
// The title of a page whose form came back: a screen reader says it before anything else.

#include "html/form.hpp"

#include <string>

namespace quorate::web {

/// "Error: My account" when something is wrong, else the title.
inline std::string error_title(const html::ErrorList& errors, const std::string& title) {
    return errors.empty() ? title : "Error: " + title;
}

} // namespace quorate::web

#endif
