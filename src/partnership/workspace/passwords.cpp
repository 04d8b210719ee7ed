#include "partnership/workspace/passwords.hpp"

#include <array>
#include <mutex>
#include <sodium.h>

namespace quorate::partnership {
namespace {

/// One at a time: each takes 64 MiB, and many at once would be a way to exhaust the machine.
std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

void prepare() {
    static const int ready = sodium_init();
    QUORATE_ASSERT(ready >= 0);
}

} // namespace

base::Result<std::string> hash_password(std::string_view password) {
    prepare();
    const std::lock_guard lock(turn());
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str(out.data(), password.data(), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return base::fail("password", "there is not enough memory to keep it safely",
                          "Free 64 MB of memory and try again");
    }
    return std::string(out.data());
}

bool password_fits(std::string_view password, const std::string& stored) {
    prepare();
    if (stored.empty()) {
        // Whether an account exists must not be told by the time an answer takes.
        static_cast<void>(hash_password(password));
        return false;
    }
    const std::lock_guard lock(turn());
    return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0;
}

} // namespace quorate::partnership
