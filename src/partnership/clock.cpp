#include "partnership/clock.hpp"

#include <algorithm>

namespace quorate::partnership {

base::Instant Clock::now(base::Instant last_recorded) const {
    return system_ ? std::max(base::system_now(), last_recorded) : last_recorded;
}

base::Instant Clock::recorded(base::Instant last_recorded, base::Instant effective,
                              std::optional<base::Instant> asked) const {
    return std::max(last_recorded, system_ ? base::system_now() : asked.value_or(effective));
}

} // namespace quorate::partnership
