#ifndef QUORATE_PARTNERSHIP_WHATIF_SHELF_HPP
#define QUORATE_PARTNERSHIP_WHATIF_SHELF_HPP
// The record that was asked about last, kept loaded between questions: people ask one after another
// about the same.

#include "partnership/whatif/history.hpp"

#include <functional>

namespace quorate::partnership {

/// Runs ask() on a partnership's record as it stands now, loading it, or only what was recorded
/// since, first. One question at a time; the history must not be kept. Fails naming the entry that
/// cannot be read.
Result<void> with_history(const Partnership& partnership,
                          const std::function<void(const History&)>& ask);

} // namespace quorate::partnership

#endif
