#ifndef QUORATE_VIEWS_MEETINGS_SITTING_DAY_HPP
#define QUORATE_VIEWS_MEETINGS_SITTING_DAY_HPP
// The day of a sitting, and the night it goes on into.

#include "base/time.hpp"

#include <boost/describe.hpp>

namespace quorate::views {

/// The civil date a sitting began on. One that began in the late afternoon or the evening may go on
/// past midnight: the small hours of the next date are of its day, too.
struct SittingDay {
    base::CivilDate date;
    bool into_the_night = false;

    /// The day of a sitting that began, or is called for, then.
    static SittingDay begun(base::LocalTime at);

    /// The civil date that a time of the day means: "12:10am" at an evening's sitting is
    /// tomorrow's.
    [[nodiscard]] base::CivilDate date_of(int minute) const;
    /// It is a time of this day.
    [[nodiscard]] bool has(base::LocalTime at) const;
};
BOOST_DESCRIBE_STRUCT(SittingDay, (), (date, into_the_night))

} // namespace quorate::views

#endif
