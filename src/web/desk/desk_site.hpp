#ifndef QUORATE_WEB_DESK_DESK_SITE_HPP
#define QUORATE_WEB_DESK_DESK_SITE_HPP
// The addresses of everything behind a sign-in.

#include "http/router.hpp"
#include "views/hosted.hpp"
#include "web/desk/session.hpp"

namespace quorate::web {

/// The largest file of a form, and how many may come with one.
inline constexpr std::uint64_t upload_bytes_max = std::uint64_t{50} << 20;
inline constexpr std::size_t upload_files_max = 20;

/// Adds signing in and out, and every desk page. `hosted` must outlive the server.
void add_desk_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options);

} // namespace quorate::web

#endif
