#ifndef QUORATE_HTML_GOVUK_NOTIFICATION_BANNER_HPP
#define QUORATE_HTML_GOVUK_NOTIFICATION_BANNER_HPP
// GOV.UK notification banner: something about the page or what was just done.

#include "html/html.hpp"

namespace quorate::html::govuk {

enum class BannerKind { information, success };

struct NotificationBanner {
    std::string text = {}; ///< one sentence, set as a heading; used when content is empty
    Part content = {};
    BannerKind kind = BannerKind::information;
    Part title = {}; ///< empty: "Important", or "Success"
    int title_heading_level = 2;
    std::string title_id = "govuk-notification-banner-title";
    std::string role = {}; ///< empty: "region", or "alert" for success
    std::string classes = {};
    Attributes attributes = {};
};

Html notification_banner(const NotificationBanner& options);

} // namespace quorate::html::govuk

#endif
