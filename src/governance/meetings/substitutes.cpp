#include "governance/meetings/substitutes.hpp"

#include <algorithm>

namespace quorate::governance {

const SubstituteNomination* nomination_of(const Meeting& meeting, const SeatId& seat) {
    const auto& all = meeting.substitutes;
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const SubstituteNomination& each) {
            return each.seat == seat && !each.withdrawn;
        });
    return found == all.rend() ? nullptr : &*found;
}

} // namespace quorate::governance
