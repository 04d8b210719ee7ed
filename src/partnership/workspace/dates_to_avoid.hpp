#ifndef QUORATE_PARTNERSHIP_WORKSPACE_DATES_TO_AVOID_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_DATES_TO_AVOID_HPP
// Dates the secretariat would rather not put a meeting on: school holidays, elections, fasts. Not
// the record, and never in the way of an act: whoever arranges a meeting is told.

#include "partnership/workspace/workspace.hpp"

namespace quorate::partnership {

inline constexpr std::size_t dates_to_avoid_max = 500;
inline constexpr std::size_t avoid_name_max = 200; ///< bytes
inline constexpr int avoid_days_max = 366;

struct DateToAvoid {
    std::int64_t number = 0; ///< never used twice
    std::string name;        ///< "October half-term"
    base::CivilDate first;
    base::CivilDate last; ///< the same as the first for a single day
    bool school = false;  ///< school holidays
};

/// By their first day.
Result<std::vector<DateToAvoid>> dates_to_avoid(const Workspace& workspace);

/// Adds them all or none; of those that are there already, name and days alike, nothing is added.
/// Returns how many were. Fails when one has no name or ends before it begins, is longer than a
/// year, or when there would be more than dates_to_avoid_max; the failure's place is the number of
/// the date among those given, from 1, and the field.
Result<std::size_t> add_dates_to_avoid(Workspace& workspace, const std::vector<DateToAvoid>& dates);

/// Puts a date in the place of the one of its number. False when that is not there any more.
Result<bool> change_date_to_avoid(Workspace& workspace, const DateToAvoid& date);

/// False when it was not there.
Result<bool> remove_date_to_avoid(Workspace& workspace, std::int64_t number);

} // namespace quorate::partnership

#endif
