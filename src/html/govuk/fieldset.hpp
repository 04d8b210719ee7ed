#ifndef QUORATE_HTML_GOVUK_FIELDSET_HPP
#define QUORATE_HTML_GOVUK_FIELDSET_HPP
// GOV.UK fieldset: fields that answer one question.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct Legend {
    Part content = {}; ///< empty: no legend
    bool is_page_heading = false;
    std::string classes = {}; ///< such as "govuk-fieldset__legend--m"
};

struct Fieldset {
    Legend legend = {};
    Html content = {};
    std::string described_by = {}; ///< ids, apart by spaces
    std::string role = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html fieldset(const Fieldset& options);

} // namespace quorate::html::govuk

#endif
