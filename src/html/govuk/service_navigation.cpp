#include "html/govuk/service_navigation.hpp"

namespace quorate::html::govuk {

namespace {

Html navigation_item(const NavigationItem& item) {
    const bool marked = item.active || item.current;
    Attributes attributes = cls("govuk-service-navigation__item");
    Attributes inner;
    Part content = item.content;
    if (marked) {
        attributes.cls("govuk-service-navigation__item--active");
        inner.set("aria-current", item.current ? "page" : "true");
        content = strong(cls("govuk-service-navigation__active-fallback"), item.content);
    }
    if (item.href) {
        Attributes link = cls("govuk-service-navigation__link").url("href", *item.href);
        return li(attributes, Tag{"a"}(link.append(inner).append(item.attributes), content));
    }
    if (content.empty())
        return li(attributes);
    return li(attributes, span(cls("govuk-service-navigation__text").append(inner), content));
}

Html toggle(const ServiceNavigation& options) {
    Attributes attributes =
        attr("type", "button")
            .cls("govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
            .set("aria-controls", options.navigation_id);
    if (!options.menu_button_label.empty() && options.menu_button_label != options.menu_button_text)
        attributes.set("aria-label", options.menu_button_label);
    attributes.flag("hidden").set("aria-hidden", "true");
    return Tag{"button"}(attributes, options.menu_button_text);
}

Html navigation(const ServiceNavigation& options) {
    if (options.navigation.empty() && options.slot_navigation_start.empty() &&
        options.slot_navigation_end.empty())
        return {};
    Part button;
    if (options.collapse_on_mobile.value_or(options.navigation.size() > 1))
        button = toggle(options);
    Html items = options.slot_navigation_start;
    for (const NavigationItem& item : options.navigation)
        items += navigation_item(item);
    items += options.slot_navigation_end;
    const std::string& label =
        options.navigation_label.empty() ? options.menu_button_text : options.navigation_label;
    return nav(attr("aria-label", label)
                   .cls("govuk-service-navigation__wrapper")
                   .cls(options.navigation_classes),
               button,
               Tag{"ul", "govuk-service-navigation__list"}(id(options.navigation_id), items));
}

Html service_name(const ServiceNavigation& options) {
    if (options.service_name.empty())
        return {};
    Part inner;
    if (options.service_url)
        inner = Tag{"a"}(
            Attributes().url("href", *options.service_url).cls("govuk-service-navigation__link"),
            options.service_name);
    else
        inner = span(cls("govuk-service-navigation__text"), options.service_name);
    return span(cls("govuk-service-navigation__service-name"), inner);
}

} // namespace

Html service_navigation(const ServiceNavigation& options) {
    Attributes container = cls("govuk-width-container");
    if (options.slot_end_inline)
        container.cls("govuk-service-navigation__inlining-container");
    const Html content = div(
        container, options.slot_start,
        div(cls("govuk-service-navigation__container"), service_name(options), navigation(options)),
        options.slot_end);
    Attributes attributes = cls("govuk-service-navigation").cls(options.classes);
    attributes.set("data-module", "govuk-service-navigation").append(options.attributes);
    // Named as a landmark only when it holds more than the navigation, which is one already.
    if (!options.service_name.empty() || !options.slot_start.empty() || !options.slot_end.empty())
        return section(attr("aria-label", options.aria_label).append(attributes), content);
    return div(attributes, content);
}

} // namespace quorate::html::govuk
