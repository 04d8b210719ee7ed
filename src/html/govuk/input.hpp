#ifndef QUORATE_HTML_GOVUK_INPUT_HPP
#define QUORATE_HTML_GOVUK_INPUT_HPP
// GOV.UK text input: one line.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

/// A word or sign before or after what is typed, such as a unit.
struct InputAffix {
    Part content = {}; ///< empty: none
    std::string classes = {};
    Attributes attributes = {};
};

struct Input {
    std::string name = {};
    std::string id = {}; ///< empty: the name
    FieldWords words = {};
    std::string value = {};
    std::string type = "text";
    std::string inputmode = {};
    std::string autocomplete = {};
    std::string autocapitalize = {};
    std::string pattern = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    InputAffix prefix = {};
    InputAffix suffix = {};
    std::string wrapper_classes = {};
    Attributes wrapper_attributes = {};
    std::string classes = {}; ///< such as "govuk-input--width-5"
    Attributes attributes = {};
};

Html input(const Input& options);

} // namespace quorate::html::govuk

#endif
