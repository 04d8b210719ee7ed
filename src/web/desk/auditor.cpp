#include "html/layout.hpp"
#include "web/desk/desk_visit.hpp"

namespace quorate::web {

http::Response auditor_desk(const DeskVisit& visit) {
    const auto main = html::page_heading("My desk", visit.who.title);
    return framed(visit,
                  {.title = "My desk", .section = "desk", .section_page = true, .main = main});
}

} // namespace quorate::web
