#ifndef QUORATE_GOVERNANCE_DECISIONS_DISPUTES_HPP
#define QUORATE_GOVERNANCE_DECISIONS_DISPUTES_HPP
// An answer recorded for somebody who disputes it: the matter stands open again, and what was done
// on the strength of it stays on record.

#include "governance/state.hpp"

#include <optional>
#include <string>

namespace quorate::governance {

/// A matter that an entry answered for somebody.
struct AnsweredMatter {
    std::string holder;               ///< for whom it is to answer
    std::optional<std::int64_t> item; ///< of the meeting, where it is about one
    bool acted_on = false;            ///< something was done on the strength of the answer
};

/// What an entry answered for somebody who did not key it; nothing when it answered nothing, or
/// when another entry has answered since.
std::optional<AnsweredMatter> matter_answered(const State& state, const EntryLine& line);
/// Takes into the state that the answer is disputed, or that it is confirmed after all.
void stand_disputed(State& state, const EntryLine& line, bool disputed);

} // namespace quorate::governance

#endif
