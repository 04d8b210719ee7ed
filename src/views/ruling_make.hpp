#ifndef QUORATE_VIEWS_RULING_MAKE_HPP
#define QUORATE_VIEWS_RULING_MAKE_HPP
// From a ruling of the rules to what a page shows of it. Only views/ includes this.

#include "governance/rule.hpp"
#include "views/ground.hpp"
#include "views/ruling.hpp"

namespace quorate::views {

/// `body` may be empty; its terms at the instant give the quotes' source and the interpretations.
RulingShown ruling_shown(const Ground& ground, const governance::Ruling& ruling,
                         const std::optional<governance::BodyId>& body, base::Instant at);

/// The same under terms that are not those of the record at that instant; null for none.
RulingShown ruling_shown_under(const Ground& ground, const governance::Ruling& ruling,
                               const governance::CompiledTerms* terms,
                               const std::optional<governance::BodyId>& body, base::Instant at);

/// What is in force of one interpretation and by whom: "Our provisional reading", "Adopted by … on
/// …".
std::string reading_made(const Ground& ground, const governance::BodyId& body,
                         const charter::ReadingInForce& reading, base::Instant at);
/// A reading in words.
std::string reading_words(const charter::Reading& reading);

} // namespace quorate::views

#endif
