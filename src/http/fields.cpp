#include "http/fields.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace quorate::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool is_forbidden_control(char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r') ||
           c == 0x7f;
}

// Browsers send CR LF for every line end in a text area. Text pasted from a word processor brings
// its own: a vertical tab where a line was broken by hand, a form feed where a page was. Other
// control characters nobody typed are left out.
std::string as_typed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
        } else if (text[i] == '\v' || text[i] == '\f') {
            out += '\n';
        } else if (!is_forbidden_control(text[i])) {
            out += text[i];
        }
    }
    return out;
}

base::Result<std::string> decoded(std::string_view text, bool plus_is_space,
                                  bool (*forbidden)(char)) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plus_is_space) {
            c = ' ';
        } else if (c == '%') {
            const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return base::fail("", "a % is not followed by two hexadecimal digits",
                                  "write a plain % as %25");
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (forbidden(c))
            return base::fail("", "it contains a control character", "leave it out");
        out += c;
    }
    if (!base::is_utf8(out))
        return base::fail("", "it is not UTF-8 text", "send it as UTF-8");
    return out;
}

bool is_nul(char c) {
    return c == '\0';
}

} // namespace

std::optional<std::string_view> Fields::get(std::string_view name) const {
    for (const auto& [key, value] : entries_) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> out;
    for (const auto& [key, value] : entries_) {
        if (key == name)
            out.push_back(value);
    }
    return out;
}

base::Result<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    return decoded(text, plus_is_space, is_forbidden_control);
}

base::Result<std::string> field_text(std::string_view value) {
    if (std::any_of(value.begin(), value.end(), is_nul))
        return base::fail("", "it contains a control character", "leave it out");
    if (!base::is_utf8(value))
        return base::fail("", "it is not UTF-8 text", "send it as UTF-8");
    return as_typed(value);
}

base::Result<Fields> parse_urlencoded(std::string_view text) {
    Fields fields;
    if (text.empty())
        return fields;
    std::size_t count = 0;
    for (std::string_view pair : base::split(text, '&')) {
        if (pair.empty())
            continue;
        if (++count > fields_max)
            return base::fail("", "there are more than 1,000 fields", "send fewer");
        const std::size_t equals = pair.find('=');
        auto name = percent_decode(pair.substr(0, equals), true);
        if (!name)
            return base::fail("field " + std::to_string(count), "its name: " + name.error().message,
                              name.error().help);
        if (name->size() > field_name_length_max)
            return base::fail("field " + std::to_string(count), "its name is over 200 characters",
                              "use a shorter one");
        const std::string_view encoded =
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        auto value = decoded(encoded, true, is_nul);
        if (!value)
            return base::fail(*name, value.error().message, value.error().help);
        fields.add(std::move(*name), as_typed(*value));
    }
    return fields;
}

} // namespace quorate::http
