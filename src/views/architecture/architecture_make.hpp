#ifndef QUORATE_VIEWS_ARCHITECTURE_ARCHITECTURE_MAKE_HPP
#define QUORATE_VIEWS_ARCHITECTURE_ARCHITECTURE_MAKE_HPP
// Making the views of the architecture. Only views/ includes this.

#include "governance/bodies/succession.hpp"
#include "views/architecture/architecture.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// The same record, viewer and knowledge at the end of another day.
Ground on_day(const Ground& ground, base::CivilDate on);
ArchitecturePage architecture_page(const Ground& ground);
/// Successions as they stand then, in words; in the order of the bodies that follow.
std::vector<SuccessionShown> successions_shown(const Ground& ground);
/// The successions between two days: those that took effect after the first and by the second, and
/// those that wait.
std::vector<SuccessionShown> successions_between(const Ground& earlier, const Ground& later);
/// "Board" for board, "Working group" for working-group.
std::string sort_words(const std::string& sort);

} // namespace quorate::views

#endif
