#ifndef QUORATE_HTML_GOVUK_ERROR_MESSAGE_HPP
#define QUORATE_HTML_GOVUK_ERROR_MESSAGE_HPP
// GOV.UK error message: what is wrong with a field and what to do, above the field.

#include "html/html.hpp"

namespace quorate::html::govuk {

struct ErrorMessage {
    Part content = {};
    std::string id = {};
    std::string visually_hidden_text = "Error"; ///< read out before it; empty: nothing
    std::string classes = {};
    Attributes attributes = {};
};

Html error_message(const ErrorMessage& options);

} // namespace quorate::html::govuk

#endif
