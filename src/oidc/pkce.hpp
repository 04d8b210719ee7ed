#ifndef QUORATE_OIDC_PKCE_HPP
#define QUORATE_OIDC_PKCE_HPP
// Secrets of one sign-in: state, nonce, and the proof that whoever brings the code asked for it
// (PKCE, RFC 7636).

#include <optional>
#include <string>
#include <string_view>

namespace quorate::oidc {

/// Base64 with the letters of addresses and no padding (RFC 4648, section 5).
std::string base64url(std::string_view bytes);
/// Nothing when a letter or the length is not right, or bits are left over that are not zero.
std::optional<std::string> parse_base64url(std::string_view text);

/// 43 letters from 32 random bytes.
std::string random_word();

/// What one sign-in keeps until it comes back.
struct Attempt {
    std::string state = random_word();
    std::string nonce = random_word();
    std::string verifier = random_word();
};

/// The S256 challenge of a verifier.
std::string challenge(std::string_view verifier);

} // namespace quorate::oidc

#endif
