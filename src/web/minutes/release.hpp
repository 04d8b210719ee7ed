#ifndef QUORATE_WEB_MINUTES_RELEASE_HPP
#define QUORATE_WEB_MINUTES_RELEASE_HPP
// Releasing the notes of an item taken in private.

#include "web/desk/act_form.hpp"

namespace quorate::web {

/// Where it is done; nothing when no notes of the meeting are held back.
html::Html release_notes_link(const DeskVisit& visit);
http::Response release_notes_page(const DeskVisit& visit);
http::Response release_notes(const DeskVisit& visit);

} // namespace quorate::web

#endif
