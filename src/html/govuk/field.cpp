#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

std::string joined(std::string_view first, std::string_view second) {
    std::string out(first);
    if (!first.empty() && !second.empty())
        out += ' ';
    out += second;
    return out;
}

std::string described_by(const FieldWords& words, std::string_view id) {
    std::string out = words.described_by;
    if (!words.hint.content.empty())
        out = joined(out, std::string(id) + "-hint");
    if (words.has_error())
        out = joined(out, std::string(id) + "-error");
    return out;
}

Html hint_and_error(const FieldWords& words, std::string_view id) {
    Html out;
    if (!words.hint.content.empty()) {
        Hint about = words.hint;
        about.id = std::string(id) + "-hint";
        out += hint(about);
    }
    if (words.has_error()) {
        ErrorMessage message = words.error_message;
        message.id = std::string(id) + "-error";
        out += error_message(message);
    }
    return out;
}

Html words_above(const FieldWords& words, std::string_view id) {
    Label name = words.label;
    name.for_id = id;
    return fragment(label(name), hint_and_error(words, id));
}

Html form_group(const FieldWords& words, const Part& content) {
    return div(cls("govuk-form-group")
                   .cls(words.has_error() ? "govuk-form-group--error" : "")
                   .cls(words.form_group.classes)
                   .append(words.form_group.attributes),
               content);
}

} // namespace quorate::html::govuk
