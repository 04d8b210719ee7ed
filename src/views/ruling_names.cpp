#include "views/ruling_names.hpp"

#include "views/succession/succession_make.hpp"

namespace quorate::views {

using namespace governance;

namespace {

/// "direction of the Kent Partnership"
std::string in_words(const Ground& ground, const std::string& matter) {
    const auto dash = matter.find('-');
    const BodyId body(matter.substr(0, dash));
    if (dash == std::string::npos || ground.state().bodies.find(body) == nullptr) {
        return matter;
    }
    return matter.substr(dash + 1) + " of " + in_sentence(ground, body);
}

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

    /// An id of a seat or a meeting, or an actor who acts from a seat; other words as they are.
    void name(std::string& written) const {
        constexpr std::string_view acting = "seat:";
        const bool acts = written.starts_with(acting);
        if (auto named = seat(acts ? written.substr(acting.size()) : written)) {
            written = (acts ? std::string(acting) : std::string()) + std::move(*named);
        } else if (ground.state().meetings.find(MeetingId(written)) != nullptr) {
            written = ground.meeting(MeetingId(written)).name;
        }
    }

    void name(std::vector<Fact>& facts) const {
        for (auto& fact : facts) {
            auto* written = std::get_if<std::string>(&fact.value);
            if (written != nullptr && fact.name == "missing") {
                *written = in_words(ground, *written);
            } else if (written != nullptr) {
                name(*written);
            }
        }
    }
};

} // namespace

Ruling with_names(const Ground& ground, const Ruling& ruling, const std::optional<BodyId>& body) {
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

std::string matter_words(const Ground& ground, const std::string& matter) {
    const auto words = in_words(ground, matter);
    return words == matter ? plain_name(matter) : capitalised(words);
}

} // namespace quorate::views
