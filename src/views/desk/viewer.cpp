#include "views/desk/viewer.hpp"

#include "governance/lookup.hpp"
#include "views/shown.hpp"
#include "views/visibility.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;
using partnership::AccountKind;

namespace {

/// What the account is, before what it may see is worked out from it.
Viewer plain_viewer(const partnership::Account& account) {
    Viewer out;
    out.account = account.name;
    switch (account.kind) {
    case AccountKind::secretariat:
        out.kind = ViewerKind::secretariat;
        break;
    case AccountKind::auditor:
        out.kind = ViewerKind::auditor;
        break;
    case AccountKind::administrator:
        out.kind = ViewerKind::administrator;
        break;
    case AccountKind::partner:
        out.kind = ViewerKind::partner;
        out.organisations = account.organisations;
        break;
    case AccountKind::member:
        out.kind = ViewerKind::member;
        out.seats = account.actors();
        break;
    }
    return out;
}

std::string seat_title(const partnership::Partnership& partnership, const SeatId& id) {
    const auto* seat = partnership.snapshot()->state.seats.find(id);
    return seat == nullptr ? id.value : "seat " + std::to_string(seat->number);
}

/// The office one of the seats holds on any body now, the chair first.
std::optional<std::string> office_title(const partnership::Partnership& partnership,
                                        const Visibility& see) {
    const auto snapshot = partnership.snapshot();
    const auto now = std::max(partnership.now(), snapshot->state.last_recorded);
    for (const auto& [office, words] :
         {std::pair{"chair", "Chair, "}, std::pair{"vice-chair", "Vice Chair, "}}) {
        for (const auto& own : see.standings()) {
            const auto held =
                office_at(snapshot->state, own.body, office, now, snapshot->context());
            if (!own.meeting && held.seat != nullptr && held.seat->id == own.seat) {
                return words + seat_title(partnership, own.seat);
            }
        }
    }
    return std::nullopt;
}

} // namespace

Viewer viewer_of(const partnership::Partnership& partnership, const partnership::Account& account) {
    auto viewer = plain_viewer(account);
    if (viewer.kind != ViewerKind::member) {
        return viewer;
    }
    viewer = Visibility(std::move(viewer), partnership).viewer();
    if (!viewer.chairs.empty() || !viewer.presides.empty()) {
        viewer.kind = ViewerKind::chair;
    }
    return viewer;
}

std::string viewer_title(const partnership::Partnership& partnership,
                         const partnership::Account& account) {
    if (account.kind != AccountKind::member) {
        return account.title;
    }
    const Visibility see(plain_viewer(account), partnership);
    const std::string in_the_chair = see.viewer().presides.empty() ? "" : ", in the chair";
    if (const auto office = office_title(partnership, see)) {
        return *office + (office->starts_with("Chair") ? "" : in_the_chair);
    }
    // An account of a person is called by the seats of the day, whatever it was called at first.
    if (account.person && !see.standings().empty()) {
        const auto& first = see.standings().front();
        const auto seat = seat_title(partnership, first.seat);
        return (first.meeting ? "Standing in for " + seat : capitalised(seat)) + in_the_chair;
    }
    return account.title + in_the_chair;
}

bool acts_from_the_chair(const partnership::Partnership& partnership, const Viewer& viewer,
                         std::string_view meeting) {
    const auto snapshot = partnership.snapshot();
    const auto* known = snapshot->state.meetings.find(MeetingId(meeting));
    return known != nullptr && Visibility(viewer, partnership).presides(*known);
}

std::optional<std::string> actor_on(const partnership::Partnership& partnership,
                                    const Viewer& viewer, std::string_view body,
                                    std::string_view meeting) {
    const Visibility see(viewer, partnership);
    for (const auto& own : see.standings()) {
        if (own.meeting ? own.meeting->value == meeting : own.body.value == body) {
            return text(own.actor);
        }
    }
    return std::nullopt;
}

bool just_recorded(const partnership::Partnership& partnership, const partnership::Account& account,
                   std::int64_t position) {
    constexpr std::int64_t entries_since_max = 100;
    const auto size = partnership.state()->size;
    if (position < 0 || position >= size || position + entries_since_max < size) {
        return false;
    }
    const auto entry = partnership.entry(position);
    const auto own = account.actors();
    return entry && !entry->genesis &&
           (entry->submission.recorded_by == account.actor() ||
            std::find(own.begin(), own.end(), entry->submission.recorded_by) != own.end());
}

bool in_register(const partnership::Partnership& partnership, const Actor& actor) {
    const auto state = partnership.state();
    return actor.kind == ActorKind::person
               ? state->persons.find(PersonId(actor.id)) != nullptr
               : actor.kind == ActorKind::seat && state->seats.find(SeatId(actor.id)) != nullptr;
}

} // namespace quorate::views
