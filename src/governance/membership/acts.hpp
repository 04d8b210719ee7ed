#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_ACTS_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_ACTS_HPP
// Acts about organisations, seats, the people who hold them, and offices.

#include "base/time.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance::acts {

struct RegisterOrganisation {
    OrganisationId organisation;
    std::string name;
    std::optional<std::string> sector;
    std::optional<std::string> code; ///< a public register's code, such as E07000112
    std::vector<std::string> other_names;
};
BOOST_DESCRIBE_STRUCT(RegisterOrganisation, (), (organisation, name, sector, code, other_names))

struct RegisterPerson {
    PersonId person;
    Text name;
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (person, name))

/// Who holds an office outside the partnership, such as leader(kcc). Without a person the office is vacant.
struct RecordOfficeHolder {
    OfficeId office;
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(RecordOfficeHolder, (), (office, person, organisation, title))

struct CreateSeat {
    BodyId body;
    std::int64_t number = 0;
    std::optional<OrganisationId> organisation; ///< who nominates to it
    std::optional<std::string> sector;          ///< its class under the body's terms
    std::optional<std::string> place;           ///< a place kept for a group, such as district
    std::optional<OfficeId> office;             ///< the outside office that carries it
    std::optional<std::string> title;           ///< as the roll gives it
    std::optional<BodyId> represents;           ///< the body it speaks for, such as a working group
};
BOOST_DESCRIBE_STRUCT(CreateSeat, (), (body, number, organisation, sector, place, office, title, represents))

struct RemoveSeat {
    BodyId body;
    SeatRef seat;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(RemoveSeat, (), (body, seat, decision, reason))

struct AdmitOrganisation {
    BodyId body;
    OrganisationId organisation;
    std::int64_t number = 0; ///< of the seat it takes
    std::optional<std::string> sector;
    std::optional<Text> contribution; ///< 4.6(a)
    std::optional<Text> regard;       ///< 4.6(b): size and composition
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(AdmitOrganisation, (), (body, organisation, number, sector, contribution, regard, decision))

struct Appoint {
    BodyId body;
    SeatRef seat;
    PersonId person;
    std::vector<PersonId> alternates; ///< standing substitutes named in the roll
    std::optional<std::string> title;
    std::optional<bool> shared;       ///< a job share: held with the present holder
    std::optional<std::string> marked; ///< the office the published roll marks them with, such as chair
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(Appoint, (), (body, seat, person, alternates, title, shared, marked, reason))

struct Vacate {
    BodyId body;
    SeatRef seat;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(Vacate, (), (body, seat, reason))

struct NominateSubstitute {
    MeetingId meeting;
    SeatRef seat;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(NominateSubstitute, (), (meeting, seat, person))

struct WithdrawSubstitute {
    MeetingId meeting;
    SeatRef seat;
};
BOOST_DESCRIBE_STRUCT(WithdrawSubstitute, (), (meeting, seat))

struct RequestReplacement {
    BodyId body;
    SeatRef seat;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(RequestReplacement, (), (body, seat, reason))

struct ElectToOffice {
    BodyId body;
    std::string office; ///< vice-chair
    SeatRef seat;
    std::optional<base::Instant> until;
    std::optional<MeetingId> meeting;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(ElectToOffice, (), (body, office, seat, until, meeting, decision))

struct RotateOffice {
    BodyId body;
    std::string office;
    SeatRef seat;
    std::optional<base::Instant> until;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(RotateOffice, (), (body, office, seat, until, decision))

struct GiveNoticeOfExit {
    BodyId body;
    OrganisationId organisation;
    std::optional<base::CivilDate> leaves; ///< the day it means to leave; the earliest proper day when left out
    std::optional<bool> written;
    std::optional<std::string> to; ///< to whom the notice was given: chair
};
BOOST_DESCRIBE_STRUCT(GiveNoticeOfExit, (), (body, organisation, leaves, written, to))

struct AgreeExitTerms {
    BodyId body; ///< the body that agrees otherwise
    OrganisationId organisation;
    std::vector<CommitmentId> released;
    std::optional<DecisionId> decision;
    std::optional<Text> terms;
};
BOOST_DESCRIBE_STRUCT(AgreeExitTerms, (), (body, organisation, released, decision, terms))

struct RecordCommitment {
    CommitmentId commitment;
    BodyId body;
    OrganisationId organisation;
    Text what;
    std::optional<DecisionId> decision;
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(RecordCommitment, (), (commitment, body, organisation, what, decision, due))

BOOST_DEFINE_ENUM_CLASS(CommitmentStatus, open, honoured)

/// That a promise has been honoured, or that it was said so by mistake and is still open.
struct ReportOnCommitment {
    CommitmentId commitment;
    CommitmentStatus status{};
    std::optional<base::CivilDate> on; ///< the day it was honoured; the day of the act when left out
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(ReportOnCommitment, (), (commitment, status, on, words))

/// A body lets an organisation off its promise.
struct ReleaseCommitment {
    CommitmentId commitment;
    std::optional<DecisionId> decision;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(ReleaseCommitment, (), (commitment, decision, words))

/// A seat speaks for another body: a working group's chair or nominee on the partnership (5.3(d)).
struct SetRepresentative {
    BodyId body;
    SeatRef seat;
    BodyId represents;
};
BOOST_DESCRIBE_STRUCT(SetRepresentative, (), (body, seat, represents))

/// Who keeps in touch with other organisations for a body: a seat of the body, or another person (model terms, E).
/// With neither, nobody does any more.
struct NominateLiaison {
    BodyId body;
    std::vector<OrganisationId> organisations;
    std::optional<SeatRef> seat;
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(NominateLiaison, (), (body, organisations, seat, person))

} // namespace quorate::governance::acts

#endif
