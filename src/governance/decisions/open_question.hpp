#ifndef QUORATE_GOVERNANCE_DECISIONS_OPEN_QUESTION_HPP
#define QUORATE_GOVERNANCE_DECISIONS_OPEN_QUESTION_HPP
// The question an act at an item is about: the one put and not yet answered, or one put by the act itself, since stages
// may be skipped.

#include "governance/decisions/judge.hpp"
#include "governance/ruler.hpp"

#include <vector>

namespace quorate::governance {

/// A copy of the meeting in which a question stands on the item: who was told to go out for the decision is out.
Meeting with_question(const Meeting& meeting, std::int64_t item, base::Instant put);
/// The roll as it stands at the act's instant.
events::QuestionPut question_now(Ruler& ruler, std::int64_t item);
/// The question put and not yet answered; null when there is none.
const Question* open_question(const Item& item);
/// Nothing when a question is open, else the event that puts one now.
std::vector<Event> question_events(Ruler& ruler, std::int64_t item);
/// The open question, or the one `events` puts.
Question current_question(const Ruler& ruler, std::int64_t item, const std::vector<Event>& events);
/// for, against, abstain, base and needed; in a joint meeting the body, too.
std::vector<Fact> majority_facts(const Meeting& meeting, const QuestionJudgement& judged);

} // namespace quorate::governance

#endif
