#ifndef QUORATE_HTML_GOVUK_BACK_LINK_HPP
#define QUORATE_HTML_GOVUK_BACK_LINK_HPP
// GOV.UK back link: to the step before, above the page's heading.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct BackLink {
    Part content = "Back";
    Url href = "#"_url;
    std::string classes = {};
    Attributes attributes = {};
};

Html back_link(const BackLink& options);

} // namespace quorate::html::govuk

#endif
