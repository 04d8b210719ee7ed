#ifndef QUORATE_VIEWS_DESK_OWN_OVERLAPS_HPP
#define QUORATE_VIEWS_DESK_OWN_OVERLAPS_HPP
// Meetings of one member that may go on at the same time.

#include "views/desk/member.hpp"

namespace quorate::views {

/// Another meeting of the viewer's that may overlap one of theirs.
struct OwnOverlap {
    MeetingLine line;
    Moment begins;        ///< or goes on, after it was broken off
    std::string seat;     ///< from which the viewer is to be there: kp/9
    bool both = false;    ///< they have said that they will come to both
    bool assumed = false; ///< nobody said how long one of the two lasts
};
BOOST_DESCRIBE_STRUCT(OwnOverlap, (), (line, begins, seat, both, assumed))

/// The viewer's other meetings that go on while this one does, as far as is expected, by time; none
/// once they are not to be at it themselves, nor those they are not to be at.
std::vector<OwnOverlap> overlaps_of(const Reader& reader, const OwnMeeting& meeting);

} // namespace quorate::views

#endif
