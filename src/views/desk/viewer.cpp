#include "views/desk/viewer.hpp"

#include "governance/lookup.hpp"
#include "views/shown.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

struct OfficeHeld {
    std::string office;
    const Seat* seat = nullptr;
    bool stands_in = false; ///< the vice chair of a body whose chair is vacant
};

/// The offices these actors hold on any body now, the chair first.
std::vector<OfficeHeld> offices_held(const partnership::Partnership& partnership,
                                     const std::vector<Actor>& actors) {
    std::vector<OfficeHeld> out;
    const auto snapshot = partnership.snapshot();
    const auto& state = snapshot->state;
    const auto now = partnership.now();
    for (const char* office : {"chair", "vice-chair"}) {
        state.bodies.each([&](const Body& body) {
            const auto held = office_at(state, body.id, office, now, snapshot->context());
            for (const auto& actor : actors) {
                if (held.seat != nullptr && seat_of(state, actor, body.id, nullptr, now,
                                                    snapshot->context()) == held.seat) {
                    const auto chair = office_at(state, body.id, "chair", now, snapshot->context());
                    out.push_back({office, held.seat, chair.seat == nullptr});
                }
            }
        });
    }
    return out;
}

} // namespace

Viewer viewer_of(const partnership::Partnership& partnership, const partnership::Account& account) {
    switch (account.kind) {
    case partnership::AccountKind::secretariat:
        return {ViewerKind::secretariat, {}};
    case partnership::AccountKind::auditor:
        return {ViewerKind::auditor, {}};
    case partnership::AccountKind::member:
        break;
    }
    const auto held = offices_held(partnership, account.seats);
    const bool chair = std::any_of(held.begin(), held.end(), [](const OfficeHeld& each) {
        return each.office == "chair" || each.stands_in;
    });
    return {chair ? ViewerKind::chair : ViewerKind::member, account.seats};
}

std::string viewer_title(const partnership::Partnership& partnership,
                         const partnership::Account& account) {
    if (account.kind != partnership::AccountKind::member) {
        return account.title;
    }
    const auto held = offices_held(partnership, account.seats);
    if (held.empty()) {
        return account.title;
    }
    const std::string office = held.front().office == "chair" ? "Chair" : "Vice Chair";
    return office + ", seat " + std::to_string(held.front().seat->number);
}

std::optional<std::string> actor_on(const partnership::Partnership& partnership,
                                    const Viewer& viewer, std::string_view body) {
    const auto snapshot = partnership.snapshot();
    for (const auto& actor : viewer.seats) {
        const bool elsewhere =
            actor.kind == ActorKind::seat && !actor.id.starts_with(std::string(body) + "/");
        if (!elsewhere && seat_of(snapshot->state, actor, BodyId(body), nullptr, partnership.now(),
                                  snapshot->context()) != nullptr) {
            return text(actor);
        }
    }
    return std::nullopt;
}

bool in_register(const partnership::Partnership& partnership, const Actor& actor) {
    const auto state = partnership.state();
    return actor.kind == ActorKind::person
               ? state->persons.find(PersonId(actor.id)) != nullptr
               : actor.kind == ActorKind::seat && state->seats.find(SeatId(actor.id)) != nullptr;
}

} // namespace quorate::views
