#ifndef QUORATE_HTML_GOVUK_BREADCRUMBS_HPP
#define QUORATE_HTML_GOVUK_BREADCRUMBS_HPP
// GOV.UK breadcrumbs: the way back up.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct Breadcrumb {
    Part content = {};
    std::optional<Url> href = {}; ///< none: the page itself
    Attributes attributes = {};
};

struct Breadcrumbs {
    std::vector<Breadcrumb> items = {};
    bool collapse_on_mobile = false;
    std::string label = "Breadcrumb";
    std::string classes = {};
    Attributes attributes = {};
};

Html breadcrumbs(const Breadcrumbs& options);

} // namespace quorate::html::govuk

#endif
