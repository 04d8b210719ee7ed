#ifndef QUORATE_GOVERNANCE_MEETINGS_ACTS_HPP
#define QUORATE_GOVERNANCE_MEETINGS_ACTS_HPP
// Acts about the programme, the agenda, papers, and the course of a meeting.

#include "base/time.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance {

/// What an item is for.
BOOST_DEFINE_ENUM_CLASS(ItemPurpose, decision, noting, information, discussion, minutes)

} // namespace quorate::governance

namespace quorate::governance::acts {

struct SetProgramme {
    BodyId body;
    std::int64_t year = 0;
    std::vector<base::Instant> meetings;
    std::optional<std::int64_t> length; ///< how long each is expected to last, in minutes
};
BOOST_DESCRIBE_STRUCT(SetProgramme, (), (body, year, meetings, length))

struct ConsultOnExtraMeeting {
    BodyId body;
    base::Instant meeting_at;
    std::vector<SeatRef> seats; ///< the members consulted; everyone when left out
    std::optional<Text> views;
};
BOOST_DESCRIBE_STRUCT(ConsultOnExtraMeeting, (), (body, meeting_at, seats, views))

struct ConveneMeeting {
    MeetingId meeting;
    base::Instant at;
    std::optional<Text> place;
    std::optional<BodyId> jointly_with; ///< a joint meeting: a quorum is needed for each body
    std::optional<Text> reason;         ///< for a meeting outside the programme
    std::optional<bool> remote;         ///< members may attend remotely
    std::optional<bool> open_to_public; ///< anyone may follow it; not open when left out
    std::optional<std::int64_t> length; ///< how long it is expected to last, in minutes
};
BOOST_DESCRIBE_STRUCT(ConveneMeeting, (), (meeting, at, place, jointly_with, reason, remote, open_to_public, length))

struct NotifyItem {
    MeetingId meeting;
    std::int64_t item = 0;
    Text title;
    std::optional<ItemPurpose> purpose;
    std::optional<Matter> matter;               ///< a responsibility of the terms it falls under
    std::vector<OrganisationId> affects;        ///< partners whose direct interests are considered (3.6)
    std::optional<bool> tabled;                 ///< first put forward at the meeting itself
    std::optional<MeetingId> deferred_from;
    std::optional<Text> reason;
    std::optional<MeetingId> minutes_of;        ///< the meeting whose minutes it puts forward
};
BOOST_DESCRIBE_STRUCT(NotifyItem, (),
                      (meeting, item, title, purpose, matter, affects, tabled, deferred_from, reason, minutes_of))

struct AllowLateItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> reason;      ///< the exceptional circumstances
    std::optional<bool> allowed;     ///< no: the item is not taken
};
BOOST_DESCRIBE_STRUCT(AllowLateItem, (), (meeting, item, reason, allowed))

struct OrderAgenda {
    MeetingId meeting;
    std::vector<std::int64_t> items; ///< every item, in the new order
};
BOOST_DESCRIBE_STRUCT(OrderAgenda, (), (meeting, items))

struct CirculatePapers {
    MeetingId meeting;
    std::vector<std::string> things;      ///< of agenda, minutes, reports; all three when left out
    std::vector<std::int64_t> items;      ///< the items the papers are for; all when left out
    std::vector<std::string> papers;      ///< SHA-256 of each file
    std::vector<SeatRef> seats;           ///< to whom; every member when left out
    std::optional<std::string> how;       ///< e-mail, post, website
    std::vector<std::int64_t> restricted; ///< the restricted papers among them, by the number of their restriction
    std::vector<OrganisationId> partners; ///< partners it went to besides: those a matter concerns
};
BOOST_DESCRIBE_STRUCT(CirculatePapers, (), (meeting, things, items, papers, seats, how, restricted, partners))

/// A paper is not open to everyone: for which exemption is expected, and when that is looked at again. Recorded again
/// under the same number when it was looked at and stays restricted.
struct RestrictPaper {
    MeetingId meeting;
    std::int64_t restriction = 0;     ///< the number it keeps, counted within the meeting
    std::optional<std::int64_t> item; ///< what the paper is for; the meeting as a whole when left out
    Text paper;                       ///< SHA-256 of the file; sealed, so that nobody can try a guess against it
    std::string exemption;            ///< "section 43(2)", "paragraph 3"
    base::CivilDate review;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(RestrictPaper, (), (meeting, restriction, item, paper, exemption, review, reason))

/// From now on the paper is open to everyone.
struct LiftRestriction {
    MeetingId meeting;
    std::int64_t restriction = 0;
    std::optional<std::string> paper; ///< SHA-256 of the file, which need not be kept back any more
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(LiftRestriction, (), (meeting, restriction, paper, reason))

struct PostponeMeeting {
    MeetingId meeting;
    base::Instant to;
    std::optional<Text> reason;
    std::optional<std::int64_t> length; ///< as before when left out
};
BOOST_DESCRIBE_STRUCT(PostponeMeeting, (), (meeting, to, reason, length))

struct CancelMeeting {
    MeetingId meeting;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(CancelMeeting, (), (meeting, reason))

struct OpenMeeting {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(OpenMeeting, (), (meeting))

/// Someone takes the chair. `elected` when the meeting chose them for the occasion.
struct Preside {
    MeetingId meeting;
    SeatRef seat;
    std::optional<bool> elected;
    std::optional<std::int64_t> item; ///< only for this item
};
BOOST_DESCRIBE_STRUCT(Preside, (), (meeting, seat, elected, item))

struct RecordArrival {
    MeetingId meeting;
    std::vector<SeatRef> seats;
    std::optional<PersonId> substitute; ///< who came in the member's place; the nominee when the seat has one
    std::optional<bool> by_substitute;  ///< the seat's substitute came
    std::optional<bool> remote;
};
BOOST_DESCRIBE_STRUCT(RecordArrival, (), (meeting, seats, substitute, by_substitute, remote))

struct RecordDeparture {
    MeetingId meeting;
    std::vector<SeatRef> seats;
    std::vector<PersonId> persons; ///< visitors and officers
    std::optional<std::int64_t> for_item; ///< withdrawn for this item only
};
BOOST_DESCRIBE_STRUCT(RecordDeparture, (), (meeting, seats, persons, for_item))

struct RecordReturn {
    MeetingId meeting;
    std::vector<SeatRef> seats;
    std::optional<bool> remote;
    std::optional<bool> allowed_back; ///< whoever presides lets a member back who was excluded
};
BOOST_DESCRIBE_STRUCT(RecordReturn, (), (meeting, seats, remote, allowed_back))

/// A remote connection lost or restored.
struct RecordConnection {
    MeetingId meeting;
    std::vector<SeatRef> seats;
    bool connected = false;
};
BOOST_DESCRIBE_STRUCT(RecordConnection, (), (meeting, seats, connected))

struct RecordApologies {
    MeetingId meeting;
    std::vector<SeatRef> seats;
};
BOOST_DESCRIBE_STRUCT(RecordApologies, (), (meeting, seats))

/// A member says before the meeting that they will come, or a substitute that they will come in the member's place.
/// It takes back what the seat answered before: the member's apologies and substitute, or the substitute's apologies.
struct AcceptInvitation {
    MeetingId meeting;
    std::optional<SeatRef> seat; ///< the seat of whoever says so; left out: the one they act from
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (meeting, seat))

struct RecordVisitor {
    MeetingId meeting;
    PersonId person;
    std::optional<bool> agreed;      ///< the Chair agreed (3.14)
    std::optional<std::int64_t> item; ///< only for this item
};
BOOST_DESCRIBE_STRUCT(RecordVisitor, (), (meeting, person, agreed, item))

struct RecordOfficerInSupport {
    MeetingId meeting;
    PersonId person;
    SeatRef seat; ///< the member supported
};
BOOST_DESCRIBE_STRUCT(RecordOfficerInSupport, (), (meeting, person, seat))

/// A partner whose direct interests are considered attends for an item and may be heard (3.6).
struct RecordAffectedPartner {
    MeetingId meeting;
    std::int64_t item = 0;
    OrganisationId organisation;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(RecordAffectedPartner, (), (meeting, item, organisation, person))

/// The whole attendance at once: those listed are there from now, everyone else is not.
struct TakeAttendance {
    MeetingId meeting;
    std::vector<SeatRef> present;
    std::vector<SeatRef> apologies;
    std::vector<SeatRef> substitutes; ///< seats whose nominated substitute is there
};
BOOST_DESCRIBE_STRUCT(TakeAttendance, (), (meeting, present, apologies, substitutes))

struct TakeItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<std::int64_t> with; ///< taken together: one debate, separate decisions
};
BOOST_DESCRIBE_STRUCT(TakeItem, (), (meeting, item, with))

struct LeaveItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<bool> interrupted; ///< to be resumed later in the meeting
};
BOOST_DESCRIBE_STRUCT(LeaveItem, (), (meeting, item, interrupted))

struct ExcludeMember {
    MeetingId meeting;
    SeatRef seat;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(ExcludeMember, (), (meeting, seat, reason))

struct AdjournMeeting {
    MeetingId meeting;
    std::optional<base::Instant> until;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(AdjournMeeting, (), (meeting, until, reason))

struct ResumeMeeting {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(ResumeMeeting, (), (meeting))

/// Those present carry on without a quorum, taking no decisions.
struct ContinueInformally {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(ContinueInformally, (), (meeting))

struct CloseMeeting {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(CloseMeeting, (), (meeting))

/// A meeting open to the public resolves to go on without it, for the items named; until it is opened again.
struct MeetInPrivate {
    MeetingId meeting;
    std::vector<std::int64_t> items; ///< whatever is taken meanwhile when left out
    std::optional<Text> reason;
    std::optional<SeatRef> proposed_by;
};
BOOST_DESCRIBE_STRUCT(MeetInPrivate, (), (meeting, items, reason, proposed_by))

/// The public may follow again.
struct MeetInPublic {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetInPublic, (), (meeting))

/// What was noted of an item taken in private may be read by everyone from now on.
struct ReleaseNotes {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(ReleaseNotes, (), (meeting, item, reason))

} // namespace quorate::governance::acts

#endif
