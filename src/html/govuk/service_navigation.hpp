#ifndef QUORATE_HTML_GOVUK_SERVICE_NAVIGATION_HPP
#define QUORATE_HTML_GOVUK_SERVICE_NAVIGATION_HPP
// GOV.UK service navigation: the parts of the site.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct NavigationItem {
    Part content = {};
    std::optional<Url> href = {};
    bool current = false; ///< the link leads to this very page
    bool active = false;  ///< this page is in that part of the site
    Attributes attributes = {};
};

struct ServiceNavigation {
    std::vector<NavigationItem> navigation = {};
    std::string service_name = {};
    std::optional<Url> service_url = {};
    std::optional<bool> collapse_on_mobile =
        {}; ///< a menu button; needs a script. None: when over one item
    std::string aria_label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label = {};
    std::string navigation_label = {}; ///< empty: the menu button's text
    std::string navigation_id = "navigation";
    std::string navigation_classes = {};
    Html slot_start = {};
    Html slot_end = {};
    bool slot_end_inline = false;
    Html slot_navigation_start = {};
    Html slot_navigation_end = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html service_navigation(const ServiceNavigation& options);

} // namespace quorate::html::govuk

#endif
