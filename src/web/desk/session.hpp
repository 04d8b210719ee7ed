#ifndef QUORATE_WEB_DESK_SESSION_HPP
#define QUORATE_WEB_DESK_SESSION_HPP
// Signing in and out, and who is behind a request.

#include "html/url.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "partnership/partnership.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/viewer.hpp"

#include <memory>
#include <optional>
#include <string>

namespace quorate::web {

class SingleSignOn;

/// How browsers reach this server.
struct SiteOptions {
    /// Behind a proxy that gives TLS: cookies are __Host- and Secure.
    bool tls = false;
    /// Signing in over plain http from other machines, for trials on a closed network.
    bool plain_sign_in = false;
    /// How people reach the site, without a slash at the end: "https://quorate.example.org". Empty:
    /// not known, so mail with links cannot be sent.
    std::string public_url = {};
    /// A mail server is set: mail of real partnerships goes out.
    bool mail = false;
    /// Signing in with accounts of other organisations (web/accounts/single_sign_on.hpp); null:
    /// none is set up.
    std::shared_ptr<SingleSignOn> single_sign_on = {};
};

/// Someone with a session of this partnership.
struct SignedIn {
    partnership::Session session;
    std::string token;
    views::Viewer viewer;
    std::string title; ///< "Secretariat", "Chair, seat 7"
};

/// Who sent the request; nothing for the public. Throws BrokenRequest when sessions cannot be read.
std::optional<SignedIn> signed_in(const partnership::Partnership& partnership,
                                  const http::Request& request, const SiteOptions& options);

/// Whether passwords may be taken over this connection: TLS, or this very machine.
bool may_sign_in(const http::Request& request, const SiteOptions& options);

std::string session_cookie_name(const std::string& partnership, const SiteOptions& options);

/// Throws BrokenRequest 403 unless the request comes from a page of this site.
void check_origin(const http::Request& request);

/// Whether the browser says that the request comes from a page of this site. Older ones say
/// nothing.
bool of_this_site(const http::Request& request);

/// A path of this partnership's own pages, from a form; its home when it is anything else.
html::Url own_path(const std::string& partnership, std::string_view path);

} // namespace quorate::web

#endif
