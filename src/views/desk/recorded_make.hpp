#ifndef QUORATE_VIEWS_DESK_RECORDED_MAKE_HPP
#define QUORATE_VIEWS_DESK_RECORDED_MAKE_HPP
// How somebody answered what was recorded for them. Only views/ includes this.

#include "views/desk/own_make.hpp"
#include "views/ground.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// An act that somebody else recorded for one of these seats, whose holder then is its holder now;
/// nothing for another.
std::optional<RecordedForYou> recorded_for_one_of(const Ground& ground,
                                                  const std::vector<SeatOfViewer>& seats,
                                                  const governance::EntryLine& line);

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
