#ifndef QUORATE_WEB_DESK_TELL_HPP
#define QUORATE_WEB_DESK_TELL_HPP
// Notices by mail to members: queued where their address is known, and never sent from a practice
// copy.

#include "web/desk/desk_visit.hpp"

#include <string>
#include <vector>

namespace quorate::web {

struct Notice {
    std::string body;               ///< whose members
    std::vector<std::string> seats; ///< kp/9; all when empty
    std::string subject;
    std::string text;
    std::string about; ///< "entry 214": the same is never queued twice for one address
};

/// Queues the notice for each of those whose address is known; returns for how many.
std::int64_t tell_members(const DeskVisit& visit, const Notice& notice);

} // namespace quorate::web

#endif
