#ifndef QUORATE_GOVERNANCE_INTERESTS_EVENTS_HPP
#define QUORATE_GOVERNANCE_INTERESTS_EVENTS_HPP
// What was registered, declared and determined about interests.

#include "governance/interests/acts.hpp"

namespace quorate::governance::events {

struct InterestRegistered {
    InterestId interest;
    SeatId seat;
    InterestKind kind{};
    Text nature;
    std::optional<OrganisationId> organisation;
    bool sensitive = false;
};
BOOST_DESCRIBE_STRUCT(InterestRegistered, (), (interest, seat, kind, nature, organisation, sensitive))

struct InterestWithdrawn {
    InterestId interest;
};
BOOST_DESCRIBE_STRUCT(InterestWithdrawn, (), (interest))

struct InterestDeclared {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatId seat;
    InterestKind kind{};
    std::optional<InterestSubject> subject;
    std::optional<Text> nature;
    bool sensitive = false;
    bool meets_test = true;
};
BOOST_DESCRIBE_STRUCT(InterestDeclared, (), (meeting, item, seat, kind, subject, nature, sensitive, meets_test))

struct InterestDetermined {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatId seat;
    Determination determination{};
    std::optional<SeatId> by;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(InterestDetermined, (), (meeting, item, seat, determination, by, reason))

} // namespace quorate::governance::events

#endif
