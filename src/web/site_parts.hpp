#ifndef QUORATE_WEB_SITE_PARTS_HPP
#define QUORATE_WEB_SITE_PARTS_HPP
// What every address of a partnership begins with.

#include "http/request.hpp"
#include "views/hosted.hpp"

namespace quorate::web {

/// The partnership {p} of the address. Throws BrokenRequest 404 when there is none, 503 when it
/// could not be opened.
partnership::Partnership& partnership_of(const views::HostedPartnerships& hosted,
                                         const http::Request& request);

/// Throws BrokenRequest 404.
[[noreturn]] void no_such_page();

} // namespace quorate::web

#endif
