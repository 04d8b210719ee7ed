#include "partnership/prefixes.hpp"

#include "partnership/parts.hpp"
#include "partnership/record.hpp"

#include <algorithm>

namespace quorate::partnership {

std::int64_t entries_recorded_by(const governance::State& state, base::Instant instant) {
    std::size_t low = 0;
    auto high = state.entries.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (state.entries.at(middle).recorded <= instant) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > 0) {
        return state.entries.at(low - 1).position + 1;
    }
    return state.size > 0 && state.genesis->recorded <= instant ? 1 : 0;
}

std::size_t Prefixes::kept() const {
    const std::lock_guard lock(mutex_);
    return kept_.size() + milestones_.size();
}

Prefixes::Held Prefixes::nearest(std::int64_t entries) {
    const std::lock_guard lock(mutex_);
    Held best;
    const auto take = [&](const Held& each) {
        const auto size = each->state.size;
        if (size <= entries && (best == nullptr || size > best->state.size)) {
            best = each;
        }
    };
    std::for_each(milestones_.begin(), milestones_.end(), take);
    std::for_each(kept_.begin(), kept_.end(), take);
    const auto used = std::find(kept_.begin(), kept_.end(), best);
    if (used != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, used);
    }
    return best;
}

void Prefixes::keep(Held snapshot) {
    const std::lock_guard lock(mutex_);
    kept_.remove_if([&](const Held& each) { return each->state.size == snapshot->state.size; });
    kept_.push_front(std::move(snapshot));
    if (kept_.size() > prefixes_kept_max) {
        kept_.pop_back();
    }
}

void Prefixes::pass(const Snapshot& snapshot) {
    const auto size = snapshot.state.size;
    const std::lock_guard lock(mutex_);
    if (size % milestone_every_ != 0) {
        return;
    }
    const auto after = std::lower_bound(
        milestones_.begin(), milestones_.end(), size,
        [](const Held& each, std::int64_t least) { return each->state.size < least; });
    if (after != milestones_.end() && (*after)->state.size == size) {
        return;
    }
    milestones_.insert(after, std::make_shared<Snapshot>(snapshot));
    if (milestones_.size() > milestones_max) {
        milestone_every_ *= 2;
        std::erase_if(milestones_,
                      [&](const Held& each) { return each->state.size % milestone_every_ != 0; });
    }
}

Result<std::shared_ptr<const Snapshot>> Prefixes::after(std::int64_t entries,
                                                        std::shared_ptr<const Snapshot> newest,
                                                        std::shared_ptr<const Sources> sources,
                                                        ledger::Store& store) {
    if (newest->state.size == entries) {
        return newest;
    }
    const auto from = nearest(entries);
    auto out = from == nullptr ? std::make_shared<Snapshot>() : std::make_shared<Snapshot>(*from);
    out->sources = std::move(sources);
    if (out->state.size == entries) {
        return out;
    }
    const auto first = static_cast<std::uint64_t>(out->state.size);
    Replayer replayer;
    auto visited = store.visit({first, static_cast<std::uint64_t>(entries)},
                               [&](const ledger::StoredEntry& entry) {
                                   auto taken = replayer.take(out->state, entry.bytes);
                                   if (taken) {
                                       pass(*out);
                                   }
                                   return taken;
                               });
    if (!visited) {
        return tl::unexpected(visited.error());
    }
    keep(out);
    return out;
}

} // namespace quorate::partnership
