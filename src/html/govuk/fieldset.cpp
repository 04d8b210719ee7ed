#include "html/govuk/fieldset.hpp"

namespace quorate::html::govuk {

Html fieldset(const Fieldset& options) {
    Attributes attributes = cls("govuk-fieldset").cls(options.classes);
    if (!options.role.empty())
        attributes.set("role", options.role);
    if (!options.described_by.empty())
        attributes.set("aria-describedby", options.described_by);
    attributes.append(options.attributes);
    Part legend;
    if (!options.legend.content.empty()) {
        Part words = options.legend.content;
        if (options.legend.is_page_heading)
            words = Tag{"h1", "govuk-fieldset__heading"}(options.legend.content);
        legend = Tag{"legend", "govuk-fieldset__legend"}(cls(options.legend.classes), words);
    }
    return Tag{"fieldset"}(attributes, legend, options.content);
}

} // namespace quorate::html::govuk
