#pragma once
// Who is looking, and as of when.

#include "base/time.hpp"
#include "governance/actor.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace quorate::views {

/// The kinds of reader. A chair is a member who holds the office of chair or vice chair of a body
/// that day.
enum class ViewerKind { public_, member, secretariat, chair, auditor };

struct Viewer {
    ViewerKind kind = ViewerKind::public_;
    std::vector<governance::Actor> seats; ///< of a member or chair: the seats or person they act as
};

/// What the reader asked for: a civil date (things as they stood at its end), or the record as it
/// was known when its entry `position` had been recorded. Neither: as things stand now.
struct AsOf {
    std::optional<base::CivilDate> on;
    std::optional<std::int64_t> position;
    /// With `on`: as it was known then, from what had been recorded by the end of that day. Else as
    /// we now know it was.
    bool known_then = false;
};

} // namespace quorate::views
