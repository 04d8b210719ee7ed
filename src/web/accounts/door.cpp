#include "web/accounts/door.hpp"

#include "base/hash.hpp"
#include "oidc/pkce.hpp"

#include <sodium.h>

namespace quorate::web {

namespace {

bool plain_word(std::string_view text) {
    constexpr std::size_t word_bytes = 43; // oidc::random_word()
    return text.size() == word_bytes && oidc::parse_base64url(text).has_value();
}

} // namespace

DoorKey door_key(const std::string& partnership, const http::Request& request,
                 const SiteOptions& options) {
    // No session's cookie is called so, whatever a partnership is called.
    DoorKey out{(options.tls ? "__Host-quorate_browser-" : "quorate_browser-") + partnership, {}};
    const auto brought = request.cookie(out.cookie);
    out.is_new = !brought || !plain_word(*brought);
    out.value = out.is_new ? oidc::random_word() : std::string(*brought);
    return out;
}

std::string door_token(const DoorKey& key) {
    // Pages never say the cookie's own words: those are for the browser alone.
    return base::hex(base::sha256("a form of a page of " + key.cookie + ": " + key.value));
}

void keep_door_key(http::Response& response, const DoorKey& key, const SiteOptions& options) {
    if (key.is_new) {
        response.set_cookie({.name = key.cookie, .value = key.value, .secure = options.tls});
    }
}

bool from_own_page(const http::Request& request, const http::Fields& form, const DoorKey& key) {
    const auto own = door_token(key);
    const auto sent = form.get("csrf").value_or("");
    const bool fits = !key.is_new && sent.size() == own.size() &&
                      sodium_memcmp(sent.data(), own.data(), own.size()) == 0;
    return fits || of_this_site(request);
}

void check_own_page(const http::Request& request, const http::Fields& form, const DoorKey& key) {
    if (!from_own_page(request, form, key)) {
        throw http::BrokenRequest(403, "This page was open for long, or your browser keeps no "
                                       "cookies, so nothing was done. Go back, load the page "
                                       "again and send it from there.");
    }
}

} // namespace quorate::web
