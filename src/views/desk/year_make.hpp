#ifndef QUORATE_VIEWS_DESK_YEAR_MAKE_HPP
#define QUORATE_VIEWS_DESK_YEAR_MAKE_HPP
// Making the year's programme of every body. Only views/desk includes this.

#include "partnership/workspace/dates_to_avoid.hpp"
#include "views/desk/desk_make.hpp"
#include "views/desk/year.hpp"

#include <map>

namespace quorate::views {

/// Every meeting and date of a year, and who sits where.
struct YearBook {
    const Ground& ground;
    std::vector<YearDate> dates; ///< by time, those called off left out
    std::map<std::string, std::set<std::string>> people;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> in_common;
    std::vector<partnership::DateToAvoid> to_avoid = {};

    /// The people who sit on both bodies, by id.
    const std::vector<std::string>& common(const std::string& a, const std::string& b);
    /// What stands against a date, which need not be among `dates`.
    std::vector<YearClash> clashes(const YearDate& date);
};

/// When a date of a body ends that begins then, as said of it or as the body is used to.
void set_end(const Ground& ground, YearDate& date, std::optional<std::int64_t> minutes);

/// Of what stands against a date, what is worth saying: other bodies that meet the same day and
/// have nobody in common are left out, and those of them that meet at the same time are one line.
std::vector<YearClash> worth_saying(const std::vector<YearClash>& all);

YearBook open_year(const Ground& ground, std::int64_t year);

} // namespace quorate::views

#endif
