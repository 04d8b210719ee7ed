#ifndef QUORATE_PARTNERSHIP_PREFIXES_HPP
#define QUORATE_PARTNERSHIP_PREFIXES_HPP
// States of the past: what the record said once so many entries were recorded. Made by replay, and
// the last few asked for are kept.

#include "base/result.hpp"
#include "governance/state.hpp"
#include "ledger/store.hpp"
#include "partnership/sources.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace quorate::partnership {

using base::Result;

struct Snapshot;

/// How many of the states asked for are kept. They share what they have in common, so that each
/// costs little more than what was recorded between it and the one it was made from.
inline constexpr std::size_t prefixes_kept_max = 8;
/// How many further states are kept on the way, evenly spread, so that no later question replays
/// more than the stretch between two of them.
inline constexpr std::size_t milestones_max = 16;
inline constexpr std::int64_t milestone_every_least = 4096; ///< entries

/// The entries recorded by an instant, it included; 0 before the genesis. The record's clock never
/// goes back, so they are the first so many.
std::int64_t entries_recorded_by(const governance::State& state, base::Instant instant);

/// The states kept, the last used first. Safe to share between threads.
class Prefixes {
public:
    /// The state after `entries` entries, from 1 to the size of `newest`: `newest` itself, one
    /// kept, or replayed from the nearest earlier one kept. Read with `sources`, which are of
    /// today: charters are never taken away.
    Result<std::shared_ptr<const Snapshot>> after(std::int64_t entries,
                                                  std::shared_ptr<const Snapshot> newest,
                                                  std::shared_ptr<const Sources> sources,
                                                  ledger::Store& store);
    /// How many are kept, those on the way included.
    [[nodiscard]] std::size_t kept() const;

private:
    using Held = std::shared_ptr<const Snapshot>;

    [[nodiscard]] Held nearest(std::int64_t entries);
    void keep(Held snapshot);
    /// Keeps a copy when it stands at a milestone.
    void pass(const Snapshot& snapshot);

    mutable std::mutex mutex_;
    std::list<Held> kept_;
    std::vector<Held> milestones_; ///< by size
    std::int64_t milestone_every_ = milestone_every_least;
};

} // namespace quorate::partnership

#endif
