#ifndef QUORATE_VIEWS_ACCOUNTS_TASK_JSON_HPP
#define QUORATE_VIEWS_ACCOUNTS_TASK_JSON_HPP
// A task of `quorate account` as JSON, between the command and a server that has the partnership
// open.

#include "base/json.hpp"
#include "views/accounts/accounts.hpp"

namespace quorate::views {

inline constexpr std::size_t account_task_bytes_max = 64 << 10;

base::JsonObject encode(const AccountTask& task);
/// Fails naming the field that is unknown or of another type.
base::Result<AccountTask> decode_account_task(const base::JsonObject& json);

base::JsonObject encode(const AccountDone& done);
base::Result<AccountDone> decode_account_done(const base::JsonObject& json);

} // namespace quorate::views

#endif
