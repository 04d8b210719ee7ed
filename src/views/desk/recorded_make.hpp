#ifndef QUORATE_VIEWS_DESK_RECORDED_MAKE_HPP
#define QUORATE_VIEWS_DESK_RECORDED_MAKE_HPP
// How somebody answered what was recorded for them. Only views/ includes this.

#include "views/ground.hpp"

#include <string>

namespace quorate::views {

/// "Disputed on 4 August 2008 by the Chair, for whom it was recorded."; empty for no answer.
std::string answered_words(const Ground& ground, const governance::EntryLine& line);
/// Who acted towards a body: a person as the office or seat they acted from, "the Chair", "Seat 9,
/// public"; anybody else as Ground::actor() has them.
std::string acting_words(const Ground& ground, const governance::Actor& actor,
                         const governance::BodyId& body, base::Instant at);
/// "psb/10" or "public" of a list of those consulted, as people read it.
std::string consulted_words(const Ground& ground, const governance::BodyId& body,
                            const std::string& named, base::Instant at);

} // namespace quorate::views

#endif
