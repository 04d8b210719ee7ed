#ifndef QUORATE_HTML_GOVUK_HINT_HPP
#define QUORATE_HTML_GOVUK_HINT_HPP
// GOV.UK hint: help with one field, between its label and the field.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct Hint {
    Part content = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html hint(const Hint& options);

} // namespace quorate::html::govuk

#endif
