#ifndef QUORATE_PARTNERSHIP_WORKSPACE_LATE_REASON_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_LATE_REASON_HPP
// Why a meeting is being entered on a later day than it was held: asked once, then given with every
// act set down for it.

#include "partnership/partnership.hpp"

#include <string>
#include <string_view>

namespace quorate::partnership {

/// The reason kept for a meeting; empty when none was given. Fails when the workspace cannot be
/// read.
Result<std::string> kept_late_reason(const Partnership& partnership, std::string_view meeting);
/// Keeps it in place of an earlier one. Acts that are recorded or on the sheet already keep theirs.
Result<void> keep_late_reason(Partnership& partnership, std::string_view meeting,
                              std::string_view words);

} // namespace quorate::partnership

#endif
