#ifndef QUORATE_WEB_ACCOUNTS_DOOR_HPP
#define QUORATE_WEB_ACCOUNTS_DOOR_HPP
// The token of forms that are sent before there is a session: signing in, asking for a link,
// following one. Another site must not sign somebody in as somebody else.

#include "http/request.hpp"
#include "http/response.hpp"
#include "web/desk/session.hpp"

#include <string>

namespace quorate::web {

/// A random word by which a browser is known until it closes, kept in its cookie.
struct DoorKey {
    std::string cookie;
    std::string value;
    bool is_new = false; ///< the browser does not have it yet
};

/// The key the browser brought, or a new one.
DoorKey door_key(const std::string& partnership, const http::Request& request,
                 const SiteOptions& options);
/// What the forms of a page given to that browser bring back as "csrf".
std::string door_token(const DoorKey& key);
/// Gives the browser its key with this page.
void keep_door_key(http::Response& response, const DoorKey& key, const SiteOptions& options);

/// Whether a form came from a page of ours: it has the browser's token, or the browser itself says
/// where it comes from. Forms of other sites were refused before: check_origin().
bool from_own_page(const http::Request& request, const http::Fields& form, const DoorKey& key);
/// Throws BrokenRequest 403 unless it did.
void check_own_page(const http::Request& request, const http::Fields& form, const DoorKey& key);

} // namespace quorate::web

#endif
