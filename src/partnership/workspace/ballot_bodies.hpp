#ifndef QUORATE_PARTNERSHIP_WORKSPACE_BALLOT_BODIES_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_BALLOT_BODIES_HPP
// What a vote on members' own devices came to in each body of a joint meeting.

#include "partnership/workspace/ballots.hpp"

namespace quorate::partnership {

/// How many members of one body chose what; of no use to find out who.
struct BodyVotes {
    std::int64_t for_ = 0;
    std::int64_t against = 0;
    std::int64_t abstain = 0;
};

/// The votes of a body's members in a closed ballot; all none when none of them voted. Nothing for
/// a ballot that is not closed, or was closed before they were told apart.
Result<std::optional<BodyVotes>> ballot_votes_of(const Partnership& partnership,
                                                 std::int64_t ballot,
                                                 const governance::BodyId& body);

} // namespace quorate::partnership

#endif
