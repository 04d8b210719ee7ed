#ifndef QUORATE_BASE_TIME_HPP
#define QUORATE_BASE_TIME_HPP
// Instants, civil dates and zones. No function here reads a clock except system_now()
// and monotonic_ms().

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::base {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// A day of the civil (Gregorian) calendar, as days since 1970-01-01. Valid years: 1900 to 2200.
struct CivilDate {
    std::int32_t days = 0;
    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;

    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month() const;   ///< 1 to 12
    [[nodiscard]] unsigned day() const;     ///< 1 to 31
    [[nodiscard]] unsigned weekday() const; ///< 0 Sunday to 6 Saturday
    [[nodiscard]] CivilDate plus_days(int count) const { return CivilDate{days + count}; }
};

/// The date of year, month, day; fails when there is no such day.
Result<CivilDate> civil_date(int year, unsigned month, unsigned day);
/// Days in a month: 28 to 31.
unsigned days_in_month(int year, unsigned month);

/// A wall-clock time on a civil date, without a zone. `minute` is minutes after midnight, 0 to 1439.
struct LocalTime {
    CivilDate date;
    int minute = 0;
    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// A named time zone of the IANA database, such as Europe/London. Cheap to copy.
class Zone {
  public:
    /// Fails when the zone database has no such name.
    static Result<Zone> find(std::string_view name);
    static Zone utc();

    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] CivilDate date_of(Instant instant) const;
    [[nodiscard]] LocalTime local(Instant instant) const;
    /// The instant of a wall-clock time. When clocks go back the earlier of the two is meant; a time that
    /// clocks skip in spring fails, saying so.
    [[nodiscard]] Result<Instant> instant(LocalTime local) const;
    /// The first instant of a civil date in this zone.
    [[nodiscard]] Instant start_of(CivilDate date) const;

  private:
    explicit Zone(const void* zone) : zone_(zone) {}
    const void* zone_;
};

/// "2008-07-01"
std::string text(CivilDate date);
/// "2008-07-01T09:00:00Z", with milliseconds only when they are not zero.
std::string text(Instant instant);
/// "2008-07-01T10:00"
std::string text(LocalTime local);

/// "Tuesday 1 July 2008"
std::string words(CivilDate date);
/// "10:00am", "2:30pm", "12:00 noon", "12:00 midnight"
std::string clock_words(int minute);

/// Parses "2008-07-01"; refuses dates that do not exist.
Result<CivilDate> parse_date(std::string_view text);
/// Parses "2008-07-01T09:00:00Z" (seconds, and milliseconds, may be left out).
Result<Instant> parse_instant(std::string_view text);
/// Parses "2008-07-01T10:00" (seconds ":00" allowed).
Result<LocalTime> parse_local_time(std::string_view text);
/// Any of the three: an instant with Z, a wall-clock time in `zone`, or a bare date meaning 00:00 there.
Result<Instant> parse_when(std::string_view text, const Zone& zone);

/// The machine's clock, in UTC. For the outermost layer only.
Instant system_now();
/// Milliseconds since some moment before the program started; never goes back. For measuring how long things take.
std::int64_t monotonic_ms();

} // namespace quorate::base

#endif
