#pragma once
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
};

/// The item that is open, else null.
const governance::Item* open_item(const governance::Meeting& meeting);
bool item_over(const governance::Item& item);

DayQuorum day_quorum(const DayGround& day, const governance::BodyId& body,
                     std::optional<std::int64_t> item);
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
