#include "partnership/workspace/passwords.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <sodium.h>

namespace quorate::partnership {
namespace {

constexpr const char* busy_where = "password-turn";

/// Whose turn it is: many at once would take the machine's memory and every thread that answers
/// requests.
struct Turns {
    std::mutex mutex;
    std::condition_variable free;
    bool taken = false;
    int waiting = 0;

    bool take(bool for_ever) {
        std::unique_lock lock(mutex);
        if (taken && !for_ever && waiting >= password_waiters_max) {
            return false;
        }
        const auto idle = [&] { return !taken; };
        ++waiting;
        bool got = true;
        if (for_ever) {
            free.wait(lock, idle);
        } else {
            got = free.wait_for(lock, std::chrono::milliseconds(password_wait_ms_max), idle);
        }
        --waiting;
        taken = taken || got;
        return got;
    }
    void give_back() {
        {
            const std::lock_guard lock(mutex);
            taken = false;
        }
        free.notify_one();
    }
};

Turns& turns() {
    static Turns all;
    return all;
}

/// One turn, given back with the object.
struct Turn {
    explicit Turn(bool for_ever) : got(turns().take(for_ever)) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        if (got) {
            turns().give_back();
        }
    }
    const bool got;
};

void prepare() {
    static const int ready = sodium_init();
    QUORATE_ASSERT(ready >= 0);
}

base::Result<std::string> hashed(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str(out.data(), password.data(), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return base::fail("password", "there is not enough memory to keep it safely",
                          "Free 64 MB of memory and try again");
    }
    return std::string(out.data());
}

} // namespace

base::Result<std::string> hash_password(std::string_view password) {
    prepare();
    const Turn turn(false);
    if (!turn.got) {
        return base::fail(busy_where, "many people are signing in at this moment",
                          "Try again in a few seconds");
    }
    return hashed(password);
}

base::Result<std::string> hash_password_waiting(std::string_view password) {
    prepare();
    const Turn turn(true);
    return hashed(password);
}

bool easily_guessed(std::string_view password) {
    constexpr std::string_view well_known[] = {
        "password", "passw0rd", "p@ssword",      "p@ssw0rd", "letmein", "welcome",
        "iloveyou", "football", "liverpool",     "arsenal",  "chelsea", "sunshine",
        "princess", "superman", "monkey",        "dragon",   "charlie", "qwerty",
        "asdfgh",   "admin",    "administrator", "changeme", "secret",  "trustno",
        "1q2w3e4r", "1qaz2wsx", "zaq12wsx",      "q1w2e3r4", "abc",     "abcd",
        "default",  "quorate",  "practice-copy"};
    constexpr std::string_view rows[] = {"abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
                                         "12345678901234567890", "09876543210987654321"};
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t number_length_max = 11;
    std::string word(password);
    for (char& c : word) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    const auto in_a_row = [&](std::string_view row) { return row.find(word) != row.npos; };
    const bool number = word.find_first_not_of(digits) == std::string::npos;
    if ((number && word.size() <= number_length_max) ||
        word.find_first_not_of(word.substr(0, 1)) == std::string::npos ||
        std::any_of(std::begin(rows), std::end(rows), in_a_row)) {
        return true;
    }
    const auto stem = word.substr(0, word.find_last_not_of("0123456789!?.*#$ ") + 1);
    const auto same = [&](std::string_view each) { return word == each || stem == each; };
    return std::any_of(std::begin(well_known), std::end(well_known), same);
}

PasswordFit password_fits(std::string_view password, const std::string& stored) {
    prepare();
    const Turn turn(false);
    if (!turn.got) {
        return PasswordFit::busy;
    }
    if (stored.empty()) {
        // Whether an account exists must not be told by the time an answer takes.
        static_cast<void>(hashed(password));
        return PasswordFit::does_not;
    }
    return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0
               ? PasswordFit::fits
               : PasswordFit::does_not;
}

bool passwords_busy(const base::Failure& failure) {
    return failure.where == busy_where;
}

} // namespace quorate::partnership
