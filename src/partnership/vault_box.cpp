#include "partnership/vault_box.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "ledger/durable_file.hpp"

#include <cstring>
#include <sodium.h>
#include <sys/stat.h>

namespace quorate::partnership {
namespace {

using base::fail;

constexpr std::string_view digest_start = "sha256:";
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace

BoxKey BoxKey::random() {
    return BoxKey(base::random_bytes(crypto_aead_xchacha20poly1305_ietf_KEYBYTES));
}

BoxKey::BoxKey(std::string bytes) : bytes_(std::move(bytes)) {
    static const int ready = sodium_init();
    QUORATE_ASSERT(ready >= 0);
    QUORATE_ASSERT(bytes_.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

BoxKey::~BoxKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

std::string BoxKey::seal(std::string_view plain, std::string_view label) const {
    std::string out = base::random_bytes(nonce_bytes);
    out.resize(nonce_bytes + plain.size() + tag_bytes);
    const int done = crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(out) + nonce_bytes, nullptr, raw(plain), plain.size(), raw(label), label.size(),
        nullptr, raw(out), raw(std::string_view(bytes_)));
    QUORATE_ASSERT(done == 0);
    return out;
}

std::optional<std::string> BoxKey::open(std::string_view box, std::string_view label) const {
    if (box.size() < nonce_bytes + tag_bytes) {
        return std::nullopt;
    }
    std::string out(box.size() - nonce_bytes - tag_bytes, '\0');
    const auto sealed = box.substr(nonce_bytes);
    const int done = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(out), nullptr, nullptr, raw(sealed), sealed.size(), raw(label), label.size(), raw(box),
        raw(std::string_view(bytes_)));
    return done == 0 ? std::optional(std::move(out)) : std::nullopt;
}

Result<void> save_box_key(const std::string& path, const BoxKey& key) {
    base::Digest bytes;
    std::memcpy(bytes.data(), key.bytes().data(), bytes.size());
    return ledger::write_new_file(path, base::hex(bytes) + "\n", ledger::FileAccess::owner_only);
}

Result<BoxKey> load_box_key(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0 && (info.st_mode & 0077) != 0) {
        return fail(path, "other people on this machine can read the vault's key",
                    "Make it readable by its owner only: chmod 600 " + path);
    }
    const auto text = base::read_file(path, 4096);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto bytes = base::parse_hex_digest(base::trim(*text));
    if (!bytes) {
        return fail(path, "this is not a vault key",
                    "Put vault.key back from where it is kept safe");
    }
    return BoxKey(std::string(base::as_bytes(*bytes)));
}

std::string make_salt(std::string_view seed, const VaultText& text) {
    if (seed.empty()) {
        return base::random_bytes(salt_bytes);
    }
    // The separators keep (seed, subject) pairs apart; neither holds a zero byte.
    constexpr std::string_view zero("\0", 1);
    return std::string(base::as_bytes(
        base::sha256({"quorate scenario salt", zero, seed, zero, text.subject, zero, text.text})));
}

std::string salted_digest(std::string_view salt, std::string_view text) {
    return std::string(digest_start) + base::hex(base::sha256({salt, text}));
}

std::optional<std::string> raw_digest(std::string_view digest) {
    if (!digest.starts_with(digest_start)) {
        return std::nullopt;
    }
    const auto parsed = base::parse_hex_digest(digest.substr(digest_start.size()));
    return parsed ? std::optional(std::string(base::as_bytes(*parsed))) : std::nullopt;
}

std::string digest_text(std::string_view raw_bytes) {
    base::Digest digest{};
    std::memcpy(digest.data(), raw_bytes.data(), std::min(raw_bytes.size(), digest.size()));
    return std::string(digest_start) + base::hex(digest);
}

} // namespace quorate::partnership
