#ifndef QUORATE_HTML_GOVUK_LABEL_HPP
#define QUORATE_HTML_GOVUK_LABEL_HPP
// GOV.UK label of one field.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct Label {
    Part content = {};       ///< empty: no label at all
    std::string for_id = {}; ///< of the field; the fields' own functions fill it in
    bool is_page_heading = false;
    std::string classes = {}; ///< such as "govuk-label--m"
    Attributes attributes = {};
};

Html label(const Label& options);

} // namespace quorate::html::govuk

#endif
