#include "oidc/id_token.hpp"

#include "oidc/pkce.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <optional>

namespace quorate::oidc {

namespace {

constexpr base::JsonLimits limits{id_token_bytes_max, 16};

struct Parts {
    base::JsonObject header;
    base::JsonObject claims;
};

std::optional<base::JsonObject> object_of(std::string_view part) {
    const auto bytes = parse_base64url(part);
    if (!bytes) {
        return std::nullopt;
    }
    auto json = base::parse_json(*bytes, limits);
    return json && json->is_object() ? std::optional(std::move(json->get_object())) : std::nullopt;
}

std::optional<Parts> parts_of(std::string_view token) {
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > id_token_bytes_max || second == std::string_view::npos ||
        token.find('.', second + 1) != std::string_view::npos) {
        return std::nullopt;
    }
    auto header = object_of(token.substr(0, first));
    auto claims = object_of(token.substr(first + 1, second - first - 1));
    if (!header || !claims) {
        return std::nullopt;
    }
    return Parts{std::move(*header), std::move(*claims)};
}

std::string text_in(const base::JsonObject& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

/// Seconds since 1970, whole or not.
std::optional<std::int64_t> seconds_in(const base::JsonObject& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_number()) {
        return std::nullopt;
    }
    const auto number = value->to_number<double>();
    constexpr double far_off = 1e11;
    return std::isfinite(number) && std::abs(number) < far_off
               ? std::optional(static_cast<std::int64_t>(std::floor(number)))
               : std::nullopt;
}

std::optional<Algorithm> algorithm_of(const base::JsonObject& header) {
    const auto name = text_in(header, "alg");
    if (name == "RS256") {
        return Algorithm::rs256;
    }
    return name == "ES256" ? std::optional(Algorithm::es256) : std::nullopt;
}

/// The token is for us; where it is for others too, or names a party, that party is us.
bool made_for(const base::JsonObject& claims, const std::string& client_id) {
    const auto* audience = claims.if_contains("aud");
    if (audience == nullptr) {
        return false;
    }
    const auto is_ours = [&](const base::Json& each) {
        return each.is_string() && std::string_view(each.get_string()) == client_id;
    };
    const auto* list = audience->if_array();
    const bool ours =
        list != nullptr ? std::any_of(list->begin(), list->end(), is_ours) : is_ours(*audience);
    const auto* party = claims.if_contains("azp");
    const bool several = list != nullptr && list->size() > 1;
    return ours && (party == nullptr ? !several : is_ours(*party));
}

std::optional<TokenProblem> check_times(const base::JsonObject& claims, base::Instant now) {
    const auto seconds = now.ms / 1000;
    const auto expires = seconds_in(claims, "exp");
    const auto issued = seconds_in(claims, "iat");
    if (!expires || !issued) {
        return TokenProblem::malformed;
    }
    if (*expires + clock_skew_max.count() <= seconds) {
        return TokenProblem::expired;
    }
    const auto oldest =
        seconds - std::chrono::seconds(token_age_max).count() - clock_skew_max.count();
    const auto newest = seconds + clock_skew_max.count();
    const auto from = claims.contains("nbf") ? seconds_in(claims, "nbf") : issued;
    if (!from || *from > newest || *issued > newest || *issued < oldest) {
        return TokenProblem::issued;
    }
    return std::nullopt;
}

} // namespace

std::string_view words(TokenProblem problem) {
    switch (problem) {
    case TokenProblem::malformed:
        return "the ID token is not complete";
    case TokenProblem::algorithm:
        return "the ID token is signed in a way that is not taken";
    case TokenProblem::unknown_key:
        return "the ID token is signed with a key that the provider does not list";
    case TokenProblem::signature:
        return "the signature of the ID token does not fit";
    case TokenProblem::issuer:
        return "the ID token is of another issuer";
    case TokenProblem::audience:
        return "the ID token was made for another program";
    case TokenProblem::expired:
        return "the time of the ID token is over";
    case TokenProblem::issued:
        return "the ID token was made too long ago or in the future; compare the clocks";
    case TokenProblem::nonce:
        return "the ID token does not belong to this sign-in";
    }
    return "the ID token was not taken";
}

std::string Claims::word(std::string_view name) const {
    return text_in(all, name);
}

bool Claims::is_true(std::string_view name) const {
    const auto* value = all.if_contains(name);
    return (value != nullptr && value->is_bool() && value->get_bool()) ||
           text_in(all, name) == "true";
}

std::string key_id_of(std::string_view token) {
    const auto parts = parts_of(token);
    return parts ? text_in(parts->header, "kid") : std::string();
}

tl::expected<Claims, TokenProblem> verify(std::string_view token, const KeySet& keys,
                                          const Expected& expected) {
    auto parts = parts_of(token);
    if (!parts) {
        return tl::unexpected(TokenProblem::malformed);
    }
    const auto algorithm = algorithm_of(parts->header);
    if (!algorithm || parts->header.contains("crit") || parts->header.contains("b64")) {
        return tl::unexpected(TokenProblem::algorithm);
    }
    const auto key = text_in(parts->header, "kid");
    if (!keys.has(key)) {
        return tl::unexpected(TokenProblem::unknown_key);
    }
    if (!keys.signed_by(token, *algorithm, key)) {
        return tl::unexpected(TokenProblem::signature);
    }
    if (text_in(parts->claims, "iss") != expected.issuer) {
        return tl::unexpected(TokenProblem::issuer);
    }
    if (!made_for(parts->claims, expected.client_id)) {
        return tl::unexpected(TokenProblem::audience);
    }
    if (const auto problem = check_times(parts->claims, expected.now)) {
        return tl::unexpected(*problem);
    }
    if (expected.nonce.empty() || text_in(parts->claims, "nonce") != expected.nonce) {
        return tl::unexpected(TokenProblem::nonce);
    }
    Claims out{text_in(parts->claims, "sub"), std::move(parts->claims)};
    if (out.subject.empty() || out.subject.size() > subject_bytes_max) {
        return tl::unexpected(TokenProblem::malformed);
    }
    return out;
}

} // namespace quorate::oidc
