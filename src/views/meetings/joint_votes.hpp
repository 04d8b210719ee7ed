#ifndef QUORATE_VIEWS_MEETINGS_JOINT_VOTES_HPP
#define QUORATE_VIEWS_MEETINGS_JOINT_VOTES_HPP
// A vote in a joint meeting: each body has its own majority.

#include "governance/decisions/judge.hpp"
#include "views/ground.hpp"

#include <string>
#include <vector>

namespace quorate::views {

/// A line a body: "Public Service Board: 12 for, 3 against, none abstained; 15 could decide and 8
/// for carry it: carried.". One line that says so when the votes were only counted, so that nobody
/// can tell whose they were. Empty when one body meets, or no vote was taken.
std::vector<std::string> joint_vote_lines(const Ground& ground, const governance::Meeting& meeting,
                                          const governance::Item& item,
                                          const governance::Question& question);

/// What carries a vote in a joint meeting: "Kent Partnership: 11 of 20; Public Service Board: 8
/// of 15.". Empty when one body meets.
std::string joint_needed_words(const Ground& ground,
                               const std::vector<governance::QuestionJudgement>& judged);

} // namespace quorate::views

#endif
