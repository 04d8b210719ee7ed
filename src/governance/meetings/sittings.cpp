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

bool is_over(const Item& item) {
    switch (item.status) {
    case ItemStatus::noted:
    case ItemStatus::decided:
    case ItemStatus::deferred:
    case ItemStatus::withdrawn:
    case ItemStatus::not_allowed:
        return true;
    case ItemStatus::on_agenda:
    case ItemStatus::taken:
    case ItemStatus::interrupted:
        break;
    }
    return false;
}

} // namespace quorate::governance
