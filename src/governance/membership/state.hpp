#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_STATE_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_STATE_HPP
// What is known of organisations, people, offices and seats.

#include "governance/membership/acts.hpp"
#include "governance/timeline.hpp"

#include <string>
#include <vector>

namespace quorate::governance {

struct Organisation {
    OrganisationId id;
    std::string name;
    std::string sector;
    std::string code;
    std::vector<std::string> other_names;
};

struct Person {
    PersonId id;
    Text name;
};

/// Who holds a seat or an office.
struct Occupant {
    std::vector<PersonId> persons; ///< two for a job share; one vote
    std::vector<PersonId> alternates;
    std::string marked; ///< the office the published roll marks them with
};

/// An office outside the partnership, such as leader(kcc).
struct OutsideOffice {
    OfficeId id;
    std::string title;
    OrganisationId organisation;
    Timeline<std::optional<Occupant>> holder;
};

/// Seat is not person is not organisation: an organisation nominates, a person holds.
struct Seat {
    SeatId id;
    BodyId body;
    std::int64_t number = 0;
    std::string title;
    std::string sector;
    std::string place;
    OrganisationId organisation;
    OfficeId office; ///< the outside office that carries it; empty for none
    std::optional<BodyId> represents;
    base::Instant created;
    std::optional<base::Instant> removed;
    Timeline<std::optional<Occupant>> occupant;
    std::vector<base::Instant> replacement_requests;
};

struct Commitment {
    CommitmentId id;
    BodyId body;
    OrganisationId organisation;
    Text what;
    base::Instant made;
    std::optional<base::CivilDate> due;
    std::optional<base::Instant> released;
    std::optional<base::CivilDate> honoured; ///< the day, as last reported
    std::optional<std::int64_t> closed_by;   ///< the entry that says it was honoured or released
};

} // namespace quorate::governance

#endif
