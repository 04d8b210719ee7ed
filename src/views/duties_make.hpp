#ifndef QUORATE_VIEWS_DUTIES_MAKE_HPP
#define QUORATE_VIEWS_DUTIES_MAKE_HPP
// Making the views of duties and findings. Only views/ includes this.

#include "governance/duties/duties.hpp"
#include "views/duties.hpp"
#include "views/ground.hpp"

#include <vector>

namespace quorate::views {

/// Duties as every list shows and counts them; those the viewer may not see are left out.
std::vector<DutyLine> duty_lines(const Ground& ground, const std::vector<governance::Duty>& duties);

/// The rule behind a duty when a report is what meets it (3.7); null for another duty.
const charter::DutyRule* report_rule(const Ground& ground, const governance::Duty& duty);

/// Of one body, or of all.
DutiesPage duties_page(const Ground& ground, const std::optional<governance::BodyId>& body);
FindingsPage findings_page(const Ground& ground, const std::optional<governance::BodyId>& body);

} // namespace quorate::views

#endif
