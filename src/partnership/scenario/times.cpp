#include "partnership/scenario/times.hpp"

namespace quorate::partnership::scenario {
namespace {

struct Step {
    int days = 0;
    std::int64_t minutes = 0;
};

base::Result<Step> parse_step(std::string_view text) {
    Step out;
    std::size_t at = 1;
    while (at < text.size()) {
        const auto from = at;
        std::int64_t count = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - from < 6) {
            count = count * 10 + (text[at++] - '0');
        }
        const char unit = at < text.size() ? text[at] : '\0';
        if (at == from || (unit != 'm' && unit != 'h' && unit != 'd' && unit != 'w')) {
            return base::fail("", "\"" + std::string(text) + "\" is not a step in time",
                              "Write +10m, +1h30m, +2d or +1w");
        }
        ++at;
        if (unit == 'm' || unit == 'h') {
            out.minutes += unit == 'h' ? count * 60 : count;
        } else {
            out.days += static_cast<int>(unit == 'w' ? count * 7 : count);
        }
    }
    return out;
}

} // namespace

base::Result<base::Instant> parse_time(std::string_view text, base::Instant before,
                                       const base::Zone& zone) {
    if (text == "same") {
        return before;
    }
    if (!text.starts_with('+') || text.size() < 2) {
        auto at = base::parse_when(text, zone);
        if (!at) {
            return base::fail(
                "", at.error().message,
                "A time is 2008-07-01T10:05, 2008-07-01, same, or a step such as +10m");
        }
        return at;
    }
    const auto step = parse_step(text);
    if (!step) {
        return tl::unexpected(step.error());
    }
    auto local = zone.local(before);
    auto moved = before;
    if (step->days > 0) {
        local.date = local.date.plus_days(step->days);
        const auto at = zone.instant(local);
        if (!at) {
            return at;
        }
        // The seconds of the line before are kept.
        moved = base::Instant{at->ms + ((before.ms % 60'000) + 60'000) % 60'000};
    }
    return base::Instant{moved.ms + step->minutes * 60'000};
}

} // namespace quorate::partnership::scenario
