#ifndef QUORATE_WEB_MEETINGS_LENGTH_FIELD_HPP
#define QUORATE_WEB_MEETINGS_LENGTH_FIELD_HPP
// How long a meeting is expected to last, as a choice on a form.

#include "html/form.hpp"
#include "http/fields.hpp"

namespace quorate::web {

/// "2 hours", "1 hour 30 minutes", "45 minutes".
std::string length_words(std::int64_t minutes);

/// What a form asks; `value` is in minutes as it was typed, or empty.
struct LengthField {
    std::string name = "length";
    html::Part label = "How long is it expected to last?";
    html::Part hint = {};
    std::string value = {};
    /// The words of a first, empty answer; empty: none.
    std::string not_said = "Not said: two hours are assumed";
};
html::Html length_field(const LengthField& field, const html::ErrorList& errors);

/// The minutes chosen; nothing when none were, or when it is none of the lengths there can be,
/// which is then among the errors.
std::optional<std::int64_t> length_typed(const http::Fields& form, html::ErrorList& errors,
                                         const std::string& name = "length");

} // namespace quorate::web

#endif
