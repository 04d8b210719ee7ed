#ifndef QUORATE_WEB_SUCCESSION_SUCCESSION_PAGES_HPP
#define QUORATE_WEB_SUCCESSION_SUCCESSION_PAGES_HPP
// Who is responsible for what, which body follows which, and the forms by which terms and bodies
// change.

#include "views/succession/succession.hpp"
#include "web/desk/desk_visit.hpp"
#include "web/pages.hpp"

namespace quorate::web {

MaybePage responsibilities_page(const Visit& visit);
MaybePage succession_page(const Visit& visit);

/// What is left with nobody, a heading for each kind.
html::Html orphan_list(const Links& links, const std::vector<views::OrphanGroup>& groups,
                       int level);
/// One responsibility: its words, the clause that gives it, and the chain it came by.
html::Html responsibility_line(const Links& links, const views::ResponsibilityShown& line);

std::span<const DeskRoute> succession_routes(); ///< a reorganisation, and amending terms

} // namespace quorate::web

#endif
