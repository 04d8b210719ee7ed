#ifndef QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNT_ROWS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNT_ROWS_HPP
// Accounts as rows, for accounts*.cpp only. Whoever calls holds the store's mutex.

#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/store.hpp"

namespace quorate::partnership::account_rows {

/// What from() reads, in its order.
inline constexpr const char* columns =
    "account.name, account.title, account.kind, account.seats, account.practice, account.person,"
    " account.organisations, account.email, account.stopped, account.entered,"
    " account.password <> '', account.signed_in, account.ends";
inline constexpr int columns_count = 13;

Account from(const Statement& row);
std::string seats_written(const Account& account);
std::string organisations_written(const Account& account);
/// 0: it has no last day.
std::int64_t ends_written(const Account& account);

/// By name, or by address when it holds an @.
Result<std::optional<Account>> find(Workspace::Store& store, std::string_view name);
/// False when the name is taken. An empty hash: it has no password, and is invited.
Result<bool> insert(Workspace::Store& store, const Account& account, const std::string& hash);
/// Fails unless the password is of password_length_min to password_length_max bytes.
Result<void> check_length(std::string_view password);

/// 43 characters of base64url: 32 random bytes.
std::string new_token();
std::string token_hash(std::string_view token);

/// Begins a session, and notes when the account was last used.
Result<SessionTicket> begin_session(Workspace::Store& store, std::string_view account,
                                    const SignInHow& how, base::Instant now);
/// The name of the account a session is of, while it holds.
Result<std::optional<std::string>> account_of_session(Workspace::Store& store,
                                                      std::string_view token, base::Instant now);
/// Tries at the password count no more, by the account's name and by its address.
Result<void> forget_tries(Workspace::Store& store, std::string_view account);
/// Links under way open nothing any more, and go from the mails that carry them.
Result<void> forget_links(Workspace::Store& store, std::string_view account);

constexpr std::int64_t ms_of(std::chrono::minutes time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

} // namespace quorate::partnership::account_rows

#endif
