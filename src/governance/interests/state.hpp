#ifndef QUORATE_GOVERNANCE_INTERESTS_STATE_HPP
#define QUORATE_GOVERNANCE_INTERESTS_STATE_HPP
// The standing register of interests.

#include "base/time.hpp"
#include "governance/interests/events.hpp"

namespace quorate::governance {

struct RegisteredInterest {
    InterestId id;
    SeatId seat;
    InterestKind kind{};
    Text nature;
    std::optional<OrganisationId> organisation;
    bool sensitive = false;
    base::Instant from;
    std::optional<base::Instant> until;
};

} // namespace quorate::governance

#endif
