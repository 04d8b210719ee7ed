#ifndef QUORATE_VIEWS_RULING_NAMES_HPP
#define QUORATE_VIEWS_RULING_NAMES_HPP
// Names in place of ids in what is said of a ruling and of a decision. Only views/ includes this.

#include "governance/ruling.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// The ruling to make sentences from: a seat of `body` is "9" in place of kp/9, and any other
/// "4 of The Riverside Board". It has no events.
governance::Ruling with_names(const Ground& ground, const governance::Ruling& ruling,
                              const std::optional<governance::BodyId>& body);

/// A matter that decisions are to take into account: kp-direction is "Direction of the Kent
/// Partnership" where there is a body kp, and business-case is "Business case".
std::string matter_words(const Ground& ground, const std::string& matter);

} // namespace quorate::views

#endif
