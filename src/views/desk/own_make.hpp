#pragma once
// The seats a viewer acts from. Only views/ includes this.

#include "views/desk/member.hpp"
#include "views/ground.hpp"

namespace quorate::views {

/// A seat of the viewer with the actor acts are made by.
struct SeatOfViewer {
    const governance::Seat* seat = nullptr;
    governance::Actor actor;
};

/// The seats of the viewer that exist now, each once.
std::vector<SeatOfViewer> seats_of_viewer(const Ground& ground);
OwnSeat own_seat(const Ground& ground, const SeatOfViewer& own);
/// Acts recorded by somebody else for one of these seats and not yet answered, latest first.
std::vector<RecordedForYou> recorded_for(const Ground& ground,
                                         const std::vector<SeatOfViewer>& seats);
/// "The Kent Partnership, 1 July 2008, item 4" for what an entry is about.
std::string about_words(const Ground& ground, const governance::EntryLine& line);

} // namespace quorate::views
