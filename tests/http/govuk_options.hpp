#ifndef QUORATE_TESTS_HTTP_GOVUK_OPTIONS_HPP
#define QUORATE_TESTS_HTTP_GOVUK_OPTIONS_HPP
// From the options of a GOV.UK fixture (JSON) to our option structs, and so to our HTML.

#include "base/json.hpp"
#include "html/html.hpp"

#include <functional>
#include <map>
#include <string>

namespace quorate::html_tests {

using Render = std::function<html::Html(const base::JsonObject&)>;

/// The components we have, by GOV.UK's name.
const std::map<std::string, Render>& supported_components();
/// Those of them that forms are made of.
std::map<std::string, Render> form_components();

} // namespace quorate::html_tests

#endif
