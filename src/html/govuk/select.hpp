#ifndef QUORATE_HTML_GOVUK_SELECT_HPP
#define QUORATE_HTML_GOVUK_SELECT_HPP
// GOV.UK select: one of a list.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct SelectItem {
    Part content = {};                     ///< text, never markup
    std::optional<std::string> value = {}; ///< none: the text is the value
    std::optional<bool> selected = {};     ///< none: when its value is the list's
    bool disabled = false;
    Attributes attributes = {};
};

struct Select {
    std::string name = {};
    std::string id = {}; ///< empty: the name
    FieldWords words = {};
    std::vector<SelectItem> items = {};
    std::string value = {}; ///< empty: what the items say
    bool disabled = false;
    std::string classes = {};
    Attributes attributes = {};
};

Html select(const Select& options);

} // namespace quorate::html::govuk

#endif
