#ifndef QUORATE_LEDGER_NOTE_HPP
#define QUORATE_LEDGER_NOTE_HPP
// Signed notes and checkpoints: C2SP signed-note (c2sp.org/signed-note) and tlog-checkpoint
// (c2sp.org/tlog-checkpoint), with Ed25519 signatures. The text forms of keys are those of
// golang.org/x/mod/sumdb/note.

#include "base/result.hpp"
#include "ledger/merkle.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::ledger {

inline constexpr std::size_t note_bytes_max = 64 * 1024;
inline constexpr std::size_t key_name_bytes_max = 200;

/// The public half of a signing key. Text form ("vkey"): <name>+<key id, 8 hex digits>+<base64 of
/// 0x01 || key>.
struct VerifierKey {
    std::string name;     ///< also the checkpoint's origin line
    std::uint32_t id = 0; ///< first four bytes of SHA-256(name || 0x0A || 0x01 || key)
    std::array<std::uint8_t, 32> key{};

    [[nodiscard]] std::string text() const;
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// Fails for a name with a space or plus sign in it, another kind of key, or an id that does not
/// fit the key.
Result<VerifierKey> parse_verifier_key(std::string_view vkey);

/// An Ed25519 key pair. The secret is wiped from memory when the object goes.
class SigningKey {
public:
    /// A new key from the system's randomness. `name` is not empty and has no space or plus sign.
    static Result<SigningKey> generate(std::string_view name);
    /// The same key for the same 32 bytes: for scenarios, whose output must repeat.
    static Result<SigningKey> from_seed(std::string_view name, std::string_view seed);
    /// Reads "PRIVATE+KEY+<name>+<key id>+<base64 of 0x01 || seed>".
    static Result<SigningKey> parse(std::string_view text);

    SigningKey(const SigningKey&) = default;
    SigningKey(SigningKey&&) = default;
    SigningKey& operator=(const SigningKey&) = default;
    SigningKey& operator=(SigningKey&&) = default;
    ~SigningKey();

    [[nodiscard]] const VerifierKey& verifier() const { return verifier_; }
    [[nodiscard]] std::string private_text() const;
    /// The signature line of a note whose text is `body` (which ends in a newline): "— <name>
    /// <base64>\n".
    [[nodiscard]] std::string signature_line(std::string_view body) const;

private:
    SigningKey() = default;
    VerifierKey verifier_;
    std::array<unsigned char, 64> secret_{};
};

/// Writes the private key to a new file that only its owner can read (mode 0600), durably. Refuses
/// to overwrite.
Result<void> save_signing_key(const std::string& path, const SigningKey& key);
/// Reads it back; refuses a file that others can read.
Result<SigningKey> load_signing_key(const std::string& path);

/// Checks a signed note and returns its text (with the final newline). Signatures by other keys are
/// passed over.
Result<std::string> open_note(std::string_view note, const VerifierKey& key);
/// text + blank line + signature.
std::string sign_note(std::string_view body, const SigningKey& key);

/// What a checkpoint says: the log called `origin` had `size` entries and this root.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Digest root{};
};

/// A signed checkpoint; its origin is the key's name.
std::string sign_checkpoint(const TreeHead& head, const SigningKey& key);
/// Reads a checkpoint note without checking the signature.
Result<Checkpoint> parse_checkpoint(std::string_view note);
/// Reads it and checks that `key` signed it and that its origin is the key's name.
Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key);

} // namespace quorate::ledger

#endif
