#ifndef QUORATE_VIEWS_DESK_MEMBER_HPP
#define QUORATE_VIEWS_DESK_MEMBER_HPP
// A member's own desk: the meetings of the bodies they sit on, what they have said about coming,
// what they asked for, what they are to do, and their entries in the register of interests. It
// shows a member nothing of what others asked for.

#include "views/meetings.hpp"
#include "views/ruling.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

/// A seat the viewer acts from: one they hold, or stand in for at one meeting.
struct OwnSeat {
    SeatShown seat;
    Named body;
    std::vector<std::string> offices; ///< "Chair"
    std::string actor;                ///< as acts are made by: seat:kp/9
    bool stands_in = false;
    std::string for_whom;                 ///< of a substitute: whose place it is, in words
    std::optional<base::CivilDate> until; ///< the day from which they will not hold it, when known
};
BOOST_DESCRIBE_STRUCT(OwnSeat, (), (seat, body, offices, actor, stands_in, for_whom, until))

/// A seat the viewer held and holds no longer.
struct SeatHeld {
    SeatShown seat;
    Named body;
    base::CivilDate until;
};
BOOST_DESCRIBE_STRUCT(SeatHeld, (), (seat, body, until))

/// An entry of the viewer's in the register that may touch an item, and why.
struct InterestMatch {
    std::string interest; ///< id
    std::string nature;
    std::string why; ///< "The item concerns Weir Energy."
};
BOOST_DESCRIBE_STRUCT(InterestMatch, (), (interest, nature, why))

/// An item as it concerns the viewer.
struct DeclarableItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose;
    std::vector<InterestMatch> matches;
    bool declared = false;
    std::string standing;   ///< what was declared and determined, in words; empty for nothing
    bool withdrawn = false; ///< it is not to be taken at this meeting
};
BOOST_DESCRIBE_STRUCT(DeclarableItem, (),
                      (number, title, purpose, matches, declared, standing, withdrawn))

/// A meeting as it concerns one of the viewer's seats.
struct OwnMeeting {
    MeetingLine line;
    OwnSeat seat;
    bool under_way = false;
    bool broken_off = false;       ///< it is adjourned
    std::optional<Moment> goes_on; ///< then: when it goes on, once that is set
    bool can_answer = false;       ///< whether they come can be said now
    std::string coming;            ///< nothing-said, coming, apologies, substitute
    std::string coming_words;      ///< "You have sent your apologies."
    std::string
        substitute_words; ///< what the substitute has said: "They will come."; empty for nothing
    bool substitutes = false; ///< the terms provide for them
    std::string substitutes_clause;
    std::vector<std::string> substitutes_words; ///< the terms' own conditions, a sentence each
    std::optional<Moment> substitute_by;        ///< the time before which one is named in advance
    bool substitute_late = false;               ///< that time has passed
    std::vector<DeclarableItem> items;
    bool items_open = true;  ///< an item notified now is in time
    std::string items_words; ///< the last day, and what becomes of a late one
    std::string items_clause;
    std::optional<base::CivilDate> items_latest;
    std::optional<RulingShown> items_ruling; ///< the ruling an item would get now
};
BOOST_DESCRIBE_STRUCT(OwnMeeting, (),
                      (line, seat, under_way, broken_off, goes_on, can_answer, coming, coming_words,
                       substitute_words, substitutes, substitutes_clause, substitutes_words,
                       substitute_by, substitute_late, items, items_open, items_words, items_clause,
                       items_latest, items_ruling))

struct OwnAction {
    std::string id;
    std::string what;
    Named body;
    std::string meeting; ///< where it was agreed, by name
    std::optional<base::CivilDate> due;
    std::string status; ///< open, progressing, done, dropped
    std::string status_words;
    bool overdue = false;
    bool of_organisation = false; ///< it is the organisation's, not the member's alone
};
BOOST_DESCRIBE_STRUCT(OwnAction, (),
                      (id, what, body, meeting, due, status, status_words, overdue,
                       of_organisation))

/// An item the viewer asked for, and how that stands.
struct OwnRequest {
    std::int64_t position = 0;
    Moment when;
    Named meeting;
    std::int64_t item = 0;
    std::string title;
    std::string state; ///< on-agenda, waiting, allowed, not-allowed, refused, off
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OwnRequest, (), (position, when, meeting, item, title, state, words))

struct OwnInterest {
    std::string id;
    std::string kind;    ///< in words
    std::string kind_id; ///< financial, professional, other
    std::string nature;
    std::string organisation;
    std::string organisation_id;
    bool sensitive = false;
    Moment since;
    OwnSeat seat;
};
BOOST_DESCRIBE_STRUCT(OwnInterest, (),
                      (id, kind, kind_id, nature, organisation, organisation_id, sensitive, since,
                       seat))

/// An interest the viewer declared at an item.
struct OwnDeclaration {
    Named meeting;
    Moment when; ///< the meeting's time
    std::int64_t item = 0;
    std::string title;
    std::string what;       ///< "A financial interest: a contract with the ferry line"
    std::string determined; ///< what was determined, in words; says so when nothing was
    bool open = false;      ///< it is still to be determined
};
BOOST_DESCRIBE_STRUCT(OwnDeclaration, (), (meeting, when, item, title, what, determined, open))

/// A report back to those represented, asked for by the terms once minutes are out (3.7).
struct ReportBack {
    OwnSeat seat;
    Named meeting;
    std::string what; ///< as the terms put it
    std::string kind; ///< of the report, as the terms name it; record-report takes it
    std::string clause;
    std::optional<base::CivilDate> due;
    std::string state; ///< as a duty's: not-yet-due, due-soon, overdue, met …
    std::string words;
    bool open = false;
};
BOOST_DESCRIBE_STRUCT(ReportBack, (), (seat, meeting, what, kind, clause, due, state, words, open))

/// Who an interest can be in: the organisations of the register.
struct OrganisationChoice {
    std::string id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OrganisationChoice, (), (id, name))

/// An act recorded for the viewer by somebody else.
struct RecordedForYou {
    std::int64_t position = 0;
    std::string entry; ///< id
    Moment when;
    std::string what;     ///< "Declare the outcome of an item"
    std::string about;    ///< the meeting and item
    std::string evidence; ///< "In the room"
    std::string as;       ///< "whoever presides"
    std::string actor;    ///< as whom the viewer confirms it
    std::string standing; ///< open, confirmed, disputed
};
BOOST_DESCRIBE_STRUCT(RecordedForYou, (),
                      (position, entry, when, what, about, evidence, as, actor, standing))

/// Minutes that were sent to members and wait for approval.
struct MinutesSent {
    Named meeting;
    Moment sent; ///< when they were last sent
    std::string text;
};
BOOST_DESCRIBE_STRUCT(MinutesSent, (), (meeting, sent, text))

struct MemberDesk {
    std::vector<OwnSeat> seats;       ///< held, then stood in for
    std::vector<SeatHeld> ended;      ///< held once, latest first
    std::vector<MinutesSent> minutes; ///< latest first
    std::vector<OwnMeeting> meetings; ///< under way and to come, soonest first
    std::vector<OwnAction> actions;   ///< open ones first, by date
    std::vector<OwnRequest> requests; ///< latest first
    std::vector<OwnInterest> interests;
    std::vector<OwnDeclaration> declarations; ///< latest first
    std::vector<ReportBack> reports;          ///< open ones first
    std::vector<RecordedForYou> recorded;     ///< not yet confirmed or disputed, latest first
    std::int64_t recorded_more = 0;           ///< further ones not listed
};
BOOST_DESCRIBE_STRUCT(MemberDesk, (),
                      (seats, ended, minutes, meetings, actions, requests, interests, declarations,
                       reports, recorded, recorded_more))

/// The desk of whoever reads; empty for a reader who acts from no seat.
MemberDesk member_desk(const Reader& reader);
/// One meeting of a body the viewer sits on or stands in at, as the seat asked for (kp/9), or the
/// first of theirs; nothing for another's.
std::optional<OwnMeeting> own_meeting(const Reader& reader, std::string_view meeting,
                                      std::string_view seat = {});
/// The same meeting as each of the viewer's seats has it.
std::vector<OwnMeeting> own_meetings(const Reader& reader, std::string_view meeting);
/// Meetings of theirs still ahead that were called off, so that a calendar can mark them so.
std::vector<OwnMeeting> meetings_called_off(const Reader& reader);
/// Minutes sent to members of a body the viewer sits on, not approved yet; nothing for another's.
std::optional<MinutesSent> minutes_sent(const Reader& reader, std::string_view meeting);
/// An open or finished action of the viewer; nothing for another's.
std::optional<OwnAction> own_action(const Reader& reader, std::string_view action);
/// The organisations of the register, by name.
std::vector<OrganisationChoice> organisation_choices(const Reader& reader);

/// Somebody of the register, for choosing among people of one name.
struct PersonChoice {
    std::string id;
    std::string words; ///< "Marcus Dole, who stood in for seat 12 before"
};
BOOST_DESCRIBE_STRUCT(PersonChoice, (), (id, words))
/// The people of the register who go by exactly this name, however it is spaced or written in
/// capitals. Nobody where names are not to be shown.
std::vector<PersonChoice> people_called(const Reader& reader, std::string_view name);

/// What happened on the viewer's bodies and to themselves in the entries from `position` on, made
/// by others, in one sentence: "two papers came, and an action was given to you". Empty for
/// nothing.
std::string since_words(const Reader& reader, std::int64_t position);

} // namespace quorate::views

#endif
