#ifndef QUORATE_VIEWS_LIVE_ENTITLED_HPP
#define QUORATE_VIEWS_LIVE_ENTITLED_HPP
// Who may vote on a question: judged by the roll as it was when the question was put.

#include "governance/decisions/judge.hpp"
#include "views/meetings/day_make.hpp"

#include <string>
#include <vector>

namespace quorate::views {

/// Whether a seat may vote on a question; if not, why, with the clause.
struct Entitlement {
    bool may = true;
    std::string why;
    std::string clause;
};
/// `person`: who would vote from the seat, when they are known by name; nobody for an account of
/// the seat itself.
Entitlement entitlement(const DayGround& day, const governance::Item& item,
                        const governance::Question& question, const governance::SeatId& seat,
                        const std::optional<governance::PersonId>& person = {});
/// The seats on the roll that may vote.
std::vector<governance::SeatId> entitled_seats(const DayGround& day, const governance::Item& item,
                                               const governance::Question& question);

/// "eleven for, six against, four abstained".
std::string count_words(std::int64_t for_, std::int64_t against, std::int64_t abstained);
/// What a vote that was judged comes to: "carried.", "a tie." or "not carried.".
std::string majority_words(const governance::QuestionJudgement& judged);

} // namespace quorate::views

#endif
