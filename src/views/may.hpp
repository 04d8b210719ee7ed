#ifndef QUORATE_VIEWS_MAY_HPP
#define QUORATE_VIEWS_MAY_HPP
// What a reader is offered, for pages to ask: who may see is in views/visibility.hpp, and these are
// its answers without the state behind them.

#include "views/reader.hpp"

namespace quorate::views {

/// Keeps the record: is shown the forms that change it.
bool keeps_record(const Reader& reader);
/// Sees every use of discretion, breach and correction, and may have the record judged again.
bool may_audit(const Reader& reader);

} // namespace quorate::views

#endif
