#ifndef QUORATE_VIEWS_DESK_REPORT_OWED_HPP
#define QUORATE_VIEWS_DESK_REPORT_OWED_HPP
// A report that the terms ask for and nobody has recorded yet, for the officer who records it for
// those who made it.

#include "views/reader.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

/// Those who owe the same report: the members of a meeting one by one, or the body itself.
struct ReportOwed {
    std::string duty; ///< its id, or what the ids of several members' begin with
    Named body;       ///< whose terms ask for it
    std::string by;   ///< the body that reports
    std::string what;
    std::string clause;
    std::optional<base::CivilDate> due;
    std::string kind;                   ///< of the report, as the terms name it
    std::string through;                ///< the body it goes through; empty for none
    std::vector<std::string> audiences; ///< whom it has to reach; where the terms name nobody, a
                                        ///< member's own sector, or the body itself
    std::optional<std::int64_t> year;
    std::string meeting;          ///< id; empty for none
    std::vector<SeatShown> seats; ///< members who still owe it; empty: the body as such does
};
BOOST_DESCRIBE_STRUCT(ReportOwed, (),
                      (duty, body, by, what, clause, due, kind, through, audiences, year, meeting,
                       seats))

/// Of officers; nothing for other viewers, and for a duty that no report meets or that is met.
std::optional<ReportOwed> report_owed(const Reader& reader, std::string_view duty);

} // namespace quorate::views

#endif
