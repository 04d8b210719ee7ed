#ifndef QUORATE_TESTS_OIDC_MADE_TOKENS_HPP
#define QUORATE_TESTS_OIDC_MADE_TOKENS_HPP
// Keys made for a test, and tokens signed with them.

#include "base/json.hpp"

#include <boost/json/object.hpp>
#include <memory>
#include <string>

struct _cjose_jwk_int;

namespace quorate::oidc {

/// A key pair: RSA of `bits`, or on the curve P-256 when `bits` is 0.
class MadeKey {
public:
    MadeKey(std::string id, unsigned bits);
    MadeKey(const MadeKey&) = delete;
    MadeKey& operator=(const MadeKey&) = delete;
    ~MadeKey();

    /// The public key as a provider lists it; with `more` added to it.
    [[nodiscard]] base::JsonObject listed(const base::JsonObject& more = {}) const;
    /// A compact JWS of the claims. `header` takes the place of what it would say.
    [[nodiscard]] std::string sign(const base::JsonObject& claims,
                                   const base::JsonObject& header = {}) const;
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    std::string id_;
    bool rsa_;
    _cjose_jwk_int* jwk_;
};

/// A JWK Set of listed keys.
std::string key_set(std::initializer_list<base::JsonObject> keys);
/// A token nobody signed: header and claims as given, any signature.
std::string unsigned_token(const base::JsonObject& header, const base::JsonObject& claims,
                           const std::string& signature);

} // namespace quorate::oidc

#endif
