#pragma once
// Passwords, kept as argon2id (RFC 9106) in the form of libsodium's crypto_pwhash_str.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace quorate::partnership {

/// What is stored for a password. Takes some tens of milliseconds and 64 MiB; fails when the memory
/// is not there.
base::Result<std::string> hash_password(std::string_view password);
/// Whether the password is the one. An empty `stored` never fits, and takes as long to say so.
bool password_fits(std::string_view password, const std::string& stored);

} // namespace quorate::partnership
