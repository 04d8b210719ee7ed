#include "views/meetings/day_seats.hpp"

#include "governance/meetings/substitutes.hpp"
#include "views/meetings/day_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const Seat* seat_of(const Ground& ground, const Meeting& meeting, std::string_view ref) {
    const bool whole = ref.find('/') != std::string_view::npos;
    const auto id = whole ? std::string(ref) : meeting.body.value + "/" + std::string(ref);
    return ground.state().seats.find(SeatId(id));
}

} // namespace

bool day_one_person(const Reader& reader, std::string_view meeting,
                    std::span<const DayMatch> matches) {
    const auto& ground = reader.ground();
    const auto* held = ground.state().meetings.find(MeetingId(meeting));
    if (held == nullptr || matches.size() < 2) {
        return false;
    }
    const auto at = day_moment(ground, *held);
    const auto holds = [&](const DayMatch& match) {
        const auto* seat = seat_of(ground, *held, match.ref);
        const auto* occupant = seat == nullptr ? nullptr : occupant_at(ground.state(), *seat, at);
        // A seat that two share does not say which of them is meant.
        return match.substitute || occupant == nullptr || occupant->persons.size() != 1
                   ? std::string()
                   : occupant->persons.front().value;
    };
    const auto first = holds(matches.front());
    return !first.empty() && std::all_of(matches.begin(), matches.end(),
                                         [&](const auto& each) { return holds(each) == first; });
}

bool day_substitute_named(const Reader& reader, std::string_view meeting, std::string_view seat) {
    const auto& ground = reader.ground();
    const auto* held = ground.state().meetings.find(MeetingId(meeting));
    const auto* known = held == nullptr ? nullptr : seat_of(ground, *held, seat);
    return known != nullptr &&
           substitute_for(ground.state(), *held, *known, day_moment(ground, *held)) != nullptr;
}

} // namespace quorate::views
