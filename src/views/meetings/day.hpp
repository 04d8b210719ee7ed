#ifndef QUORATE_VIEWS_MEETINGS_DAY_HPP
#define QUORATE_VIEWS_MEETINGS_DAY_HPP
// Meeting day: the room, the agenda, the item in hand with its next step, and the log of the sheet.
// Read on the state foreseen with the sheet (Reader::open_on).

#include "partnership/workspace/sheet.hpp"
#include "views/meetings.hpp"
#include "views/meetings/sitting_day.hpp"
#include "views/reader.hpp"

#include <span>

namespace quorate::views {

/// A seat in the room or missing from it.
struct DaySeat {
    SeatShown seat;
    std::string ref;   ///< as forms write it: "21", or "rb/3" of the other body of a joint meeting
    std::string words; ///< "Seat 21, public sector"
    std::string times; ///< "from 10:20am"
    bool substitute = false;
    bool remote = false;
    std::string stands_in; ///< the name of the substitute who is there or is named
    std::string remark; ///< "substitute", "remote", "may not decide item 4", "withdrew for item 4"
};
BOOST_DESCRIBE_STRUCT(DaySeat, (), (seat, ref, words, times, substitute, remote, stands_in, remark))

/// A visitor, officer in support or partner to be heard.
struct DayGuest {
    std::string person; ///< id
    std::string words;
    std::string times;
};
BOOST_DESCRIBE_STRUCT(DayGuest, (), (person, words, times))

/// Someone who is counted, or is not, and why.
struct DayCounted {
    std::string words;
    std::string why; ///< "member", "substitute"; "left at 10:30am", "apologies"
};
BOOST_DESCRIBE_STRUCT(DayCounted, (), (words, why))

/// The count against the quorum of one body.
struct DayQuorum {
    std::string body;    ///< its name, in a joint meeting
    std::string words;   ///< "22 of 40 present. Quorum 20: two to spare."
    std::string leaving; ///< what one more leaving would do; empty when it changes nothing
    std::string clause;
    bool known = false;
    bool quorate = false;
    std::int64_t present = 0;
    std::int64_t needed = 0;
    std::int64_t members = 0;
    std::string sum; ///< "Half of 23, rounded up, is 12; 18 are present: six to spare."
    std::vector<DayCounted> counted;
    std::vector<DayCounted> not_counted;
};
BOOST_DESCRIBE_STRUCT(DayQuorum, (),
                      (body, words, leaving, clause, known, quorate, present, needed, members, sum,
                       counted, not_counted))

struct DayRoom {
    DayQuorum quorum;
    std::optional<DayQuorum> joint; ///< of the other body that meets
    std::vector<DaySeat> present;
    std::vector<DaySeat> away; ///< were there and left
    std::vector<DaySeat> apologies;
    std::vector<DaySeat> substitutes; ///< seats with a substitute named who has not come
    std::vector<DaySeat> expected;    ///< accepted, not here yet
    std::vector<DaySeat> not_here;    ///< the rest
    std::vector<DayGuest> guests;
    /// What would break if one of those present left now, each in a sentence: "If seat 5 leaves,
    /// nobody is in the chair." Empty when nothing would.
    std::vector<std::string> if_one_leaves;
};
BOOST_DESCRIBE_STRUCT(DayRoom, (),
                      (quorum, joint, present, away, apologies, substitutes, expected, not_here,
                       guests, if_one_leaves))

/// Someone who may take the chair.
struct DayPresider {
    std::string seat;    ///< id
    std::string words;   ///< "The Vice Chair: seat 8, public sector"
    std::string made_by; ///< vice-chair, or the seat
    bool elected = false;
};
BOOST_DESCRIBE_STRUCT(DayPresider, (), (seat, words, made_by, elected))

struct DayChair {
    bool taken = false;
    std::string words;            ///< "Seat 8 is in the chair."
    std::string seat;             ///< id; empty when nobody presides
    std::vector<DayPresider> may; ///< who takes the chair under the terms, first first
    std::string next;             ///< "The Chair is not here. The Vice Chair takes the chair."
};
BOOST_DESCRIBE_STRUCT(DayChair, (), (taken, words, seat, may, next))

/// What may be determined of an interest, with what it would do.
struct DayChoice {
    std::string determination; ///< as written: speak-and-withdraw
    std::string words;
    std::string consequence; ///< "21 would count towards the quorum: one to spare."
    std::string verdict;     ///< that determining so would get
};
BOOST_DESCRIBE_STRUCT(DayChoice, (), (determination, words, consequence, verdict))

struct DayInterest {
    SeatShown seat;
    std::string words;
    bool open = false;         ///< nobody has determined it, and somebody must
    std::string determined_by; ///< who is to: presiding, vice-chair
    std::string decider_words; ///< "whoever presides"
    std::vector<DayChoice> choices;
    std::string nobody; ///< why nobody can determine it yet, and what is to be done; empty
};
BOOST_DESCRIBE_STRUCT(DayInterest, (),
                      (seat, words, open, determined_by, decider_words, choices, nobody))

/// What carries a vote, for whoever counts while hands are up.
struct DaySum {
    bool known = false;
    bool of_votes_cast =
        false; ///< the base is the votes for and against, not a number known before
    std::int64_t base = 0;
    std::int64_t more_than_numerator = 1; ///< carried when for > numerator / denominator of base
    std::int64_t more_than_denominator = 2;
    std::string words; ///< "18 may decide. More than half of 18 is ten or more."
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(DaySum, (),
                      (known, of_votes_cast, base, more_than_numerator, more_than_denominator,
                       words, clause))

/// A partner whose direct interests an item concerns, or that asked to be heard on it.
struct DayPartner {
    std::string organisation; ///< id
    std::string name;
    bool here = false;    ///< someone of theirs came to be heard
    std::string asked;    ///< what they said when they asked to be heard; empty where they did not
    bool by_right = true; ///< the item was notified as affecting them
    bool heard = true;    ///< by right, or it was agreed to
    std::string words;    ///< how they stand, in sentences
};
BOOST_DESCRIBE_STRUCT(DayPartner, (), (organisation, name, here, asked, by_right, heard, words))

struct DayQuestion {
    std::string words; ///< as put
    std::string put;   ///< "Put at 10:45am: 22 were there, and 21 of them may decide."
    bool amendment = false;
    bool consensus_tried = false;
    bool agreed = false;
    std::string consensus; ///< what came of it
    bool voted = false;
    std::string vote;          ///< "Eleven for, six against, four abstained: carried."
    bool carried = false;      ///< by the vote, or the consensus where there was none
    std::string outcome;       ///< declared; empty while it is open
    std::vector<DaySeat> roll; ///< who may vote
};
BOOST_DESCRIBE_STRUCT(DayQuestion, (),
                      (words, put, amendment, consensus_tried, agreed, consensus, voted, vote,
                       carried, outcome, roll))

struct DayItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose;
    std::string status;
    std::string status_words; ///< "Being taken since 10:30am"
    bool taken = false;       ///< it is open now
    bool in_hand = false;     ///< it is open, or what was set down at it waits to enter the record
    bool over = false;        ///< noted, decided, put off or withdrawn
    bool can_be_taken = false;
    std::string outcome;
    std::string minutes_of; ///< a meeting, when the item puts forward its minutes
    std::vector<std::string> remarks;
    std::vector<DayInterest> interests;
    std::vector<std::string> discussion;
    std::vector<std::string> motions;
    std::string motion; ///< the words moved last, for the question
    bool motion_seconded = false;
    std::optional<DayQuestion> question; ///< the last one put
    std::vector<std::string> other;      ///< advice and dissent
    std::vector<std::string> actions;
    std::vector<Named> considerations; ///< what each decision is to take into account
    std::vector<DayPartner> partners;
    std::vector<DayCounted> may_declare; ///< whose entries in the register may touch it, and why
    std::int64_t may_decide = 0;
    std::vector<DaySeat> deciders;        ///< who may vote now, or on the question put
    std::vector<DayCounted> not_deciding; ///< who is there and may not, and why
    DaySum sum;
    std::string deciding; ///< "21 of those here may decide; seat 5 may not. 11 votes for carry it."
    std::string next;     ///< the obvious next step, a verb of the page; empty for none
};
BOOST_DESCRIBE_STRUCT(DayItem, (),
                      (number, title, purpose, status, status_words, taken, in_hand, over,
                       can_be_taken, outcome, minutes_of, remarks, interests, discussion, motions,
                       motion, motion_seconded, question, other, actions, considerations, partners,
                       may_declare, may_decide, deciders, not_deciding, sum, deciding, next))

struct DayAgendaLine {
    std::int64_t number = 0;
    std::string title;
    std::string status_words; ///< "Noted", "Now"; empty while it waits
    bool current = false;     ///< open now
    bool over = false;
};
BOOST_DESCRIBE_STRUCT(DayAgendaLine, (), (number, title, status_words, current, over))

/// A line of the sheet, or of this meeting's part of the record.
struct DayLine {
    std::int64_t number = 0;              ///< on the sheet; 0 when it is in the record
    std::optional<std::int64_t> position; ///< in the record
    std::string time;
    std::string words;
    std::string act;
    std::string entry; ///< the id it has, or will have
    RulingShown ruling;
};
BOOST_DESCRIBE_STRUCT(DayLine, (), (number, position, time, words, act, entry, ruling))

struct MeetingDayPage {
    MeetingLine line;
    std::string body; ///< id
    SittingDay day;   ///< of which times are written
    Moment now;       ///< the moment forms begin with
    bool clock_stands = false;
    bool today = false; ///< by the clock it is the meeting's day, or the night it goes on into
    bool opened = false;
    bool over = false;       ///< closed or called off
    std::string state_words; ///< "Open since 10:00am", "Informal discussion since 10:06am"
    std::string next;        ///< the obvious next step of the meeting; empty: the item's
    DayRoom room;
    DayChair chair;
    std::vector<DayAgendaLine> agenda;
    std::optional<DayItem> item;       ///< in hand: the one asked for, the one open, or the next
    std::vector<DayLine> provisional;  ///< newest first
    std::vector<DayLine> recorded;     ///< the newest of this meeting in the record, newest first
    std::int64_t recorded_count = 0;   ///< since the meeting's day began
    std::vector<Named> other_meetings; ///< of the body, to come: to put an item off to
    std::string next_action;           ///< the id the next action takes: kp/a3
    std::int64_t next_item = 1;        ///< the number the next item takes
    std::vector<Named> ratifiable;     ///< "kp/m1 4": supported informally at an earlier meeting
    std::vector<Named> organisations;  ///< that have a seat, for actions and partners
    std::vector<std::string> rulings;  ///< on procedure, of no item in particular
};
BOOST_DESCRIBE_STRUCT(MeetingDayPage, (),
                      (line, body, day, now, clock_stands, today, opened, over, state_words, next,
                       room, chair, agenda, item, provisional, recorded, recorded_count,
                       other_meetings, next_action, next_item, ratifiable, organisations, rulings))

/// Nothing when there is no such meeting. `reader` is opened on the foreseen state whose lines
/// these are.
std::optional<MeetingDayPage> meeting_day(const Reader& reader, std::string_view meeting,
                                          std::span<const partnership::ForeseenLine> lines,
                                          std::optional<std::int64_t> item = {});

/// Somebody who may be meant by what was typed.
struct DayMatch {
    std::string ref;         ///< "21", "rb/3"
    bool substitute = false; ///< the seat's named substitute
    std::string words;
};
BOOST_DESCRIBE_STRUCT(DayMatch, (), (ref, substitute, words))

/// Of whom somebody may be meant.
enum class DayAmong { not_here, here, all };
/// Everyone of them, in the words a form offers: "14 Hugh Pettifer, The Ferry Line Company".
std::vector<DayMatch> day_people(const DayRoom& room, DayAmong among);
/// Those whom `typed` may mean: a number, or letters that begin words of a sector, organisation or
/// name, or initials. A number alone means that seat and no other. At most 20.
std::vector<DayMatch> day_matches(const DayRoom& room, DayAmong among, std::string_view typed);

/// What else was set down about the meeting after entry `position` and line `number`: texts,
/// determinations and the course of items; not who came and went, and not votes.
/// Acts in `mine` are left out: the form's own sender set them down.
std::vector<std::string> day_changes(const Reader& reader, std::string_view meeting,
                                     std::span<const partnership::ForeseenLine> lines,
                                     std::int64_t position, std::int64_t number,
                                     std::string_view mine = {});

/// The organisations of the register by name, for partners an item concerns; none where names are
/// not to be shown.
std::vector<Named> partners_to_name(const Reader& reader);

/// The lines of this meeting's day in the record, newest first, `max` at most.
std::vector<DayLine> day_recorded(const Reader& reader, std::string_view meeting, std::size_t max);
/// One entry of the record as a line of the log; nothing when it is of another meeting.
std::optional<DayLine> day_entry(const Reader& reader, std::string_view meeting,
                                 std::int64_t position);

} // namespace quorate::views

#endif
