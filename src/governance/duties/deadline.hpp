#ifndef QUORATE_GOVERNANCE_DUTIES_DEADLINE_HPP
#define QUORATE_GOVERNANCE_DUTIES_DEADLINE_HPP
// When something the terms ask for falls due.

#include "governance/lookup.hpp"

#include <optional>
#include <string>

namespace quorate::governance {

/// A deadline worked out, or why there is none.
struct Deadline {
    std::optional<base::CivilDate> date;
    bool unset = false;  ///< the terms set no time
    std::string problem; ///< why it cannot be worked out, such as a calendar that ends too early
};

/// The deadline of something that began on `from` and is due within `due`: "20wd", "P1M",
/// "year-end", or empty for no time. "next-meeting" is not a date of its own: it is unset here, and
/// the caller knows the meetings.
Deadline deadline_after(const State& state, const BodyId& body, base::CivilDate from,
                        std::string_view due, base::Instant judged_at, const Context& context);

} // namespace quorate::governance

#endif
