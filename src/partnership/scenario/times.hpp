#ifndef QUORATE_PARTNERSHIP_SCENARIO_TIMES_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_TIMES_HPP
// The times of scenario lines: instants, wall-clock times, and steps from the line before.

#include "base/result.hpp"
#include "base/time.hpp"

#include <string_view>

namespace quorate::partnership::scenario {

/// "2008-07-01T10:05" in the zone, "2008-07-01", "2008-07-01T09:05:00Z", "same" as the line before,
/// or a step from it:
/// "+10m", "+1h30m", "+2d" (two days later by the wall clock), "+1w".
base::Result<base::Instant> parse_time(std::string_view text, base::Instant before,
                                       const base::Zone& zone);

} // namespace quorate::partnership::scenario

#endif
