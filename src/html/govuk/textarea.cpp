#include "html/govuk/textarea.hpp"

namespace quorate::html::govuk {

Html textarea(const Textarea& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    Attributes attributes = cls("govuk-textarea").cls(options.classes);
    attributes.cls(options.words.has_error() ? "govuk-textarea--error" : "")
        .id(id)
        .set("name", options.name)
        .set("rows", std::to_string(options.rows));
    if (options.spellcheck)
        attributes.set("spellcheck", *options.spellcheck ? "true" : "false");
    if (options.disabled)
        attributes.flag("disabled");
    if (const std::string ids = described_by(options.words, id); !ids.empty())
        attributes.set("aria-describedby", ids);
    if (!options.autocomplete.empty())
        attributes.set("autocomplete", options.autocomplete);
    attributes.append(options.attributes);
    // A browser drops a newline right after the start tag, so one that was typed is written twice.
    const std::string_view kept = options.value.starts_with('\n') ? "\n" : "";
    const FormGroup& group = options.words.form_group;
    return form_group(options.words, fragment(words_above(options.words, id), group.before_input,
                                              Tag{"textarea"}(attributes, kept, options.value),
                                              group.after_input));
}

} // namespace quorate::html::govuk
