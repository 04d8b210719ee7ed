#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {

bool sits_at(const Meeting& meeting, base::Instant at) {
    return std::any_of(meeting.sittings.begin(), meeting.sittings.end(), [&](const Sitting& each) {
        return each.from <= at && (!each.until || at <= *each.until);
    });
}

bool taken_informally(const Meeting& meeting, const Item& item) {
    for (const auto& interval : item.taken) {
        for (const auto& sitting : meeting.sittings) {
            if (sitting.informal && (!sitting.until || interval.from <= *sitting.until) &&
                (!interval.until || sitting.from <= *interval.until)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace quorate::governance
