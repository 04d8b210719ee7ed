// The fields of a form.

#include "html/form.hpp"
#include "html/govuk/character_count.hpp"
#include "html/govuk/checkboxes.hpp"
#include "html/govuk/date_input.hpp"
#include "html/govuk/file_upload.hpp"
#include "html/govuk/input.hpp"
#include "html/govuk/password_input.hpp"
#include "html/govuk/radios.hpp"
#include "html/govuk/select.hpp"
#include "html/govuk/textarea.hpp"

namespace quorate::html {

namespace {

std::string sized(std::string_view base, LabelSize size) {
    switch (size) {
    case LabelSize::s:
        return std::string(base) + "--s";
    case LabelSize::m:
        return std::string(base) + "--m";
    case LabelSize::l:
        return std::string(base) + "--l";
    case LabelSize::plain:
        break;
    }
    return {};
}

template <class Field>
const std::string& id_of(const Field& field) {
    return field.id.empty() ? field.name : field.id;
}

template <class Field>
govuk::FieldWords words(const Field& field, const ErrorList& errors) {
    return {.label = {.content = field.label, .classes = sized("govuk-label", field.label_size)},
            .hint = {.content = field.hint},
            .error_message = {.content = errors.message(id_of(field))}};
}

template <class Field>
std::optional<govuk::Fieldset> fieldset(const Field& field) {
    if (field.label.empty())
        return std::nullopt;
    return govuk::Fieldset{
        .legend = {.content = field.label,
                   .is_page_heading = field.label_is_page_heading,
                   .classes = sized("govuk-fieldset__legend", field.label_size)}};
}

template <class Item>
std::vector<Item> items(const std::vector<Option>& options) {
    std::vector<Item> out;
    for (const Option& option : options) {
        if (!option.divider.empty())
            out.push_back({.divider = option.divider});
        out.push_back({.content = option.label,
                       .value = option.value,
                       .disabled = option.disabled,
                       .hint = {.content = option.hint}});
    }
    return out;
}

} // namespace

Html text_field(const TextField& field, const ErrorList& errors) {
    govuk::FieldWords about = words(field, errors);
    about.label.is_page_heading = field.label_is_page_heading;
    const std::string width =
        field.width > 0 ? "govuk-input--width-" + std::to_string(field.width) : "";
    return govuk::input({.name = field.name,
                         .id = id_of(field),
                         .words = about,
                         .value = field.value,
                         .type = field.type,
                         .inputmode = field.inputmode,
                         .autocomplete = field.autocomplete,
                         .spellcheck = field.spellcheck,
                         .prefix = {.content = field.prefix},
                         .suffix = {.content = field.suffix},
                         .classes = width,
                         .attributes = field.attributes});
}

Html time_field(const TimeField& field, const ErrorList& errors) {
    return govuk::input({.name = field.name,
                         .id = id_of(field),
                         .words = words(field, errors),
                         .value = field.value,
                         .spellcheck = false,
                         .classes = "govuk-input--width-10",
                         .attributes = field.attributes});
}

Html password_field(const PasswordField& field, const ErrorList& errors) {
    return govuk::password_input({.name = field.name,
                                  .id = id_of(field),
                                  .words = words(field, errors),
                                  .autocomplete = field.autocomplete,
                                  .attributes = field.attributes});
}

Html text_area(const TextArea& field, const ErrorList& errors) {
    govuk::FieldWords about = words(field, errors);
    about.label.is_page_heading = field.label_is_page_heading;
    const govuk::Textarea out{.name = field.name,
                              .id = id_of(field),
                              .words = about,
                              .value = field.value,
                              .rows = field.rows,
                              .attributes = field.attributes};
    if (field.characters_max == 0)
        return govuk::textarea(out);
    return govuk::character_count({.textarea = out, .characters_max = field.characters_max});
}

Html choice(const Choice& field, const ErrorList& errors) {
    std::string classes = field.one_line ? "govuk-radios--inline" : "";
    if (field.compact)
        classes = govuk::joined(classes, "govuk-radios--small");
    return govuk::radios({.name = field.name,
                          .id_prefix = id_of(field),
                          .words = words(field, errors),
                          .fieldset = fieldset(field),
                          .items = items<govuk::RadioItem>(field.options),
                          .value = field.value,
                          .classes = classes});
}

Html choose_many(const ChooseMany& field, const ErrorList& errors) {
    return govuk::checkboxes({.name = field.name,
                              .id_prefix = id_of(field),
                              .words = words(field, errors),
                              .fieldset = fieldset(field),
                              .items = items<govuk::CheckboxItem>(field.options),
                              .values = field.values,
                              .classes = field.compact ? "govuk-checkboxes--small" : ""});
}

Html select_field(const SelectField& field, const ErrorList& errors) {
    std::vector<govuk::SelectItem> list;
    if (!field.nothing_chosen.empty())
        list.push_back({.content = field.nothing_chosen, .value = ""});
    for (const Option& option : field.options) {
        QUORATE_ASSERT(option.label.html().str().find('<') == std::string::npos);
        list.push_back(
            {.content = option.label, .value = option.value, .disabled = option.disabled});
    }
    return govuk::select({.name = field.name,
                          .id = id_of(field),
                          .words = words(field, errors),
                          .items = list,
                          .value = field.value,
                          .attributes = field.attributes});
}

DateValue DateValue::of(base::CivilDate date) {
    return {std::to_string(date.day()), std::to_string(date.month()), std::to_string(date.year())};
}

Html date_field(const DateField& field, const ErrorList& errors) {
    const std::string& id = id_of(field);
    govuk::FieldWords about = words(field, errors);
    govuk::DateInput out{
        .id = id + "-date", .name_prefix = field.name, .fieldset = fieldset(field)};
    out.parts = {{.name = "day", .value = field.value.day},
                 {.name = "month", .value = field.value.month},
                 {.name = "year", .value = field.value.year}};
    for (govuk::DatePart& part : out.parts) {
        part.id = id + "-" + part.name;
        if (!errors.has(part.id))
            continue;
        part.error = true;
        if (!about.has_error())
            about.error_message.content = errors.message(part.id);
    }
    // The summary's link for the whole field leads to its first box.
    if (!errors.has(out.parts.front().id))
        out.parts.front().id = id;
    out.words = about;
    return govuk::date_input(out);
}

Html file_field(const FileField& field, const ErrorList& errors) {
    Attributes attributes;
    if (!field.accept.empty())
        attributes.set("accept", field.accept);
    return govuk::file_upload({.name = field.name,
                               .id = id_of(field),
                               .words = words(field, errors),
                               .multiple = field.multiple,
                               .attributes = attributes});
}

Html field_group(const Part& legend, const Part& content, LabelSize size) {
    return govuk::fieldset(
        {.legend = {.content = legend, .classes = sized("govuk-fieldset__legend", size)},
         .content = content.html()});
}

} // namespace quorate::html
