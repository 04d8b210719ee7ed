#ifndef QUORATE_WEB_SUCCESSION_AMEND_HPP
#define QUORATE_WEB_SUCCESSION_AMEND_HPP
// Amending the terms of a body, and the date on which a change takes effect.

#include "web/desk/act_form.hpp"

namespace quorate::web {

/// "From which day?": date boxes "from", and why it is entered later when that day is past.
html::Html effective_fields(const FormState& state);
/// The first instant of the day typed; today's date counts from now. Nothing, with an error, when
/// there is none.
std::optional<base::Instant> effective_typed(const DeskVisit& visit, FormState& state);

http::Response amend_terms(const DeskVisit& visit);
http::Response record_amendment(const DeskVisit& visit);

} // namespace quorate::web

#endif
