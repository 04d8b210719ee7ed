#ifndef QUORATE_WEB_BODIES_BODIES_DESK_HPP
#define QUORATE_WEB_BODIES_BODIES_DESK_HPP
// What the secretariat does with bodies and their terms.

#include "web/desk/desk_visit.hpp"

namespace quorate::web {

std::span<const DeskRoute> new_group_routes(); ///< a group made from model terms

} // namespace quorate::web

#endif
