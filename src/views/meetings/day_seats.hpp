#ifndef QUORATE_VIEWS_MEETINGS_DAY_SEATS_HPP
#define QUORATE_VIEWS_MEETINGS_DAY_SEATS_HPP
// What the register says of seats written in a form of meeting day: "2", or "rp/3" of the other
// body of a joint meeting.

#include "views/meetings/day.hpp"

namespace quorate::views {

/// Whether all of these are seats of one and the same person, who comes and goes with all of them.
bool day_one_person(const Reader& reader, std::string_view meeting,
                    std::span<const DayMatch> matches);

/// Whether a substitute is named for that one seat, for the meeting or by the register.
bool day_substitute_named(const Reader& reader, std::string_view meeting, std::string_view seat);

} // namespace quorate::views

#endif
