#include "http/request.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::http {

namespace {

constexpr std::pair<std::string_view, Method> methods[] = {
    {"GET", Method::get},         {"HEAD", Method::head},   {"POST", Method::post},
    {"PUT", Method::put},         {"PATCH", Method::patch}, {"DELETE", Method::delete_},
    {"OPTIONS", Method::options},
};

bool same_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

Method parse_method(std::string_view text) {
    for (const auto& [name, method] : methods) {
        if (name == text)
            return method;
    }
    return Method::other;
}

std::string_view text(Method method) {
    for (const auto& [name, value] : methods) {
        if (value == method)
            return name;
    }
    return "OTHER";
}

const Captures::Entry& Captures::find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [name](const Entry& entry) { return entry.name == name; });
    QUORATE_ASSERT(found != entries_.end());
    return *found;
}

const std::string& Captures::text(std::string_view name) const {
    return find(name).value;
}

std::int64_t Captures::number(std::string_view name) const {
    const Entry& entry = find(name);
    QUORATE_ASSERT(entry.kind == Kind::number);
    std::int64_t value = 0;
    std::from_chars(entry.value.data(), entry.value.data() + entry.value.size(), value);
    return value;
}

base::CivilDate Captures::date(std::string_view name) const {
    const Entry& entry = find(name);
    QUORATE_ASSERT(entry.kind == Kind::date);
    return *base::parse_date(entry.value);
}

bool Request::content_is(std::string_view type) const {
    const std::string_view value = header("content-type");
    return same_ignoring_case(base::trim(value.substr(0, value.find(';'))), type);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (std::string_view line : headers.all("cookie")) {
        for (std::string_view pair : base::split(line, ';')) {
            const std::size_t equals = pair.find('=');
            if (equals != std::string_view::npos && base::trim(pair.substr(0, equals)) == name)
                return base::trim(pair.substr(equals + 1));
        }
    }
    return std::nullopt;
}

Fields Request::form() const {
    if (content_is("multipart/form-data"))
        return parts;
    if (!content_is("application/x-www-form-urlencoded"))
        throw BrokenRequest(415, "This address takes a form (application/x-www-form-urlencoded).");
    auto fields = parse_urlencoded(body);
    if (!fields)
        throw BrokenRequest(400, "The form could not be read. " + fields.error().text());
    return std::move(*fields);
}

bool Request::prefers_json() const {
    const std::string_view accept = header("accept");
    const std::size_t json =
        std::min(accept.find("application/json"), accept.find("application/problem+json"));
    return json != std::string_view::npos && accept.find("text/html") > json;
}

} // namespace quorate::http
