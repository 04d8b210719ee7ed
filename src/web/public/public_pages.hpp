#ifndef QUORATE_WEB_PUBLIC_PUBLIC_PAGES_HPP
#define QUORATE_WEB_PUBLIC_PUBLIC_PAGES_HPP
// Pages for everybody that are not about one body or meeting: the calendar, checking the record,
// the statements.

#include "http/router.hpp"
#include "web/frame.hpp"
#include "web/pages.hpp"
#include "web/site.hpp"

namespace quorate::web {

/// The meetings of all bodies by month: this year and the next, or ?year=.
MaybePage calendar_page(const Visit& visit);
/// The items of every meeting to come, by date.
MaybePage forward_plan_page(const Visit& visit);
MaybePage accessibility_page(const Visit& visit);
MaybePage privacy_page(const Visit& visit);

/// Adds /{p}/verify: what the record is, how to check it, and a form that says of a file whether it
/// was sent out for a meeting. `hosted` must outlive the router.
void add_verify_routes(http::Router& router, const views::HostedPartnerships& hosted,
                       const SiteOptions& options);

/// What the verify page shows, for ?sha256= and ?entry= of the request.
http::Response verify_page(const Visit& visit);

} // namespace quorate::web

#endif
