#ifndef QUORATE_GOVERNANCE_MEETINGS_ROOM_HPP
#define QUORATE_GOVERNANCE_MEETINGS_ROOM_HPP
// Conclusions about the room, computed from recorded presence: who counts, how many are needed, who may decide.

#include "governance/lookup.hpp"

#include <span>
#include <string>
#include <vector>

namespace quorate::governance {

/// One seat's being in the room at an instant.
struct SeatInRoom {
    const Seat* seat = nullptr;
    const Presence* presence = nullptr;
    bool barred = false;   ///< from deciding the item asked about
    bool told_out = false; ///< told to be out of the room for it, and in the room all the same
};

/// Everyone who sits for `body` in the room at an instant (members and substitutes, each seat once), and whether each
/// is barred from deciding `item`.
std::vector<SeatInRoom> seats_in_room(const State& state, const Meeting& meeting, const BodyId& body,
                                      base::Instant instant, std::optional<std::int64_t> item);

/// The seats on the roll of a question: who was there for `body` when it was put, and who of them was barred.
std::vector<SeatInRoom> seats_on_roll(const State& state, const Meeting& meeting, const BodyId& body,
                                      const Question& question);
/// A member whose interest was determined, above the test, is barred from deciding the item.
bool barred_from(const Item& item, const SeatId& seat, base::Instant instant);
/// A member told to leave is to be out of the room until the item ends or whoever presides says otherwise; one told to
/// go out for the decision, while a question stands. `deciding`: it is put at this instant.
bool told_out_of(const Item& item, const SeatId& seat, base::Instant instant, bool deciding = false);
/// A member who has declared an interest in the item that nobody has found below the test.
bool has_interest(const Item& item, const SeatId& seat, base::Instant instant);
/// How many count: one a seat, or one a person when a person in two seats counts once.
std::int64_t count_heads(const State& state, const std::vector<SeatInRoom>& room, base::Instant instant,
                         charter::Heads two_seats);

/// The quorum of one body at an instant.
struct QuorumCount {
    std::int64_t members = 0; ///< the base: members in office, or seats
    std::int64_t present = 0; ///< counted towards the quorum
    std::int64_t needed = 0;
    bool known = false;       ///< attendance was recorded, and somebody is in office

    [[nodiscard]] bool quorate() const { return known && present >= needed; }
    /// How many may leave before the quorum is lost; negative when it is short by so many.
    [[nodiscard]] std::int64_t spare() const { return present - needed; }
};
QuorumCount count_quorum(const State& state, const Meeting& meeting, const BodyId& body,
                         const charter::QuorumRule& rule, base::Instant instant, std::optional<std::int64_t> item);
/// The same for a room already worked out, such as a roll. Of a matter that only some places decide, `places` are
/// those: nobody else is counted, present or not. Empty for everyone.
QuorumCount count_quorum_of(const State& state, const Meeting& meeting, const BodyId& body,
                            const charter::QuorumRule& rule, base::Instant instant, std::vector<SeatInRoom> room,
                            std::span<const std::string> places = {});

/// After a seat's presence is corrected: puts it on, or takes it off, the roll of each question put in that time.
void refresh_rolls(Meeting& meeting, const SeatId& seat);

/// The member or substitute of a seat was in the room at some time while the meeting sat.
bool attended(const Meeting& meeting, const SeatId& seat, bool substitute_counts);

} // namespace quorate::governance

#endif
