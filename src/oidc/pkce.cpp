#include "oidc/pkce.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace quorate::oidc {

std::string base64url(std::string_view bytes) {
    auto out = base::base64(bytes);
    std::replace(out.begin(), out.end(), '+', '-');
    std::replace(out.begin(), out.end(), '/', '_');
    out.erase(std::find(out.begin(), out.end(), '='), out.end());
    return out;
}

std::optional<std::string> parse_base64url(std::string_view text) {
    if (text.find_first_of("+/=") != std::string_view::npos || text.size() % 4 == 1) {
        return std::nullopt;
    }
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '-', '+');
    std::replace(plain.begin(), plain.end(), '_', '/');
    plain.append((4 - plain.size() % 4) % 4, '=');
    auto bytes = base::parse_base64(plain);
    if (!bytes || base64url(*bytes) != text) {
        return std::nullopt;
    }
    return std::move(*bytes);
}

std::string random_word() {
    return base64url(base::random_bytes(32));
}

std::string challenge(std::string_view verifier) {
    const auto digest = base::sha256(verifier);
    return base64url(base::as_bytes(digest));
}

} // namespace quorate::oidc
