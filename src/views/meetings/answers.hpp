#ifndef QUORATE_VIEWS_MEETINGS_ANSWERS_HPP
#define QUORATE_VIEWS_MEETINGS_ANSWERS_HPP
// Who has said whether they come to a meeting. Only views/ includes this.

#include "views/ground.hpp"

namespace quorate::views {

/// What one member has said: coming, apologies, substitute, or nothing.
struct AnswerOf {
    const governance::Seat* seat = nullptr;
    bool coming = false;
    bool apologies = false;
    const governance::SubstituteNomination* substitute = nullptr;

    [[nodiscard]] bool silent() const { return !coming && !apologies && substitute == nullptr; }
};

/// Of every seat of the body that somebody holds, by number.
std::vector<AnswerOf> answers_of(const Ground& ground, const governance::Meeting& meeting);

struct AnswerCounts {
    std::int64_t members = 0;
    std::int64_t coming = 0;
    std::int64_t apologies = 0; ///< with nobody in their place
    std::int64_t substitutes = 0;
    std::int64_t silent = 0;
    std::string words; ///< "18 will come, two send a substitute, three sent apologies."
};
AnswerCounts count_answers(const Ground& ground, const governance::Meeting& meeting);

} // namespace quorate::views

#endif
