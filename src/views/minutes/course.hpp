#ifndef QUORATE_VIEWS_MINUTES_COURSE_HPP
#define QUORATE_VIEWS_MINUTES_COURSE_HPP
// How a meeting went: its times, its breaks and whether it ever had a quorum. Only views/ includes
// this.

#include "governance/meetings/state.hpp"
#include "views/ground.hpp"
#include "views/shown.hpp"

namespace quorate::views {

/// "2:14pm"; on another day than the one it opened on, "2:14pm on 4 February 2027".
std::string meeting_clock(const Ground& ground, const governance::Meeting& meeting,
                          base::Instant at);
/// The same for somebody's coming: who came before the meeting went on again is there from then.
std::string arrival_clock(const Ground& ground, const governance::Meeting& meeting,
                          base::Instant at);

/// A seat as the minutes name it; at a joint meeting with the body it is of in front.
std::string seat_at(const Ground& ground, const governance::Meeting& meeting,
                    const SeatShown& seat);

/// Whether there was a quorum then; at a joint meeting of either body, which can then decide for
/// itself.
enum class QuorumThen { quorate, inquorate, unknown };
QuorumThen quorum_then(const Ground& ground, const governance::Meeting& meeting, base::Instant at);
/// The count then, a sentence for each body: "7 of 9 were present. Quorum 5: two to spare."
std::vector<std::string> quorum_sentences(const Ground& ground, const governance::Meeting& meeting,
                                          base::Instant at);

/// The meeting was held, and at no time of it was there a quorum.
bool never_quorate(const Ground& ground, const governance::Meeting& meeting);
/// What was said then was said without a quorum.
bool said_informally(const Ground& ground, const governance::Meeting& meeting, base::Instant at);

/// When it was broken off and went on again, a paragraph for each break.
std::vector<std::string> break_words(const Ground& ground, const governance::Meeting& meeting);

} // namespace quorate::views

#endif
