#ifndef QUORATE_WEB_ACCOUNTS_SINGLE_SIGN_ON_HPP
#define QUORATE_WEB_ACCOUNTS_SINGLE_SIGN_ON_HPP
// Signing in with the account of another organisation (OpenID Connect): which providers each
// partnership takes, the sign-ins under way, and their pages.

#include "http/router.hpp"
#include "oidc/provider.hpp"
#include "partnership/workspace/sign_in_file.hpp"
#include "views/hosted.hpp"
#include "web/desk/sign_in.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace quorate::web {

inline constexpr std::chrono::minutes sign_in_under_way_max{10}; ///< at the provider's pages
inline constexpr std::size_t sign_ins_under_way_bytes_max = std::size_t{16} << 20; ///< 2,000 or so

/// A sign-in that was begun here and has not come back.
struct SignInUnderWay {
    std::string partnership;
    std::string provider; ///< its id
    oidc::Attempt attempt;
    std::string redirect_uri; ///< as it was sent to the provider
    std::string browser;      ///< what the browser's cookie holds, hashed
    std::string from;         ///< asker() of who began it
    std::string to;           ///< where to go afterwards
    std::string again;        ///< a form that was sent without a session
    base::Instant begun;
};

/// Safe to use from several threads. Nothing of it is kept when the program ends.
class SingleSignOn {
public:
    using Note =
        std::function<void(const std::string&)>; ///< a line for the log; never a token in it

    /// Reads sign-in.toml of every partnership served from `data`. What is wrong with one is noted,
    /// and stops nothing.
    SingleSignOn(const views::HostedPartnerships& hosted, const std::string& data, Note note,
                 const oidc::Fetch& ask = oidc::fetch);

    [[nodiscard]] bool any(std::string_view partnership) const;
    [[nodiscard]] const std::vector<partnership::SignInProvider>&
    providers(std::string_view partnership) const;
    /// How people reach the site, by the partnership's file; empty: not written there.
    [[nodiscard]] std::string address(std::string_view partnership) const;
    [[nodiscard]] const partnership::SignInProvider* find(std::string_view partnership,
                                                          std::string_view id) const;
    [[nodiscard]] oidc::Provider* provider(std::string_view partnership, std::string_view id) const;

    /// Keeps a sign-in until it comes back. When there are too many, the oldest of whoever takes up
    /// most go, so that one address cannot push out what others began.
    void keep(SignInUnderWay sign_in);
    /// The sign-in of a state, for the browser that began it; it stays kept.
    [[nodiscard]] std::optional<SignInUnderWay>
    look(std::string_view state, std::string_view browser, base::Instant now) const;
    /// Gives it up: it comes back once. False when it was taken already.
    bool take(std::string_view state);

    void note(const std::string& words) const { note_(words); }

private:
    struct Served {
        partnership::SignInFile file;
        std::map<std::string, std::unique_ptr<oidc::Provider>, std::less<>> providers;
    };

    void forget_old(base::Instant now);

    Note note_;
    std::map<std::string, Served, std::less<>> served_;
    mutable std::mutex mutex_;
    std::map<std::string, SignInUnderWay, std::less<>> under_way_; ///< by the hash of their state
};

/// The requests for which a provider is asked, which may be slow to answer.
http::LongRequests requests_that_ask_providers();

/// "Sign in with Riverside Council", a button for each provider; nothing when there is none or
/// nobody may sign in over this connection.
html::Html single_sign_on_buttons(const Visit& visit, const SiteOptions& options,
                                  const SignInAsked& asked);

/// /{p}/sign-in/with/{provider} and /{p}/sign-in/back. Nothing when no single sign-on is set up.
void add_single_sign_on(http::Router& router, const views::HostedPartnerships& hosted,
                        const SiteOptions& options);

/// What an account has of single sign-on: /desk/accounts/{account}/single-sign-on.
std::span<const DeskRoute> single_sign_on_routes();

} // namespace quorate::web

#endif
