#include "governance/duties/deadline.hpp"

#include "calendar/period.hpp"

#include <charconv>

namespace quorate::governance {
namespace {

/// "20wd" is twenty working days; 0 for anything else.
int working_days(std::string_view text) {
    int days = 0;
    const auto* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, days);
    const bool unit = std::string_view(end, static_cast<std::size_t>(last - end)) == "wd";
    return error == std::errc{} && unit && days > 0 && days <= calendar::working_days_max ? days
                                                                                          : 0;
}

Deadline from_result(const base::Result<base::CivilDate>& result) {
    if (!result) {
        return {{}, false, result.error().message};
    }
    return {*result, false, {}};
}

} // namespace

Deadline deadline_after(const State& state, const BodyId& body, base::CivilDate from,
                        std::string_view due, base::Instant judged_at, const Context& context) {
    if (due.empty() || due == "next-meeting") {
        return {{}, true, {}};
    }
    if (due == "year-end") {
        return {calendar::calendar_year(from).to, false, {}};
    }
    if (const auto days = working_days(due); days > 0) {
        const auto calendar =
            calendar_at(state, body, judged_at, context, charter::CalendarAsOf::dispatch);
        if (!calendar) {
            return {{}, false, "no working-day calendar is held for this body"};
        }
        return from_result(calendar->working_days_after(from, days));
    }
    const auto period = calendar::parse_period(due);
    if (!period) {
        return {
            {}, false, "the time \"" + std::string(due) + "\" is not one that can be worked out"};
    }
    return from_result(calendar::plus(from, *period));
}

} // namespace quorate::governance
