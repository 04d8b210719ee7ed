// From the fixtures of the components that forms are made of to our options.

#include "govuk_json.hpp"
#include "govuk_options.hpp"
#include "html/govuk/back_link.hpp"
#include "html/govuk/button.hpp"
#include "html/govuk/character_count.hpp"
#include "html/govuk/checkboxes.hpp"
#include "html/govuk/date_input.hpp"
#include "html/govuk/error_summary.hpp"
#include "html/govuk/file_upload.hpp"
#include "html/govuk/input.hpp"
#include "html/govuk/panel.hpp"
#include "html/govuk/password_input.hpp"
#include "html/govuk/radios.hpp"
#include "html/govuk/select.hpp"
#include "html/govuk/tag.hpp"
#include "html/govuk/task_list.hpp"
#include "html/govuk/textarea.hpp"
#include "html/raw.hpp"

namespace quorate::html_tests {

using base::Json;
using base::JsonObject;
using html::Attributes;
using html::Html;
using html::Part;
namespace govuk = html::govuk;

namespace {

govuk::Label label_options(const JsonObject& o) {
    return {.content = content(o),
            .for_id = string_at(o, "for"),
            .is_page_heading = bool_at(o, "isPageHeading"),
            .classes = string_at(o, "classes"),
            .attributes = attributes(o)};
}

govuk::Hint hint_options(const JsonObject& o) {
    return {.content = content(o),
            .id = string_at(o, "id"),
            .classes = string_at(o, "classes"),
            .attributes = attributes(o)};
}

govuk::ErrorMessage error_message_options(const JsonObject& o) {
    const Json* hidden = member(o, "visuallyHiddenText");
    std::string before = "Error";
    if (hidden != nullptr)
        before = hidden->is_bool() ? "" : string_of(*hidden);
    return {.content = content(o),
            .id = string_at(o, "id"),
            .visually_hidden_text = before,
            .classes = string_at(o, "classes"),
            .attributes = attributes(o)};
}

govuk::FieldWords words(const JsonObject& o, const char* before = "beforeInput",
                        const char* after = "afterInput") {
    const JsonObject& group = object_at(o, "formGroup");
    return {.label = label_options(object_at(o, "label")),
            .hint = hint_options(object_at(o, "hint")),
            .error_message = error_message_options(object_at(o, "errorMessage")),
            .form_group = {.before_input = content(object_at(group, before)),
                           .after_input = content(object_at(group, after)),
                           .classes = string_at(group, "classes"),
                           .attributes = attributes(group)},
            .described_by = string_at(o, "describedBy")};
}

govuk::Fieldset fieldset_options(const JsonObject& o) {
    const JsonObject& legend = object_at(o, "legend");
    return {.legend = {.content = content(legend),
                       .is_page_heading = bool_at(legend, "isPageHeading"),
                       .classes = string_at(legend, "classes")},
            .content = html::raw(string_at(o, "html")),
            .described_by = string_at(o, "describedBy"),
            .role = string_at(o, "role"),
            .classes = string_at(o, "classes"),
            .attributes = attributes(o)};
}

std::optional<govuk::Fieldset> optional_fieldset(const JsonObject& o) {
    if (member(o, "fieldset") == nullptr)
        return std::nullopt;
    return fieldset_options(object_at(o, "fieldset"));
}

Html render_label(const JsonObject& o) {
    return govuk::label(label_options(o));
}

Html render_hint(const JsonObject& o) {
    return govuk::hint(hint_options(o));
}

Html render_error_message(const JsonObject& o) {
    return govuk::error_message(error_message_options(o));
}

Html render_fieldset(const JsonObject& o) {
    return govuk::fieldset(fieldset_options(o));
}

Html render_button(const JsonObject& o) {
    Part words = content(o);
    if (bool_at(o, "isStartButton") && member(o, "html") != nullptr)
        words = html::span(words);
    return govuk::button({.content = words,
                          .type = string_at(o, "type", "submit"),
                          .name = string_at(o, "name"),
                          .value = string_at(o, "value"),
                          .href = optional_url(o, "href"),
                          .disabled = bool_at(o, "disabled"),
                          .start = bool_at(o, "isStartButton"),
                          .prevent_double_click = optional_bool(o, "preventDoubleClick"),
                          .id = string_at(o, "id"),
                          .classes = string_at(o, "classes"),
                          .attributes = attributes(o)});
}

Html render_error_summary(const JsonObject& o) {
    govuk::ErrorSummary out{.title = content(o, "titleHtml", "titleText"),
                            .description = content(o, "descriptionHtml", "descriptionText"),
                            .classes = string_at(o, "classes"),
                            .attributes = attributes(o)};
    if (member(o, "disableAutoFocus") != nullptr)
        out.attributes.set("data-disable-auto-focus", string_at(o, "disableAutoFocus"));
    for (const JsonObject& item : objects_at(o, "errorList"))
        out.items.push_back({content(item), optional_url(item, "href"), attributes(item)});
    return govuk::error_summary(out);
}

govuk::InputAffix affix(const JsonObject& o, const char* name) {
    const JsonObject& options = object_at(o, name);
    return {content(options), string_at(options, "classes"), attributes(options)};
}

Html render_input(const JsonObject& o) {
    const JsonObject& wrapper = object_at(o, "inputWrapper");
    return govuk::input({.name = string_at(o, "name"),
                         .id = string_at(o, "id"),
                         .words = words(o),
                         .value = string_at(o, "value"),
                         .type = string_at(o, "type", "text"),
                         .inputmode = string_at(o, "inputmode"),
                         .autocomplete = string_at(o, "autocomplete"),
                         .autocapitalize = string_at(o, "autocapitalize"),
                         .pattern = string_at(o, "pattern"),
                         .spellcheck = optional_bool(o, "spellcheck"),
                         .disabled = bool_at(o, "disabled"),
                         .prefix = affix(o, "prefix"),
                         .suffix = affix(o, "suffix"),
                         .wrapper_classes = string_at(wrapper, "classes"),
                         .wrapper_attributes = attributes(wrapper),
                         .classes = string_at(o, "classes"),
                         .attributes = attributes(o)});
}

govuk::Textarea textarea_options(const JsonObject& o) {
    return {.name = string_at(o, "name"),
            .id = string_at(o, "id"),
            .words = words(o),
            .value = string_at(o, "value"),
            .rows = int_at(o, "rows", 5),
            .autocomplete = string_at(o, "autocomplete"),
            .spellcheck = optional_bool(o, "spellcheck"),
            .disabled = bool_at(o, "disabled"),
            .classes = string_at(o, "classes"),
            .attributes = attributes(o)};
}

Html render_textarea(const JsonObject& o) {
    return govuk::textarea(textarea_options(o));
}

// The words of a component's script, as it finds them in the page.
void add_words(Attributes& out, const JsonObject& o, const char* option, const std::string& key) {
    const Json* value = member(o, option);
    if (value == nullptr)
        return;
    if (!value->is_object()) {
        out.set("data-i18n." + key, string_of(*value));
        return;
    }
    for (const auto& [rule, text] : value->as_object())
        out.set("data-i18n." + key + "." + std::string(rule), string_of(text));
}

Html render_character_count(const JsonObject& o) {
    govuk::CharacterCount out{.textarea = textarea_options(o),
                              .characters_max = int_at(o, "maxlength"),
                              .words_max = int_at(o, "maxwords"),
                              .threshold = string_at(o, "threshold"),
                              .count_type = string_at(o, "countType"),
                              .description = string_at(o, "textareaDescriptionText"),
                              .message_classes =
                                  string_at(object_at(o, "countMessage"), "classes")};
    add_words(out.words, o, "charactersUnderLimitText", "characters-under-limit");
    add_words(out.words, o, "charactersAtLimitText", "characters-at-limit");
    add_words(out.words, o, "charactersOverLimitText", "characters-over-limit");
    add_words(out.words, o, "wordsUnderLimitText", "words-under-limit");
    add_words(out.words, o, "wordsAtLimitText", "words-at-limit");
    add_words(out.words, o, "wordsOverLimitText", "words-over-limit");
    if (out.characters_max == 0 && out.words_max == 0 && !out.description.empty())
        out.words.set("data-i18n.textarea-description.other", out.description);
    return govuk::character_count(out);
}

Html render_select(const JsonObject& o) {
    govuk::Select out{.name = string_at(o, "name"),
                      .id = string_at(o, "id"),
                      .words = words(o),
                      .value = string_at(o, "value"),
                      .disabled = bool_at(o, "disabled"),
                      .classes = string_at(o, "classes"),
                      .attributes = attributes(o)};
    for (const JsonObject& item : objects_at(o, "items")) {
        govuk::SelectItem one{.content = string_at(item, "text"),
                              .selected = optional_bool(item, "selected"),
                              .disabled = bool_at(item, "disabled"),
                              .attributes = attributes(item)};
        if (member(item, "value") != nullptr)
            one.value = string_at(item, "value");
        out.items.push_back(one);
    }
    return govuk::select(out);
}

// An item's id as the templates number it: what they skip counts too.
std::string item_id(const JsonObject& list, const JsonObject& item, std::size_t place) {
    if (place == 0 || member(item, "id") != nullptr)
        return string_at(item, "id");
    return string_at(list, "idPrefix", string_at(list, "name")) + "-" + std::to_string(place + 1);
}

template <class Item, class List>
void add_items(const JsonObject& o, List& out) {
    const base::JsonArray& items = member(o, "items")->as_array();
    for (std::size_t place = 0; place < items.size(); ++place) {
        if (!items[place].is_object())
            continue;
        const JsonObject& item = items[place].as_object();
        Item one{.content = content(item),
                 .value = string_at(item, "value"),
                 .id = item_id(o, item, place),
                 .checked = optional_bool(item, "checked"),
                 .disabled = bool_at(item, "disabled"),
                 .hint = hint_options(object_at(item, "hint")),
                 .label = label_options(object_at(item, "label")),
                 .divider = string_at(item, "divider"),
                 .attributes = attributes(item)};
        const JsonObject& conditional = object_at(item, "conditional");
        if (const Json* value = member(conditional, "html"); value && value->is_string())
            one.conditional = html::raw(string_of(*value));
        if constexpr (std::is_same_v<Item, govuk::CheckboxItem>) {
            one.name = string_at(item, "name");
            one.behaviour = string_at(item, "behaviour");
        }
        out.items.push_back(one);
    }
}

Html render_radios(const JsonObject& o) {
    govuk::Radios out{.name = string_at(o, "name"),
                      .id_prefix = string_at(o, "idPrefix"),
                      .words = words(o, "beforeInputs", "afterInputs"),
                      .fieldset = optional_fieldset(o),
                      .value = string_at(o, "value"),
                      .classes = string_at(o, "classes"),
                      .attributes = attributes(o)};
    add_items<govuk::RadioItem>(o, out);
    return govuk::radios(out);
}

Html render_checkboxes(const JsonObject& o) {
    govuk::Checkboxes out{.name = string_at(o, "name"),
                          .id_prefix = string_at(o, "idPrefix"),
                          .words = words(o, "beforeInputs", "afterInputs"),
                          .fieldset = optional_fieldset(o),
                          .classes = string_at(o, "classes"),
                          .attributes = attributes(o)};
    if (const Json* values = member(o, "values"); values != nullptr) {
        for (const Json& value : values->as_array())
            out.values.push_back(string_of(value));
    }
    add_items<govuk::CheckboxItem>(o, out);
    return govuk::checkboxes(out);
}

govuk::DatePart date_part(const JsonObject& o, const JsonObject& item) {
    govuk::DatePart out{.name = string_at(item, "name"),
                        .label = string_at(item, "label"),
                        .id = string_at(item, "id"),
                        .value = string_at(item, "value"),
                        .error = optional_bool(item, "error"),
                        .inputmode = string_at(item, "inputmode", "numeric"),
                        .autocomplete = string_at(item, "autocomplete"),
                        .pattern = string_at(item, "pattern"),
                        .classes = string_at(item, "classes"),
                        .attributes = attributes(item)};
    if (out.value.empty())
        out.value = string_at(object_at(o, out.name.c_str()), "value");
    const std::string prefix = string_at(o, "namePrefix");
    const std::string full = prefix.empty() ? out.name : prefix + "-" + out.name;
    if (out.value.empty())
        out.value = string_at(object_at(o, "values"), full.c_str());
    return out;
}

Html render_date_input(const JsonObject& o) {
    govuk::DateInput out{.id = string_at(o, "id"),
                         .name_prefix = string_at(o, "namePrefix"),
                         .words = words(o, "beforeInputs", "afterInputs"),
                         .fieldset = optional_fieldset(o),
                         .parts = {},
                         .classes = string_at(o, "classes"),
                         .attributes = attributes(o)};
    const std::vector<JsonObject> items = objects_at(o, "items");
    for (const JsonObject& item : items)
        out.parts.push_back(date_part(o, item));
    for (const char* name : {"day", "month", "year"}) {
        const Json* given = member(o, name);
        if (!items.empty() || (given != nullptr && given->is_bool()))
            continue;
        JsonObject item = object_at(o, name);
        if (!item.contains("name"))
            item["name"] = name;
        out.parts.push_back(date_part(o, item));
        out.parts.back().width = std::string_view(name) == "year" ? 4 : 2;
    }
    return govuk::date_input(out);
}

Html render_file_upload(const JsonObject& o) {
    govuk::FileUpload out{.name = string_at(o, "name"),
                          .id = string_at(o, "id"),
                          .words = words(o),
                          .multiple = bool_at(o, "multiple"),
                          .disabled = bool_at(o, "disabled"),
                          .classes = string_at(o, "classes"),
                          .attributes = attributes(o)};
    if (bool_at(o, "javascript")) {
        govuk::FileDropArea area{.classes = string_at(o, "wrapperClasses"),
                                 .attributes = attributes(o, "wrapperAttributes")};
        add_words(area.attributes, o, "chooseFilesButtonText", "choose-files-button");
        add_words(area.attributes, o, "noFileChosenText", "no-file-chosen");
        add_words(area.attributes, o, "multipleFilesChosenText", "multiple-files-chosen");
        add_words(area.attributes, o, "dropInstructionText", "drop-instruction");
        add_words(area.attributes, o, "enteredDropZoneText", "entered-drop-zone");
        add_words(area.attributes, o, "leftDropZoneText", "left-drop-zone");
        out.drop_area = area;
    }
    return govuk::file_upload(out);
}

Html render_password_input(const JsonObject& o) {
    govuk::PasswordInput out{.name = string_at(o, "name"),
                             .id = string_at(o, "id"),
                             .words = words(o),
                             .value = string_at(o, "value"),
                             .autocomplete = string_at(o, "autocomplete", "current-password"),
                             .disabled = bool_at(o, "disabled"),
                             .show_words = string_at(o, "showPasswordText", "Show"),
                             .show_label =
                                 string_at(o, "showPasswordAriaLabelText", "Show password"),
                             .button_classes = string_at(object_at(o, "button"), "classes"),
                             .classes = string_at(o, "classes"),
                             .attributes = attributes(o)};
    Attributes& group = out.words.form_group.attributes;
    add_words(group, o, "showPasswordText", "show-password");
    add_words(group, o, "hidePasswordText", "hide-password");
    add_words(group, o, "showPasswordAriaLabelText", "show-password-aria-label");
    add_words(group, o, "hidePasswordAriaLabelText", "hide-password-aria-label");
    add_words(group, o, "passwordShownAnnouncementText", "password-shown-announcement");
    add_words(group, o, "passwordHiddenAnnouncementText", "password-hidden-announcement");
    return govuk::password_input(out);
}

Html render_panel(const JsonObject& o) {
    static constexpr std::string_view kind = "govuk-panel--interruption";
    std::string classes = string_at(o, "classes");
    const std::size_t kind_at = classes.find(kind);
    const bool interruption = kind_at != std::string::npos;
    if (interruption)
        classes.erase(kind_at, kind.size());
    const JsonObject& actions = object_at(o, "actions");
    govuk::Panel out{.title = content(o, "titleHtml", "titleText"),
                     .content = content(o),
                     .heading_level = int_at(o, "headingLevel", 1),
                     .interruption = interruption,
                     .actions_shown = member(o, "actions") != nullptr,
                     .actions_classes = string_at(actions, "classes"),
                     .actions_attributes = attributes(actions),
                     .classes = classes,
                     .attributes = attributes(o)};
    for (const JsonObject& item : objects_at(actions, "items"))
        out.actions.push_back({.content = content(item),
                               .href = optional_url(item, "href"),
                               .type = string_at(item, "type"),
                               .classes = string_at(item, "classes"),
                               .attributes = attributes(item)});
    return govuk::panel(out);
}

Html render_task_list(const JsonObject& o) {
    govuk::TaskList out{.id_prefix = string_at(o, "idPrefix", "task-list"),
                        .classes = string_at(o, "classes"),
                        .attributes = attributes(o)};
    int place = 0;
    for (const Json& value : member(o, "items")->as_array()) {
        ++place;
        if (!value.is_object())
            continue;
        const JsonObject& item = value.as_object();
        const JsonObject& status = object_at(item, "status");
        const JsonObject& tag = object_at(status, "tag");
        Part state = content(status);
        if (!tag.empty())
            state = govuk::tag({content(tag), string_at(tag, "classes"), attributes(tag)});
        out.items.push_back({.title = content(object_at(item, "title")),
                             .href = optional_url(item, "href"),
                             .hint = content(object_at(item, "hint")),
                             .status = state,
                             .title_classes = string_at(object_at(item, "title"), "classes"),
                             .status_classes = string_at(status, "classes"),
                             .classes = string_at(item, "classes"),
                             .place = place});
    }
    return govuk::task_list(out);
}

Html render_back_link(const JsonObject& o) {
    govuk::BackLink out{.classes = string_at(o, "classes"), .attributes = attributes(o)};
    if (const Part words = content(o); !words.empty())
        out.content = words;
    if (const auto href = optional_url(o, "href"))
        out.href = *href;
    return govuk::back_link(out);
}

} // namespace

std::map<std::string, Render> form_components() {
    return {
        {"back-link", render_back_link},
        {"button", render_button},
        {"character-count", render_character_count},
        {"checkboxes", render_checkboxes},
        {"date-input", render_date_input},
        {"error-message", render_error_message},
        {"error-summary", render_error_summary},
        {"fieldset", render_fieldset},
        {"file-upload", render_file_upload},
        {"hint", render_hint},
        {"input", render_input},
        {"label", render_label},
        {"panel", render_panel},
        {"password-input", render_password_input},
        {"radios", render_radios},
        {"select", render_select},
        {"task-list", render_task_list},
        {"textarea", render_textarea},
    };
}

} // namespace quorate::html_tests
