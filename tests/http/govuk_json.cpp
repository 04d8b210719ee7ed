#include "govuk_json.hpp"

#include "html/raw.hpp"

#include <boost/json/serialize.hpp>

namespace quorate::html_tests {

using base::Json;
using base::JsonObject;
using html::Attributes;
using html::Part;
using html::Url;

const Json* member(const JsonObject& object, const char* name) {
    const Json* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string string_of(const Json& value) {
    return value.is_string() ? std::string(value.as_string()) : boost::json::serialize(value);
}

std::string string_at(const JsonObject& object, const char* name, std::string otherwise) {
    const Json* value = member(object, name);
    return value == nullptr ? otherwise : string_of(*value);
}

bool bool_at(const JsonObject& object, const char* name, bool otherwise) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_bool() ? value->as_bool() : otherwise;
}

std::optional<bool> optional_bool(const JsonObject& object, const char* name) {
    if (member(object, name) == nullptr)
        return std::nullopt;
    return bool_at(object, name);
}

int int_at(const JsonObject& object, const char* name, int otherwise) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->as_int64()) : otherwise;
}

const JsonObject& object_at(const JsonObject& object, const char* name) {
    static const JsonObject empty;
    const Json* value = member(object, name);
    return value != nullptr && value->is_object() ? value->as_object() : empty;
}

std::vector<JsonObject> objects_at(const JsonObject& object, const char* name) {
    std::vector<JsonObject> out;
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_array())
        return out;
    for (const Json& item : value->as_array()) {
        if (item.is_object())
            out.push_back(item.as_object());
    }
    return out;
}

Part content(const JsonObject& object, const char* html_name, const char* text_name) {
    const std::string markup = string_at(object, html_name);
    return markup.empty() ? Part(string_at(object, text_name)) : Part(html::raw(markup));
}

Attributes attributes(const JsonObject& object, const char* name) {
    Attributes out;
    for (const auto& [key, value] : object_at(object, name))
        out.set(std::string_view(key), string_of(value));
    return out;
}

Url url_at(const JsonObject& object, const char* name) {
    return Url::parse(string_at(object, name)).value();
}

std::optional<Url> optional_url(const JsonObject& object, const char* name) {
    if (string_at(object, name).empty())
        return std::nullopt;
    return url_at(object, name);
}

} // namespace quorate::html_tests
