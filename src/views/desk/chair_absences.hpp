#ifndef QUORATE_VIEWS_DESK_CHAIR_ABSENCES_HPP
#define QUORATE_VIEWS_DESK_CHAIR_ABSENCES_HPP
// Members who have missed as many meetings in a row as the terms speak of, where the Chair may ask
// for somebody else to be named. Nothing has to follow: it is no matter that waits.

#include "views/desk/chair.hpp"

#include <vector>

namespace quorate::views {

/// Those the viewer may act on as Chair, the longest run first; for nobody else.
std::vector<Discretion> absences_to_act_on(const Reader& reader);

} // namespace quorate::views

#endif
