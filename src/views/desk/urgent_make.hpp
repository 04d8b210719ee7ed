#ifndef QUORATE_VIEWS_DESK_URGENT_MAKE_HPP
#define QUORATE_VIEWS_DESK_URGENT_MAKE_HPP
// Making the views of urgent decisions. Only views/ includes this.

#include "governance/decisions/state.hpp"
#include "views/ground.hpp"

#include <string>
#include <vector>

namespace quorate::views {

/// The rule by which a body hands urgent matters on, as it is now; none when it hands none on.
charter::InForce<charter::DelegationRule> urgent_rule(const Ground& ground,
                                                      const governance::BodyId& body);
/// agrees, disagrees, no-view.
std::string urgent_view_id(governance::UrgentView view);
/// "Agrees", "Does not agree", "Has no view".
std::string urgent_view_words(governance::UrgentView view);
/// Who was consulted before a decision, a line each; what they said only for officers.
std::vector<std::string> consulted_of(const Ground& ground, const governance::Decision& decision);

} // namespace quorate::views

#endif
