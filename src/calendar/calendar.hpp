#ifndef QUORATE_CALENDAR_CALENDAR_HPP
#define QUORATE_CALENDAR_CALENDAR_HPP
// Working days: which days count, and what lies so many of them before or after a date.

#include "base/hash.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/period.hpp"
#include "calendar/weekend.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::calendar {

/// How the days between sending out and meeting are counted. The day of the meeting never counts.
enum class Count {
    one_end, ///< the day of sending out counts
    clear,   ///< neither end counts ("clear days")
};

/// A day that is not worked although it is no weekend: a bank holiday.
struct NonWorkingDay {
    base::CivilDate date;
    std::string title; ///< "Good Friday"
    std::string note;  ///< "Substitute day", or empty
};

/// What a calendar says, in order of date and within the span. Made by parse_calendar().
struct CalendarData {
    std::string name;           ///< an id, such as "england-and-wales"
    int version = 1;            ///< from 1, rising
    base::CivilDate known_from; ///< the day this version was made: it holds what was known then
    DateSpan span;
    Weekend weekend = Weekend::saturday_and_sunday();
    std::string source; ///< where the days come from, in words; may be empty
    std::vector<NonWorkingDay> days;
};

inline constexpr int working_days_max = 2'500;

/// One version of a working-day calendar. It never changes, and is known by the hash of its bytes.
/// Every question about a date outside the span is a Failure that names the span. A `weekend`
/// argument replaces the calendar's own for that question: a reading may count Saturdays. Only
/// published holidays are listed, so under such a reading a Christmas Day that falls on a Saturday
/// counts.
class Calendar {
public:
    /// `bytes` is the canonical JSON of `data`.
    Calendar(CalendarData data, std::string bytes);

    [[nodiscard]] const std::string& name() const { return data_.name; }
    [[nodiscard]] int version() const { return data_.version; }
    [[nodiscard]] base::CivilDate known_from() const { return data_.known_from; }
    [[nodiscard]] DateSpan span() const { return data_.span; }
    [[nodiscard]] Weekend weekend() const { return data_.weekend; }
    [[nodiscard]] const std::string& source() const { return data_.source; }
    [[nodiscard]] const std::vector<NonWorkingDay>& days() const { return data_.days; }
    /// Canonical JSON; parse_calendar() reads it back to an equal calendar.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    /// SHA-256 of bytes().
    [[nodiscard]] const base::Digest& hash() const { return hash_; }

    [[nodiscard]] base::Result<bool> is_working_day(base::CivilDate date,
                                                    std::optional<Weekend> weekend = {}) const;
    /// The listed day on this date, or nullptr: for saying why a day does not count.
    [[nodiscard]] const NonWorkingDay* listed(base::CivilDate date) const;

    /// The latest date at least `count_days` working days before `meeting`; 1 to 2,500. By one end
    /// it is always a working day. By clear days it is the day before that, so it may fall on a
    /// weekend or holiday.
    [[nodiscard]] base::Result<base::CivilDate>
    working_days_before(base::CivilDate meeting, int count_days, Count count,
                        std::optional<Weekend> weekend = {}) const;
    /// How many working days before `between.to` (the meeting) the date `between.from` (sending
    /// out) was; 0 when it was not before it. At least n exactly when `from` is on or before
    /// working_days_before(to, n).
    [[nodiscard]] base::Result<int> working_days_between(DateSpan between, Count count,
                                                         std::optional<Weekend> weekend = {}) const;
    /// The `count_days`th working day following `date`, which is not counted (Freedom of
    /// Information Act 2000, section 10(1)); 1 to 2,500.
    [[nodiscard]] base::Result<base::CivilDate>
    working_days_after(base::CivilDate date, int count_days,
                       std::optional<Weekend> weekend = {}) const;
    /// The date itself when it is a working day, else the last working day before it.
    [[nodiscard]] base::Result<base::CivilDate>
    working_day_on_or_before(base::CivilDate date, std::optional<Weekend> weekend = {}) const;

private:
    using WeekdayTotals = std::array<std::uint16_t, 7>;

    [[nodiscard]] base::Result<void> check(base::CivilDate date) const;
    [[nodiscard]] base::Failure outside(const std::string& what) const;
    [[nodiscard]] int total_before(std::size_t index, Weekend weekend) const;
    [[nodiscard]] base::CivilDate nth(int ordinal, Weekend weekend) const;
    [[nodiscard]] std::size_t index_of(base::CivilDate date) const;

    CalendarData data_;
    std::string bytes_;
    base::Digest hash_;
    /// For each day of the span, and the day after it: unlisted days before it, by weekday from
    /// Sunday.
    std::vector<WeekdayTotals> totals_;
};

/// Reads a calendar from JSON: format, name, version, known_from, from, to, weekend, source (may be
/// left out), and days, a list of {date, title, note (may be left out)} in order of date. At most 1
/// MB and 20,000 days. A Failure names the place ("days[3].date", or line and column).
base::Result<Calendar> parse_calendar(std::string_view text);
/// Reads a file with parse_calendar(); the Failure's place begins with the path.
base::Result<Calendar> load_calendar(const std::string& path);

} // namespace quorate::calendar

#endif
