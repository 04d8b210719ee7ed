#ifndef QUORATE_VIEWS_MEETING_THEN_HPP
#define QUORATE_VIEWS_MEETING_THEN_HPP
// A meeting as it stood at an earlier moment, for pages as of a date. Only views/ includes this.

#include "views/ground.hpp"

namespace quorate::views {

/// The meeting with what happened after ground.now left out: later sittings, arrivals, items,
/// outcomes, minutes. Facts without a time of their own are left out with the item or sitting they
/// belong to.
governance::Meeting meeting_then(const Ground& ground, const governance::Meeting& meeting);

} // namespace quorate::views

#endif
