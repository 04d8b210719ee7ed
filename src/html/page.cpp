#include "html/page.hpp"

#include "html/assets.hpp"
#include "html/govuk/phase_banner.hpp"
#include "html/govuk/skip_link.hpp"
#include "html/raw.hpp"

#include <algorithm>

namespace quorate::html {

namespace {

Html link_element(std::string_view rel, const Url& href, std::string_view type,
                  std::string_view title = {}) {
    Attributes attributes = attr("rel", rel).url("href", href);
    if (!type.empty())
        attributes.set("type", type);
    if (!title.empty())
        attributes.set("title", title);
    return detail::void_element("link", attributes);
}

Html meta(std::string_view name, std::string_view content) {
    return detail::void_element("meta", attr("name", name).set("content", content));
}

/// The page's own scripts, each once: from this site only, run after the page is there.
Html scripts(const std::vector<std::string>& modules) {
    Html out;
    for (auto each = modules.begin(); each != modules.end(); ++each) {
        if (std::find(modules.begin(), each, *each) == each)
            out += Tag{"script"}(attr("type", "module").url("src", asset_url(*each)));
    }
    return out;
}

Html head(const Page& options) {
    std::string title = options.title;
    if (!options.partnership.empty() && options.partnership != options.title)
        title += (title.empty() ? "" : " - ") + options.partnership;
    title += title.empty() ? "Quorate" : " - Quorate";

    Html out = detail::void_element("meta", attr("charset", "utf-8"));
    out += Tag{"title"}(title);
    out += meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
    out += meta("theme-color", "#0f4a54");
    if (!options.description.empty())
        out += meta("description", options.description);
    if (!options.indexed)
        out += meta("robots", "noindex");
    out += link_element("stylesheet", asset_url("quorate.css"), {});
    out += link_element("icon", asset_url("icon.svg"), "image/svg+xml");
    for (const Alternate& alternate : options.alternates)
        out += link_element("alternate", alternate.href, alternate.type, alternate.title);
    out += scripts(options.modules);
    return Tag{"head"}(out);
}

Html site_header(const Page& options) {
    const Tag link{"a", "q-header__link"};
    Part name = link(Attributes().url("href", "/"_url), "Quorate");
    Part wordmark;
    if (!options.partnership.empty()) {
        wordmark = span(cls("q-header__wordmark"), name);
        name = link(Attributes().url("href", options.partnership_url), options.partnership);
    }
    Html account = options.account;
    if (!account.empty())
        account = div(cls("q-header__account"), account);
    return header(cls("q-header"), div(cls("govuk-width-container q-header__container"),
                                       span(cls("q-header__name"), name), wordmark, account));
}

Html banner(const Page& options) {
    if (!options.banner)
        return {};
    return section(cls("q-banner").set("aria-label", options.banner->label),
                   govuk::phase_banner({.tag = {.content = options.banner->label},
                                        .content = options.banner->sentence}));
}

Html navigation(const Page& options) {
    if (options.navigation.empty())
        return {};
    // Without a menu button: the list wraps on a narrow screen, so nothing needs a script.
    return govuk::service_navigation({.navigation = options.navigation,
                                      .collapse_on_mobile = false,
                                      .menu_button_text = "Parts of this site"});
}

Html site_footer(const Page& options) {
    Html inner;
    if (!options.record.empty())
        inner += Tag{"p", "q-footer__record"}(options.record);
    if (!options.footer_links.empty()) {
        std::vector<Html> items;
        for (const FooterLink& entry : options.footer_links)
            items.push_back(li(a(entry.href, entry.words)));
        inner += Tag{"ul", "q-footer__links"}(items);
    }
    inner +=
        Tag{"p", "q-footer__wordmark"}("Quorate runs a partnership by its own terms of reference.");
    return footer(cls("q-footer"), div(cls("govuk-width-container"), inner));
}

} // namespace

Html page(const Page& options) {
    Part trail;
    if (!options.breadcrumbs.empty())
        trail = govuk::breadcrumbs({.items = options.breadcrumbs, .collapse_on_mobile = true});
    const Html body = Tag{"body", "govuk-template__body"}(
        govuk::skip_link({.content = "Skip to the main part of the page", .href = "#main"_url}),
        site_header(options), banner(options), navigation(options),
        div(cls("govuk-width-container"), trail, options.before_main,
            Tag{"main", "govuk-main-wrapper"}(id("main").set("tabindex", "-1"), options.main)),
        site_footer(options));
    Html out = raw("<!doctype html>\n");
    out += Tag{"html", "govuk-template"}(attr("lang", "en-GB"), head(options), body);
    return out;
}

} // namespace quorate::html
