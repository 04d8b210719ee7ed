#ifndef QUORATE_PARTNERSHIP_VAULT_HPP
#define QUORATE_PARTNERSHIP_VAULT_HPP
// The vault: names, contacts and free text, kept outside the ledger so that they can be erased
// while the record stands.
//
// An entry holds "sha256:<hex>" = SHA-256(salt || text). The vault keeps salt and text encrypted
// (XChaCha20-Poly1305) under a key of the subject they are about, or the partnership's own key when
// they are about nobody. Erasing a subject destroys the key and the rows: what is left in the
// ledger says that there was a text, and nothing more.

#include "base/result.hpp"
#include "ledger/sqlite/database.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

using base::Result;

inline constexpr std::size_t vault_text_bytes_max = 256 * 1024;
inline constexpr std::size_t vault_batch_max = 1000;

/// A text to seal. `subject` is the id of the person it is about, or empty.
struct VaultText {
    std::string text;
    std::string subject;
};

/// A text and the salt to check its digest with: SHA-256(salt || text). The salt is 32 bytes.
struct UnsealedText {
    std::string salt;
    std::string text;
};

/// Texts in, salted digests out. Safe to call from several threads.
class Vault {
public:
    Vault() = default;
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;
    virtual ~Vault() = default;

    /// Seals every text of a batch, all or nothing, and returns "sha256:<hex>" for each in order.
    /// Durable when it returns, so it is called before the entry that cites them is committed.
    /// Sealing one text twice gives two digests, unless salts come from a seed. Limits:
    /// vault_batch_max texts of vault_text_bytes_max bytes.
    virtual Result<std::vector<std::string>> seal(std::span<const VaultText> texts) = 0;
    /// The text of a digest with its salt; nothing when it is unknown or has been erased. Fails
    /// when what is stored does not fit the digest.
    virtual Result<std::optional<UnsealedText>> unseal(std::string_view digest) = 0;
    /// Erases one text; false when there was none.
    virtual Result<bool> erase(std::string_view digest) = 0;
    /// Destroys a subject's key and every text under it; returns how many texts went.
    virtual Result<std::size_t> erase_subject(std::string_view subject) = 0;
    /// Erases texts whose digest no entry cites (left by a crash before the commit); returns how
    /// many.
    virtual Result<std::size_t>
    sweep(const std::function<bool(std::string_view digest)>& cited) = 0;

    /// The text alone of unseal().
    Result<std::optional<std::string>> read(std::string_view digest);
    /// seal() of one text.
    Result<std::string> seal_one(const VaultText& text);
};

/// How a vault is opened.
struct VaultOptions {
    /// Salts are derived from this, the subject and the text, so that a scenario's digests repeat.
    /// Never for real texts: who knows the seed can test guesses. Empty: random salts.
    std::string seed;
    /// SQLite VFS by name; empty for the system's.
    std::string vfs;
};

/// A vault that is gone when the program ends.
std::unique_ptr<Vault> memory_vault(const VaultOptions& options = {});

/// The vault of a partnership's folder: vault.db, and vault.key (mode 0600), which is made with it.
/// A backup of vault.db without vault.key reveals nothing. Fails when another program has it open,
/// the key is missing or others can read it, or a newer version wrote it.
Result<std::unique_ptr<Vault>> open_vault(const std::string& folder,
                                          const VaultOptions& options = {});

/// The digest of a text under a salt: "sha256:<hex>" of SHA-256(salt || text).
std::string salted_digest(std::string_view salt, std::string_view text);

} // namespace quorate::partnership

#endif
