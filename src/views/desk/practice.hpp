#pragma once
// Accounts for people to practise with, in a practice copy or a made-up partnership only.

#include "base/result.hpp"
#include "partnership/partnership.hpp"

namespace quorate::views {

/// The password of every practice account; the sign-in page shows it.
inline constexpr std::string_view practice_password = "practice-copy";

/// Whether this partnership has practice accounts: nothing in it is real.
bool has_practice_accounts(const partnership::Partnership& partnership);

/// Makes the accounts that are missing: secretariat, auditor, chair, vice-chair, and one for each
/// seat somebody holds, such as kp-9. Does nothing for a real partnership.
base::Result<void> make_practice_accounts(const partnership::Partnership& partnership);

} // namespace quorate::views
