#include "html/govuk/file_upload.hpp"

namespace quorate::html::govuk {

Html file_upload(const FileUpload& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    Attributes attributes = cls("govuk-file-upload").cls(options.classes);
    attributes.cls(options.words.has_error() ? "govuk-file-upload--error" : "")
        .id(id)
        .set("name", options.name)
        .set("type", "file");
    if (options.disabled)
        attributes.flag("disabled");
    if (options.multiple)
        attributes.flag("multiple");
    if (const std::string ids = described_by(options.words, id); !ids.empty())
        attributes.set("aria-describedby", ids);
    Html field = detail::void_element("input", attributes.append(options.attributes));
    if (options.drop_area)
        field = div(cls("govuk-file-upload-wrapper")
                        .cls(options.drop_area->classes)
                        .set("data-module", "govuk-file-upload")
                        .append(options.drop_area->attributes),
                    field);
    const FormGroup& group = options.words.form_group;
    return form_group(options.words, fragment(words_above(options.words, id), group.before_input,
                                              field, group.after_input));
}

} // namespace quorate::html::govuk
