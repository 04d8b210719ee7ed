#ifndef QUORATE_FEEDS_CALENDAR_FILE_HPP
#define QUORATE_FEEDS_CALENDAR_FILE_HPP
// iCalendar files (RFC 5545) of days on which something is due and of meetings, made with libical.

#include "base/time.hpp"

#include <string>
#include <vector>

namespace quorate::feeds {

/// A whole day. It leaves the day free in whoever's calendar it is shown.
struct CalendarDay {
    std::string uid; ///< never changes
    std::string summary;
    std::string description;
    std::string url; ///< absolute; may be empty
    std::string category;
    base::CivilDate on;
    base::Instant stamp; ///< when it came to stand so
};

/// Something at a time of day, such as a meeting. It takes the time in whoever's calendar it is
/// shown.
struct CalendarTime {
    std::string uid; ///< never changes
    std::string summary;
    std::string description;
    std::string place;
    std::string url; ///< absolute; may be empty
    base::Instant from;
    int minutes = 60;    ///< how long it takes
    bool off = false;    ///< it was called off
    int sequence = 0;    ///< grows when it is moved or called off
    base::Instant stamp; ///< when it came to stand so
};

struct CalendarFile {
    std::string name;
    std::string source; ///< absolute address of the file; may be empty
    std::vector<CalendarDay> days;
    std::vector<CalendarTime> times = {};
};

/// The file: lines end in CR LF and are folded at 75 bytes, text is escaped. The same content gives
/// the same bytes.
std::string calendar_file(const CalendarFile& file);

} // namespace quorate::feeds

#endif
