#include "html/govuk/error_summary.hpp"

namespace quorate::html::govuk {

Html error_summary(const ErrorSummary& options) {
    Part description;
    if (!options.description.empty())
        description = Tag{"p"}(options.description);
    Part list;
    if (!options.items.empty()) {
        std::vector<Html> items;
        for (const ErrorSummaryItem& item : options.items) {
            if (item.href) {
                Attributes attributes = Attributes().url("href", *item.href);
                items.push_back(li(Tag{"a"}(attributes.append(item.attributes), item.content)));
            } else {
                items.push_back(li(item.content));
            }
        }
        list = Tag{"ul", "govuk-list govuk-error-summary__list"}(items);
    }
    // The alert is within the element that takes focus, so that it is read out once and whole.
    return div(cls("govuk-error-summary")
                   .cls(options.classes)
                   .append(options.attributes)
                   .set("data-module", "govuk-error-summary"),
               div(attr("role", "alert"), Tag{"h2", "govuk-error-summary__title"}(options.title),
                   div(cls("govuk-error-summary__body"), description, list)));
}

} // namespace quorate::html::govuk
