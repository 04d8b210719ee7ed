#ifndef QUORATE_VIEWS_DESK_CHAIR_HPP
#define QUORATE_VIEWS_DESK_CHAIR_HPP
// The Chair's desk: what waits for the Chair's discretion, what the terms leave to the Chair, and
// what somebody else decides because the matter is the Chair's own.

#include "views/desk/member.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

/// One answer that is open, with what it does.
struct DiscretionAnswer {
    std::string id;   ///< allow, not-allow; below-test, leave, speak, speak-and-withdraw
    std::string verb; ///< "Allow the item"
    std::string does; ///< "The item goes on the agenda as item 6."
    std::vector<std::string> follows; ///< what follows for the quorum and the vote, a sentence each
    bool asks_reason = false;         ///< the terms ask for a reason
    bool takes_reason = false;        ///< the answer has a place for one
    std::string act;                  ///< the act that gives it: allow-late-item
    std::string fields;               ///< its fields as JSON, but for the reason
    RulingShown ruling; ///< what the act would get now, made by the viewer with a reason
};
BOOST_DESCRIBE_STRUCT(DiscretionAnswer, (),
                      (id, verb, does, follows, asks_reason, takes_reason, act, fields, ruling))

/// A matter that waits.
struct Discretion {
    /// In its address: "41" for an entry, "kp/m1/3/23" for an interest, "kp/m1/3/heard/college" for
    /// a partner to be heard.
    std::string key;
    /// asked: an act waits; interest: one declared is to be determined; hearing: a partner asks to
    /// be heard.
    std::string kind;
    std::int64_t position =
        0;                ///< of the entry that waits, or of the declaration; 0 when provisional
    std::string entry;    ///< its id
    std::string act;      ///< notify-item, declare-interest
    std::string title;    ///< "A late item: Flood on the coast"
    std::string asked_by; ///< in words; empty when it may not be shown
    Moment asked;
    Named body;
    std::string meeting; ///< id; empty for none
    Named meeting_named;
    std::optional<std::int64_t> item;
    std::string item_title;
    std::string clause;
    std::string quote;              ///< the words of the clause it rests on
    std::string asks;               ///< the sentence of what is asked
    std::vector<std::string> facts; ///< with their numbers
    std::string as;                 ///< as whom the viewer answers: "Chair", "Vice Chair"
    std::string actor;              ///< seat:kp/7, or office:chair where the secretariat records it
    std::vector<DiscretionAnswer> answers;
    RulingShown ruling;       ///< the ruling the act got
    bool lapsed = false;      ///< its meeting is over, so an answer would change nothing
    std::string not_yet;      ///< why it cannot be answered now: it waits for the meeting
    std::string whose;        ///< who decides instead of the viewer; empty: the viewer
    bool on_sheet = false;    ///< the meeting is going on: the answer goes onto its sheet
    std::string organisation; ///< that asks to be heard: its id
};
BOOST_DESCRIBE_STRUCT(Discretion, (),
                      (key, kind, position, entry, act, title, asked_by, asked, body, meeting,
                       meeting_named, item, item_title, clause, quote, asks, facts, as, actor,
                       answers, ruling, lapsed, not_yet, whose, on_sheet, organisation))

/// A power the terms give to whoever chairs or presides.
struct ChairPower {
    Named body;
    std::string clause;
    std::string quote;
    std::string words;             ///< the rule in plain words
    std::vector<std::string> acts; ///< by which it is used; empty where it is said in the room
    std::string when;              ///< "In a meeting, while you preside", "At any time"
    std::int64_t waiting = 0;      ///< matters that wait for it now
};
BOOST_DESCRIBE_STRUCT(ChairPower, (), (body, clause, quote, words, acts, when, waiting))

struct ChairDesk {
    std::vector<Discretion> matters; ///< for the viewer to answer now, oldest first
    std::vector<Discretion> later;   ///< to be decided at a meeting that is not open yet
    std::vector<Discretion> others;  ///< not theirs: the interest is their own
    std::vector<OwnSeat> seats;      ///< from which the viewer has a discretion
};
BOOST_DESCRIBE_STRUCT(ChairDesk, (), (matters, later, others, seats))

/// What waits for whoever reads. A vice chair is shown it when the Chair's seat is vacant, the
/// terms give the discretion to the vice chair, the vice chair presides, or the matter is the
/// Chair's own; and never otherwise. Of a meeting that is going on its sheet is read.
ChairDesk chair_desk(const Reader& reader);
/// One matter by its key: for whoever holds the discretion, and for the secretariat, who may record
/// the Chair's answer. Nothing for anyone else, or once it is answered; a partner's wish to be
/// heard may be answered anew until its item is over.
std::optional<Discretion> discretion(const Reader& reader, std::string_view key);
/// Every discretion the terms in force give the viewer, found from the rules: by body, in the order
/// of the document.
std::vector<ChairPower> chair_powers(const Reader& reader);

} // namespace quorate::views

#endif
