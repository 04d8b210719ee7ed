#ifndef QUORATE_VIEWS_DATES_ASKED_HPP
#define QUORATE_VIEWS_DATES_ASKED_HPP
// The days a reader may ask about.

#include "base/time.hpp"

namespace quorate::views {

inline constexpr int year_asked_min = 1950;
inline constexpr int year_asked_max = 2199;

/// Partnerships and their duties can be shown as of this day: 1950 to 2199. Yearly duties look a
/// year ahead, so the last year that has dates (2200) cannot be asked about.
inline bool may_be_asked(base::CivilDate on) {
    return on.year() >= year_asked_min && on.year() <= year_asked_max;
}

} // namespace quorate::views

#endif
