#pragma once
// GOV.UK inset text: words set apart from the text around them.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct InsetText {
    Part content = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html inset_text(const InsetText& options);

} // namespace quorate::html::govuk
