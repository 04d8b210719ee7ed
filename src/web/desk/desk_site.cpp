#include "web/desk/desk_site.hpp"

#include "web/accounts/accounts_pages.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/bodies/bodies_desk.hpp"
#include "web/desk/chair_parts.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/desk/sign_in.hpp"
#include "web/site_parts.hpp"
#include "web/succession/succession_pages.hpp"

#include <sodium.h>

namespace quorate::web {

namespace {

using partnership::Partnership;

/// Everything a page behind a sign-in needs, kept alive while it is made.
struct Entrance {
    Partnership& partnership;
    Links links;
    std::optional<SignedIn> who;
    views::Reader reader;

    Entrance(Partnership& of, const http::Request& request, const SiteOptions& options)
        : partnership(of), links{of.id()}, who(signed_in(of, request, options)),
          reader(open_reader(of, who ? who->viewer : views::Viewer{})) {}

    static views::Reader open_reader(const Partnership& of, views::Viewer viewer) {
        auto reader = views::Reader::open(of, std::move(viewer));
        QUORATE_ASSERT(reader.has_value()); // as things stand now always opens
        return std::move(*reader);
    }
    [[nodiscard]] Visit visit(const http::Request& request) const {
        return {reader, links, request, who ? &*who : nullptr};
    }
};

bool may_open(const Who& who, views::ViewerKind kind) {
    switch (kind) {
    case views::ViewerKind::secretariat:
        return who.secretariat;
    case views::ViewerKind::auditor:
        return who.auditor;
    case views::ViewerKind::member:
    case views::ViewerKind::chair:
        return who.member;
    case views::ViewerKind::partner:
        return who.partner;
    case views::ViewerKind::administrator:
        return who.administrator;
    case views::ViewerKind::public_:
        break;
    }
    return false;
}

void check_opens(const DeskRoute& route, const SignedIn& who) {
    if (!may_open(route.who, who.viewer.kind)) {
        throw http::BrokenRequest(403, "This page is not for " + who.title +
                                           ". Go to your own desk, or sign in as someone else.");
    }
}

bool of_this_session(const http::Fields& form, const SignedIn& who) {
    const auto sent = form.get("csrf").value_or("");
    const auto& own = who.session.csrf;
    return sent.size() == own.size() && sodium_memcmp(sent.data(), own.data(), own.size()) == 0;
}

/// Nothing of a desk stays in the browser after signing out.
http::Response kept_private(http::Response response) {
    response.cache_control = "no-store";
    return response;
}

http::Response serve_desk(const views::HostedPartnerships& hosted, const SiteOptions& options,
                          const DeskRoute& route, const http::Request& request) {
    const Entrance entrance(partnership_of(hosted, request), request, options);
    const bool posted = request.method == http::Method::post;
    if (posted) {
        // Before anything of the form is kept: it may be another site's.
        check_origin(request);
    }
    if (!entrance.who) {
        return ask_to_sign_in(entrance.visit(request), entrance.partnership, options);
    }
    check_opens(route, *entrance.who);
    http::Fields form;
    if (posted) {
        form = request.form();
        if (!of_this_session(form, *entrance.who)) {
            return kept_private(ask_to_send_again(entrance.visit(request), *entrance.who));
        }
    }
    const DeskVisit visit{entrance.visit(request),
                          entrance.partnership,
                          *entrance.partnership.workspace(),
                          *entrance.who,
                          form,
                          options};
    return kept_private(posted ? route.post(visit) : route.get(visit));
}

http::RouteOptions form_options(const views::HostedPartnerships& hosted, const SiteOptions& options,
                                const DeskRoute& route) {
    http::RouteOptions out;
    out.body_bytes_max = std::size_t{2} << 20;
    if (route.uploads) {
        out.uploads = http::UploadLimits{upload_bytes_max, upload_files_max, upload_bytes_max * 4};
        out.before_body = [&hosted, options,
                           &route](const http::Request& request) -> std::optional<http::Response> {
            const Entrance entrance(partnership_of(hosted, request), request, options);
            check_origin(request);
            if (!entrance.who && !of_this_site(request)) {
                return ask_to_sign_in(entrance.visit(request), entrance.partnership, options);
            }
            if (entrance.who) {
                check_opens(route, *entrance.who);
            }
            return std::nullopt;
        };
        out.keeps_form = true;
        // Of whoever is not signed in any more what was typed is kept, and no file.
        out.takes_files_of = [&hosted, options](const http::Request& request) {
            return signed_in(partnership_of(hosted, request), request, options).has_value();
        };
    }
    return out;
}

void add_route(http::Router& router, const views::HostedPartnerships& hosted,
               const SiteOptions& options, const DeskRoute& route) {
    const auto serve = [&hosted, options, &route](const http::Request& request) {
        return serve_desk(hosted, options, route, request);
    };
    const auto pattern = "/{p}" + std::string(route.pattern);
    if (route.get != nullptr) {
        router.get(pattern, serve);
    }
    if (route.post != nullptr) {
        router.post(pattern, serve, form_options(hosted, options, route));
    }
}

void add_sign_in(http::Router& router, const views::HostedPartnerships& hosted,
                 const SiteOptions& options) {
    router.get("/{p}/sign-in", [&hosted, options](const http::Request& request) {
        const Entrance entrance(partnership_of(hosted, request), request, options);
        SignInAsked asked;
        asked.to = request.query.get("to").value_or("").substr(0, 2000);
        return sign_in_page(entrance.visit(request), entrance.partnership, options, asked);
    });
    router.post("/{p}/sign-in", [&hosted, options](const http::Request& request) {
        const Entrance entrance(partnership_of(hosted, request), request, options);
        return kept_private(take_sign_in(entrance.visit(request), entrance.partnership, options));
    });
    router.post("/{p}/sign-out", [&hosted, options](const http::Request& request) {
        const Entrance entrance(partnership_of(hosted, request), request, options);
        if (!entrance.who) {
            return http::see_other(entrance.links.home().str());
        }
        check_origin(request);
        if (!of_this_session(request.form(), *entrance.who)) {
            return kept_private(ask_to_send_again(entrance.visit(request), *entrance.who));
        }
        return kept_private(
            take_sign_out(entrance.visit(request), entrance.partnership, *entrance.who, options));
    });
}

} // namespace

void add_desk_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options) {
    add_sign_in(router, hosted, options);
    add_single_sign_on(router, hosted, options);
    add_link_routes(router, hosted, options);
    for (const auto routes :
         {account_routes(), desk_routes(), planning_routes(), day_routes(), minutes_routes(),
          membership_routes(), member_routes(), reading_routes(), chair_routes(),
          single_sign_on_routes(), partner_routes(), live_routes(), new_group_routes(),
          succession_routes(), secretariat_routes(), letter_routes()}) {
        for (const auto& route : routes) {
            add_route(router, hosted, options, route);
        }
    }
}

} // namespace quorate::web
