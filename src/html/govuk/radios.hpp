#ifndef QUORATE_HTML_GOVUK_RADIOS_HPP
#define QUORATE_HTML_GOVUK_RADIOS_HPP
// GOV.UK radios: one answer of a few.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct RadioItem {
    Part content = {};
    std::string value = {};
    std::string id = {};              ///< empty: made from the prefix and the place in the list
    std::optional<bool> checked = {}; ///< none: when its value is the list's
    bool disabled = false;
    Hint hint = {};
    Label label = {};         ///< its classes and attributes only
    Html conditional = {};    ///< shown when chosen; needs a script, so our pages do without
    std::string divider = {}; ///< such as "or": not an answer but a word between two
    Attributes attributes = {};
};

struct Radios {
    std::string name = {};
    std::string id_prefix = {}; ///< empty: the name; the first item's id
    FieldWords words = {};
    std::optional<Fieldset> fieldset = {}; ///< its legend asks the question
    std::vector<RadioItem> items = {};
    std::string value = {};   ///< empty: what the items say
    std::string classes = {}; ///< such as "govuk-radios--inline"
    Attributes attributes = {};
};

Html radios(const Radios& options);

} // namespace quorate::html::govuk

#endif
