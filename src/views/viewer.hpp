#ifndef QUORATE_VIEWS_VIEWER_HPP
#define QUORATE_VIEWS_VIEWER_HPP
// Who is looking, and as of when.

#include "base/time.hpp"
#include "governance/actor.hpp"
#include "governance/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// The kinds of reader. A chair is a member who today holds the office of chair of a body, stands in
/// for one, or presides at an open meeting. A partner answers for an organisation. An administrator
/// keeps accounts and mail and sees no more of the record than the public.
enum class ViewerKind { public_, member, partner, secretariat, chair, auditor, administrator };

struct Viewer {
    ViewerKind kind = ViewerKind::public_;
    /// Of a member or chair: the person and the seats they act as. What they may see follows from
    /// the seats these hold now, whatever day a page is about.
    std::vector<governance::Actor> seats{};
    std::vector<governance::OrganisationId> organisations{}; ///< of a partner: which it answers for
    std::string account{}; ///< its name, for what belongs to an account alone; never shown
    /// Meetings at which one of the seats is in the chair now, by the record or the open sheet.
    std::vector<governance::MeetingId> presides{};
    /// Bodies whose chair one of the seats is now, or stands in for.
    std::vector<governance::BodyId> chairs{};
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

#endif
