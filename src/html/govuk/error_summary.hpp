#ifndef QUORATE_HTML_GOVUK_ERROR_SUMMARY_HPP
#define QUORATE_HTML_GOVUK_ERROR_SUMMARY_HPP
// GOV.UK error summary: everything wrong with a form at the top of the page, linked to the fields.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct ErrorSummaryItem {
    Part content = {};
    std::optional<Url> href = {}; ///< "#" and the id of the field
    Attributes attributes = {};
};

struct ErrorSummary {
    Part title = {};
    Part description = {};
    std::vector<ErrorSummaryItem> items = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html error_summary(const ErrorSummary& options);

} // namespace quorate::html::govuk

#endif
