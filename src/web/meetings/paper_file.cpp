#include "web/meetings/paper_file.hpp"

#include "http/file.hpp"
#include "views/meetings/papers.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

namespace {

/// What a browser shows itself; everything else is saved.
bool shown_by_browsers(std::string_view type) {
    return type == "application/pdf" || type == "image/png" || type == "image/jpeg" ||
           type.starts_with("text/");
}

http::Response serve_paper(const views::HostedPartnerships& hosted, const SiteOptions& options,
                           const http::Request& request) {
    const auto& partnership = partnership_of(hosted, request);
    const auto who = signed_in(partnership, request, options);
    const auto reader = views::Reader::open(partnership, who ? who->viewer : views::Viewer{});
    const auto& digest = request.capture("digest");
    const auto paper = reader ? views::readable_paper(*reader, digest) : std::nullopt;
    const auto* papers = partnership.papers();
    // Somebody who may not read it is not told that it is there.
    if (!paper || papers == nullptr) {
        no_such_page();
    }
    const auto path = papers->path(paper->digest);
    if (!path) {
        no_such_page();
    }
    http::FileToServe file;
    file.path = *path;
    const bool plain = paper->content_type.starts_with("text/");
    file.content_type = plain ? "text/plain; charset=utf-8" : paper->content_type;
    file.etag = digest.substr(0, 32);
    file.name = paper->name;
    file.disposition = shown_by_browsers(paper->content_type) ? http::Disposition::inline_
                                                              : http::Disposition::attachment;
    auto response = http::file_response(file);
    if (!response) {
        no_such_page();
    }
    const auto everybody = views::Reader::open(partnership);
    if (!everybody || !views::readable_paper(*everybody, digest)) {
        // Nothing that only some may read stays in a browser that others use after them.
        response->cache_control = "no-store";
    }
    return std::move(*response);
}

} // namespace

void add_paper_routes(http::Router& router, const views::HostedPartnerships& hosted,
                      const SiteOptions& options) {
    router.get("/{p}/papers/{digest}/{name}", [&hosted, options](const http::Request& request) {
        return serve_paper(hosted, options, request);
    });
}

} // namespace quorate::web
