#ifndef QUORATE_WEB_LIVE_LIVE_SITE_HPP
#define QUORATE_WEB_LIVE_LIVE_SITE_HPP
// Following a meeting as it goes on: the page, the room screen, and the stream of events.

#include "http/router.hpp"
#include "views/hosted.hpp"
#include "web/desk/session.hpp"

namespace quorate::web {

inline constexpr std::size_t live_readers_max = 4000;
inline constexpr std::size_t live_readers_of_address_max = 500;

/// Adds /{p}/meetings/{body}/{meeting}/live and what is below it: for everybody where the meeting
/// is open to the public, else for members of the body and officers. `hosted` must outlive the
/// server.
void add_live_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options);

} // namespace quorate::web

#endif
