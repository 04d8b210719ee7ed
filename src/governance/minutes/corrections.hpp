#ifndef QUORATE_GOVERNANCE_MINUTES_CORRECTIONS_HPP
#define QUORATE_GOVERNANCE_MINUTES_CORRECTIONS_HPP
// Corrections of recorded facts, and the rulings they would change.

#include "governance/decisions/judge.hpp"

namespace quorate::governance {

/// Puts a seat's presence right. `absent` takes every stay of its member or substitute away;
/// otherwise the first stay begins at `arrived` and the last ends at `left`, and what lies between
/// (a withdrawal for an item) stays as it is. A seat with no stay recorded gets one. The rolls of
/// questions put in that time follow.
void correct_presence(Meeting& meeting, const events::PresenceCorrected& correction);

/// Puts the count of the last vote on an item right. Votes by name that no longer add up to the
/// count are dropped.
void correct_vote(Meeting& meeting, const events::VoteCorrected& correction);

/// What the terms give on one question, before and after.
struct RulingChange {
    std::int64_t item = 0;
    bool amendment = false;
    Code was{};
    Code would_be{};
};

/// The questions of a meeting on which the terms give something else on the facts of `after` than
/// on those of `before`. The two are the same meeting, with the same items and questions.
std::vector<RulingChange> rulings_changed(const State& state, const Meeting& before,
                                          const Meeting& after, const Context& context);

/// The decided questions of a meeting whose recorded outcome is not what the terms give on the
/// facts as they now stand.
std::vector<RulingChange> outcomes_in_doubt(const State& state, const Meeting& meeting,
                                            const Context& context);

} // namespace quorate::governance

#endif
