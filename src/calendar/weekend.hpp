#ifndef QUORATE_CALENDAR_WEEKEND_HPP
#define QUORATE_CALENDAR_WEEKEND_HPP
// The days of the week on which nobody is expected to work.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::calendar {

/// A set of weekdays that are not working days. At least one day of the week is always left to
/// work.
class Weekend {
public:
    /// Saturday and Sunday.
    static constexpr Weekend saturday_and_sunday() { return Weekend(0b100'0001); }
    /// Sunday alone: the reading under which Saturdays are working days.
    static constexpr Weekend sunday_only() { return Weekend(0b000'0001); }
    /// From names such as "saturday". Fails on an unknown name, a day named twice, or all seven
    /// days.
    static base::Result<Weekend> from_names(const std::vector<std::string>& names);

    /// `weekday` is 0 Sunday to 6 Saturday.
    [[nodiscard]] constexpr bool has(unsigned weekday) const {
        return ((days_ >> weekday) & 1U) != 0;
    }
    /// The names in order from Monday to Sunday.
    [[nodiscard]] std::vector<std::string> names() const;

    friend constexpr bool operator==(const Weekend&, const Weekend&) = default;

private:
    explicit constexpr Weekend(std::uint8_t days) : days_(days) {}

    std::uint8_t days_; ///< bit 0 Sunday to bit 6 Saturday
};

} // namespace quorate::calendar

#endif
