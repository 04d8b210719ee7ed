#ifndef QUORATE_WEB_HINDSIGHT_HPP
#define QUORATE_WEB_HINDSIGHT_HPP
// Earlier verdicts that would differ had a back-dated act been known: listed, never altered.

#include "views/hindsight.hpp"
#include "web/desk/desk_visit.hpp"

namespace quorate::web {

/// The part of an entry's page for a back-dated act; nothing for any other.
html::Html hindsight_part(const Visit& visit, std::int64_t position);

/// Every back-dated act with the reason given and what it changes of earlier verdicts:
/// /{p}/desk/back-dated, for the auditor and the secretariat.
http::Response back_dated_page(const DeskVisit& visit);

} // namespace quorate::web

#endif
