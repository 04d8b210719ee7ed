#pragma once
// The Chair's desk: what waits for the Chair's discretion, and what was recorded for the Chair by
// somebody else.

#include "views/desk/member.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

/// One answer that is open, with what it does.
struct DiscretionAnswer {
    std::string id;           ///< allow, not-allow
    std::string verb;         ///< "Allow the item"
    std::string does;         ///< "The item goes on the agenda as item 6."
    bool asks_reason = false; ///< the terms ask for a reason
    RulingShown ruling;       ///< what the act would get now, made by the viewer with a reason
};
BOOST_DESCRIBE_STRUCT(DiscretionAnswer, (), (id, verb, does, asks_reason, ruling))

/// A matter that waits.
struct Discretion {
    std::int64_t position = 0; ///< of the entry that waits
    std::string entry;         ///< its id
    std::string act;           ///< notify-item
    std::string title;         ///< "A late item: Flood on the coast"
    std::string asked_by;      ///< in words; empty when it may not be shown
    Moment asked;
    Named body;
    std::string meeting; ///< id; empty for none
    Named meeting_named;
    std::optional<std::int64_t> item;
    std::string clause;
    std::string asks;               ///< the sentence of what is asked
    std::vector<std::string> facts; ///< with their numbers
    std::string as;                 ///< as whom the viewer answers: "Chair", "Vice Chair"
    std::string actor;              ///< seat:kp/7, or office:chair where the secretariat records it
    std::vector<DiscretionAnswer> answers;
    std::string answer_act;    ///< the act that answers: allow-late-item, or the act itself
    std::string answer_fields; ///< its fields as JSON, but for the answer and the reason
    RulingShown ruling;        ///< the ruling the act got
    bool lapsed = false;       ///< its meeting is over, so an answer would change nothing
};
BOOST_DESCRIBE_STRUCT(Discretion, (),
                      (position, entry, act, title, asked_by, asked, body, meeting, meeting_named,
                       item, clause, asks, facts, as, actor, answers, answer_act, answer_fields,
                       ruling, lapsed))

struct ChairDesk {
    std::vector<Discretion> matters; ///< oldest first
    std::vector<OwnSeat> seats;      ///< from which the viewer has a discretion
};
BOOST_DESCRIBE_STRUCT(ChairDesk, (), (matters, seats))

/// What waits for whoever reads. A vice chair is shown it when the Chair's seat is vacant or the
/// terms give the discretion to the vice chair, and never otherwise.
ChairDesk chair_desk(const Reader& reader);
/// One matter by the position of its entry: for whoever holds the discretion, and for the
/// secretariat, who may record the Chair's answer. Nothing for anyone else, or once it is answered.
std::optional<Discretion> discretion(const Reader& reader, std::int64_t position);

} // namespace quorate::views
