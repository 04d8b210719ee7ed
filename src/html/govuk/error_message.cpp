#include "html/govuk/error_message.hpp"

namespace quorate::html::govuk {

Html error_message(const ErrorMessage& options) {
    Attributes attributes;
    if (!options.id.empty())
        attributes.id(options.id);
    attributes.cls("govuk-error-message").cls(options.classes).append(options.attributes);
    Part before;
    if (!options.visually_hidden_text.empty())
        before = fragment(hidden_text(options.visually_hidden_text, ":"), " ");
    return Tag{"p"}(attributes, before, options.content);
}

} // namespace quorate::html::govuk
