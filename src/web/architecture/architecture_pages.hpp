#ifndef QUORATE_WEB_ARCHITECTURE_ARCHITECTURE_PAGES_HPP
#define QUORATE_WEB_ARCHITECTURE_ARCHITECTURE_PAGES_HPP
// The architecture on a day, two days compared, and the two constitutions side by side.

#include "views/architecture/architecture.hpp"
#include "web/pages.hpp"

namespace quorate::web {

/// /{p}/architecture?on=; with ?against= two days side by side.
MaybePage architecture_page(const Visit& visit);
/// /{p}/architecture.svg, with the same query: the picture as a file.
MaybePage architecture_file(const Visit& visit);
/// /{p}/constitutions?on=&against=: what the terms of two days say to the same questions.
MaybePage constitutions_page(const Visit& visit);

/// The two days of ?on= and ?against=, the earlier first; those the record itself suggests where
/// they are left out. Throws BrokenRequest 400 on what is no date from 1950 to 2199.
views::TwoDays two_days(const Visit& visit);
/// Whether ?against= was given.
bool compared(const Visit& visit);
/// A form that asks for two days; `action` is the page's own address.
html::Html two_days_form(const html::Url& action, views::TwoDays days);
/// The address with both days.
html::Url between_days(const html::Url& url, views::TwoDays days);
/// What leads from one day's bodies to the other's, as a table.
html::Html succession_table(const Visit& visit,
                            const std::vector<views::SuccessionShown>& successions,
                            base::CivilDate later);
/// The page of a body on a day.
html::Url body_on(const Visit& visit, const std::string& id, base::CivilDate on);
/// Two days side by side, as the page shows them.
MaybePage comparison_page(const Visit& visit);

} // namespace quorate::web

#endif
