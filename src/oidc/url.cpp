#include "oidc/url.hpp"

#include <algorithm>

namespace quorate::oidc {

namespace {

bool plain(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (plain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

/// "localhost" of "localhost:8080/path".
std::string_view host_of(std::string_view rest) {
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    if (authority.starts_with("[")) {
        return authority.substr(0, authority.find(']') + 1);
    }
    return authority.substr(0, authority.find(':'));
}

} // namespace

std::string form_encoded(const Parameters& parameters) {
    std::string out;
    for (const auto& [name, value] : parameters) {
        out += out.empty() ? "" : "&";
        out += percent_encoded(name) + "=" + percent_encoded(value);
    }
    return out;
}

std::string with_query(std::string_view url, const Parameters& parameters) {
    const char* joint = url.find('?') == std::string_view::npos ? "?" : "&";
    return std::string(url) + joint + form_encoded(parameters);
}

bool is_protected(std::string_view url) {
    const bool visible = std::all_of(url.begin(), url.end(), [](char c) {
        return c > ' ' && c < 0x7f && c != '\\' && c != '#';
    });
    const auto slashes = url.find("://");
    if (!visible || url.size() > url_bytes_max || slashes == std::string_view::npos) {
        return false;
    }
    const auto rest = url.substr(slashes + 3);
    const auto host = host_of(rest);
    const bool user = rest.substr(0, rest.find_first_of("/?")).find('@') != std::string_view::npos;
    if (user || host.empty()) {
        return false;
    }
    const bool here = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    return url.starts_with("https://") || (url.starts_with("http://") && here);
}

} // namespace quorate::oidc
