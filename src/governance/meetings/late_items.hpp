#ifndef QUORATE_GOVERNANCE_MEETINGS_LATE_ITEMS_HPP
#define QUORATE_GOVERNANCE_MEETINGS_LATE_ITEMS_HPP
// Items that came after the last day: what waits for an answer, and an answer that is disputed.

#include "governance/ruler.hpp"

namespace quorate::governance {

/// The permission by which an item after the cut-off may still be taken (3.16); null when the terms
/// have none.
const charter::InForce<charter::MayRule>* late_item_rule(const Ruler& ruler);
/// The request for an item of that number that waits for an answer; null when none does.
const AwaitedDiscretion* awaited_item(const State& state, const MeetingId& meeting,
                                      std::int64_t item);
/// Where whoever is said to have allowed the item disputes it and has not answered since: a
/// finding.
void say_late_answer_disputed(Ruler& ruler, std::int64_t item);

} // namespace quorate::governance

#endif
