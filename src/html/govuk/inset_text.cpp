#include "html/govuk/inset_text.hpp"

namespace quorate::html::govuk {

Html inset_text(const InsetText& options) {
    Attributes attributes;
    if (!options.id.empty())
        attributes.id(options.id);
    attributes.cls("govuk-inset-text").cls(options.classes).append(options.attributes);
    return div(attributes, options.content);
}

} // namespace quorate::html::govuk
