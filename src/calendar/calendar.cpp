#include "calendar/calendar.hpp"

#include <algorithm>

namespace quorate::calendar {
namespace {

using base::CivilDate;
using base::Result;

Result<void> check_count(int count_days) {
    if (count_days < 1 || count_days > working_days_max) {
        return base::fail("", std::to_string(count_days) + " working days cannot be counted",
                          "Use 1 to " + std::to_string(working_days_max));
    }
    return {};
}

} // namespace

Calendar::Calendar(CalendarData data, std::string bytes)
    : data_(std::move(data)), bytes_(std::move(bytes)), hash_(base::sha256(bytes_)) {
    QUORATE_ASSERT(data_.span.from <= data_.span.to);
    WeekdayTotals totals{};
    auto listed = data_.days.begin();
    for (auto date = data_.span.from; date <= data_.span.to; date = date.plus_days(1)) {
        totals_.push_back(totals);
        if (listed != data_.days.end() && listed->date == date) {
            ++listed;
        } else {
            ++totals[date.weekday()];
        }
    }
    totals_.push_back(totals);
    QUORATE_ASSERT(listed == data_.days.end());
}

base::Failure Calendar::outside(const std::string& what) const {
    return {"calendar " + data_.name + ", version " + std::to_string(data_.version),
            what + " outside the calendar, which runs from " + base::text(data_.span.from) +
                " to " + base::text(data_.span.to),
            "Import a newer version of the calendar that covers it"};
}

Result<void> Calendar::check(CivilDate date) const {
    if (!data_.span.contains(date)) {
        return tl::unexpected(outside(base::text(date) + " is"));
    }
    return {};
}

std::size_t Calendar::index_of(CivilDate date) const {
    return static_cast<std::size_t>(date.days - data_.span.from.days);
}

/// Working days in the span before the day at `index`.
int Calendar::total_before(std::size_t index, Weekend weekend) const {
    const auto& totals = totals_[index];
    int out = 0;
    for (unsigned weekday = 0; weekday < totals.size(); ++weekday) {
        out += weekend.has(weekday) ? 0 : totals[weekday];
    }
    return out;
}

/// The working day with `ordinal` working days of the span before it, which the caller knows to
/// exist.
CivilDate Calendar::nth(int ordinal, Weekend weekend) const {
    std::size_t low = 0;
    std::size_t high = totals_.size() - 1;
    while (high - low > 1) {
        const auto middle = low + (high - low) / 2;
        (total_before(middle, weekend) <= ordinal ? low : high) = middle;
    }
    return data_.span.from.plus_days(static_cast<int>(low));
}

Result<bool> Calendar::is_working_day(CivilDate date, std::optional<Weekend> weekend) const {
    return check(date).map([&] {
        return !weekend.value_or(data_.weekend).has(date.weekday()) && listed(date) == nullptr;
    });
}

const NonWorkingDay* Calendar::listed(CivilDate date) const {
    const auto found =
        std::lower_bound(data_.days.begin(), data_.days.end(), date,
                         [](const NonWorkingDay& day, CivilDate at) { return day.date < at; });
    return found != data_.days.end() && found->date == date ? &*found : nullptr;
}

Result<CivilDate> Calendar::working_days_before(CivilDate meeting, int count_days, Count count,
                                                std::optional<Weekend> weekend) const {
    if (auto ok = check_count(count_days).and_then([&] { return check(meeting); }); !ok) {
        return tl::unexpected(std::move(ok.error()));
    }
    const auto mask = weekend.value_or(data_.weekend);
    const int ordinal = total_before(index_of(meeting), mask) - count_days;
    const auto what =
        std::to_string(count_days) + " working days before " + base::text(meeting) + " is";
    if (ordinal < 0) {
        return tl::unexpected(outside(what));
    }
    const auto last_counted = nth(ordinal, mask);
    const auto out = count == Count::one_end ? last_counted : last_counted.plus_days(-1);
    if (!data_.span.contains(out)) {
        return tl::unexpected(outside(what));
    }
    return out;
}

Result<int> Calendar::working_days_between(DateSpan between, Count count,
                                           std::optional<Weekend> weekend) const {
    if (auto ok = check(between.from).and_then([&] { return check(between.to); }); !ok) {
        return tl::unexpected(std::move(ok.error()));
    }
    const auto first = count == Count::one_end ? between.from : between.from.plus_days(1);
    if (first >= between.to) {
        return 0;
    }
    const auto mask = weekend.value_or(data_.weekend);
    return total_before(index_of(between.to), mask) - total_before(index_of(first), mask);
}

Result<CivilDate> Calendar::working_days_after(CivilDate date, int count_days,
                                               std::optional<Weekend> weekend) const {
    if (auto ok = check_count(count_days).and_then([&] { return check(date); }); !ok) {
        return tl::unexpected(std::move(ok.error()));
    }
    const auto mask = weekend.value_or(data_.weekend);
    const int ordinal = total_before(index_of(date) + 1, mask) + count_days - 1;
    if (ordinal >= total_before(totals_.size() - 1, mask)) {
        return tl::unexpected(outside(std::to_string(count_days) + " working days after " +
                                      base::text(date) + " is"));
    }
    return nth(ordinal, mask);
}

Result<CivilDate> Calendar::working_day_on_or_before(CivilDate date,
                                                     std::optional<Weekend> weekend) const {
    if (auto ok = check(date); !ok) {
        return tl::unexpected(std::move(ok.error()));
    }
    const auto mask = weekend.value_or(data_.weekend);
    const int ordinal = total_before(index_of(date) + 1, mask) - 1;
    if (ordinal < 0) {
        return tl::unexpected(outside("the working day before " + base::text(date) + " is"));
    }
    return nth(ordinal, mask);
}

} // namespace quorate::calendar
