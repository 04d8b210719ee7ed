#ifndef QUORATE_VIEWS_DESK_OWN_CORRECTIONS_HPP
#define QUORATE_VIEWS_DESK_OWN_CORRECTIONS_HPP
// What became of the corrections a member asked for, for their desk.

#include "views/minutes/minutes.hpp"

namespace quorate::views {

/// A correction the viewer asked for, and to the minutes of which meeting.
struct OwnCorrection {
    Named meeting;
    CorrectionAsked asked;
};
BOOST_DESCRIBE_STRUCT(OwnCorrection, (), (meeting, asked))

/// Those that still matter, latest first: until the minutes are approved, and what was asked of
/// minutes approved already for correction_kept_days.
std::vector<OwnCorrection> own_corrections(const Reader& reader);

/// How long the answer to a correction of approved minutes stands on the desk.
inline constexpr int correction_kept_days = 90;

} // namespace quorate::views

#endif
