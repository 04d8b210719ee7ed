#ifndef QUORATE_HTML_GOVUK_CHECKBOXES_HPP
#define QUORATE_HTML_GOVUK_CHECKBOXES_HPP
// GOV.UK checkboxes: any answers of a few.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct CheckboxItem {
    Part content = {};
    std::string value = {};
    std::string name = {};            ///< empty: the list's
    std::string id = {};              ///< empty: made from the prefix and the place in the list
    std::optional<bool> checked = {}; ///< none: when its value is among the list's
    bool disabled = false;
    Hint hint = {};
    Label label = {};           ///< its classes and attributes only
    Html conditional = {};      ///< shown when chosen; needs a script, so our pages do without
    std::string behaviour = {}; ///< "exclusive" clears the others; needs a script
    std::string divider = {};   ///< such as "or": not an answer but a word between two
    Attributes attributes = {};
};

struct Checkboxes {
    std::string name = {};
    std::string id_prefix = {}; ///< empty: the name; the first item's id
    FieldWords words = {};
    std::optional<Fieldset> fieldset = {}; ///< its legend asks the question
    std::vector<CheckboxItem> items = {};
    std::vector<std::string> values = {}; ///< those ticked; empty: what the items say
    std::string classes = {};             ///< such as "govuk-checkboxes--small"
    Attributes attributes = {};
};

Html checkboxes(const Checkboxes& options);

} // namespace quorate::html::govuk

#endif
