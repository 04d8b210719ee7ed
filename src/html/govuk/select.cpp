#include "html/govuk/select.hpp"

namespace quorate::html::govuk {

namespace {

Html option(const SelectItem& item, const std::string& chosen) {
    Attributes attributes;
    if (item.value)
        attributes.set("value", *item.value);
    const bool is_chosen =
        item.value ? *item.value == chosen : item.content.html().str() == text(chosen).str();
    if (item.selected.value_or(!chosen.empty() && is_chosen))
        attributes.flag("selected");
    if (item.disabled)
        attributes.flag("disabled");
    return Tag{"option"}(attributes.append(item.attributes), item.content);
}

} // namespace

Html select(const Select& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    Attributes attributes = cls("govuk-select").cls(options.classes);
    attributes.cls(options.words.has_error() ? "govuk-select--error" : "")
        .id(id)
        .set("name", options.name);
    if (options.disabled)
        attributes.flag("disabled");
    if (const std::string ids = described_by(options.words, id); !ids.empty())
        attributes.set("aria-describedby", ids);
    attributes.append(options.attributes);
    std::vector<Html> items;
    for (const SelectItem& item : options.items)
        items.push_back(option(item, options.value));
    const FormGroup& group = options.words.form_group;
    return form_group(options.words, fragment(words_above(options.words, id), group.before_input,
                                              Tag{"select"}(attributes, items), group.after_input));
}

} // namespace quorate::html::govuk
