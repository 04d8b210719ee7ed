#include "html/form.hpp"

#include "html/govuk/button.hpp"
#include "html/govuk/error_summary.hpp"
#include "html/govuk/field.hpp"

#include <algorithm>

namespace quorate::html {

namespace {

Html button(std::string_view words, const ButtonSettings& settings, std::string_view kind,
            const std::optional<Url>& href = {}) {
    Attributes attributes;
    if (settings.action)
        attributes.url("formaction", *settings.action);
    if (!settings.form.empty())
        attributes.set("form", settings.form);
    Part about;
    if (!settings.about.empty())
        about = hidden_text(" ", settings.about);
    Part key;
    if (!settings.key.empty()) {
        attributes.set("accesskey", settings.key);
        key = fragment(" ", Tag{"kbd", "q-key"}(attr("aria-hidden", "true"), settings.key));
    }
    const std::string size = settings.compact ? "q-button--compact" : "";
    return govuk::button({.content = fragment(words, about, key),
                          .name = settings.name,
                          .value = settings.value,
                          .href = href,
                          .disabled = settings.disabled,
                          .classes = govuk::joined(govuk::joined(kind, size), settings.classes),
                          .attributes = attributes.append(settings.attributes)});
}

Attributes form_attributes(const FormOptions& options, std::string_view method) {
    Attributes out = cls(options.classes);
    if (!options.id.empty())
        out.id(options.id);
    out.set("method", method).url("action", options.action);
    if (options.multipart)
        out.set("enctype", "multipart/form-data");
    return std::move(out.flag("novalidate").append(options.attributes));
}

} // namespace

void ErrorList::add(std::string_view field, std::string_view message) {
    errors_.push_back({std::string(field), std::string(message)});
}

bool ErrorList::has(std::string_view field) const {
    return !message(field).empty();
}

std::string_view ErrorList::message(std::string_view field) const {
    const auto found = std::find_if(errors_.begin(), errors_.end(),
                                    [&](const FieldError& error) { return error.field == field; });
    return found == errors_.end() ? std::string_view() : std::string_view(found->message);
}

Html ErrorList::summary() const {
    if (errors_.empty())
        return {};
    govuk::ErrorSummary out{.title = "There is a problem",
                            .attributes = attr("tabindex", "-1").flag("autofocus")};
    for (const FieldError& error : errors_) {
        govuk::ErrorSummaryItem item{.content = error.message};
        if (!error.field.empty())
            item.href = Url("#"_url).fragment(error.field);
        out.items.push_back(std::move(item));
    }
    return govuk::error_summary(out);
}

namespace detail {

Html form(const FormOptions& options, const Html& content) {
    return Tag{"form"}(form_attributes(options, "post"), hidden("csrf", options.csrf), content);
}

Html search_form(const FormOptions& options, const Html& content) {
    return Tag{"form"}(form_attributes(options, "get"), content);
}

Html button_row(const Html& buttons) {
    return div(cls("govuk-button-group"), buttons);
}

} // namespace detail

Html hidden(std::string_view name, std::string_view value) {
    return detail::void_element("input",
                                attr("type", "hidden").set("name", name).set("value", value));
}

Html submit_button(std::string_view words, const ButtonSettings& settings) {
    return button(words, settings, "");
}

Html secondary_button(std::string_view words, const ButtonSettings& settings) {
    return button(words, settings, "govuk-button--secondary");
}

Html warning_button(std::string_view words, const ButtonSettings& settings) {
    return button(words, settings, "govuk-button--warning");
}

Html link_button(std::string_view words, const Url& url, const ButtonSettings& settings) {
    return button(words, settings, "", url);
}

Html button_form(const FormOptions& options, const std::vector<HiddenField>& fields,
                 std::string_view words, const ButtonSettings& settings) {
    Html content;
    for (const HiddenField& field : fields)
        content += hidden(field.name, field.value);
    ButtonSettings compact = settings;
    compact.compact = true;
    FormOptions inline_form = options;
    inline_form.classes = govuk::joined("q-button-form", options.classes);
    return form(inline_form, content, secondary_button(words, compact));
}

} // namespace quorate::html
