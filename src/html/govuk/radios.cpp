#include "html/govuk/radios.hpp"

namespace quorate::html::govuk {

namespace {

Html item_html(const Radios& options, const RadioItem& item, const std::string& id) {
    if (!item.divider.empty())
        return div(cls("govuk-radios__divider"), item.divider);
    const bool checked =
        item.checked.value_or(!options.value.empty() && item.value == options.value);
    Attributes attributes = cls("govuk-radios__input")
                                .id(id)
                                .set("name", options.name)
                                .set("type", "radio")
                                .set("value", item.value);
    if (checked)
        attributes.flag("checked");
    if (item.disabled)
        attributes.flag("disabled");
    if (!item.conditional.empty())
        attributes.set("data-aria-controls", "conditional-" + id);
    Part about;
    if (!item.hint.content.empty()) {
        Hint words = item.hint;
        words.id = id + "-item-hint";
        words.classes = joined("govuk-radios__hint", item.hint.classes);
        attributes.set("aria-describedby", words.id);
        about = hint(words);
    }
    Html out = div(cls("govuk-radios__item"),
                   detail::void_element("input", attributes.append(item.attributes)),
                   label({.content = item.content,
                          .for_id = id,
                          .classes = joined("govuk-radios__label", item.label.classes),
                          .attributes = item.label.attributes}),
                   about);
    if (!item.conditional.empty())
        out += div(cls("govuk-radios__conditional")
                       .cls(checked ? "" : "govuk-radios__conditional--hidden")
                       .id("conditional-" + id),
                   item.conditional);
    return out;
}

} // namespace

Html radios(const Radios& options) {
    const std::string& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    FieldWords words = options.words;
    if (options.fieldset)
        words.described_by = options.fieldset->described_by;
    std::vector<Html> items;
    for (const RadioItem& item : options.items) {
        const std::string place = std::to_string(items.size() + 1);
        const std::string made = items.empty() ? prefix : prefix + "-" + place;
        items.push_back(item_html(options, item, item.id.empty() ? made : item.id));
    }
    const Html inner =
        fragment(hint_and_error(words, prefix),
                 div(cls("govuk-radios")
                         .cls(options.classes)
                         .append(options.attributes)
                         .set("data-module", "govuk-radios"),
                     words.form_group.before_input, fragment(items), words.form_group.after_input));
    if (!options.fieldset)
        return form_group(words, inner);
    Fieldset around = *options.fieldset;
    around.described_by = described_by(words, prefix);
    around.content = inner;
    return form_group(words, fieldset(around));
}

} // namespace quorate::html::govuk
