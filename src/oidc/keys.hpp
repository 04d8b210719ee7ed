#ifndef QUORATE_OIDC_KEYS_HPP
#define QUORATE_OIDC_KEYS_HPP
// The keys a provider signs with (JWK Set, RFC 7517).

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::oidc {

inline constexpr std::size_t keys_max = 50;
inline constexpr std::size_t rsa_bits_min = 2048;

/// The algorithms that are taken, and no other: RS256 and ES256.
enum class Algorithm { rs256, es256 };

/// Public keys. Copying shares them.
class KeySet {
public:
    /// Reads a JWK Set. A key it cannot use (another kind, too short, for encryption) is passed
    /// over; fails when the document is not a set or has more than keys_max keys.
    static base::Result<KeySet> parse(std::string_view document);

    KeySet() = default;
    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    /// A key of that id, whatever its kind; of an empty id, whether there is any.
    [[nodiscard]] bool has(std::string_view id) const;

    /// Whether the compact JWS was signed with a key of this set that fits algorithm and key id.
    /// Without an id every key that fits the algorithm is tried.
    [[nodiscard]] bool signed_by(std::string_view jws, Algorithm algorithm,
                                 std::string_view id) const;

private:
    struct Key;
    std::vector<std::shared_ptr<const Key>> keys_;
};

} // namespace quorate::oidc

#endif
