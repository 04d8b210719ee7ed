#ifndef QUORATE_PARTNERSHIP_WORKSPACE_BALLOTS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_BALLOTS_HPP
// Ballots cast from members' own devices on meeting day. A ballot is open for one question; its
// result becomes one line of the sheet. Who chose what is sealed under a key of the ballot's own.
// When it closes the key and the choices are erased: of a ballot by name the record has the names,
// of one by count nothing ties a seat to a choice any more.

#include "partnership/partnership.hpp"
#include "partnership/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

enum class BallotKind { by_name, by_count };
enum class BallotChoice { for_, against, abstain };
enum class BallotStatus { open, closed, withdrawn };

inline constexpr std::size_t press_length_max = 100;

/// What a ballot came to; the seats only of one by name.
struct BallotResult {
    std::int64_t for_ = 0;
    std::int64_t against = 0;
    std::int64_t abstain = 0;
    std::vector<governance::SeatId> seats_for;
    std::vector<governance::SeatId> seats_against;
    std::vector<governance::SeatId> seats_abstaining;
};

struct Ballot {
    std::int64_t id = 0;
    governance::EntryId entry; ///< the id of the line its result becomes
    std::string meeting;
    std::int64_t item = 0;
    base::Instant
        put; ///< when the question was put: it tells one question of the item from another
    BallotKind kind = BallotKind::by_name;
    BallotStatus status = BallotStatus::open;
    base::Instant opened;
    std::optional<base::Instant> closed;
    std::vector<governance::SeatId> voted; ///< in the order of their ids; not how
    std::optional<BallotResult> result;    ///< once closed
};

/// What a ballot is opened for.
struct NewBallot {
    governance::EntryId entry;
    std::string meeting;
    std::int64_t item = 0;
    base::Instant put;
    BallotKind kind = BallotKind::by_name;
    base::Instant opened;
};

/// Opens a ballot; the same entry again gives the one there is. Fails while another is open at the
/// meeting.
Result<Ballot> open_ballot(Partnership& partnership, const NewBallot& ballot);
/// The newest ballot of a question that was not withdrawn; nothing when there is none.
Result<std::optional<Ballot>> ballot_of(const Partnership& partnership, std::string_view meeting,
                                        std::int64_t item, base::Instant put);
/// The one that is open at a meeting.
Result<std::optional<Ballot>> open_ballot_of(const Partnership& partnership,
                                             std::string_view meeting);
Result<std::optional<Ballot>> ballot(const Partnership& partnership, std::int64_t id);

/// A choice made on a device. Whether the seat may vote is for the caller to have found out.
struct BallotCast {
    std::int64_t ballot = 0;
    governance::SeatId seat;
    BallotChoice choice = BallotChoice::abstain;
    std::string press; ///< made new for each form: the same press and choice again changes nothing
};
enum class CastAnswer {
    counted, ///< it is the seat's choice now, in place of an earlier one
    again,   ///< it had come before: the seat's newest choice stands
    closed,  ///< the vote is over; nothing was changed
};
Result<CastAnswer> cast(Partnership& partnership, const BallotCast& cast);
/// The choice of a seat, for that seat alone, while the ballot is open.
Result<std::optional<BallotChoice>> choice_of(const Partnership& partnership, std::int64_t ballot,
                                              const governance::SeatId& seat);

/// Closes a ballot, counting the seats that may vote, and erases who chose what. Closing again
/// gives the result there is.
Result<Ballot> close_ballot(Partnership& partnership, std::int64_t ballot,
                            const std::vector<governance::SeatId>& may_vote, base::Instant at);
/// Takes a ballot back, open or closed, with everything in it.
Result<void> withdraw_ballot(Partnership& partnership, std::int64_t ballot);

} // namespace quorate::partnership

#endif
