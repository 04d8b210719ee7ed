#include "html/govuk/hint.hpp"

namespace quorate::html::govuk {

Html hint(const Hint& options) {
    Attributes attributes;
    if (!options.id.empty())
        attributes.id(options.id);
    attributes.cls("govuk-hint").cls(options.classes).append(options.attributes);
    return div(attributes, options.content);
}

} // namespace quorate::html::govuk
