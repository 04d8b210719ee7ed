#include "html/govuk/notification_banner.hpp"

namespace quorate::html::govuk {

Html notification_banner(const NotificationBanner& options) {
    QUORATE_ASSERT(options.title_heading_level >= 1 && options.title_heading_level <= 6);
    const bool success = options.kind == BannerKind::success;
    const std::string role = !options.role.empty() ? options.role : (success ? "alert" : "region");
    const Part title =
        !options.title.empty() ? options.title : Part(success ? "Success" : "Important");
    const std::string heading = "h" + std::to_string(options.title_heading_level);

    Part content = options.content;
    if (content.empty() && !options.text.empty())
        content = Tag{"p", "govuk-notification-banner__heading"}(options.text);

    Attributes attributes = cls("govuk-notification-banner");
    if (success)
        attributes.cls("govuk-notification-banner--success");
    attributes.cls(options.classes)
        .set("role", role)
        .set("aria-labelledby", options.title_id)
        .set("data-module", "govuk-notification-banner")
        .append(options.attributes);
    return div(attributes,
               div(cls("govuk-notification-banner__header"),
                   Tag{heading, "govuk-notification-banner__title"}(id(options.title_id), title)),
               div(cls("govuk-notification-banner__content"), content));
}

} // namespace quorate::html::govuk
