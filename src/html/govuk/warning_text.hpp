#pragma once
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
