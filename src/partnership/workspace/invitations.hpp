#ifndef QUORATE_PARTNERSHIP_WORKSPACE_INVITATIONS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_INVITATIONS_HPP
// Whether whoever was invited can still come in.

#include "partnership/workspace/workspace.hpp"

#include <optional>
#include <string_view>

namespace quorate::partnership {

/// Until when the newest invitation of an account works. Nothing when none does any more.
Result<std::optional<base::Instant>> invited_until(const Workspace& workspace,
                                                   std::string_view account, base::Instant now);

} // namespace quorate::partnership

#endif
