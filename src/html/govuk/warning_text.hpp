#ifndef QUORATE_HTML_GOVUK_WARNING_TEXT_HPP
#define QUORATE_HTML_GOVUK_WARNING_TEXT_HPP
// GOV.UK warning text.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct WarningText {
    Part content = {};
    std::string icon_fallback_text = "Warning"; ///< read out in place of the "!"
    std::string classes = {};
    Attributes attributes = {};
};

Html warning_text(const WarningText& options);

} // namespace quorate::html::govuk

#endif
