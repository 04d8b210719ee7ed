#pragma once
// iCalendar files (RFC 5545) of days on which something is due, made with libical.

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

struct CalendarFile {
    std::string name;
    std::string source; ///< absolute address of the file; may be empty
    std::vector<CalendarDay> days;
};

/// The file: lines end in CR LF and are folded at 75 bytes, text is escaped. The same days give the
/// same bytes.
std::string calendar_file(const CalendarFile& file);

} // namespace quorate::feeds
