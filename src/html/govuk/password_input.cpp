#include "html/govuk/password_input.hpp"

#include "html/govuk/button.hpp"
#include "html/govuk/input.hpp"

namespace quorate::html::govuk {

namespace {

Html show_button(const PasswordInput& options, const std::string& id) {
    const std::string classes =
        "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle";
    return button(
        {.content = options.show_words,
         .type = "button",
         .classes = joined(classes, options.button_classes),
         .attributes =
             attr("aria-controls", id).set("aria-label", options.show_label).flag("hidden")});
}

} // namespace

Html password_input(const PasswordInput& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    FieldWords words = options.words;
    FormGroup& group = words.form_group;
    group.attributes =
        attr("data-module", "govuk-password-input").append(options.words.form_group.attributes);
    group.classes = joined("govuk-password-input", group.classes);
    group.after_input = fragment(show_button(options, id), group.after_input);
    const std::string base = "govuk-password-input__input govuk-js-password-input-input";
    return input({.name = options.name,
                  .id = id,
                  .words = words,
                  .value = options.value,
                  .type = "password",
                  .autocomplete = options.autocomplete,
                  .autocapitalize = "none",
                  .spellcheck = false,
                  .disabled = options.disabled,
                  .wrapper_classes = "govuk-password-input__wrapper",
                  .classes = joined(base, options.classes),
                  .attributes = options.attributes});
}

} // namespace quorate::html::govuk
