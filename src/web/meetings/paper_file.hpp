#ifndef QUORATE_WEB_MEETINGS_PAPER_FILE_HPP
#define QUORATE_WEB_MEETINGS_PAPER_FILE_HPP
// The files behind papers.

#include "http/router.hpp"
#include "views/hosted.hpp"
#include "web/desk/session.hpp"

namespace quorate::web {

/// Adds /{p}/papers/{digest}/{name}: a paper's bytes, for those who may read it. `hosted` must
/// outlive the server.
void add_paper_routes(http::Router& router, const views::HostedPartnerships& hosted,
                      const SiteOptions& options);

} // namespace quorate::web

#endif
