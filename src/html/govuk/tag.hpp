#ifndef QUORATE_HTML_GOVUK_TAG_HPP
#define QUORATE_HTML_GOVUK_TAG_HPP
// GOV.UK tag: the state of a thing in a word. For a verdict or rating use html/status.hpp.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct TagOptions {
    Part content = {};
    std::string classes = {}; ///< such as "govuk-tag--grey"
    Attributes attributes = {};
};

Html tag(const TagOptions& options);

} // namespace quorate::html::govuk

#endif
