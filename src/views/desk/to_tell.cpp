#include "views/desk/to_tell.hpp"

#include "views/ground.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<ToTell> members_to_tell(const Reader& reader, std::string_view body,
                                    const std::vector<std::string>& seats) {
    const auto& ground = reader.ground();
    std::vector<ToTell> out;
    for (const auto* seat : seats_filled_at(ground.state(), BodyId(body), ground.now)) {
        const auto& id = seat->id.value;
        if (!seats.empty() && std::find(seats.begin(), seats.end(), id) == seats.end()) {
            continue;
        }
        ToTell member{id, seat_words(ground.seat(*seat, ground.now)), {}};
        if (const auto* occupant = occupant_at(ground.state(), *seat, ground.now)) {
            for (const auto& person : occupant->persons) {
                member.actors.push_back("person:" + person.value);
            }
        }
        member.actors.push_back("seat:" + id);
        out.push_back(std::move(member));
    }
    return out;
}

} // namespace quorate::views
