#include "html/govuk/button.hpp"

namespace quorate::html::govuk {

namespace {

Html start_icon() {
    const Attributes attributes = cls("govuk-button__start-icon")
                                      .set("xmlns", "http://www.w3.org/2000/svg")
                                      .set("width", "17.5")
                                      .set("height", "19")
                                      .set("viewBox", "0 0 33 40")
                                      .set("aria-hidden", "true")
                                      .set("focusable", "false");
    return Tag{"svg"}(
        attributes,
        Tag{"path"}(attr("fill", "currentColor").set("d", "M0 0h13l20 20-20 20H0l20-20z")));
}

} // namespace

Html button(const Button& options) {
    Attributes attributes = cls("govuk-button").cls(options.classes);
    attributes.cls(options.start ? "govuk-button--start" : "")
        .set("data-module", "govuk-button")
        .append(options.attributes);
    if (!options.id.empty())
        attributes.id(options.id);
    Part icon;
    if (options.start)
        icon = start_icon();
    if (options.href) {
        attributes.url("href", *options.href).set("role", "button").set("draggable", "false");
        return Tag{"a"}(attributes, options.content, icon);
    }
    attributes.set("type", options.type);
    if (!options.value.empty())
        attributes.set("value", options.value);
    if (!options.name.empty())
        attributes.set("name", options.name);
    if (options.disabled)
        attributes.flag("disabled").set("aria-disabled", "true");
    if (options.prevent_double_click)
        attributes.set("data-prevent-double-click",
                       *options.prevent_double_click ? "true" : "false");
    return Tag{"button"}(attributes, options.content, icon);
}

} // namespace quorate::html::govuk
