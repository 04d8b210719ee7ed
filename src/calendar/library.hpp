#ifndef QUORATE_CALENDAR_LIBRARY_HPP
#define QUORATE_CALENDAR_LIBRARY_HPP
// The calendars a program or a partnership knows, by hash and by name.

#include "calendar/calendar.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::calendar {

inline constexpr std::size_t calendars_max = 10'000;

/// Every calendar known, old versions included: what was once cited must stay readable. A copy is
/// cheap and shares the calendars. Any number of threads may read; adding needs the library to
/// itself.
class CalendarLibrary {
public:
    /// Adds a calendar and returns its hash. Adding the same bytes again changes nothing. Fails
    /// when the library has other content under this name and version, or is full.
    base::Result<base::Digest> add(Calendar calendar);

    /// The calendar with this hash, or nullptr.
    [[nodiscard]] std::shared_ptr<const Calendar> find(const base::Digest& hash) const;
    /// The newest calendar of this name: latest known_from, then highest version. Or nullptr.
    [[nodiscard]] std::shared_ptr<const Calendar> newest(std::string_view name) const;
    /// All of one name, oldest first.
    [[nodiscard]] std::vector<std::shared_ptr<const Calendar>>
    versions(std::string_view name) const;
    /// Every name, in alphabetical order.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::map<base::Digest, std::shared_ptr<const Calendar>> by_hash_;
    std::map<std::string, std::vector<std::shared_ptr<const Calendar>>, std::less<>> by_name_;
};

/// A library of every .json file in a folder. Fails naming the file that cannot be read.
base::Result<CalendarLibrary> load_calendars(const std::string& folder);

} // namespace quorate::calendar

#endif
