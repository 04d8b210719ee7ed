#ifndef QUORATE_VIEWS_AS_OF_HPP
#define QUORATE_VIEWS_AS_OF_HPP
// Which day a reader reads, and how it stands to the record: for the date control.

#include "views/reader.hpp"

namespace quorate::views {

struct AsOfShown {
    bool now = true;         ///< as things stand; the rest is about a day that was asked for
    bool known_then = false; ///< only what had been recorded by the end of that day
    base::CivilDate on;
    base::CivilDate today;           ///< by the partnership's clock
    base::CivilDate record_begins;   ///< the day of the first entry
    bool before_record = false;      ///< the day is before the record begins
    std::int64_t recorded_later = 0; ///< entries that are left out, as known then
};
BOOST_DESCRIBE_STRUCT(AsOfShown, (),
                      (now, known_then, on, today, record_begins, before_record, recorded_later))

AsOfShown as_of_shown(const Reader& reader);

/// An act submitted now would be recorded on a later day than it took effect, so that a reason is
/// to be given (Submission::late_reason).
bool is_back_dated(const Reader& reader, const governance::Submission& submission);

} // namespace quorate::views

#endif
