#include "views/desk/practice.hpp"

#include "governance/lookup.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;
using partnership::Account;
using partnership::AccountKind;

namespace {

std::string account_name(const SeatId& seat) {
    std::string out = seat.value;
    std::replace(out.begin(), out.end(), '/', '-');
    return out;
}

Account member(std::string name, const Seat& seat) {
    return {std::move(name),
            "Seat " + std::to_string(seat.number),
            AccountKind::member,
            {{ActorKind::seat, seat.id.value}},
            true};
}

} // namespace

bool has_practice_accounts(const partnership::Partnership& partnership) {
    return partnership.workspace() != nullptr &&
           (partnership.kind() == PartnershipKind::rehearsal ||
            partnership.kind() == PartnershipKind::fictional);
}

base::Result<void> make_practice_accounts(const partnership::Partnership& partnership) {
    if (!has_practice_accounts(partnership)) {
        return {};
    }
    const auto snapshot = partnership.snapshot();
    const auto& state = snapshot->state;
    const auto now = partnership.now();
    std::vector<Account> wanted = {
        {"secretariat", "Secretariat", AccountKind::secretariat, {}, true},
        {"auditor", "Auditor", AccountKind::auditor, {}, true}};
    if (state.bodies.size() > 0) {
        const auto& first = state.bodies.at(0).id;
        for (const char* office : {"chair", "vice-chair"}) {
            const auto held = office_at(state, first, office, now, snapshot->context());
            if (held.seat != nullptr) {
                wanted.push_back(member(office, *held.seat));
            }
        }
    }
    state.bodies.each([&](const Body& body) {
        for (const auto* seat : seats_filled_at(state, body.id, now)) {
            wanted.push_back(member(account_name(seat->id), *seat));
        }
    });
    return partnership.workspace()->add_practice_accounts(wanted, practice_password);
}

} // namespace quorate::views
