#ifndef QUORATE_GOVERNANCE_TIMELINE_HPP
#define QUORATE_GOVERNANCE_TIMELINE_HPP
// Values that change over time, read with at(instant).

#include "base/time.hpp"

#include <algorithm>
#include <vector>

namespace quorate::governance {

/// A value by effective instant. Two changes at one instant: the one recorded later stands.
template <class T>
class Timeline {
  public:
    struct Change {
        base::Instant from;
        T value;
    };

    void set(base::Instant from, T value) {
        const auto after = std::upper_bound(changes_.begin(), changes_.end(), from,
                                            [](base::Instant at, const Change& c) { return at < c.from; });
        changes_.insert(after, Change{from, std::move(value)});
    }
    /// The value in force; null before the first change.
    [[nodiscard]] const T* at(base::Instant instant) const {
        const auto after = std::upper_bound(changes_.begin(), changes_.end(), instant,
                                            [](base::Instant at, const Change& c) { return at < c.from; });
        return after == changes_.begin() ? nullptr : &std::prev(after)->value;
    }
    /// The change in force, with the instant it took effect.
    [[nodiscard]] const Change* change_at(base::Instant instant) const {
        const auto after = std::upper_bound(changes_.begin(), changes_.end(), instant,
                                            [](base::Instant at, const Change& c) { return at < c.from; });
        return after == changes_.begin() ? nullptr : &*std::prev(after);
    }
    [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
    [[nodiscard]] bool empty() const { return changes_.empty(); }

  private:
    std::vector<Change> changes_;
};

} // namespace quorate::governance

#endif
