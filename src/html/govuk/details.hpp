#ifndef QUORATE_HTML_GOVUK_DETAILS_HPP
#define QUORATE_HTML_GOVUK_DETAILS_HPP
// GOV.UK details: text that opens on demand, without JavaScript.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct Details {
    Part summary = {};
    Part content = {};
    bool open = false;
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html details(const Details& options);

} // namespace quorate::html::govuk

#endif
