#ifndef QUORATE_OIDC_DISCOVERY_HPP
#define QUORATE_OIDC_DISCOVERY_HPP
// What a provider says of itself (OpenID Connect Discovery 1.0).

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace quorate::oidc {

/// The parts of a provider's metadata that signing in needs.
struct Metadata {
    std::string issuer;
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string userinfo_endpoint; ///< empty: it has none
    std::string jwks_uri;
    bool takes_basic = true;   ///< client_secret_basic at the token endpoint
    bool takes_post = false;   ///< client_secret_post
    bool names_itself = false; ///< its answers carry `iss` (RFC 9207)
};

/// Where the document of an issuer is: its address with /.well-known/openid-configuration after it.
std::string discovery_url(std::string_view issuer);

/// Reads the document. Fails when its issuer is not, to the letter, the one asked for; when an
/// address in it is missing or not protected (url.hpp); and when the provider does not offer the
/// authorization code flow, or says which PKCE methods it takes and S256 is not among them.
base::Result<Metadata> parse_metadata(std::string_view document, std::string_view issuer);

} // namespace quorate::oidc

#endif
