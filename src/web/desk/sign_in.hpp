#ifndef QUORATE_WEB_DESK_SIGN_IN_HPP
#define QUORATE_WEB_DESK_SIGN_IN_HPP
// The pages of signing in and out.

#include "http/request.hpp"
#include "http/response.hpp"
#include "http/server.hpp"
#include "partnership/workspace/accounts.hpp"
#include "web/desk/desk_visit.hpp"
#include "web/desk/kept_form.hpp"

namespace quorate::web {

/// What somebody typed before they were signed in, kept so that nothing is lost.
struct SignInAsked {
    std::string to = {};    ///< where to go afterwards; a path of this partnership
    std::string again = {}; ///< a form that was sent without a session (kept_form())
    std::string name = {};
    std::string problem = {}; ///< what is wrong; empty at first
    std::string password_problem = {};
    int status = 422;      ///< of the page, when something is wrong
    std::string csrf = {}; ///< of the page's forms (web/accounts/door.hpp)
};

http::Response sign_in_page(const Visit& visit, const partnership::Partnership& partnership,
                            const SiteOptions& options, const SignInAsked& asked);
http::Response take_sign_in(const Visit& visit, partnership::Partnership& partnership,
                            const SiteOptions& options);
/// 303 to the sign-in page, or the page itself with what a POST sent kept in it.
http::Response ask_to_sign_in(const Visit& visit, const partnership::Partnership& partnership,
                              const SiteOptions& options);
/// 403 for a form made in another session, such as before a new sign-in in another window: what was
/// typed is kept, to be sent in the session of now. Of a form that may be another site's nothing
/// is.
http::Response ask_to_send_again(const Visit& visit, const SignedIn& who);
http::Response take_sign_out(const Visit& visit, partnership::Partnership& partnership,
                             const SignedIn& who, const SiteOptions& options);

/// Somebody has a session now: ends the one this browser had before, sets its cookie, and goes
/// where they wanted to, with the form they had sent kept.
http::Response let_in(const Visit& visit, const partnership::Partnership& partnership,
                      const SiteOptions& options, const SignInAsked& asked,
                      const partnership::SessionTicket& ticket);

/// Who asks: the other end's address, or before a proxy the one it added last to X-Forwarded-For.
/// Of IPv6 the network of 64 bits. Empty for this very machine.
std::string asker(const http::Request& request, const SiteOptions& options);
/// Takes one try at a password from the asker: 60 at once, then one a second, for everybody behind
/// one address together. False when there were too many. This machine may always.
bool may_try_password(const http::Request& request, const SiteOptions& options);
/// Takes one from the asker of the links people who are not signed in may ask for. Ten at once,
/// then one in a minute and a half, for everybody behind one address together. True when there were
/// too many; never for this machine.
bool too_often(const http::Request& request, const SiteOptions& options);

/// The requests that bring a password, whose check takes long on purpose.
http::LongRequests requests_with_passwords();

/// How a session that begins with this request is shown to its owner.
partnership::SignInHow sign_in_how(const http::Request& request, std::string how);
/// What is wrong, for whoever was not let in: "Try again after 10:05am."
std::string refused_words(const partnership::Partnership& partnership,
                          const partnership::SignInRefused& refused);

} // namespace quorate::web

#endif
