#ifndef QUORATE_GOVERNANCE_DUTIES_RECURRING_HPP
#define QUORATE_GOVERNANCE_DUTIES_RECURRING_HPP
// Duties that come round again: within a period, or with none where the text sets none.

#include "governance/duties/inquiry.hpp"

#include <optional>
#include <string>

namespace quorate::governance {

/// Settles a duty that was last done as `last` says, or never, and is due again within `every`.
/// Without a period nothing can be overdue: the state is undetermined, and says so.
void settle_recurring(const Inquiry& inquiry, Duty& duty, std::optional<DutyEvidence> last,
                      std::string_view every);

/// With a small letter in front: "last reviewed on Tuesday 1 July 2008".
std::string lower_first(std::string text);
/// A body's or an organisation's name; the id in words for anything else, such as "public".
std::string party_words(const Inquiry& inquiry, const std::string& id);

} // namespace quorate::governance

#endif
