#ifndef QUORATE_HTML_PAGE_HPP
#define QUORATE_HTML_PAGE_HPP
// The whole page: header with the partnership's name leading, navigation, banner, main, footer with
// the record line.

#include "html/govuk/breadcrumbs.hpp"
#include "html/govuk/service_navigation.hpp"
#include "html/html.hpp"

#include <optional>

namespace quorate::html {

/// A line across the top of every page of a practice copy or a made-up partnership.
struct PageBanner {
    std::string label = {}; ///< "Practice copy"
    Part sentence = {};     ///< "Nothing here is sent or published. Clock: 2 June 2008, change"
};

struct FooterLink {
    std::string words = {};
    Url href;
};

/// A feed or another form of the page, for machines.
struct Alternate {
    std::string title = {};
    std::string type = {}; ///< "application/atom+xml"
    Url href;
};

struct Page {
    std::string title = {};       ///< the h1 in words; the window's title is made of it
    std::string partnership = {}; ///< empty: the page is about no one partnership
    Url partnership_url = "/"_url;
    Html account = {}; ///< in the header: "Sign in", or who is signed in and the way out
    std::vector<govuk::NavigationItem> navigation = {};
    std::optional<PageBanner> banner = {};
    std::vector<govuk::Breadcrumb> breadcrumbs = {};
    Html before_main = {}; ///< such as a notification banner
    Html main = {};
    Html record = {}; ///< "1,204 entries, unbroken; check it yourself"
    std::vector<FooterLink> footer_links = {};
    std::vector<Alternate> alternates = {};
    /// Names of ES modules among the assets, such as "day.mjs"; each is asked for once. The page
    /// works without them.
    std::vector<std::string> modules = {};
    std::string description = {};
    bool indexed = true; ///< false asks search engines to leave the page out
};

/// The document from <!doctype> to </html>.
Html page(const Page& options);

} // namespace quorate::html

#endif
