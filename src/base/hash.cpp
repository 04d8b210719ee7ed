#include "base/hash.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace quorate::base {
namespace {

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

Digest sha256(std::string_view bytes) {
    Digest out;
    SHA256(raw(bytes), bytes.size(), out.data());
    return out;
}

Digest sha256(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const auto part : parts) {
        joined += part;
    }
    return sha256(joined);
}

std::string hex(const Digest& digest) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (const auto byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Result<Digest> parse_hex_digest(std::string_view text) {
    Digest out{};
    if (text.size() != 64) {
        return fail("", "a SHA-256 digest has 64 hex digits, this has " + std::to_string(text.size()));
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = hex_value(text[2 * i]);
        const int low = hex_value(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return fail("", "a SHA-256 digest is written in lower-case hex digits");
        }
        out[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return out;
}

std::string_view as_bytes(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string base64(std::string_view bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), raw(bytes),
                                     static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Result<std::string> parse_base64(std::string_view text) {
    std::string out(text.size() / 4 * 3 + 1, '\0');
    const int size = text.size() % 4 != 0
                         ? -1
                         : EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), raw(text),
                                           static_cast<int>(text.size()));
    if (size < 0) {
        return fail("", "this is not base64 text");
    }
    out.resize(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < 2 && text.size() > i && text[text.size() - 1 - i] == '='; ++i) {
        out.pop_back();
    }
    if (base64(out) != text) {
        return fail("", "this is not base64 text");
    }
    return out;
}

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    const int ok = RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(count));
    QUORATE_ASSERT(ok == 1);
    return out;
}

} // namespace quorate::base
