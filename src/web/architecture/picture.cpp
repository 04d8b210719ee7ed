#include "web/architecture/picture.hpp"

#include "html/govuk/inset_text.hpp"

namespace quorate::web {

using namespace html;

namespace {

constexpr double page_width = 980; ///< CSS pixels
/// CSS pixels; wider ones would be too small to read across an upright sheet.
constexpr double upright_sheet_width = 1'200;

Html legend_list(const std::vector<documents::LegendEntry>& legend) {
    std::vector<Html> items;
    for (const auto& entry : legend) {
        items.push_back(li(entry.sample, span(entry.words)));
    }
    return items.empty()
               ? Html()
               : Tag{"ul"}(cls("q-legend").set("aria-label", "What the picture's signs mean"),
                           items);
}

/// Said only where it is so on the widest page.
Html hint(double width) {
    return width > page_width ? p(cls("q-picture__hint"),
                                  "The picture is wider than the page: scroll it sideways.")
                              : Html();
}

} // namespace

PictureShown picture(const documents::Drawing& drawing, const std::string& name,
                     const std::vector<documents::LegendEntry>& legend) {
    const auto made = documents::drawn(drawing);
    if (!made) {
        return {
            govuk::inset_text(
                {.content =
                     "The picture could not be drawn just now. The tables below hold the same."}),
            false};
    }
    const Html box = div(
        cls("q-picture__box").set("role", "region").set("aria-label", name).set("tabindex", "0"),
        diagram(*made));
    // On paper a wide picture has a sheet on its side.
    const bool wide = made->width > upright_sheet_width;
    return {figure(cls(wide ? "q-picture q-picture--wide" : "q-picture"), box,
                   figcaption(hint(made->width), legend_list(legend))),
            true};
}

http::Response kept_if(bool drawn, http::Response response) {
    if (!drawn) {
        response.cache_control = "no-store";
    }
    return response;
}

} // namespace quorate::web
