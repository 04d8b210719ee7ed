#ifndef QUORATE_TESTS_HTTP_GOVUK_JSON_HPP
#define QUORATE_TESTS_HTTP_GOVUK_JSON_HPP
// Reading the options of GOV.UK's fixtures.

#include "base/json.hpp"
#include "html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::html_tests {

/// The member, or nullptr where it is missing or null.
const base::Json* member(const base::JsonObject& object, const char* name);
/// The text itself, or the JSON of anything else.
std::string string_of(const base::Json& value);
std::string string_at(const base::JsonObject& object, const char* name, std::string otherwise = {});
bool bool_at(const base::JsonObject& object, const char* name, bool otherwise = false);
std::optional<bool> optional_bool(const base::JsonObject& object, const char* name);
int int_at(const base::JsonObject& object, const char* name, int otherwise = 0);
const base::JsonObject& object_at(const base::JsonObject& object, const char* name);
/// The items that are objects: fixtures put null, false and "" among them, which the templates
/// skip.
std::vector<base::JsonObject> objects_at(const base::JsonObject& object, const char* name);
html::Part content(const base::JsonObject& object, const char* html_name = "html",
                   const char* text_name = "text");
html::Attributes attributes(const base::JsonObject& object, const char* name = "attributes");
html::Url url_at(const base::JsonObject& object, const char* name);
std::optional<html::Url> optional_url(const base::JsonObject& object, const char* name);

} // namespace quorate::html_tests

#endif
