#ifndef QUORATE_PARTNERSHIP_PARTS_HPP
#define QUORATE_PARTNERSHIP_PARTS_HPP
// What a partnership is made of. Internal to partnership.cpp and writer.cpp.

#include "governance/state.hpp"
#include "ledger/ledger.hpp"
#include "partnership/changes.hpp"
#include "partnership/clock.hpp"
#include "partnership/papers.hpp"
#include "partnership/prefixes.hpp"
#include "partnership/sources.hpp"
#include "partnership/vault.hpp"
#include "partnership/workspace/workspace.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace quorate::partnership {

/// The state after some entry, with the charters and calendars to read it by. Never changes once
/// published.
struct Snapshot {
    governance::State state;
    std::shared_ptr<const Sources> sources;

    [[nodiscard]] const governance::Context& context() const { return sources->context; }
};

struct Parts {
    std::string folder; ///< empty in memory
    std::unique_ptr<ledger::Ledger> ledger;
    std::shared_ptr<Vault> vault;
    std::optional<Papers> papers;
    std::unique_ptr<Workspace> workspace; ///< null in memory
    std::unique_ptr<SourceShelf> shelf;
    Clock clock = Clock::system();
    std::atomic<std::int64_t> practice_ms{0}; ///< where a practice copy's clock was moved to
    std::atomic<std::shared_ptr<const Snapshot>> published;
    mutable Prefixes prefixes; ///< states of the past that were asked for
    Changes changes;

    /// No act is recorded before this.
    [[nodiscard]] base::Instant clock_floor(base::Instant last_recorded) const {
        return std::max(last_recorded, base::Instant{practice_ms.load()});
    }
};

} // namespace quorate::partnership

#endif
