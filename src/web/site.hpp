#ifndef QUORATE_WEB_SITE_HPP
#define QUORATE_WEB_SITE_HPP
// The public pages of every partnership this program serves.

#include "http/page_cache.hpp"
#include "http/router.hpp"
#include "http/server.hpp"
#include "views/hosted.hpp"
#include "web/desk/session.hpp"

#include <cstddef>
#include <memory>

namespace quorate::web {

inline constexpr std::size_t page_cache_bytes_max = std::size_t{64} << 20;

/// Adds the pages, the desks, the assets and /health to a router. `hosted` must outlive the server. Whole
/// pages are kept for anonymous readers by address, size of the record and civil date.
void add_routes(http::Router& router, const views::HostedPartnerships& hosted,
                const SiteOptions& options = {});

/// The page for an error, in plain words; a problem document for programs and under /api.
http::Response error_page(const http::Request& request, const http::ErrorPage& error);

} // namespace quorate::web

#endif
