#include "html/screen.hpp"

#include "html/assets.hpp"
#include "html/raw.hpp"

namespace quorate::html {

Html screen(const Screen& options) {
    Html head = detail::void_element("meta", attr("charset", "utf-8"));
    head += Tag{"title"}(options.title);
    head += detail::void_element(
        "meta", attr("name", "viewport").set("content", "width=device-width, initial-scale=1"));
    head += detail::void_element("meta", attr("name", "robots").set("content", "noindex"));
    head += detail::void_element("link",
                                 attr("rel", "stylesheet").url("href", asset_url("quorate.css")));
    head += detail::void_element(
        "link",
        attr("rel", "icon").url("href", asset_url("icon.svg")).set("type", "image/svg+xml"));
    for (const auto& module : options.modules) {
        head += Tag{"script"}(attr("type", "module").url("src", asset_url(module)));
    }
    Html out = raw("<!doctype html>\n");
    out += Tag{"html", "q-screen"}(
        attr("lang", "en-GB"), Tag{"head"}(head),
        Tag{"body", "q-screen__body"}(Tag{"main", "q-screen__main"}(id("main"), options.main)));
    return out;
}

} // namespace quorate::html
