#ifndef QUORATE_VIEWS_ARCHITECTURE_QUESTIONS_HPP
#define QUORATE_VIEWS_ARCHITECTURE_QUESTIONS_HPP
// The questions that are put to every body's terms. Only views/ includes this.

#include "views/architecture/constitutions.hpp"
#include "views/ground.hpp"
#include "views/rule_words.hpp"

#include <span>

namespace quorate::views {

/// A body's terms on a day, to be asked.
struct Asked {
    const Ground& ground;
    const governance::Body& body;
    const charter::Terms* terms; ///< null for none in force
    const KnownNames& names;
};

struct Question {
    std::string_view id;
    std::string_view question;
    std::vector<AnswerShown> (*answers)(const Asked&);
    bool of_record = false; ///< answered by the register, not by the terms: never silent
};

std::span<const Question> questions();

} // namespace quorate::views

#endif
