#include "oidc/keys.hpp"

#include "base/json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cjose/cjose.h>

namespace quorate::oidc {

struct KeySet::Key {
    std::string id;
    Algorithm algorithm{};
    cjose_jwk_t* jwk = nullptr;

    Key() = default;
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key() { cjose_jwk_release(jwk); }
};

namespace {

std::string word(const base::JsonObject& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

/// Only the public members, so that nothing else in the set has any effect.
std::string public_part(const base::JsonObject& key,
                        std::initializer_list<std::string_view> names) {
    base::JsonObject out;
    for (const auto name : names) {
        out[name] = word(key, name);
    }
    return base::canonical(base::Json(out));
}

bool meant_for_signing(const base::JsonObject& key) {
    const auto use = word(key, "use");
    return use.empty() || use == "sig";
}

struct ReleaseJws {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
};

} // namespace

base::Result<KeySet> KeySet::parse(std::string_view document) {
    const auto json = base::parse_json(document);
    const auto* keys = json && json->is_object() ? json->get_object().if_contains("keys") : nullptr;
    if (keys == nullptr || !keys->is_array() || keys->get_array().size() > keys_max) {
        return base::fail("the provider's keys",
                          "this is not a set of at most " + std::to_string(keys_max) + " keys");
    }
    KeySet out;
    for (const auto& each : keys->get_array()) {
        if (!each.is_object() || !meant_for_signing(each.get_object())) {
            continue;
        }
        const auto& object = each.get_object();
        const auto kind = word(object, "kty");
        const auto algorithm = word(object, "alg");
        const bool rsa = kind == "RSA" && (algorithm.empty() || algorithm == "RS256");
        const bool curve = kind == "EC" && word(object, "crv") == "P-256" &&
                           (algorithm.empty() || algorithm == "ES256");
        if (!rsa && !curve) {
            continue;
        }
        const auto text = rsa ? public_part(object, {"kty", "n", "e"})
                              : public_part(object, {"kty", "crv", "x", "y"});
        auto key = std::make_shared<Key>();
        cjose_err error{};
        key->id = word(object, "kid");
        key->algorithm = rsa ? Algorithm::rs256 : Algorithm::es256;
        key->jwk = cjose_jwk_import(text.c_str(), text.size(), &error);
        const bool usable = key->jwk != nullptr &&
                            (!rsa || cjose_jwk_get_keysize(key->jwk, &error) >= rsa_bits_min);
        if (usable) {
            out.keys_.push_back(std::move(key));
        }
    }
    return out;
}

bool KeySet::has(std::string_view id) const {
    return std::any_of(keys_.begin(), keys_.end(),
                       [&](const auto& key) { return id.empty() || key->id == id; });
}

bool KeySet::signed_by(std::string_view jws, Algorithm algorithm, std::string_view id) const {
    cjose_err error{};
    const std::unique_ptr<cjose_jws_t, ReleaseJws> parsed(
        cjose_jws_import(jws.data(), jws.size(), &error));
    if (!parsed) {
        return false;
    }
    return std::any_of(keys_.begin(), keys_.end(), [&](const auto& key) {
        return key->algorithm == algorithm && (id.empty() || key->id == id) &&
               cjose_jws_verify(parsed.get(), key->jwk, &error);
    });
}

} // namespace quorate::oidc
