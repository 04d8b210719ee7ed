#ifndef QUORATE_WEB_MEETINGS_DAY_PRIVATE_HPP
#define QUORATE_WEB_MEETINGS_DAY_PRIVATE_HPP
// Meeting day: going on without the public, and letting it in again.

#include "web/meetings/day.hpp"

namespace quorate::web {

/// The form for what can be done now; nothing where the meeting is not open to the public.
html::Html day_private_part(const Day& day);
/// Puts the items ticked into what the form asks for.
void items_for_private(const FormState& form, ActAsked& asked);

} // namespace quorate::web

#endif
