#ifndef QUORATE_VIEWS_MINUTES_DAYS_HPP
#define QUORATE_VIEWS_MINUTES_DAYS_HPP
// The days a meeting sat on.

#include "views/reader.hpp"

namespace quorate::views {

/// When it first sat on each of its days, in order; empty for a meeting that was not held.
std::vector<base::LocalTime> days_sat(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
