#include "html/url.hpp"

#include "base/text.hpp"

namespace quorate::html {

namespace {

bool unreserved(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

} // namespace

std::string percent_encode(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (unreserved(c)) {
            out += raw;
        } else {
            out += '%';
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    }
    return out;
}

base::Result<Url> Url::parse(std::string_view text) {
    if (text.size() > url_length_max)
        return base::fail("address", "the address is over 2,000 characters", "use a shorter one");
    if (!base::is_utf8(text) || !is_safe_url(text))
        return base::fail("address", "this address cannot be linked to",
                          "use one that starts with https://, http://, mailto:, tel: or /");
    return Url(Checked{}, std::string(text));
}

Url Url::path(std::initializer_list<std::string_view> segments) {
    std::string out;
    for (std::string_view segment : segments) {
        if (segment.empty())
            continue;
        out += '/';
        out += percent_encode(segment);
    }
    return Url(Checked{}, out.empty() ? "/" : std::move(out));
}

Url Url::slash(std::string_view segment) const {
    QUORATE_ASSERT(text_.find_first_of("?#") == std::string::npos);
    std::string out = text_;
    if (!out.ends_with('/'))
        out += '/';
    out += percent_encode(segment);
    return Url(Checked{}, std::move(out));
}

Url Url::slash_id(std::string_view id) const {
    Url out = *this;
    for (std::string_view segment : base::split(id, '/'))
        out = out.slash(segment);
    return out;
}

Url Url::query(std::string_view name, std::string_view value) const {
    QUORATE_ASSERT(text_.find('#') == std::string::npos);
    std::string out = text_;
    out += text_.find('?') == std::string::npos ? '?' : '&';
    out += percent_encode(name);
    out += '=';
    out += percent_encode(value);
    return Url(Checked{}, std::move(out));
}

Url Url::fragment(std::string_view id) const {
    std::string out = text_.substr(0, text_.find('#'));
    out += '#';
    out += percent_encode(id);
    return Url(Checked{}, std::move(out));
}

} // namespace quorate::html
