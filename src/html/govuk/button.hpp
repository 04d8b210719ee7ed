#ifndef QUORATE_HTML_GOVUK_BUTTON_HPP
#define QUORATE_HTML_GOVUK_BUTTON_HPP
// GOV.UK button: sends a form, or a link that starts something.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct Button {
    Part content = {};           ///< a verb; markup in a start button belongs within a span()
    std::string type = "submit"; ///< or "button", "reset"
    std::string name = {};       ///< sent with the form when this button is the one pressed
    std::string value = {};
    std::optional<Url> href = {}; ///< a link that looks like a button
    bool disabled = false;
    bool start = false;                            ///< with the arrow of a start page
    std::optional<bool> prevent_double_click = {}; ///< needs a script
    std::string id = {};
    std::string classes = {}; ///< such as "govuk-button--secondary"
    Attributes attributes = {};
};

Html button(const Button& options);

} // namespace quorate::html::govuk

#endif
