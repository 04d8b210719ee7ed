#include "made_tokens.hpp"

#include "oidc/pkce.hpp"

#include <boost/json/array.hpp>
#include <cjose/cjose.h>
#include <cstdlib>

namespace quorate::oidc {

namespace {

cjose_jwk_t* made(unsigned bits) {
    cjose_err error{};
    constexpr std::uint8_t exponent[] = {1, 0, 1};
    return bits == 0 ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error)
                     : cjose_jwk_create_RSA_random(bits, exponent, sizeof exponent, &error);
}

} // namespace

MadeKey::MadeKey(std::string id, unsigned bits)
    : id_(std::move(id)), rsa_(bits > 0), jwk_(made(bits)) {
    QUORATE_ASSERT(jwk_ != nullptr);
}

MadeKey::~MadeKey() {
    cjose_jwk_release(jwk_);
}

base::JsonObject MadeKey::listed(const base::JsonObject& more) const {
    cjose_err error{};
    char* text = cjose_jwk_to_json(jwk_, false, &error);
    auto json = base::parse_json(text);
    std::free(text);
    auto out = json->get_object();
    out["kid"] = id_;
    for (const auto& [name, value] : more) {
        out[name] = value;
    }
    return out;
}

std::string MadeKey::sign(const base::JsonObject& claims, const base::JsonObject& header) const {
    cjose_err error{};
    cjose_header_t* made_header = cjose_header_new(&error);
    cjose_header_set(made_header, "alg", rsa_ ? "RS256" : "ES256", &error);
    cjose_header_set(made_header, "kid", id_.c_str(), &error);
    for (const auto& [name, value] : header) {
        const std::string key(name);
        if (const auto* text = value.if_string()) {
            cjose_header_set(made_header, key.c_str(), text->c_str(), &error);
        } else {
            cjose_header_set_raw(made_header, key.c_str(), base::canonical(value).c_str(), &error);
        }
    }
    const auto payload = base::canonical(base::Json(claims));
    cjose_jws_t* jws =
        cjose_jws_sign(jwk_, made_header, reinterpret_cast<const std::uint8_t*>(payload.data()),
                       payload.size(), &error);
    QUORATE_ASSERT(jws != nullptr);
    const char* compact = nullptr;
    cjose_jws_export(jws, &compact, &error);
    std::string out(compact);
    cjose_jws_release(jws);
    cjose_header_release(made_header);
    return out;
}

std::string key_set(std::initializer_list<base::JsonObject> keys) {
    base::JsonArray list;
    for (const auto& key : keys) {
        list.emplace_back(key);
    }
    base::JsonObject out;
    out["keys"] = std::move(list);
    return base::canonical(base::Json(out));
}

std::string unsigned_token(const base::JsonObject& header, const base::JsonObject& claims,
                           const std::string& signature) {
    return base64url(base::canonical(base::Json(header))) + "." +
           base64url(base::canonical(base::Json(claims))) + "." + base64url(signature);
}

} // namespace quorate::oidc
