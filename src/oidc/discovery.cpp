#include "oidc/discovery.hpp"

#include "base/json.hpp"
#include "oidc/url.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

namespace quorate::oidc {

namespace {

constexpr std::string_view place = "the provider's discovery document";

std::string word(const base::JsonObject& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

/// Whether a list names something; nothing when there is no such list.
std::optional<bool> lists(const base::JsonObject& object, std::string_view name,
                          std::string_view what) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_array()) {
        return std::nullopt;
    }
    for (const auto& each : value->get_array()) {
        if (each.is_string() && std::string_view(each.get_string()) == what) {
            return true;
        }
    }
    return false;
}

base::Result<void> check_addresses(const Metadata& metadata) {
    for (const auto* url :
         {&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri}) {
        if (!is_protected(*url)) {
            return base::fail(std::string(place),
                              "an address in it is missing or is not https: \"" +
                                  url->substr(0, 100) + "\"");
        }
    }
    if (!metadata.userinfo_endpoint.empty() && !is_protected(metadata.userinfo_endpoint)) {
        return base::fail(std::string(place), "its userinfo_endpoint is not https");
    }
    return {};
}

} // namespace

std::string discovery_url(std::string_view issuer) {
    const auto stem = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
    return std::string(stem) + "/.well-known/openid-configuration";
}

base::Result<Metadata> parse_metadata(std::string_view document, std::string_view issuer) {
    const auto json = base::parse_json(document);
    if (!json || !json->is_object()) {
        return base::fail(std::string(place), "it is not a JSON object", "Check the issuer");
    }
    const auto& object = json->get_object();
    Metadata out;
    out.issuer = word(object, "issuer");
    if (out.issuer != issuer) {
        return base::fail(std::string(place),
                          "it is of the issuer \"" + out.issuer.substr(0, 200) + "\", not \"" +
                              std::string(issuer) + "\"",
                          "Write the issuer exactly as the provider does");
    }
    out.authorization_endpoint = word(object, "authorization_endpoint");
    out.token_endpoint = word(object, "token_endpoint");
    out.userinfo_endpoint = word(object, "userinfo_endpoint");
    out.jwks_uri = word(object, "jwks_uri");
    if (auto checked = check_addresses(out); !checked) {
        return tl::unexpected(checked.error());
    }
    if (!lists(object, "response_types_supported", "code").value_or(true)) {
        return base::fail(std::string(place),
                          "the provider does not offer the authorization code flow");
    }
    if (!lists(object, "code_challenge_methods_supported", "S256").value_or(true)) {
        return base::fail(std::string(place), "the provider does not take PKCE with S256");
    }
    constexpr std::string_view methods = "token_endpoint_auth_methods_supported";
    out.takes_basic =
        lists(object, methods, "client_secret_basic").value_or(true); // the default of the standard
    out.takes_post = lists(object, methods, "client_secret_post").value_or(false);
    const auto* names = object.if_contains("authorization_response_iss_parameter_supported");
    out.names_itself = names != nullptr && names->is_bool() && names->get_bool();
    return out;
}

} // namespace quorate::oidc
