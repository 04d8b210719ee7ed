#include "html/govuk/breadcrumbs.hpp"

namespace quorate::html::govuk {

Html breadcrumbs(const Breadcrumbs& options) {
    std::vector<Html> items;
    for (const Breadcrumb& item : options.items) {
        if (!item.href) {
            items.push_back(
                li(cls("govuk-breadcrumbs__list-item").set("aria-current", "page"), item.content));
            continue;
        }
        const Attributes link =
            cls("govuk-breadcrumbs__link").url("href", *item.href).append(item.attributes);
        items.push_back(li(cls("govuk-breadcrumbs__list-item"), Tag{"a"}(link, item.content)));
    }
    Attributes attributes = cls("govuk-breadcrumbs").cls(options.classes);
    if (options.collapse_on_mobile)
        attributes.cls("govuk-breadcrumbs--collapse-on-mobile");
    attributes.append(options.attributes).set("aria-label", options.label);
    return nav(attributes, Tag{"ol", "govuk-breadcrumbs__list"}(items));
}

} // namespace quorate::html::govuk
