#ifndef QUORATE_VIEWS_DESK_DISPUTED_HPP
#define QUORATE_VIEWS_DESK_DISPUTED_HPP
// Answers that the person they were recorded for disputes, in words. Only views/ includes this.

#include "views/ground.hpp"

#include <string>

namespace quorate::views {

/// "The Chair disputes the answer recorded on 18 June, so it waits again." Empty where no answer is
/// disputed.
std::string disputed_answer_words(const Ground& ground,
                                  const governance::AwaitedDiscretion& awaited);
/// The same of what was determined about an interest.
std::string disputed_answer_words(const Ground& ground, const governance::Meeting& meeting,
                                  const governance::Declaration& declaration);

} // namespace quorate::views

#endif
