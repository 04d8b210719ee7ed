#ifndef QUORATE_VIEWS_ACCOUNTS_OWN_HPP
#define QUORATE_VIEWS_ACCOUNTS_OWN_HPP
// What somebody sees of their own account: how it signs in, and where it is signed in.

#include "partnership/partnership.hpp"
#include "partnership/workspace/accounts.hpp"
#include "views/shown.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// One session of an account.
struct SessionLine {
    std::int64_t id = 0;
    bool here = false;  ///< the one that asks
    std::string device; ///< "Firefox on Windows"; "Another device" when it does not say
    std::string how;    ///< "By password", "By a link sent by mail"
    Moment begun;
    Moment used; ///< to within ten minutes
};

/// The sessions still going on, this one first. Fails when they cannot be read.
base::Result<std::vector<SessionLine>> session_lines(const partnership::Partnership& partnership,
                                                     const partnership::Account& account,
                                                     std::int64_t here, base::Instant now);

/// Until when the newest invitation of an account works; nothing when none does any more.
base::Result<std::optional<Moment>> invitation_until(const partnership::Partnership& partnership,
                                                     const partnership::Account& account,
                                                     base::Instant now);

/// A browser and system in words, from a User-Agent.
std::string device_words(std::string_view user_agent);

} // namespace quorate::views

#endif
