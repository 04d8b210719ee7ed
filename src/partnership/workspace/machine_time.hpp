#ifndef QUORATE_PARTNERSHIP_WORKSPACE_MACHINE_TIME_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_MACHINE_TIME_HPP
// The time by which accounts begin and end, whatever a practice clock says.

#include "base/time.hpp"

namespace quorate::partnership {

/// The machine's, as sessions and links have it too.
base::Instant machine_time();

} // namespace quorate::partnership

#endif
