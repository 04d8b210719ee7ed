#include "web/desk/kept_form.hpp"

#include "html/form.hpp"

#include <algorithm>
#include <vector>

namespace quorate::web {

namespace {

/// No form has a field of this name: its value is the file's field, a slash, and its name.
constexpr std::string_view file_field_name = "quorate-file-to-choose-again";

void add(std::string& out, std::string_view name, std::string_view value) {
    out +=
        (out.empty() ? "" : "&") + html::percent_encode(name) + "=" + html::percent_encode(value);
}

/// The files that were chosen for one field, by name.
struct Chosen {
    std::string field;
    std::vector<std::string> names;
};

void note_file(std::vector<Chosen>& all, std::string_view value) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) {
        return;
    }
    const auto field = value.substr(0, slash);
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const Chosen& each) { return each.field == field; });
    if (found == all.end()) {
        found = all.insert(found, Chosen{std::string(field), {}});
    }
    found->names.emplace_back(value.substr(slash + 1));
}

std::string names_of(const Chosen& chosen) {
    std::string out;
    for (const auto& name : chosen.names) {
        out += (out.empty() ? "“" : ", “") + (name.empty() ? "a file without a name" : name) + "”";
    }
    return out;
}

} // namespace

std::string kept_form(const http::Request& request) {
    std::string out;
    if (request.content_is("application/x-www-form-urlencoded")) {
        out = request.body;
    } else if (request.content_is("multipart/form-data")) {
        for (const auto& [name, value] : request.parts.entries()) {
            add(out, name, value);
        }
        for (const auto& upload : request.uploads) {
            add(out, file_field_name, upload.field + "/" + upload.name);
        }
    }
    return out.size() <= kept_form_bytes_max ? out : std::string();
}

KeptFields kept_fields_of(std::string_view kept) {
    const auto typed = http::parse_urlencoded(kept).value_or(http::Fields());
    KeptFields out;
    std::vector<Chosen> files;
    for (const auto& [name, value] : typed.entries()) {
        if (name == file_field_name) {
            note_file(files, value);
        } else if (name != "csrf") {
            out.fields += html::hidden(name, value);
        }
    }
    for (const auto& each : files) {
        out.files = true;
        out.fields += html::file_field(
            {.name = each.field,
             .label = each.names.size() == 1 ? "Choose the file again" : "Choose the files again",
             .hint = (each.names.size() == 1 ? "It was " : "They were ") + names_of(each) +
                     ". Files are not kept.",
             .multiple = true});
    }
    return out;
}

} // namespace quorate::web
