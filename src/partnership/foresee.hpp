#ifndef QUORATE_PARTNERSHIP_FORESEE_HPP
#define QUORATE_PARTNERSHIP_FORESEE_HPP
// What the record would say after acts that are not recorded yet: for showing the effect of a
// change before it is confirmed.

#include "partnership/partnership.hpp"

#include <memory>
#include <span>
#include <vector>

namespace quorate::partnership {

struct Foreseen {
    std::shared_ptr<const Snapshot> snapshot; ///< the newest state with the acts taken into it
    std::vector<governance::Ruling> rulings;  ///< one for each act, with its explanation
    std::vector<governance::Submission> acts;
};

/// Rules on the acts one after another on a copy of the newest state. Nothing is recorded, and what
/// is refused changes nothing in the copy.
Foreseen foresee(const Partnership& partnership, std::span<const governance::Submission> acts);

} // namespace quorate::partnership

#endif
