#pragma once
// Making the views of duties and findings. Only views/ includes this.

#include "views/duties.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// Of one body, or of all.
DutiesPage duties_page(const Ground& ground, const std::optional<governance::BodyId>& body);
FindingsPage findings_page(const Ground& ground, const std::optional<governance::BodyId>& body);

} // namespace quorate::views
