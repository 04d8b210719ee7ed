#ifndef QUORATE_GOVERNANCE_MEETINGS_SITTINGS_HPP
#define QUORATE_GOVERNANCE_MEETINGS_SITTINGS_HPP
// When a meeting sits, and when what it does is informal.

#include "governance/meetings/state.hpp"

namespace quorate::governance {

/// True while the meeting is open, both ends counted: what is entered as of the minute of the close
/// is in order.
bool sits_at(const Meeting& meeting, base::Instant at);
/// True when some of the item was taken while those present went on informally.
bool taken_informally(const Meeting& meeting, const Item& item);
/// Noted, decided, put off, withdrawn or not allowed: nothing more is done on it.
bool is_over(const Item& item);

} // namespace quorate::governance

#endif
