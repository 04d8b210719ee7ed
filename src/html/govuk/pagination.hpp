#ifndef QUORATE_HTML_GOVUK_PAGINATION_HPP
#define QUORATE_HTML_GOVUK_PAGINATION_HPP
// GOV.UK pagination: pages of a list by number, or the previous and next of a series.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct PageLink {
    Url href;
    Part content = {};      ///< empty: "Previous page" or "Next page"
    std::string label = {}; ///< a second line under the link, when there are no numbers
    Attributes attributes = {};
};

struct PageNumber {
    std::string number = {};
    Url href = "#"_url;
    bool current = false;
    bool ellipsis = false;        ///< stands for the pages left out
    std::string hidden_text = {}; ///< empty: "Page 3"
    Attributes attributes = {};
};

struct Pagination {
    std::optional<PageLink> previous = {};
    std::optional<PageLink> next = {};
    std::vector<PageNumber> items = {};
    std::string landmark_label = "Pagination";
    std::string classes = {};
    Attributes attributes = {};
};

Html pagination(const Pagination& options);

} // namespace quorate::html::govuk

#endif
