#ifndef QUORATE_WEB_LIVE_LIVE_DESK_HPP
#define QUORATE_WEB_LIVE_LIVE_DESK_HPP
// What the pages of a meeting's own devices share.

#include "partnership/workspace/sheet.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// A meeting's sheet as foreseen, and a reader on it.
struct SheetVisit {
    partnership::Foresight sheet;
    views::Reader reader;

    /// When what is set down now takes effect.
    [[nodiscard]] base::Instant at(const DeskVisit& visit) const;
};
/// Throws BrokenRequest when the sheet cannot be read.
SheetVisit sheet_visit(const DeskVisit& visit);

/// Puts an act on the sheet when it stands; else the form with its ruling. The same entry again
/// changes nothing.
tl::expected<void, FormState> set_down(const DeskVisit& visit,
                                       const governance::Submission& submission);

http::Response ballot_page(const DeskVisit& visit);
http::Response post_ballot(const DeskVisit& visit);
http::Response own_device_page(const DeskVisit& visit);
http::Response post_own_device(const DeskVisit& visit);

} // namespace quorate::web

#endif
