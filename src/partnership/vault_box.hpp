#ifndef QUORATE_PARTNERSHIP_VAULT_BOX_HPP
#define QUORATE_PARTNERSHIP_VAULT_BOX_HPP
// Internal to the vault: keys, encrypted boxes, salts and the forms of digests.

#include "base/result.hpp"
#include "partnership/vault.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace quorate::partnership {

inline constexpr std::size_t salt_bytes = 32;

/// A 32-byte key of XChaCha20-Poly1305, wiped from memory when it goes.
class BoxKey {
public:
    static BoxKey random();
    explicit BoxKey(std::string bytes);
    BoxKey(const BoxKey&) = default;
    BoxKey(BoxKey&&) = default;
    BoxKey& operator=(const BoxKey&) = default;
    BoxKey& operator=(BoxKey&&) = default;
    ~BoxKey();

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    /// nonce || ciphertext. `label` is not stored but must be the same to open it: it ties a box to
    /// its row.
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view label) const;
    /// Nothing when the box, the key or the label is another.
    [[nodiscard]] std::optional<std::string> open(std::string_view box,
                                                  std::string_view label) const;

private:
    std::string bytes_;
};

/// One line of hex, in a file only its owner can read.
Result<void> save_box_key(const std::string& path, const BoxKey& key);
Result<BoxKey> load_box_key(const std::string& path);

/// Random, or the same for the same seed, subject and text.
std::string make_salt(std::string_view seed, const VaultText& text);

/// "sha256:<hex>" to 32 bytes; nothing for any other text.
std::optional<std::string> raw_digest(std::string_view digest);
/// 32 bytes to "sha256:<hex>".
std::string digest_text(std::string_view raw);

} // namespace quorate::partnership

#endif
