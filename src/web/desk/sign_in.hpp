#pragma once
// The pages of signing in, signing out and setting a practice copy's clock.

#include "http/request.hpp"
#include "http/response.hpp"
#include "web/desk/desk_visit.hpp"

namespace quorate::web {

/// What somebody typed before they were signed in, kept so that nothing is lost.
struct SignInAsked {
    std::string to = {};    ///< where to go afterwards; a path of this partnership
    std::string again = {}; ///< a form that was sent without a session, as it came (urlencoded)
    std::string name = {};
    std::string problem = {}; ///< what is wrong; empty at first
};

inline constexpr std::size_t kept_form_bytes_max = 256 << 10;

http::Response sign_in_page(const Visit& visit, const partnership::Partnership& partnership,
                            const SiteOptions& options, const SignInAsked& asked);
http::Response take_sign_in(const Visit& visit, partnership::Partnership& partnership,
                            const SiteOptions& options);
/// 303 to the sign-in page, or the page itself with what a POST sent kept in it.
http::Response ask_to_sign_in(const Visit& visit, const partnership::Partnership& partnership,
                              const SiteOptions& options);
http::Response take_sign_out(const Visit& visit, partnership::Partnership& partnership,
                             const SignedIn& who, const SiteOptions& options);

} // namespace quorate::web
