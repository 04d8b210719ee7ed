#include "html/markdown.hpp"

#include "html/raw.hpp"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>
#include <memory>

namespace quorate::html {

namespace {

void shift_headings(cmark_node* root, int by) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root),
                                                                       &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
        cmark_node* node = cmark_iter_get_node(iter.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING)
            cmark_node_set_heading_level(node,
                                         std::clamp(cmark_node_get_heading_level(node) + by, 1, 6));
    }
}

} // namespace

Html markdown(std::string_view text, int heading_shift) {
    // Without CMARK_OPT_UNSAFE cmark leaves out raw HTML and javascript:, vbscript:, file: and
    // data: links.
    constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SMART;
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
        cmark_parse_document(text.data(), text.size(), options), &cmark_node_free);
    if (heading_shift != 0)
        shift_headings(root.get(), heading_shift);
    const std::unique_ptr<char, decltype(&std::free)> rendered(
        cmark_render_html(root.get(), options), &std::free);
    return raw(rendered.get());
}

Html rendered(std::string markup) {
    return raw(std::move(markup));
}

} // namespace quorate::html
