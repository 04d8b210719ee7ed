#ifndef QUORATE_VIEWS_DESK_PRACTICE_HPP
#define QUORATE_VIEWS_DESK_PRACTICE_HPP
// Accounts for people to practise with, in a practice copy or a made-up partnership only.

#include "base/result.hpp"
#include "partnership/partnership.hpp"
#include "partnership/workspace/account.hpp"

namespace quorate::views {

class Reader;

/// The password of every practice account; the sign-in page shows it.
inline constexpr std::string_view practice_password = "practice-copy";

/// Whether this partnership has practice accounts: nothing in it is real.
bool has_practice_accounts(const partnership::Partnership& partnership);

/// Makes the accounts that are missing: secretariat, auditor, administrator, a partner's, chair,
/// vice-chair, and one for each seat somebody holds, such as kp-9; where the register knows who
/// does, one for each person, by the name of their first seat. Does nothing for a real partnership.
base::Result<void> make_practice_accounts(const partnership::Partnership& partnership);

/// Whom a practice account is for, as the sign-in page says it: "Ann Example, Seat 9", "Riverside
/// Health Trust", in a rehearsal "Seat 9, The Kent Partnership".
std::string practice_words(const Reader& reader, const partnership::Account& account);

} // namespace quorate::views

#endif
