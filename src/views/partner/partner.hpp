#ifndef QUORATE_VIEWS_PARTNER_PARTNER_HPP
#define QUORATE_VIEWS_PARTNER_PARTNER_HPP
// What a partner organisation finds: the decisions that concern it and what it answered, its seats,
// what it promised and is to do, where it may be heard, and how it leaves. For those who answer for
// the organisation: its own account, and members whose seat is its.

#include "views/decisions.hpp"
#include "views/meetings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

class Reader;

/// One answer to a decision. A later one takes its place; both stay.
struct PartnerReply {
    std::string answer;       ///< adopt, decline, note
    std::string answer_words; ///< "Adopted", "Declined", "Noted"
    std::string words;
    Moment when;
    std::string evidence; ///< "Own sign-in"
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(PartnerReply, (), (answer, answer_words, words, when, evidence, position))

/// A decision as it concerns the organisation.
struct PartnerDecision {
    Named organisation;
    DecisionLine line;
    std::string title;            ///< of the agenda item
    std::vector<std::string> why; ///< why it concerns the organisation, in sentences
    std::string clause;           ///< that leaves it to the organisation; empty when no clause does
    std::string clause_words;
    std::vector<PartnerReply> replies; ///< latest first
    bool waits = false;                ///< it concerns the organisation and has no answer
    std::string actor; ///< as whom the viewer answers: organisation:x, or a seat of its
};
BOOST_DESCRIBE_STRUCT(PartnerDecision, (),
                      (organisation, line, title, why, clause, clause_words, replies, waits, actor))

/// A meeting to come at which a seat may be filled by a substitute.
struct PartnerMeeting {
    Named meeting;
    Moment when;
    std::string coming; ///< "Nothing said yet", "Apologies sent", "A substitute is named"
};
BOOST_DESCRIBE_STRUCT(PartnerMeeting, (), (meeting, when, coming))

struct PartnerSeat {
    SeatShown seat;
    Named body;
    std::optional<Moment>
        since;          ///< the present holder holds it; none: vacant or carried by an office
    std::string office; ///< the outside office that carries it; empty: the organisation appoints
    std::vector<std::string> substitutes; ///< standing ones
    std::optional<Moment>
        asked; ///< when another holder was last asked for, and nobody new was named since
    std::string represents;               ///< the body the seat speaks for
    std::vector<std::string> offices;     ///< "Chair"
    std::vector<PartnerMeeting> meetings; ///< to come, soonest first
    std::optional<base::CivilDate>
        left; ///< the organisation left the body on that day: the seat is its no more
};
BOOST_DESCRIBE_STRUCT(PartnerSeat, (),
                      (seat, body, since, office, substitutes, asked, represents, offices, meetings,
                       left))

/// What an organisation promised. It is open until it is honoured or the organisation is released
/// from it.
struct PartnerPromise {
    std::string id; ///< kp/c1
    Named body;
    std::string what;
    Moment made;
    std::optional<base::CivilDate> due;
    bool open = true;
    bool overdue = false;
    std::optional<base::CivilDate> honoured;
    std::optional<Moment> released;
    std::string ended_words; ///< what was said when it ended
    std::string ended_by;    ///< who says so: the organisation's name, "the servicing officer"
    std::string decision;    ///< by which it was released: kp/d1
    std::string actor;       ///< as whom the viewer reports for the organisation; empty: not at all
};
BOOST_DESCRIBE_STRUCT(PartnerPromise, (),
                      (id, body, what, made, due, open, overdue, honoured, released, ended_words,
                       ended_by, decision, actor))

struct PartnerAction {
    std::string id; ///< kp/a1
    Named body;
    std::string what;
    std::string meeting;
    std::string seat; ///< whose it is within the organisation; empty: the organisation's
    std::optional<base::CivilDate> due;
    std::string status; ///< open, progressing, done, dropped
    std::string status_words;
    bool overdue = false;
    bool open = true;
    std::string actor; ///< as whom the viewer reports
};
BOOST_DESCRIBE_STRUCT(PartnerAction, (),
                      (id, body, what, meeting, seat, due, status, status_words, overdue, open,
                       actor))

/// An item of a meeting to come, or under way, on which the organisation may be heard or ask to be.
struct PartnerHearing {
    Named meeting;
    Moment when;
    std::int64_t item = 0;
    std::string title;
    bool notified = true; ///< it was put on the agenda as one that affects the organisation
    bool heard = false;   ///< the terms let a partner that is affected be heard
    std::string clause;
    std::string clause_words;
    std::vector<std::string> attending; ///< recorded as there for the organisation
};
BOOST_DESCRIBE_STRUCT(PartnerHearing, (),
                      (meeting, when, item, title, notified, heard, clause, clause_words,
                       attending))

/// Leaving a body: what its terms ask, and how far it has gone.
struct PartnerExit {
    Named body;
    bool may = true; ///< the organisation has a seat there and has given no notice
    std::string clause;
    std::string clause_words; ///< empty: the terms say nothing on leaving
    std::string notice;       ///< "two months"; empty: none is asked
    bool written = false;
    std::string to;              ///< "the Chair"
    base::CivilDate earliest;    ///< the first day it may leave with notice given now
    std::optional<Moment> given; ///< notice was given
    std::optional<base::CivilDate> leaves;
    bool too_early = false; ///< it leaves before the first proper day
    std::optional<base::CivilDate> earliest_then;
    bool left = false;
    bool gone = false;               ///< it has no seat there any more
    std::vector<std::string> during; ///< what is asked of it meanwhile, in sentences
    std::string unless_agreed_by; ///< "the Public Service Board"; empty: nobody may agree otherwise
    std::string agreed_by_id;     ///< the same body's id
    std::vector<std::string> agreed;     ///< terms that were agreed, in sentences
    std::vector<PartnerPromise> honours; ///< what remains to be honoured
};
BOOST_DESCRIBE_STRUCT(PartnerExit, (),
                      (body, may, clause, clause_words, notice, written, to, earliest, given,
                       leaves, too_early, earliest_then, left, gone, during, unless_agreed_by,
                       agreed_by_id, agreed, honours))

/// Who keeps in touch with the organisation for a body.
struct PartnerLiaison {
    Named body;
    std::string who;
    Moment since;
};
BOOST_DESCRIBE_STRUCT(PartnerLiaison, (), (body, who, since))

struct PartnerDesk {
    Named organisation;
    std::vector<PartnerDecision> waiting;  ///< latest first
    std::vector<PartnerDecision> answered; ///< latest answer first
    std::vector<DecisionLine>
        others; ///< latest decisions of the bodies it sits on that do not concern it
    std::vector<PartnerHearing> hearings; ///< notified, or asked for; soonest first
    bool may_ask = false;                 ///< a meeting is to come at which it may ask to be heard
    std::vector<PartnerSeat> seats;
    std::vector<PartnerSeat> former;      ///< of bodies it has left, not yet taken from it
    std::vector<PartnerPromise> promises; ///< still to honour, by date
    std::vector<PartnerPromise> ended;    ///< honoured, or released from; latest first
    std::vector<PartnerAction> actions;   ///< open ones first, by date
    std::vector<PartnerLiaison> liaisons;
    std::vector<PartnerExit> exits; ///< of every body it sits on or is leaving
};
BOOST_DESCRIBE_STRUCT(PartnerDesk, (),
                      (organisation, waiting, answered, others, hearings, may_ask, seats, former,
                       promises, ended, actions, liaisons, exits))

/// The organisations the viewer answers for: a partner's own; of a member those whose seats they
/// hold.
std::vector<Named> organisations_answered_for(const Reader& reader);
/// Decisions that concern one of them and wait for its answer, latest first: for a desk.
std::vector<PartnerDecision> to_answer(const Reader& reader);
/// Nothing when the viewer does not answer for the organisation.
std::optional<PartnerDesk> partner_desk(const Reader& reader, std::string_view organisation);
/// One decision as the organisation sees it, whether it concerns it or not; nothing for another
/// viewer.
std::optional<PartnerDecision> partner_decision(const Reader& reader, std::string_view organisation,
                                                std::string_view decision);
/// One seat of the organisation, also of a body it has left; nothing for another's.
std::optional<PartnerSeat> partner_seat(const Reader& reader, std::string_view organisation,
                                        std::string_view seat);
/// One action of the organisation or of a seat of its; nothing for another's.
std::optional<PartnerAction> partner_action(const Reader& reader, std::string_view organisation,
                                            std::string_view action);
/// One promise of the organisation; nothing for another's.
std::optional<PartnerPromise> partner_promise(const Reader& reader, std::string_view organisation,
                                              std::string_view promise);
/// Leaving one body; nothing when the organisation neither sits there nor has given notice.
std::optional<PartnerExit> partner_exit(const Reader& reader, std::string_view organisation,
                                        std::string_view body);
/// The id a promise made to a body takes: kp/c3, the next free one; for the entry of a form sent
/// twice the same again.
std::string promise_id(const Reader& reader, std::string_view body, std::string_view entry);
/// As whom the viewer acts for the organisation on a body: organisation:x, or a seat of its; empty
/// when they do not.
std::string partner_actor(const Reader& reader, std::string_view organisation,
                          std::string_view body);

} // namespace quorate::views

#endif
