#ifndef QUORATE_VIEWS_DESK_OWN_MAKE_HPP
#define QUORATE_VIEWS_DESK_OWN_MAKE_HPP
// The seats a viewer acts from. Only views/ includes this.

#include "views/desk/member.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// A seat of the viewer with the actor acts are made by.
struct SeatOfViewer {
    const governance::Seat* seat = nullptr;
    governance::Actor actor;
    /// Of a substitute: the meeting at which they stand in. They hold no seat by it.
    std::optional<governance::MeetingId> meeting = {};
};

/// The seats the viewer holds that exist now, each once.
std::vector<SeatOfViewer> seats_of_viewer(const Ground& ground);
/// The seats the viewer stands in for, each at its meeting, until it is over.
std::vector<SeatOfViewer> stood_in_for(const Ground& ground);
/// The seats the viewer acts from at a meeting: held, else stood in for.
std::vector<SeatOfViewer> seats_at_meeting(const Ground& ground,
                                           const governance::Meeting& meeting);
/// The offices the seat has on its body now: "Chair".
std::vector<std::string> offices_of(const Ground& ground, const governance::Seat& seat);
/// When the holder of a seat changed or will, by time; of a seat that goes with an office too.
std::vector<base::Instant> changes_of_holder(const Ground& ground, const governance::Seat& seat);
/// Whoever holds the seat now held it then too: what was entered, declared, asked for or recorded
/// for it before is not theirs, and may be sensitive.
bool of_holder(const Ground& ground, const governance::SeatId& seat, base::Instant at);
OwnSeat own_seat(const Ground& ground, const SeatOfViewer& own);
/// Acts recorded by somebody else for one of these seats and not yet answered, latest first.
std::vector<RecordedForYou> recorded_for(const Ground& ground,
                                         const std::vector<SeatOfViewer>& seats);
/// "The Kent Partnership, 1 July 2008, item 4" for what an entry is about.
std::string about_words(const Ground& ground, const governance::EntryLine& line);

/// A meeting as one of the viewer's seats has it (member_meeting.cpp).
OwnMeeting own_meeting_of(const Ground& ground, const governance::Meeting& meeting,
                          const SeatOfViewer& own);
/// The viewer's entries in the register, from whichever of their seats, that may touch an item, and
/// why (member_interests.cpp).
std::vector<InterestMatch> interest_matches(const Ground& ground,
                                            const governance::Meeting& meeting,
                                            const governance::Item& item);
/// The same of one seat, for somebody else: without entries of which they may not know the nature.
std::vector<InterestMatch> interest_matches(const Ground& ground,
                                            const governance::Meeting& meeting,
                                            const governance::Item& item,
                                            const governance::Seat& seat);
/// The viewer's standing entries, and what they declared at items, latest first.
std::vector<OwnInterest> own_interests(const Ground& ground,
                                       const std::vector<SeatOfViewer>& seats);
std::vector<OwnDeclaration> own_declarations(const Ground& ground,
                                             const std::vector<SeatOfViewer>& seats);

} // namespace quorate::views

#endif
