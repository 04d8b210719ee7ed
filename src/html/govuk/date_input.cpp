#include "html/govuk/date_input.hpp"

#include "html/govuk/input.hpp"

#include <algorithm>

namespace quorate::html::govuk {

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool says_wrong(const DatePart& part) {
    return part.error.value_or(false) || has(part.classes, "govuk-input--error");
}

std::string with_capital(std::string name) {
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

Html part_html(const DateInput& options, const DatePart& part, bool all_wrong) {
    std::string classes = "govuk-date-input__input";
    if ((says_wrong(part) || (all_wrong && part.error.value_or(true))) &&
        !has(part.classes, "govuk-input--error"))
        classes = joined(classes, "govuk-input--error");
    if (!has(part.classes, "govuk-input--width-")) {
        const int needed = part.name == "year" ? 4 : 2;
        const int width = part.width > 0 ? part.width : needed;
        classes = joined(classes, "govuk-input--width-" + std::to_string(width));
    }
    const std::string prefix = options.name_prefix.empty() ? "" : options.name_prefix + "-";
    return div(cls("govuk-date-input__item"),
               input({.name = prefix + part.name,
                      .id = part.id.empty() ? options.id + "-" + part.name : part.id,
                      .words = {.label = {.content = part.label.empty() ? with_capital(part.name)
                                                                        : part.label,
                                          .classes = "govuk-date-input__label"}},
                      .value = part.value,
                      .inputmode = part.inputmode,
                      .autocomplete = part.autocomplete,
                      .pattern = part.pattern,
                      .classes = joined(classes, part.classes),
                      .attributes = part.attributes}));
}

} // namespace

Html date_input(const DateInput& options) {
    FieldWords words = options.words;
    if (options.fieldset)
        words.described_by = options.fieldset->described_by;
    const bool all_wrong =
        words.has_error() && std::none_of(options.parts.begin(), options.parts.end(), says_wrong);
    std::vector<Html> parts;
    for (const DatePart& part : options.parts)
        parts.push_back(part_html(options, part, all_wrong));
    Attributes attributes = cls("govuk-date-input").cls(options.classes);
    attributes.append(options.attributes);
    if (!options.id.empty())
        attributes.id(options.id);
    const Html inner = fragment(hint_and_error(words, options.id),
                                div(attributes, words.form_group.before_input, fragment(parts),
                                    words.form_group.after_input));
    if (!options.fieldset)
        return form_group(words, inner);
    // Without this role some screen readers do not read out what describes a set of text fields.
    Fieldset around = *options.fieldset;
    around.role = "group";
    around.described_by = described_by(words, options.id);
    around.content = inner;
    return form_group(words, fieldset(around));
}

} // namespace quorate::html::govuk
