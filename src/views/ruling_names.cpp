#include "views/ruling_names.hpp"

namespace quorate::views {

using namespace governance;

namespace {

struct Naming {
    const Ground& ground;
    const std::optional<BodyId>& body;

    /// "9" for kp/9; nothing when it is no seat.
    [[nodiscard]] std::optional<std::string> seat(const std::string& id) const {
        const auto* found = ground.state().seats.find(SeatId(id));
        if (found == nullptr) {
            return std::nullopt;
        }
        const auto number = std::to_string(found->number);
        return found->body == body ? number : number + " of " + ground.body(found->body).name;
    }

    /// An id of a seat, or an actor who acts from one; other words as they are.
    void name(std::string& written) const {
        constexpr std::string_view acting = "seat:";
        const bool acts = written.starts_with(acting);
        if (auto named = seat(acts ? written.substr(acting.size()) : written)) {
            written = (acts ? std::string(acting) : std::string()) + std::move(*named);
        }
    }

    void name(std::vector<Fact>& facts) const {
        for (auto& fact : facts) {
            if (auto* written = std::get_if<std::string>(&fact.value)) {
                name(*written);
            }
        }
    }
};

} // namespace

Ruling with_seat_numbers(const Ground& ground, const Ruling& ruling,
                         const std::optional<BodyId>& body) {
    const Naming naming{ground, body};
    Ruling out{ruling.verdict, ruling.reasons, {}};
    for (auto& reason : out.reasons) {
        naming.name(reason.facts);
        naming.name(reason.holder);
        for (auto& other : reason.otherwise) {
            naming.name(other.facts);
        }
    }
    return out;
}

} // namespace quorate::views
