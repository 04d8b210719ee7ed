#ifndef QUORATE_WEB_MINUTES_EDITOR_HPP
#define QUORATE_WEB_MINUTES_EDITOR_HPP
// The editor of minutes: a box for each part of the text, the facts it came from beside it.

#include "views/minutes/minutes.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The form with its parts, what was kept unrecorded, and who else is writing.
html::Html minutes_editor(const DeskVisit& visit, const views::MinutesPage& page,
                          const FormState& state);
/// The text as the form has it, put together from its parts.
std::string minutes_typed(const FormState& state);
/// What the text says otherwise than the record, in sentences; nothing when nothing is.
html::Html minutes_remarks_list(const std::vector<views::MinutesRemark>& remarks);

/// Keeps what is typed without recording it: the button "Keep for now", and the page itself as it
/// is written on.
http::Response keep_minutes_words(const DeskVisit& visit);
/// Throws away what was kept.
http::Response drop_minutes_words(const DeskVisit& visit);

} // namespace quorate::web

#endif
