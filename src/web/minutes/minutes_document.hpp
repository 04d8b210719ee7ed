#ifndef QUORATE_WEB_MINUTES_MINUTES_DOCUMENT_HPP
#define QUORATE_WEB_MINUTES_MINUTES_DOCUMENT_HPP
// The minutes as everyone reads them.

#include "web/pages.hpp"

namespace quorate::web {

/// /{p}/meetings/{body}/{meeting}/minutes
MaybePage minutes_document_page(const Visit& visit);
/// The same as a file that needs nothing else: .../minutes/file
MaybePage minutes_file(const Visit& visit);

} // namespace quorate::web

#endif
