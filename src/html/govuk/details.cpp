#include "html/govuk/details.hpp"

namespace quorate::html::govuk {

Html details(const Details& options) {
    Attributes attributes;
    if (!options.id.empty())
        attributes.id(options.id);
    attributes.cls("govuk-details").cls(options.classes).append(options.attributes);
    if (options.open)
        attributes.flag("open");
    return Tag{"details"}(attributes,
                          Tag{"summary", "govuk-details__summary"}(
                              span(cls("govuk-details__summary-text"), options.summary)),
                          div(cls("govuk-details__text"), options.content));
}

} // namespace quorate::html::govuk
