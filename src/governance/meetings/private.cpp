#include "governance/meetings/private.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool named(const PrivateSession& session, std::int64_t item) {
    return std::find(session.items.begin(), session.items.end(), item) != session.items.end();
}

/// The item was dealt with during the session. Where the session names its items, one that was only being finished
/// when it began is not of it.
bool taken_during(const PrivateSession& session, const Item& item) {
    return std::any_of(item.taken.begin(), item.taken.end(), [&](const ItemInterval& taken) {
        const bool before_its_end = !session.until || taken.from < *session.until;
        const bool after_its_start = !taken.until || session.from < *taken.until;
        const bool begun_in_it = session.items.empty() || session.from <= taken.from;
        return before_its_end && after_its_start && begun_in_it;
    });
}

} // namespace

const PrivateSession* private_session(const Meeting& meeting, base::Instant at) {
    for (const auto& session : meeting.private_sessions) {
        if (session.from <= at && (!session.until || at < *session.until)) {
            return &session;
        }
    }
    return nullptr;
}

const PrivateSession* private_session_of(const Meeting& meeting, const Item& item) {
    for (const auto& session : meeting.private_sessions) {
        if (named(session, item.number) || taken_during(session, item)) {
            return &session;
        }
    }
    return nullptr;
}

bool notes_in_private(const Meeting& meeting, const Item& item) {
    return !item.notes_released && private_session_of(meeting, item) != nullptr;
}

} // namespace quorate::governance
