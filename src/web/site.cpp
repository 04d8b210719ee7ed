#include "web/site.hpp"

#include "html/assets.hpp"
#include "html/layout.hpp"
#include "http/json.hpp"
#include "views/as_of.hpp"
#include "views/dates_asked.hpp"
#include "web/architecture/architecture_pages.hpp"
#include "web/as_of.hpp"
#include "web/desk/desk_site.hpp"
#include "web/live/live_site.hpp"
#include "web/meetings/paper_file.hpp"
#include "web/minutes/minutes_document.hpp"
#include "web/pages.hpp"
#include "web/public/public_pages.hpp"
#include "web/site_parts.hpp"
#include "web/succession/process.hpp"
#include "web/succession/succession_pages.hpp"

#include <stdexcept>

namespace quorate::web {

void no_such_page() {
    throw http::BrokenRequest(
        404, "There is no page at this address. Check it, or start from the list of partnerships.");
}

partnership::Partnership& partnership_of(const views::HostedPartnerships& hosted,
                                         const http::Request& request) {
    const auto* found = hosted.find(request.capture("p"));
    if (found == nullptr) {
        no_such_page();
    }
    if (!found->partnership) {
        throw http::BrokenRequest(
            503, "This partnership could not be opened, so its pages cannot be shown. Its "
                 "secretariat has been told why in the program's log.");
    }
    return *found->partnership;
}

namespace {

using MakePage = MaybePage (*)(const Visit&);

struct PageRoute {
    std::string_view pattern;
    MakePage make;
    bool dated = false; ///< takes ?on= and ?known=then
};

constexpr PageRoute page_routes[] = {
    {"/{p}", home_page},
    {"/{p}/architecture", architecture_page, true},
    {"/{p}/architecture.svg", architecture_file, true},
    {"/{p}/constitutions", constitutions_page},
    {"/{p}/bodies", bodies_page, true},
    {"/{p}/bodies/{body}", body_page, true},
    {"/{p}/bodies/{body}/terms", terms_page, true},
    {"/{p}/bodies/{body}/members", members_page, true},
    {"/{p}/calendar", calendar_page},
    {"/{p}/forward-plan", forward_plan_page},
    {"/{p}/meetings", meetings_page, true},
    {"/{p}/meetings/{body}/{meeting}", meeting_page, true},
    {"/{p}/meetings/{body}/{meeting}/minutes", minutes_document_page},
    {"/{p}/meetings/{body}/{meeting}/minutes/file", minutes_file},
    {"/{p}/decisions", decisions_page, true},
    {"/{p}/decisions/{body}/{decision}", decision_page, true},
    {"/{p}/duties", duties_page, true},
    {"/{p}/bodies/{body}/duties", body_duties_page, true},
    {"/{p}/duties.atom", duties_atom},
    {"/{p}/duties.ics", duties_calendar},
    {"/{p}/bodies/{body}/duties.atom", body_duties_atom},
    {"/{p}/bodies/{body}/duties.ics", body_duties_calendar},
    {"/{p}/findings", findings_page, true},
    {"/{p}/responsibilities", responsibilities_page, true},
    {"/{p}/succession", succession_page, true},
    {"/{p}/bodies/{body}/steps", process_page, true},
    {"/{p}/record", record_page},
    {"/{p}/record/{position:number}", entry_page},
    {"/{p}/accessibility", accessibility_page},
    {"/{p}/privacy", privacy_page}};

views::AsOf as_of_asked(const http::Request& request, bool dated) {
    views::AsOf out;
    const auto on = dated ? request.query.get("on") : std::nullopt;
    if (on && !on->empty()) {
        const auto date = base::parse_date(*on);
        if (!date) {
            throw http::BrokenRequest(
                400, "The date \"" + std::string(on->substr(0, 40)) +
                         "\" is not one. Write it as year, month and day: 2008-07-01.");
        }
        if (!views::may_be_asked(*date)) {
            throw http::BrokenRequest(400, "The date \"" + base::text(*date) +
                                               "\" is too far off. Use one from 1950 to 2199.");
        }
        out.on = *date;
        out.known_then = request.query.get("known") == "then";
    }
    return out;
}

/// All a page depends on. Only what pages read of the query is in it, so that made-up queries
/// cannot fill the cache.
std::string cache_key(const http::Request& request, const views::Reader& reader) {
    std::string key = std::string(request.header("host")) + " " + request.path;
    key += request.header("x-forwarded-proto") == "https" ? " https" : "";
    for (const char* name : {"on", "known", "page", "body", "year", "against"}) {
        const auto value = request.query.get(name);
        key += value ? " " + std::string(name) + "=" + std::string(value->substr(0, 80)) : "";
    }
    const auto shown = views::as_of_shown(reader);
    return key + " " + std::to_string(reader.size() + shown.recorded_later) + " " +
           base::text(shown.on) + " " + base::text(shown.today);
}

/// Every partnership this program serves, and the pages kept for anonymous readers.
struct Site {
    const views::HostedPartnerships& hosted;
    SiteOptions options;
    http::PageCache cache{page_cache_bytes_max};
};

/// Whether the page has something to show today.
bool there_today(const partnership::Partnership& partnership, const PageRoute& route,
                 const Visit& visit) {
    const auto today =
        views::Reader::open(partnership, visit.who ? visit.who->viewer : views::Viewer{});
    const Links links{partnership.id()};
    return today && route.make({*today, links, visit.request, visit.who}).has_value();
}

/// A page made for somebody signed in: not even their browser keeps it, where the next person could
/// go back to it after they signed out.
http::Response kept_by_nobody(http::Response response) {
    if (response.cache_control.empty()) {
        response.cache_control = "no-store";
    }
    return response;
}

http::Response serve_page(Site& site, const PageRoute& route, const http::Request& request) {
    const auto& partnership = partnership_of(site.hosted, request);
    const auto who = signed_in(partnership, request, site.options);
    const auto reader = views::Reader::open(partnership, who ? who->viewer : views::Viewer{},
                                            as_of_asked(request, route.dated));
    if (!reader) {
        throw http::BrokenRequest(400, reader.error().text());
    }
    const auto shown = views::as_of_shown(*reader);
    const Links links{partnership.id(), shown.now ? std::string() : base::text(shown.on),
                      shown.known_then};
    const Visit visit{*reader, links, request, who ? &*who : nullptr};
    const auto make = [&] {
        auto made = route.make(visit);
        if (!made && !shown.now && there_today(partnership, route, visit)) {
            made = nothing_then(visit);
        }
        if (!made) {
            no_such_page();
        }
        return std::move(*made);
    };
    return who ? kept_by_nobody(make()) : *site.cache.get(cache_key(request, *reader), make);
}

http::Response serve_asset(const http::Request& request) {
    const auto* asset = html::find_asset(request.capture("name"));
    if (asset == nullptr) {
        no_such_page();
    }
    return http::immutable_response({asset->content_type, asset->bytes, asset->gzip, asset->brotli,
                                     asset->sha256.substr(0, 24)});
}

http::Response health(const views::HostedPartnerships& hosted) {
    std::string out = "ok\n";
    for (const auto& each : hosted.all()) {
        if (!each.partnership) {
            out += each.id + ": not open\n";
            continue;
        }
        const auto health = each.partnership->health();
        out += each.id + ": " + (health.writing ? "open\n" : "reading only\n");
    }
    return http::text_response(std::move(out));
}

std::string_view title_of(int status) {
    switch (status) {
    case 404:
        return "Page not found";
    case 405:
        return "That cannot be done here";
    case 413:
        return "Too large";
    case 429:
        return "Too many requests";
    case 500:
        return "Something went wrong here";
    case 503:
        return "Not available";
    default:
        return "That could not be done";
    }
}

} // namespace

void add_routes(http::Router& router, const views::HostedPartnerships& hosted,
                const SiteOptions& options) {
    const auto site = std::make_shared<Site>(hosted, options);
    router.get("/", [&hosted](const http::Request&) { return partnerships_page(hosted); });
    router.get("/health", [&hosted](const http::Request&) { return health(hosted); });
    router.get("/assets/{name}", serve_asset);
    for (const auto& route : page_routes) {
        router.get(route.pattern, [site, &route](const http::Request& request) {
            return serve_page(*site, route, request);
        });
    }
    add_verify_routes(router, hosted, options);
    add_paper_routes(router, hosted, options);
    add_desk_routes(router, hosted, options);
    add_live_routes(router, hosted, options);
}

namespace {

/// Where to go from an error page: who has a session has a desk.
html::Html ways_on(const http::Request& request) {
    using namespace html;
    std::vector<Html> out;
    const auto& at = request.segments;
    if (at.size() > 1 && base::is_id(at[0])) {
        const Links links{at[0]};
        const bool has_session = request.cookie("quorate-" + at[0]).has_value() ||
                                 request.cookie("__Host-quorate-" + at[0]).has_value();
        out.push_back(has_session ? li(a(links.desk(), "My desk")) : Html());
        out.push_back(li(a(links.home(), "Start of this partnership's pages")));
    }
    out.push_back(li(a("/"_url, "All partnerships here")));
    return plain_list(out);
}

} // namespace

http::Response error_page(const http::Request& request, const http::ErrorPage& error) {
    if (request.path.starts_with("/api/") || request.prefers_json()) {
        http::Problem problem;
        problem.status = error.status;
        problem.detail = error.message;
        return http::problem_response(problem);
    }
    using namespace html;
    const auto message =
        error.status == 500
            ? "The fault is ours and has been noted. Nothing was lost. Try again in a "
              "minute, or go back to the list of partnerships."
            : error.message;
    // A date that cannot be read is no dead end: the page as it stands now is.
    const bool dated = request.query.has("on") || request.query.has("known");
    const auto undated = Url::parse(request.path);
    const bool linked = dated && error.status == 400 && undated;
    const Html main = fragment(page_heading(title_of(error.status)), p(message),
                               linked ? p(a(*undated, "This page as things stand today")) : Html(),
                               ways_on(request));
    return unframed(std::string(title_of(error.status)), reading_column(main), error.status);
}

} // namespace quorate::web
