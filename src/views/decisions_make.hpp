#ifndef QUORATE_VIEWS_DECISIONS_MAKE_HPP
#define QUORATE_VIEWS_DECISIONS_MAKE_HPP
// Making the views of decisions. Only views/ includes this.

#include "views/decisions.hpp"
#include "views/ground.hpp"

namespace quorate::views {

DecisionLine decision_line(const Ground& ground, const governance::Decision& decision);
/// Of one body, or of all.
DecisionsPage decisions_page(const Ground& ground, const std::optional<governance::BodyId>& body);
std::optional<DecisionPage> decision_page(const Ground& ground, const governance::DecisionId& id);
/// The latest `count` decisions of a body, or of all.
std::vector<DecisionLine> latest_decisions(const Ground& ground,
                                           const std::optional<governance::BodyId>& body,
                                           std::size_t count);

} // namespace quorate::views

#endif
