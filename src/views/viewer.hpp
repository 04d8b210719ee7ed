#pragma once
// Who is looking, and as of when.

#include "base/time.hpp"

#include <cstdint>
#include <optional>

namespace quorate::views {

/// The kinds of reader. Until there are accounts every reader is the public.
enum class ViewerKind { public_, member, secretariat, chair, auditor };

struct Viewer {
    ViewerKind kind = ViewerKind::public_;
};

/// What the reader asked for: a civil date (things as they stood at its end), or the record as it
/// was known when its entry `position` had been recorded. Neither: as things stand now.
struct AsOf {
    std::optional<base::CivilDate> on;
    std::optional<std::int64_t> position;
};

} // namespace quorate::views
