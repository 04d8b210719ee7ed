#ifndef QUORATE_HTML_GOVUK_FILE_UPLOAD_HPP
#define QUORATE_HTML_GOVUK_FILE_UPLOAD_HPP
// GOV.UK file upload.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

/// The script's drop area around the field, with its words in other languages.
struct FileDropArea {
    std::string classes = {};
    Attributes attributes = {}; ///< its own and its data-i18n words
};

struct FileUpload {
    std::string name = {};
    std::string id = {}; ///< empty: the name
    FieldWords words = {};
    bool multiple = false;
    bool disabled = false;
    std::optional<FileDropArea> drop_area = {}; ///< needs a script
    std::string classes = {};
    Attributes attributes = {};
};

Html file_upload(const FileUpload& options);

} // namespace quorate::html::govuk

#endif
