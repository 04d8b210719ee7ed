#pragma once
// Seats by their numbers in what is said of a ruling: people never see an id. Only views/ includes
// this.

#include "governance/ruling.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// The ruling to make sentences from: a seat of `body` is "9" in place of kp/9, and any other
/// "4 of The Riverside Board". It has no events.
governance::Ruling with_seat_numbers(const Ground& ground, const governance::Ruling& ruling,
                                     const std::optional<governance::BodyId>& body);

} // namespace quorate::views
