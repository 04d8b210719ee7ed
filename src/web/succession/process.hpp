#ifndef QUORATE_WEB_SUCCESSION_PROCESS_HPP
#define QUORATE_WEB_SUCCESSION_PROCESS_HPP
// The steps of a body's processes, and the form that records one.

#include "web/desk/desk_visit.hpp"
#include "web/pages.hpp"

namespace quorate::web {

MaybePage process_page(const Visit& visit);
http::Response step_form(const DeskVisit& visit);
http::Response record_step(const DeskVisit& visit);

} // namespace quorate::web

#endif
