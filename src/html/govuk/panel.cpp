#include "html/govuk/panel.hpp"

#include "html/govuk/button.hpp"

namespace quorate::html::govuk {

namespace {

Html action_html(const PanelAction& action) {
    if (action.href && action.type != "button")
        return a(cls("govuk-link--inverse").cls(action.classes).append(action.attributes),
                 *action.href, action.content);
    return button({.content = action.content,
                   .type = action.type.empty() ? "button" : action.type,
                   .href = action.href,
                   .classes = action.classes.empty() ? "govuk-button--inverse"
                                                     : "govuk-button--inverse " + action.classes,
                   .attributes = action.attributes});
}

Html actions_html(const Panel& options) {
    if (!options.interruption || (options.actions.empty() && !options.actions_shown))
        return {};
    Part group;
    if (!options.actions.empty()) {
        std::vector<Html> items;
        for (const PanelAction& action : options.actions)
            items.push_back(action_html(action));
        group = div(cls("govuk-button-group"), items);
    }
    return div(
        cls("govuk-panel__actions").cls(options.actions_classes).append(options.actions_attributes),
        group);
}

} // namespace

Html panel(const Panel& options) {
    QUORATE_ASSERT(options.heading_level >= 1 && options.heading_level <= 6);
    const std::string heading = "h" + std::to_string(options.heading_level);
    Part content;
    if (!options.content.empty())
        content = div(cls("govuk-panel__body"), options.content);
    return div(
        cls("govuk-panel")
            .cls(options.interruption ? "govuk-panel--interruption" : "govuk-panel--confirmation")
            .cls(options.classes)
            .append(options.attributes),
        Tag{heading, "govuk-panel__title"}(options.title), content, actions_html(options));
}

} // namespace quorate::html::govuk
