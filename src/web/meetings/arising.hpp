#ifndef QUORATE_WEB_MEETINGS_ARISING_HPP
#define QUORATE_WEB_MEETINGS_ARISING_HPP
// What comes over from earlier meetings, on the workbench and on paper.

#include "views/meetings/arising.hpp"
#include "web/desk/desk_visit.hpp"

namespace quorate::web {

/// A section for the workbench of a meeting: each matter with the way onto the agenda; nothing when
/// there is none.
html::Html matters_arising(const DeskVisit& visit, const std::string& meeting);
/// The same as lines to print.
std::vector<std::string> arising_lines(const views::MattersArising& matters);

/// The fields of the form that adds an item, filled in from the item that was put off and is named
/// in the address; none when none is.
std::vector<std::pair<std::string, std::string>> fields_put_off(const DeskVisit& visit);

} // namespace quorate::web

#endif
