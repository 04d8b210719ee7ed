#ifndef QUORATE_VIEWS_DESK_DATES_TO_AVOID_HPP
#define QUORATE_VIEWS_DESK_DATES_TO_AVOID_HPP
// Dates the secretariat would rather not put a meeting on, and reading a pasted list of them.

#include "partnership/workspace/dates_to_avoid.hpp"
#include "views/shown.hpp"

namespace quorate::views {

/// "26 to 30 October 2026", "18 December 2026 to 4 January 2027", "5 May 2026".
std::string days_words(base::CivilDate first, base::CivilDate last);

/// A line of a pasted list that could not be read.
struct UnreadLine {
    std::int64_t number = 0; ///< from 1
    std::string line;
    std::string problem; ///< "there is no date in it"
};
BOOST_DESCRIBE_STRUCT(UnreadLine, (), (number, line, problem))

struct PastedDates {
    std::vector<partnership::DateToAvoid> dates; ///< in the order of the lines
    std::vector<UnreadLine> unread;
};

/// Reads one date or stretch of days a line, with its name before or after it, as councils write
/// them: "October half-term, 26 October 2026, 30 October 2026", "26 to 30 October 2026: half-term",
/// "Election;2027-05-06". Empty lines are passed over.
PastedDates read_dates_to_avoid(std::string_view text, bool school);

} // namespace quorate::views

#endif
