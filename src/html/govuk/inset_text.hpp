#ifndef QUORATE_HTML_GOVUK_INSET_TEXT_HPP
#define QUORATE_HTML_GOVUK_INSET_TEXT_HPP
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

#endif
