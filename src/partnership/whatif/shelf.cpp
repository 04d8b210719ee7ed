#include "partnership/whatif/shelf.hpp"

#include <mutex>

namespace quorate::partnership {
namespace {

struct Shelf {
    std::mutex mutex;
    const Partnership* of = nullptr;
    std::unique_ptr<History> history;
};

Shelf& shelf() {
    static Shelf held;
    return held;
}

/// The same partnership, under the same charters and calendars, with the same record so far.
bool still_good(const Shelf& held, const Partnership& partnership, const Snapshot& now) {
    if (held.history == nullptr || held.of != &partnership ||
        held.history->snapshot().sources != now.sources) {
        return false;
    }
    const auto acts = held.history->acts();
    return acts.size() <= now.state.entries.size() &&
           (acts.empty() || acts.back().submission.id == now.state.entries.at(acts.size() - 1).id);
}

} // namespace

Result<void> with_history(const Partnership& partnership,
                          const std::function<void(const History&)>& ask) {
    auto& held = shelf();
    const std::lock_guard turn(held.mutex);
    if (still_good(held, partnership, *partnership.snapshot())) {
        if (auto advanced = held.history->advance(partnership); !advanced) {
            held.history = nullptr;
            return advanced;
        }
    } else {
        held.history = nullptr; // before the next is made: a record may be large
        auto loaded = History::load(partnership);
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        held.history = std::move(*loaded);
        held.of = &partnership;
    }
    ask(*held.history);
    return {};
}

} // namespace quorate::partnership
