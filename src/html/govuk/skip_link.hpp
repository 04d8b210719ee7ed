#ifndef QUORATE_HTML_GOVUK_SKIP_LINK_HPP
#define QUORATE_HTML_GOVUK_SKIP_LINK_HPP
// GOV.UK skip link: past the header, for people who use a keyboard.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct SkipLink {
    Part content = {};
    Url href = "#content"_url;
    std::string classes = {};
    Attributes attributes = {};
};

Html skip_link(const SkipLink& options);

} // namespace quorate::html::govuk

#endif
