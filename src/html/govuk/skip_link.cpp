#include "html/govuk/skip_link.hpp"

namespace quorate::html::govuk {

Html skip_link(const SkipLink& options) {
    Attributes attributes;
    attributes.url("href", options.href)
        .cls("govuk-skip-link")
        .cls(options.classes)
        .append(options.attributes)
        .set("data-module", "govuk-skip-link");
    return Tag{"a"}(attributes, options.content);
}

} // namespace quorate::html::govuk
