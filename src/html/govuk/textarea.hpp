#ifndef QUORATE_HTML_GOVUK_TEXTAREA_HPP
#define QUORATE_HTML_GOVUK_TEXTAREA_HPP
// GOV.UK textarea: several lines.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct Textarea {
    std::string name = {};
    std::string id = {}; ///< empty: the name
    FieldWords words = {};
    std::string value = {};
    int rows = 5;
    std::string autocomplete = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::string classes = {};
    Attributes attributes = {};
};

Html textarea(const Textarea& options);

} // namespace quorate::html::govuk

#endif
