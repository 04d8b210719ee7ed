#ifndef QUORATE_HTML_URL_HPP
#define QUORATE_HTML_URL_HPP
// Addresses that are safe to put into a link: checked when made, never later.

#include "base/result.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace quorate::html {

inline constexpr std::size_t url_length_max = 2000;

/// True for http, https, mailto and tel addresses and for addresses within the site: "/path",
/// "?query", "#part". False for every other scheme (javascript:, data:), for "//host", backslashes,
/// spaces and control characters.
constexpr bool is_safe_url(std::string_view text);

/// An address written in the source, checked by the compiler: `"/kent/meetings"_url`.
class UrlLiteral {
public:
    consteval UrlLiteral(const char* text, std::size_t length);
    [[nodiscard]] constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

/// An address that may stand in href, src or action.
class Url {
public:
    Url(UrlLiteral literal) : text_(literal.view()) {}

    /// An address from outside: fails unless is_safe_url() and at most 2,000 bytes.
    static base::Result<Url> parse(std::string_view text);
    /// An absolute path of the segments, each percent-encoded whole (a "/" within a segment too):
    /// path({"kent", "bodies", "kp"}) is /kent/bodies/kp. Empty segments are left out.
    static Url path(std::initializer_list<std::string_view> segments);

    /// The same address with one more path segment, before any query or fragment is added.
    [[nodiscard]] Url slash(std::string_view segment) const;
    /// Adds several segments kept apart by "/" in an id such as "kp/m1"; the slashes stay.
    [[nodiscard]] Url slash_id(std::string_view id) const;
    /// Adds name=value to the query, percent-encoded.
    [[nodiscard]] Url query(std::string_view name, std::string_view value) const;
    /// Sets the part after "#".
    [[nodiscard]] Url fragment(std::string_view id) const;

    [[nodiscard]] const std::string& str() const { return text_; }
    friend bool operator==(const Url&, const Url&) = default;

private:
    struct Checked {};
    Url(Checked, std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// Percent-encodes everything but unreserved characters (RFC 3986 section 2.3).
std::string percent_encode(std::string_view text);

constexpr bool is_safe_url(std::string_view text) {
    if (text.empty() || text.starts_with("//"))
        return false;
    for (char c : text) {
        if (c <= ' ' || c == 0x7f || c == '\\' || c == '"' || c == '<' || c == '>')
            return false;
    }
    const std::size_t colon = text.find(':');
    const std::size_t end = text.find_first_of("/?#");
    if (colon == std::string_view::npos || (end != std::string_view::npos && end < colon))
        return true;
    const std::string_view scheme = text.substr(0, colon);
    return scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel";
}

consteval UrlLiteral::UrlLiteral(const char* text, std::size_t length) : text_(text, length) {
    if (!is_safe_url(text_))
        throw "this is not an address a page may link to";
}

namespace literals {
consteval UrlLiteral operator""_url(const char* text, std::size_t length) {
    return UrlLiteral(text, length);
}
} // namespace literals
using namespace literals;

} // namespace quorate::html

#endif
