#ifndef QUORATE_HTML_GOVUK_FIELD_HPP
#define QUORATE_HTML_GOVUK_FIELD_HPP
// What every GOV.UK form field has around it: label, hint, error message, and the group that holds
// them.

#include "html/govuk/error_message.hpp"
#include "html/govuk/fieldset.hpp"
#include "html/govuk/hint.hpp"
#include "html/govuk/label.hpp"

#include <optional>

namespace quorate::html::govuk {

/// The element around a field and all that belongs to it.
struct FormGroup {
    Part before_input = {};
    Part after_input = {};
    std::string classes = {};
    Attributes attributes = {};
};

/// What is said about a field.
struct FieldWords {
    Label label = {};
    Hint hint = {};                  ///< empty content: none
    ErrorMessage error_message = {}; ///< empty content: nothing is wrong
    FormGroup form_group = {};
    std::string described_by = {}; ///< more ids that describe the field, apart by spaces

    [[nodiscard]] bool has_error() const { return !error_message.content.empty(); }
};

/// Two lists of class names or ids as one.
std::string joined(std::string_view first, std::string_view second);
/// The ids for aria-describedby of the field with this id: those given, its hint, its error.
std::string described_by(const FieldWords& words, std::string_view id);
/// Hint and error message, with ids made from the field's.
Html hint_and_error(const FieldWords& words, std::string_view id);
/// Label, hint and error message of the field with this id.
Html words_above(const FieldWords& words, std::string_view id);
/// The group around it all, marked when something is wrong.
Html form_group(const FieldWords& words, const Part& content);

} // namespace quorate::html::govuk

#endif
