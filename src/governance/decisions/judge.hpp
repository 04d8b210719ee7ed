#ifndef QUORATE_GOVERNANCE_DECISIONS_JUDGE_HPP
#define QUORATE_GOVERNANCE_DECISIONS_JUDGE_HPP
// What the terms say of an item's outcome, from the recorded facts alone. Declaring an outcome, correcting a fact, and
// asking "what if" all judge here.

#include "governance/lookup.hpp"
#include "governance/meetings/room.hpp"

namespace quorate::governance {

/// The quorum when a question was put, and the majority on it.
struct QuestionJudgement {
    BodyId body; ///< whose quorum and majority
    QuorumCount quorum;
    charter::InForce<charter::QuorumRule> quorum_rule;
    charter::InForce<charter::DecisionRule> decision_rule;
    charter::InForce<charter::ResponsibilityRule> places_rule; ///< only these places decide, where it says so
    std::int64_t base = 0;   ///< those the majority is counted of
    std::int64_t needed = 0; ///< votes for that carry it
    std::int64_t for_ = 0;
    std::int64_t against = 0;
    std::int64_t abstain = 0;
    Says quorum_says = Says::undetermined;
    Code quorum_code = Code::attendance_not_recorded;
    Says majority_says = Says::undetermined;
    Code majority_code = Code::vote_not_recorded; ///< carried, not_carried, tied, consensus_reached ...

    /// The question was carried under the terms.
    [[nodiscard]] bool carried() const {
        return quorum_says == Says::complies && majority_says == Says::complies;
    }
};

/// True when substitutes vote in the member's place: the terms say so, or say nothing of what a substitute may do.
bool substitutes_vote(const CompiledTerms& terms);

/// The rule that leaves a matter to holders of certain places of `body` (F20); none for most.
charter::InForce<charter::ResponsibilityRule> places_that_decide(const CompiledTerms& terms, const BodyId& body,
                                                                 const std::optional<Matter>& matter);

/// Judges the question of an item for the meeting's own body, as the facts of `meeting` stand: a copy of it may be
/// judged with other facts. `by` says whether consensus or the vote is relied on.
QuestionJudgement judge_question(const State& state, const Meeting& meeting, const Item& item, const Question& question,
                                 DecidedBy by, const Context& context);

/// The same for each body that meets, the meeting's own first. In a joint meeting each has its own quorum and its own
/// majority, of its own members' votes: a vote by count that does not say whose votes they were leaves both untold
/// (vote_not_recorded).
std::vector<QuestionJudgement> judge_question_of_each(const State& state, const Meeting& meeting, const Item& item,
                                                      const Question& question, DecidedBy by, const Context& context);

/// What the majorities of all who decide come to: complies when every one does, breach when one fails.
Says majority_of_all(const std::vector<QuestionJudgement>& judged);

} // namespace quorate::governance

#endif
