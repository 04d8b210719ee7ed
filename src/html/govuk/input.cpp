#include "html/govuk/input.hpp"

namespace quorate::html::govuk {

namespace {

void set_if(Attributes& attributes, std::string_view name, const std::string& value) {
    if (!value.empty())
        attributes.set(name, value);
}

Html element(const Input& options, const std::string& id) {
    Attributes attributes = cls("govuk-input").cls(options.classes);
    attributes.cls(options.words.has_error() ? "govuk-input--error" : "")
        .id(id)
        .set("name", options.name)
        .set("type", options.type.empty() ? "text" : options.type);
    if (options.spellcheck)
        attributes.set("spellcheck", *options.spellcheck ? "true" : "false");
    set_if(attributes, "value", options.value);
    if (options.disabled)
        attributes.flag("disabled");
    set_if(attributes, "aria-describedby", described_by(options.words, id));
    set_if(attributes, "autocomplete", options.autocomplete);
    set_if(attributes, "autocapitalize", options.autocapitalize);
    set_if(attributes, "pattern", options.pattern);
    set_if(attributes, "inputmode", options.inputmode);
    return detail::void_element("input", attributes.append(options.attributes));
}

Html affix(const InputAffix& options, std::string_view base) {
    if (options.content.empty())
        return {};
    return div(cls(base).cls(options.classes).set("aria-hidden", "true").append(options.attributes),
               options.content);
}

} // namespace

Html input(const Input& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    const FormGroup& group = options.words.form_group;
    Html field = element(options, id);
    if (!options.prefix.content.empty() || !options.suffix.content.empty() ||
        !group.before_input.empty() || !group.after_input.empty())
        field = div(cls("govuk-input__wrapper")
                        .cls(options.wrapper_classes)
                        .append(options.wrapper_attributes),
                    group.before_input, affix(options.prefix, "govuk-input__prefix"), field,
                    affix(options.suffix, "govuk-input__suffix"), group.after_input);
    return form_group(options.words, fragment(words_above(options.words, id), field));
}

} // namespace quorate::html::govuk
