#include "html/govuk/checkboxes.hpp"

#include <algorithm>

namespace quorate::html::govuk {

namespace {

bool is_checked(const Checkboxes& options, const CheckboxItem& item) {
    const auto& values = options.values;
    return item.checked.value_or(std::find(values.begin(), values.end(), item.value) !=
                                 values.end());
}

Attributes input_attributes(const Checkboxes& options, const CheckboxItem& item,
                            const std::string& id) {
    Attributes out = cls("govuk-checkboxes__input")
                         .id(id)
                         .set("name", item.name.empty() ? options.name : item.name)
                         .set("type", "checkbox")
                         .set("value", item.value);
    if (is_checked(options, item))
        out.flag("checked");
    if (item.disabled)
        out.flag("disabled");
    if (!item.conditional.empty())
        out.set("data-aria-controls", "conditional-" + id);
    if (!item.behaviour.empty())
        out.set("data-behaviour", item.behaviour);
    return out;
}

Html item_html(const Checkboxes& options, const CheckboxItem& item, const std::string& id,
               const std::string& described) {
    if (!item.divider.empty())
        return div(cls("govuk-checkboxes__divider"), item.divider);
    Attributes attributes = input_attributes(options, item, id);
    std::string ids = described;
    Part about;
    if (!item.hint.content.empty()) {
        Hint words = item.hint;
        words.id = id + "-item-hint";
        words.classes = joined("govuk-checkboxes__hint", item.hint.classes);
        ids = joined(ids, words.id);
        about = hint(words);
    }
    if (!ids.empty())
        attributes.set("aria-describedby", ids);
    Html out = div(cls("govuk-checkboxes__item"),
                   detail::void_element("input", attributes.append(item.attributes)),
                   label({.content = item.content,
                          .for_id = id,
                          .classes = joined("govuk-checkboxes__label", item.label.classes),
                          .attributes = item.label.attributes}),
                   about);
    if (!item.conditional.empty())
        out +=
            div(cls("govuk-checkboxes__conditional")
                    .cls(is_checked(options, item) ? "" : "govuk-checkboxes__conditional--hidden")
                    .id("conditional-" + id),
                item.conditional);
    return out;
}

} // namespace

Html checkboxes(const Checkboxes& options) {
    const std::string& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    FieldWords words = options.words;
    if (options.fieldset && !options.fieldset->described_by.empty())
        words.described_by = options.fieldset->described_by;
    const std::string described = described_by(words, prefix);
    std::vector<Html> items;
    for (const CheckboxItem& item : options.items) {
        const std::string place = std::to_string(items.size() + 1);
        const std::string made = items.empty() ? prefix : prefix + "-" + place;
        items.push_back(item_html(options, item, item.id.empty() ? made : item.id,
                                  options.fieldset ? std::string() : described));
    }
    const Html inner =
        fragment(hint_and_error(words, prefix),
                 div(cls("govuk-checkboxes")
                         .cls(options.classes)
                         .append(options.attributes)
                         .set("data-module", "govuk-checkboxes"),
                     words.form_group.before_input, fragment(items), words.form_group.after_input));
    if (!options.fieldset)
        return form_group(words, inner);
    Fieldset around = *options.fieldset;
    around.described_by = described;
    around.content = inner;
    return form_group(words, fieldset(around));
}

} // namespace quorate::html::govuk
