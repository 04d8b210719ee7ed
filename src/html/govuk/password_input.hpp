#ifndef QUORATE_HTML_GOVUK_PASSWORD_INPUT_HPP
#define QUORATE_HTML_GOVUK_PASSWORD_INPUT_HPP
// GOV.UK password input: its "Show" button appears only with a script.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct PasswordInput {
    std::string name = {};
    std::string id = {}; ///< empty: the name
    FieldWords words = {};
    std::string value = {};
    std::string autocomplete = "current-password"; ///< "new-password" where one is chosen
    bool disabled = false;
    std::string show_words = "Show";
    std::string show_label = "Show password";
    std::string button_classes = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html password_input(const PasswordInput& options);

} // namespace quorate::html::govuk

#endif
