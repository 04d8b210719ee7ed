#ifndef QUORATE_PARTNERSHIP_WORKSPACE_PASSWORDS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_PASSWORDS_HPP
// Passwords, kept as argon2id (RFC 9106) in the form of libsodium's crypto_pwhash_str. Each takes
// some tens of milliseconds and 64 MiB, so one is worked out at a time, and those who would wait
// long are told to try again.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace quorate::partnership {

inline constexpr int password_waiters_max =
    1; ///< who wait for their turn; more are told busy at once
inline constexpr int password_wait_ms_max = 1000; ///< and so long at most

/// What is stored for a password. Fails when the memory is not there, and when others are before
/// it: see passwords_busy().
base::Result<std::string> hash_password(std::string_view password);
/// For programs that serve nobody: waits its turn however long that is.
base::Result<std::string> hash_password_waiting(std::string_view password);

/// Whether it is among those that are tried first: a well-known one, whatever digits or signs
/// follow it, one sign many times, keys in a row, a short number.
bool easily_guessed(std::string_view password);

enum class PasswordFit { fits, does_not, busy };

/// Whether the password is the one. An empty `stored` never fits, and takes as long to say so.
PasswordFit password_fits(std::string_view password, const std::string& stored);

/// Whether a failure of hash_password() means only that others are before it.
bool passwords_busy(const base::Failure& failure);

} // namespace quorate::partnership

#endif
