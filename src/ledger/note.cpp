#include "ledger/note.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "ledger/durable_file.hpp"

#include <charconv>
#include <cstring>
#include <sodium.h>
#include <sys/stat.h>

namespace quorate::ledger {
namespace {

using base::fail;

constexpr char ed25519_type = 0x01;
constexpr std::string_view signature_start = "\xE2\x80\x94 "; // em dash and space
constexpr std::size_t signature_lines_max = 64;

void prepare_sodium() {
    static const int ready = sodium_init();
    QUORATE_ASSERT(ready >= 0);
}

std::string key_bytes(const VerifierKey& key) {
    std::string out(1, ed25519_type);
    out.append(reinterpret_cast<const char*>(key.key.data()), key.key.size());
    return out;
}

std::uint32_t key_id(const VerifierKey& key) {
    const auto digest = base::sha256(key.name + "\n" + key_bytes(key));
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        id = id << 8 | digest[i];
    }
    return id;
}

std::string id_bytes(std::uint32_t id) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>(id >> shift & 0xff);
    }
    return out;
}

std::string id_hex(std::uint32_t id) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) {
        out += digits[id >> shift & 15];
    }
    return out;
}

Result<void> check_name(std::string_view name) {
    const bool plain =
        base::is_utf8(name) && name.find_first_of(" +\t\r\n") == std::string_view::npos;
    if (name.empty() || name.size() > key_name_bytes_max || !plain) {
        return fail("", "a key name has 1 to 200 bytes with no space or plus sign in it");
    }
    return {};
}

struct KeyParts {
    std::string name;
    std::uint32_t id = 0;
    std::string data; // without the type byte
};

/// "<name>+<8 hex digits>+<base64 of 0x01 and 32 bytes>"
Result<KeyParts> parse_key_parts(std::string_view text) {
    const auto parts = base::split(base::trim(text), '+');
    // Base64 may itself hold a plus sign, so everything after the second one is data.
    if (parts.size() < 3 || parts[1].size() != 8) {
        return fail("", "this is not a key", "A key is written <name>+<8 hex digits>+<base64>");
    }
    KeyParts out;
    out.name = parts[0];
    if (auto named = check_name(out.name); !named) {
        return tl::unexpected(named.error());
    }
    const auto* end = parts[1].data() + 8;
    const auto read = std::from_chars(parts[1].data(), end, out.id, 16);
    const auto data =
        base::parse_base64(text.substr(static_cast<std::size_t>(parts[2].data() - text.data())));
    if (read.ec != std::errc{} || read.ptr != end || !data || data->size() != 33) {
        return fail("", "the key is cut short or mistyped");
    }
    if (data->front() != ed25519_type) {
        return fail("", "this is not an Ed25519 key");
    }
    out.data = data->substr(1);
    return out;
}

struct SplitNote {
    std::string_view body; // with its final newline
    std::vector<std::string_view> signatures;
};

Result<SplitNote> split_note(std::string_view note) {
    if (note.size() > note_bytes_max || !base::is_utf8(note)) {
        return fail("", "a signed note is UTF-8 text of at most 64 KB");
    }
    for (const char c : note) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n') {
            return fail("", "the signed note has a control character in it");
        }
    }
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos || note.back() != '\n') {
        return fail("", "this is not a signed note: it has no blank line followed by signatures");
    }
    SplitNote out{note.substr(0, blank + 1), {}};
    auto lines = note.substr(blank + 2);
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const auto line = lines.substr(0, end);
        if (!line.starts_with(signature_start) || out.signatures.size() == signature_lines_max) {
            return fail("",
                        "the signed note has a line after the blank line that is not a signature");
        }
        out.signatures.push_back(line.substr(signature_start.size()));
        lines.remove_prefix(end + 1);
    }
    if (out.signatures.empty()) {
        return fail("", "the note has no signature");
    }
    return out;
}

} // namespace

std::string VerifierKey::text() const {
    return name + "+" + id_hex(id) + "+" + base::base64(key_bytes(*this));
}

Result<VerifierKey> parse_verifier_key(std::string_view vkey) {
    auto parts = parse_key_parts(vkey = base::trim(vkey));
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    VerifierKey out{std::move(parts->name), parts->id, {}};
    std::memcpy(out.key.data(), parts->data.data(), out.key.size());
    if (key_id(out) != out.id) {
        return fail("", "the key's id does not fit the key: it has been cut short or mistyped");
    }
    return out;
}

Result<SigningKey> SigningKey::from_seed(std::string_view name, std::string_view seed) {
    prepare_sodium();
    QUORATE_ASSERT(seed.size() == crypto_sign_SEEDBYTES);
    if (auto named = check_name(name); !named) {
        return tl::unexpected(named.error());
    }
    SigningKey out;
    out.verifier_.name = name;
    const auto* bytes = reinterpret_cast<const unsigned char*>(seed.data());
    const int done = crypto_sign_seed_keypair(out.verifier_.key.data(), out.secret_.data(), bytes);
    QUORATE_ASSERT(done == 0);
    out.verifier_.id = key_id(out.verifier_);
    return out;
}

Result<SigningKey> SigningKey::generate(std::string_view name) {
    auto seed = base::random_bytes(crypto_sign_SEEDBYTES);
    auto out = from_seed(name, seed);
    sodium_memzero(seed.data(), seed.size());
    return out;
}

Result<SigningKey> SigningKey::parse(std::string_view text) {
    constexpr std::string_view start = "PRIVATE+KEY+";
    text = base::trim(text);
    if (!text.starts_with(start)) {
        return fail("", "this is not a private key: it does not start with " + std::string(start));
    }
    const auto parts = parse_key_parts(text.substr(start.size()));
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    auto out = from_seed(parts->name, parts->data);
    if (out && out->verifier_.id != parts->id) {
        return fail("", "the key's id does not fit the key: it has been cut short or mistyped");
    }
    return out;
}

SigningKey::~SigningKey() {
    sodium_memzero(secret_.data(), secret_.size());
}

std::string SigningKey::private_text() const {
    std::string seed(1, ed25519_type);
    seed.append(reinterpret_cast<const char*>(secret_.data()), crypto_sign_SEEDBYTES);
    auto out =
        "PRIVATE+KEY+" + verifier_.name + "+" + id_hex(verifier_.id) + "+" + base::base64(seed);
    sodium_memzero(seed.data(), seed.size());
    return out;
}

std::string SigningKey::signature_line(std::string_view body) const {
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    const auto* bytes = reinterpret_cast<const unsigned char*>(body.data());
    crypto_sign_detached(signature.data(), nullptr, bytes, body.size(), secret_.data());
    auto payload = id_bytes(verifier_.id);
    payload.append(reinterpret_cast<const char*>(signature.data()), signature.size());
    return std::string(signature_start) + verifier_.name + " " + base::base64(payload) + "\n";
}

Result<void> save_signing_key(const std::string& path, const SigningKey& key) {
    return write_new_file(path, key.private_text() + "\n", FileAccess::owner_only);
}

Result<SigningKey> load_signing_key(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0 && (info.st_mode & 0077) != 0) {
        return fail(path, "other people on this machine can read the private key",
                    "Make it readable by its owner only: chmod 600 " + path);
    }
    auto text = base::read_file(path, 4096);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto key = SigningKey::parse(*text);
    sodium_memzero(text->data(), text->size());
    if (!key) {
        key.error().where = path;
    }
    return key;
}

Result<std::string> open_note(std::string_view note, const VerifierKey& key) {
    prepare_sodium();
    const auto parts = split_note(note);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const auto wanted = key.name + " ";
    const auto id = id_bytes(key.id);
    for (const auto line : parts->signatures) {
        if (!line.starts_with(wanted)) {
            continue;
        }
        const auto payload = base::parse_base64(line.substr(wanted.size()));
        if (!payload || payload->size() != id.size() + crypto_sign_BYTES ||
            !payload->starts_with(id)) {
            continue;
        }
        const auto* signature = reinterpret_cast<const unsigned char*>(payload->data()) + id.size();
        const auto* body = reinterpret_cast<const unsigned char*>(parts->body.data());
        if (crypto_sign_verify_detached(signature, body, parts->body.size(), key.key.data()) == 0) {
            return std::string(parts->body);
        }
        return fail("", "the signature by " + key.name + " does not fit the note");
    }
    return fail("", "the note is not signed with the key " + key.name + "+" + id_hex(key.id));
}

std::string sign_note(std::string_view body, const SigningKey& key) {
    QUORATE_ASSERT(body.ends_with('\n'));
    return std::string(body) + "\n" + key.signature_line(body);
}

std::string sign_checkpoint(const TreeHead& head, const SigningKey& key) {
    const auto body = key.verifier().name + "\n" + std::to_string(head.size) + "\n" +
                      base::base64(base::as_bytes(head.root)) + "\n";
    return sign_note(body, key);
}

Result<Checkpoint> parse_checkpoint(std::string_view note) {
    const auto parts = split_note(note);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const auto lines = base::split(parts->body, '\n');
    // The body ends in a newline, so a bare checkpoint splits into three lines and an empty rest.
    if (lines.size() < 4 || lines[0].empty()) {
        return fail("", "this is not a checkpoint: it needs an origin, a size and a root");
    }
    Checkpoint out;
    out.origin = lines[0];
    const auto* end = lines[1].data() + lines[1].size();
    const auto read = std::from_chars(lines[1].data(), end, out.size);
    if (read.ec != std::errc{} || read.ptr != end || std::to_string(out.size) != lines[1]) {
        return fail("", "the checkpoint's second line is not a number of entries");
    }
    const auto root = base::parse_base64(lines[2]);
    if (!root || root->size() != out.root.size()) {
        return fail("", "the checkpoint's third line is not a root");
    }
    std::memcpy(out.root.data(), root->data(), out.root.size());
    return out;
}

Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key) {
    if (auto body = open_note(note, key); !body) {
        return tl::unexpected(body.error());
    }
    auto out = parse_checkpoint(note);
    if (out && out->origin != key.name) {
        return fail("", "the checkpoint is for " + out->origin + ", not for " + key.name);
    }
    return out;
}

} // namespace quorate::ledger
