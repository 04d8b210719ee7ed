#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_EVENTS_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_EVENTS_HPP
// What happened to organisations, seats, their holders and offices.

#include "governance/membership/acts.hpp"

namespace quorate::governance::events {

struct OrganisationRegistered {
    OrganisationId organisation;
    std::string name;
    std::optional<std::string> sector;
    std::optional<std::string> code;
    std::vector<std::string> other_names;
};
BOOST_DESCRIBE_STRUCT(OrganisationRegistered, (), (organisation, name, sector, code, other_names))

struct PersonRegistered {
    PersonId person;
    Text name;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, name))

struct OfficeHolderRecorded {
    OfficeId office;
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(OfficeHolderRecorded, (), (office, person, organisation, title))

struct SeatCreated {
    SeatId seat;
    BodyId body;
    std::int64_t number = 0;
    std::optional<OrganisationId> organisation;
    std::optional<std::string> sector;
    std::optional<std::string> place;
    std::optional<OfficeId> office;
    std::optional<std::string> title;
    std::optional<BodyId> represents;
};
BOOST_DESCRIBE_STRUCT(SeatCreated, (), (seat, body, number, organisation, sector, place, office, title, represents))

struct SeatRemoved {
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(SeatRemoved, (), (seat))

struct SeatFilled {
    SeatId seat;
    PersonId person;
    std::vector<PersonId> alternates;
    std::optional<std::string> title;
    bool shared = false;
    std::optional<std::string> marked;
};
BOOST_DESCRIBE_STRUCT(SeatFilled, (), (seat, person, alternates, title, shared, marked))

struct SeatVacated {
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(SeatVacated, (), (seat))

struct SubstituteNominated {
    MeetingId meeting;
    SeatId seat;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(SubstituteNominated, (), (meeting, seat, person))

struct SubstituteWithdrawn {
    MeetingId meeting;
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(SubstituteWithdrawn, (), (meeting, seat))

struct ReplacementRequested {
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(ReplacementRequested, (), (seat))

/// An office of a body is held from now by whoever holds the seat: elected, or by rotation.
struct OfficeFilled {
    BodyId body;
    std::string office;
    SeatId seat;
    std::optional<base::Instant> until;
    bool rotated = false;
};
BOOST_DESCRIBE_STRUCT(OfficeFilled, (), (body, office, seat, until, rotated))

struct ExitNoticeGiven {
    BodyId body;
    OrganisationId organisation;
    base::CivilDate leaves;
    base::CivilDate earliest;
    bool written = true;
};
BOOST_DESCRIBE_STRUCT(ExitNoticeGiven, (), (body, organisation, leaves, earliest, written))

struct ExitTermsAgreed {
    BodyId body;
    OrganisationId organisation;
    std::vector<CommitmentId> released;
};
BOOST_DESCRIBE_STRUCT(ExitTermsAgreed, (), (body, organisation, released))

struct CommitmentRecorded {
    CommitmentId commitment;
    BodyId body;
    OrganisationId organisation;
    Text what;
    std::optional<DecisionId> decision;
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(CommitmentRecorded, (), (commitment, body, organisation, what, decision, due))

/// A promise was honoured on a day; without the day it is open again.
struct CommitmentReported {
    CommitmentId commitment;
    std::optional<base::CivilDate> honoured;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(CommitmentReported, (), (commitment, honoured, words))

struct CommitmentReleased {
    CommitmentId commitment;
    DecisionId decision;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(CommitmentReleased, (), (commitment, decision, words))

struct RepresentativeSet {
    SeatId seat;
    BodyId represents;
};
BOOST_DESCRIBE_STRUCT(RepresentativeSet, (), (seat, represents))

struct LiaisonNominated {
    BodyId body;
    std::vector<OrganisationId> organisations;
    std::optional<SeatId> seat;
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(LiaisonNominated, (), (body, organisations, seat, person))

} // namespace quorate::governance::events

#endif
