#ifndef QUORATE_OIDC_ID_TOKEN_HPP
#define QUORATE_OIDC_ID_TOKEN_HPP
// The ID token: what it must be before anything in it is believed (OpenID Connect Core 1.0,
// section 3.1.3.7).

#include "base/json.hpp"
#include "base/time.hpp"
#include "oidc/keys.hpp"

#include <boost/json/object.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace quorate::oidc {

inline constexpr std::size_t id_token_bytes_max = std::size_t{32} << 10;
inline constexpr std::size_t subject_bytes_max = 255;
/// How far the provider's clock and ours may be apart: what Microsoft's own libraries allow.
inline constexpr std::chrono::seconds clock_skew_max{300};
/// A token made longer ago is not the answer to a sign-in that has just happened.
inline constexpr std::chrono::minutes token_age_max{15};

/// What is wrong with a token.
enum class TokenProblem {
    malformed,   ///< not a token of three parts, or a part is missing or of another kind
    algorithm,   ///< signed in a way that is not taken: "none", a shared secret, or another
    unknown_key, ///< by a key that is not among the provider's
    signature,   ///< it was not signed with the key it names
    issuer,      ///< by another provider
    audience,    ///< made for another program
    expired,     ///< its time is over
    issued,      ///< made in the future, or too long ago
    nonce        ///< not the answer to this sign-in
};
/// "its time is over" and so on, for the log: it never holds any part of a token.
std::string_view words(TokenProblem problem);

/// What a token must fit.
struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    base::Instant now;
};

/// A token that was found true.
struct Claims {
    std::string subject;
    base::JsonObject all; ///< every claim

    /// A claim that is a text; empty when there is none.
    [[nodiscard]] std::string word(std::string_view name) const;
    /// A claim that is true, or the text "true" as some providers write it.
    [[nodiscard]] bool is_true(std::string_view name) const;
};

tl::expected<Claims, TokenProblem> verify(std::string_view token, const KeySet& keys,
                                          const Expected& expected);

/// The key id in a token's header, before anything is checked: to know whether newer keys must be
/// asked for.
std::string key_id_of(std::string_view token);

} // namespace quorate::oidc

#endif
