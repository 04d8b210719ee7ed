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

const PersonId* substitute_for(const State& state, const Meeting& meeting, const Seat& seat,
                               base::Instant at) {
    if (const auto* nomination = nomination_of(meeting, seat.id)) {
        return &nomination->person;
    }
    const auto* occupant = occupant_at(state, seat, at);
    return occupant == nullptr || occupant->alternates.empty() ? nullptr
                                                               : &occupant->alternates.front();
}

bool speaks_for_all(Roles roles) {
    return roles.has(Role::servicing_officer) || roles.has(Role::presiding) ||
           roles.has(Role::chair) || roles.has(Role::vice_chair) ||
           roles.has(Role::administrator) || roles.has(Role::lead_authority);
}

} // namespace quorate::governance
