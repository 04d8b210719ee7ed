#ifndef QUORATE_GOVERNANCE_MEETINGS_EVENTS_HPP
#define QUORATE_GOVERNANCE_MEETINGS_EVENTS_HPP
// What happened to programmes, agendas, papers and in the room.

#include "governance/meetings/acts.hpp"

namespace quorate::governance {

/// As what a person is in the room.
BOOST_DEFINE_ENUM_CLASS(PresentAs, member, substitute, visitor, officer_in_support, affected_partner)
/// Why a stay in the room ended.
BOOST_DEFINE_ENUM_CLASS(LeftBecause, left, withdrew_for_item, excluded, connection_lost, not_listed, corrected)

} // namespace quorate::governance

namespace quorate::governance::events {

struct ProgrammeSet {
    BodyId body;
    std::int64_t year = 0;
    std::vector<base::Instant> meetings;
    std::optional<std::int64_t> length; ///< in minutes; nobody said in entries that do not say
};
BOOST_DESCRIBE_STRUCT(ProgrammeSet, (), (body, year, meetings, length))

struct ExtraMeetingConsulted {
    BodyId body;
    base::Instant meeting_at;
    std::vector<SeatId> seats;
};
BOOST_DESCRIBE_STRUCT(ExtraMeetingConsulted, (), (body, meeting_at, seats))

struct MeetingConvened {
    MeetingId meeting;
    BodyId body;
    base::Instant at;
    std::optional<Text> place;
    std::optional<BodyId> jointly_with;
    bool programmed = true;
    bool remote = false;
    std::optional<bool> open_to_public; ///< not, in entries that do not say
    std::optional<std::int64_t> length; ///< in minutes; nobody said in entries that do not say
};
BOOST_DESCRIBE_STRUCT(MeetingConvened, (),
                      (meeting, body, at, place, jointly_with, programmed, remote, open_to_public, length))

struct ItemNotified {
    MeetingId meeting;
    std::int64_t item = 0;
    Text title;
    ItemPurpose purpose = ItemPurpose::decision;
    std::optional<Matter> matter;
    std::vector<OrganisationId> affects;
    bool tabled = false;
    std::optional<MeetingId> deferred_from;
    std::optional<MeetingId> minutes_of;
    std::string by; ///< whose request, as an actor
    std::optional<base::Instant> notified; ///< when it was asked for, for an item allowed later
};
BOOST_DESCRIBE_STRUCT(ItemNotified, (),
                      (meeting, item, title, purpose, matter, affects, tabled, deferred_from, minutes_of, by, notified))

struct LateItemAnswered {
    MeetingId meeting;
    std::int64_t item = 0;
    bool allowed = true;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(LateItemAnswered, (), (meeting, item, allowed, reason))

struct AgendaOrdered {
    MeetingId meeting;
    std::vector<std::int64_t> items;
};
BOOST_DESCRIBE_STRUCT(AgendaOrdered, (), (meeting, items))

struct PapersCirculated {
    MeetingId meeting;
    std::vector<std::string> things;
    std::vector<std::int64_t> items;
    std::vector<std::string> papers;
    std::vector<SeatId> seats;
    std::optional<std::string> how;
    std::vector<std::int64_t> restricted;
    std::vector<OrganisationId> partners;
};
BOOST_DESCRIBE_STRUCT(PapersCirculated, (), (meeting, things, items, papers, seats, how, restricted, partners))

/// Also when a restriction was looked at again and stays.
struct PaperRestricted {
    MeetingId meeting;
    std::int64_t restriction = 0;
    std::optional<std::int64_t> item;
    Text paper;
    std::string exemption;
    base::CivilDate review;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(PaperRestricted, (), (meeting, restriction, item, paper, exemption, review, reason))

struct RestrictionLifted {
    MeetingId meeting;
    std::int64_t restriction = 0;
};
BOOST_DESCRIBE_STRUCT(RestrictionLifted, (), (meeting, restriction))

struct MeetingPostponed {
    MeetingId meeting;
    base::Instant to;
    std::optional<std::int64_t> length; ///< as before in entries that do not say
};
BOOST_DESCRIBE_STRUCT(MeetingPostponed, (), (meeting, to, length))

struct MeetingCancelled {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingCancelled, (), (meeting))

struct MeetingOpened {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingOpened, (), (meeting))

struct ChairTaken {
    MeetingId meeting;
    SeatId seat;
    bool elected = false;
    std::optional<std::int64_t> item;
};
BOOST_DESCRIBE_STRUCT(ChairTaken, (), (meeting, seat, elected, item))

/// Someone is in the room (or connected) from now.
struct Arrived {
    MeetingId meeting;
    std::optional<SeatId> seat;
    std::optional<PersonId> person;
    PresentAs as = PresentAs::member;
    bool remote = false;
    std::optional<std::int64_t> item; ///< there only for this item
    std::optional<OrganisationId> organisation;
    std::optional<bool> allowed_back = {}; ///< an excluded member, let in again by whoever presides
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (meeting, seat, person, as, remote, item, organisation, allowed_back))

struct Left {
    MeetingId meeting;
    std::optional<SeatId> seat;
    std::optional<PersonId> person;
    LeftBecause why = LeftBecause::left;
    std::optional<std::int64_t> item;
};
BOOST_DESCRIBE_STRUCT(Left, (), (meeting, seat, person, why, item))

struct ApologiesGiven {
    MeetingId meeting;
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(ApologiesGiven, (), (meeting, seat))

struct InvitationAccepted {
    MeetingId meeting;
    SeatId seat;
    bool substitute = false; ///< whoever stands in for the member will come
};
BOOST_DESCRIBE_STRUCT(InvitationAccepted, (), (meeting, seat, substitute))

/// The attendance was taken: what is not recorded as present was not there.
struct AttendanceTaken {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(AttendanceTaken, (), (meeting))

struct ItemTaken {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<std::int64_t> with;
};
BOOST_DESCRIBE_STRUCT(ItemTaken, (), (meeting, item, with))

struct ItemLeft {
    MeetingId meeting;
    std::int64_t item = 0;
    bool interrupted = false;
};
BOOST_DESCRIBE_STRUCT(ItemLeft, (), (meeting, item, interrupted))

struct MeetingAdjourned {
    MeetingId meeting;
    std::optional<base::Instant> until;
};
BOOST_DESCRIBE_STRUCT(MeetingAdjourned, (), (meeting, until))

struct MeetingResumed {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingResumed, (), (meeting))

struct InformalDiscussionBegun {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(InformalDiscussionBegun, (), (meeting))

struct MeetingClosed {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingClosed, (), (meeting))

/// The public left, by resolution of the meeting.
struct PrivateSessionBegun {
    MeetingId meeting;
    std::vector<std::int64_t> items;
    std::optional<Text> reason;
    std::optional<SeatId> proposed_by;
};
BOOST_DESCRIBE_STRUCT(PrivateSessionBegun, (), (meeting, items, reason, proposed_by))

struct PrivateSessionEnded {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(PrivateSessionEnded, (), (meeting))

struct NotesReleased {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(NotesReleased, (), (meeting, item, reason))

} // namespace quorate::governance::events

#endif
