#pragma once
// A member's own desk: the meetings of the bodies they sit on, what they have said about coming,
// what they asked for, what they are to do, and their entries in the register of interests. It
// shows a member nothing of what others asked for.

#include "views/meetings.hpp"
#include "views/ruling.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

/// A seat the viewer acts from.
struct OwnSeat {
    SeatShown seat;
    Named body;
    std::vector<std::string> offices; ///< "Chair"
    std::string actor;                ///< as acts are made by: seat:kp/9
};
BOOST_DESCRIBE_STRUCT(OwnSeat, (), (seat, body, offices, actor))

/// Something in the register of interests that touches an item.
struct DeclarableItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose;
    std::vector<std::string> matches; ///< the viewer's registered interests that may touch it
    bool declared = false;
    std::string standing; ///< what was declared and determined, in words; empty for nothing
};
BOOST_DESCRIBE_STRUCT(DeclarableItem, (), (number, title, purpose, matches, declared, standing))

/// A meeting as it concerns one of the viewer's seats.
struct OwnMeeting {
    MeetingLine line;
    OwnSeat seat;
    std::string coming;       ///< nothing-said, apologies, substitute
    std::string coming_words; ///< "You have sent your apologies."
    std::string substitute_id;
    bool substitutes = false; ///< the terms provide for them
    std::string substitutes_clause;
    std::optional<Moment> substitute_by; ///< the time before which one is named in advance
    std::vector<DeclarableItem> items;
    bool items_open = true;  ///< an item notified now is in time
    std::string items_words; ///< the last day, and what becomes of a late one
    std::string items_clause;
    std::optional<base::CivilDate> items_latest;
    std::optional<RulingShown> items_ruling; ///< the ruling an item would get now
};
BOOST_DESCRIBE_STRUCT(OwnMeeting, (),
                      (line, seat, coming, coming_words, substitute_id, substitutes,
                       substitutes_clause, substitute_by, items, items_open, items_words,
                       items_clause, items_latest, items_ruling))

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
    std::string state; ///< on-agenda, waiting, allowed, not-allowed, refused
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OwnRequest, (), (position, when, meeting, item, title, state, words))

struct OwnInterest {
    std::string id;
    std::string kind;
    std::string nature;
    std::string organisation;
    bool sensitive = false;
    Moment since;
    OwnSeat seat;
};
BOOST_DESCRIBE_STRUCT(OwnInterest, (), (id, kind, nature, organisation, sensitive, since, seat))

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
    std::vector<OwnSeat> seats;
    std::vector<MinutesSent> minutes; ///< latest first
    std::vector<OwnMeeting> meetings; ///< under way and to come, soonest first
    std::vector<OwnAction> actions;   ///< open ones first, by date
    std::vector<OwnRequest> requests; ///< latest first
    std::vector<OwnInterest> interests;
    std::vector<RecordedForYou> recorded; ///< not yet confirmed or disputed, latest first
    std::int64_t recorded_more = 0;       ///< further ones not listed
};
BOOST_DESCRIBE_STRUCT(MemberDesk, (),
                      (seats, minutes, meetings, actions, requests, interests, recorded,
                       recorded_more))

/// The desk of whoever reads; empty for a reader who acts from no seat.
MemberDesk member_desk(const Reader& reader);
/// One meeting of a body the viewer sits on; nothing for another's.
std::optional<OwnMeeting> own_meeting(const Reader& reader, std::string_view meeting);
/// Minutes sent to members of a body the viewer sits on, not approved yet; nothing for another's.
std::optional<MinutesSent> minutes_sent(const Reader& reader, std::string_view meeting);
/// An open or finished action of the viewer; nothing for another's.
std::optional<OwnAction> own_action(const Reader& reader, std::string_view action);

} // namespace quorate::views
