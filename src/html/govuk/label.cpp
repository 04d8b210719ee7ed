#include "html/govuk/label.hpp"

namespace quorate::html::govuk {

Html label(const Label& options) {
    if (options.content.empty())
        return {};
    Attributes attributes = cls("govuk-label").cls(options.classes).append(options.attributes);
    if (!options.for_id.empty())
        attributes.set("for", options.for_id);
    const Html out = Tag{"label"}(attributes, options.content);
    return options.is_page_heading ? Tag{"h1", "govuk-label-wrapper"}(out) : out;
}

} // namespace quorate::html::govuk
