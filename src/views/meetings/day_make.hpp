#ifndef QUORATE_VIEWS_MEETINGS_DAY_MAKE_HPP
#define QUORATE_VIEWS_MEETINGS_DAY_MAKE_HPP
// Making the view of meeting day. Only views/ includes this.

#include "governance/meetings/room.hpp"
#include "views/ground.hpp"
#include "views/meetings/day.hpp"

namespace quorate::views {

/// A meeting at one moment of its day.
struct DayGround {
    const Ground& ground;
    const governance::Meeting& meeting;
    base::Instant at;

    [[nodiscard]] std::string clock(base::Instant instant) const;
    /// The same, with its date where that is another than that of `beside`: what is read is of then.
    [[nodiscard]] std::string clock_beside(base::Instant instant, base::Instant beside) const;
};

/// The moment the pages of the day are about, with which their forms begin. A clock that stands
/// goes with what was last set down; the machine's clock goes on by itself, unless the day is past
/// and is being entered from paper.
base::Instant day_moment(const Ground& ground, const governance::Meeting& meeting);

/// The item that is open, else null.
const governance::Item* open_item(const governance::Meeting& meeting);
bool item_over(const governance::Item& item);
/// It is to be taken up again: it was broken off, or the meeting was while it was to be decided.
bool broken_off(const governance::Meeting& meeting, const governance::Item& item);

DayQuorum day_quorum(const DayGround& day, const governance::BodyId& body,
                     std::optional<std::int64_t> item);
/// The same without who is counted and why.
DayQuorum day_quorum_count(const DayGround& day, const governance::BodyId& body,
                           std::optional<std::int64_t> item);
/// What would break if one of those present left now. `item` is the open one.
std::vector<std::string> day_if_one_leaves(const DayGround& day, const governance::Item* item);
/// Who is counted towards the quorum and who is not, seat by seat, with the sum in words.
void add_quorum_reasons(const DayGround& day, const governance::BodyId& body,
                        const charter::QuorumRule& rule, std::optional<std::int64_t> item,
                        DayQuorum& out);
/// The member or substitute of the seat who is in the room, or null.
const governance::Presence* stay_now(const DayGround& day, const governance::SeatId& seat);
/// The last stay of the seat that is over, or null.
const governance::Presence* last_stay(const DayGround& day, const governance::SeatId& seat);
/// "left", "withdrew for the item", "connection lost".
std::string why_away(const DayGround& day, const governance::Presence& stay);
/// A seat as its forms write it: "21", "rb/3" of the other body of a joint meeting.
std::string day_ref(const DayGround& day, const governance::Seat& seat);
/// The seat with its words and ref, and nothing of the room.
DaySeat day_seat(const DayGround& day, const governance::Seat& seat);
/// A line of the record as the log shows it.
DayLine day_line(const DayGround& day, const governance::Submission& submission,
                 const governance::Ruling& ruling);
/// A ruling on procedure in words, with the engine's view of the act it is about where that
/// differs.
std::string day_procedure_words(const DayGround& day,
                                const governance::events::ProcedureRuled& ruled);
/// Who may decide the item now or on the question put, who may not, and what carries a vote.
void add_deciding(const DayGround& day, const governance::Item& item, DayItem& out);
DayRoom day_room(const DayGround& day, const governance::Item* item);
DayChair day_chair(const DayGround& day);
/// `waiting`: something set down at the item waits on the sheet.
DayItem day_item(const DayGround& day, const governance::Item& item, bool waiting);
/// "Seat 8", or its holder and organisation where those are shown.
std::string day_seat_words(const DayGround& day, const governance::SeatId& seat);
/// The same for one, numbers alone for several: "Seats 1 to 4".
std::string day_seats_words(const DayGround& day, const std::vector<governance::SeatId>& seats);

/// An act of meeting day in one line: "Seats 1 to 6 and 8 to 20 came".
std::string day_act_words(const Ground& ground, const governance::Submission& submission);
/// "one to spare", "none to spare", "one short".
std::string spare_words(std::int64_t spare);

} // namespace quorate::views

#endif
