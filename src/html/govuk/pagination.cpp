#include "html/govuk/pagination.hpp"

namespace quorate::html::govuk {

namespace {

enum class Direction { previous, next };

Html arrow(Direction direction) {
    const bool back = direction == Direction::previous;
    const Attributes svg =
        cls("govuk-pagination__icon")
            .cls(back ? "govuk-pagination__icon--prev" : "govuk-pagination__icon--next")
            .set("xmlns", "http://www.w3.org/2000/svg")
            .set("height", "13")
            .set("width", "15")
            .set("aria-hidden", "true")
            .set("focusable", "false")
            .set("viewBox", "0 0 15 13");
    const std::string_view path =
        back ? "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2"
               "h-12.984l4.2931-4.293-1.414-1.414z"
             : "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 "
               "1.4492 6.7441-6.4062-6.7246-6.7266z";
    return Tag{"svg"}(svg, Tag{"path"}(attr("d", path)));
}

Html arrow_link(const PageLink& link, Direction direction, bool block) {
    const bool back = direction == Direction::previous;
    const std::string_view rel = back ? "prev" : "next";
    Part words = link.content;
    if (words.empty())
        words = fragment(back ? "Previous" : "Next", hidden_text(" page"));

    Attributes title = cls("govuk-pagination__link-title");
    if (block && link.label.empty())
        title.cls("govuk-pagination__link-title--decorated");
    Part label;
    if (block && !link.label.empty())
        label = fragment(hidden_text(":"), span(cls("govuk-pagination__link-label"), link.label));

    const Part icon(arrow(direction));
    const bool icon_first = block || back;
    const Attributes attributes =
        cls("govuk-pagination__link").set("rel", rel).append(link.attributes);
    return div(cls("govuk-pagination__" + std::string(rel)),
               a(attributes, link.href, icon_first ? icon : Part(), span(title, words), label,
                 icon_first ? Part() : icon));
}

Html page_item(const PageNumber& item) {
    Attributes attributes = cls("govuk-pagination__item");
    if (item.current)
        attributes.cls("govuk-pagination__item--current");
    if (item.ellipsis)
        return li(attributes.cls("govuk-pagination__item--ellipsis"), "\u22ef");
    const std::string label = item.hidden_text.empty() ? "Page " + item.number : item.hidden_text;
    Attributes link = cls("govuk-pagination__link").set("aria-label", label);
    if (item.current)
        link.set("aria-current", "page");
    return li(attributes, a(link.append(item.attributes), item.href, item.number));
}

} // namespace

Html pagination(const Pagination& options) {
    const bool block = options.items.empty() && (options.previous || options.next);
    Html content;
    if (options.previous)
        content += arrow_link(*options.previous, Direction::previous, block);
    if (!options.items.empty()) {
        std::vector<Html> items;
        for (const PageNumber& item : options.items)
            items.push_back(page_item(item));
        content += Tag{"ul", "govuk-pagination__list"}(items);
    }
    if (options.next)
        content += arrow_link(*options.next, Direction::next, block);
    Attributes attributes = cls("govuk-pagination");
    if (block)
        attributes.cls("govuk-pagination--block");
    attributes.cls(options.classes)
        .set("aria-label", options.landmark_label)
        .append(options.attributes);
    return nav(attributes, content);
}

} // namespace quorate::html::govuk
