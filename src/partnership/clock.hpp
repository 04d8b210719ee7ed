#ifndef QUORATE_PARTNERSHIP_CLOCK_HPP
#define QUORATE_PARTNERSHIP_CLOCK_HPP
// The clock of a partnership: the instant at which an act is recorded. It never goes back.

#include "base/time.hpp"

#include <optional>

namespace quorate::partnership {

/// A real partnership is recorded by the machine's clock. In a rehearsal or scenario the record is
/// its own clock: it stands where the last act left it and moves forward with the acts.
class Clock {
public:
    static Clock system() { return Clock(true); }
    static Clock of_the_record() { return Clock(false); }

    /// What the time is, given when the newest entry was recorded.
    [[nodiscard]] base::Instant now(base::Instant last_recorded) const;
    /// When an act is recorded: never before `last_recorded`. The clock of the record goes to
    /// `asked`, or when nothing is asked to the act's effective instant; the machine's clock takes
    /// no wishes.
    [[nodiscard]] base::Instant recorded(base::Instant last_recorded, base::Instant effective,
                                         std::optional<base::Instant> asked) const;
    [[nodiscard]] bool is_system() const { return system_; }

private:
    explicit Clock(bool system) : system_(system) {}
    bool system_;
};

} // namespace quorate::partnership

#endif
