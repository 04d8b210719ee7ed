#ifndef QUORATE_GOVERNANCE_MEETINGS_PRIVATE_HPP
#define QUORATE_GOVERNANCE_MEETINGS_PRIVATE_HPP
// When a meeting open to the public went on without it, and which items it took then.

#include "governance/meetings/state.hpp"

namespace quorate::governance {

/// The private session a meeting is in at an instant; null when it is open to the public, or never was.
const PrivateSession* private_session(const Meeting& meeting, base::Instant at);

/// The session in which an item was taken, or for which it was named; null when all of it was in public. What was
/// said of an item of which a part was taken in private counts as said in private.
const PrivateSession* private_session_of(const Meeting& meeting, const Item& item);

/// What was noted of the item is not for the public: it was taken in private, and its notes were not released.
bool notes_in_private(const Meeting& meeting, const Item& item);

} // namespace quorate::governance

#endif
