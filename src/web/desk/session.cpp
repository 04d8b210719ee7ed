#include "web/desk/session.hpp"

#include "partnership/workspace/accounts.hpp"
#include "views/desk/viewer.hpp"

namespace quorate::web {

namespace {

bool this_machine(std::string_view address) {
    return address.empty() || address == "::1" || address.starts_with("127.");
}

std::string_view host_of(std::string_view origin) {
    const auto slashes = origin.find("://");
    return slashes == std::string_view::npos ? origin : origin.substr(slashes + 3);
}

} // namespace

std::string session_cookie_name(const std::string& partnership, const SiteOptions& options) {
    return (options.tls ? "__Host-quorate-" : "quorate-") + partnership;
}

std::optional<SignedIn> signed_in(const partnership::Partnership& partnership,
                                  const http::Request& request, const SiteOptions& options) {
    auto* workspace = partnership.workspace();
    if (workspace == nullptr) {
        return std::nullopt;
    }
    const auto token = request.cookie(session_cookie_name(partnership.id(), options));
    if (!token || token->empty() || token->size() > 100) {
        return std::nullopt;
    }
    auto session = workspace->accounts().session(*token, base::system_now());
    if (!session) {
        throw http::BrokenRequest(503,
                                  "Who is signed in cannot be read at the moment. Try again in "
                                  "a minute.");
    }
    if (!*session) {
        return std::nullopt;
    }
    SignedIn out{std::move(**session), std::string(*token), {}, {}};
    out.viewer = views::viewer_of(partnership, out.session.account);
    out.title = views::viewer_title(partnership, out.session.account);
    return out;
}

bool may_sign_in(const http::Request& request, const SiteOptions& options) {
    // What a proxy on this machine passes on comes from elsewhere.
    const bool direct =
        request.header("x-forwarded-for").empty() && request.header("forwarded").empty();
    return options.tls || options.plain_sign_in || (direct && this_machine(request.remote));
}

void check_origin(const http::Request& request) {
    const auto origin = request.header("origin");
    const bool other_site = !origin.empty() && host_of(origin) != request.header("host");
    const auto fetch_site = request.header("sec-fetch-site");
    if (other_site || fetch_site == "cross-site") {
        throw http::BrokenRequest(403, "This form was sent from another site, so it was not taken. "
                                       "Open the page here and fill it in there.");
    }
}

bool of_this_site(const http::Request& request) {
    const auto origin = request.header("origin");
    return request.header("sec-fetch-site") == "same-origin" ||
           (!origin.empty() && host_of(origin) == request.header("host"));
}

html::Url own_path(const std::string& partnership, std::string_view path) {
    const auto home = html::Url::path({partnership});
    if (path != home.str() && !path.starts_with(home.str() + "/")) {
        return home;
    }
    auto url = html::Url::parse(path);
    return url ? std::move(*url) : home;
}

} // namespace quorate::web
