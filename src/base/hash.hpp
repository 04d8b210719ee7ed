#ifndef QUORATE_BASE_HASH_HPP
#define QUORATE_BASE_HASH_HPP
// SHA-256 and the text forms of digests.

#include "base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quorate::base {

/// A SHA-256 digest (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
/// SHA-256 over the parts one after another, without joining them.
Digest sha256(std::initializer_list<std::string_view> parts);

/// 64 lower-case hex digits.
std::string hex(const Digest& digest);
/// Fails unless given exactly 64 hex digits.
Result<Digest> parse_hex_digest(std::string_view text);

std::string_view as_bytes(const Digest& digest);

std::string base64(std::string_view bytes);
/// Standard alphabet with padding (RFC 4648 section 4).
Result<std::string> parse_base64(std::string_view text);

/// Cryptographically strong random bytes.
std::string random_bytes(std::size_t count);

} // namespace quorate::base

#endif
