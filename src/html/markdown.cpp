#include "html/markdown.hpp"

#include "html/raw.hpp"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

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

// Without CMARK_OPT_UNSAFE cmark leaves out raw HTML and javascript:, vbscript:, file: and data:
// links.
constexpr int safe_options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SMART;

using Root = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Root parsed(std::string_view text, int heading_shift) {
    Root root(cmark_parse_document(text.data(), text.size(), safe_options), &cmark_node_free);
    if (heading_shift != 0)
        shift_headings(root.get(), heading_shift);
    return root;
}

Html printed(cmark_node* root, int options) {
    const std::unique_ptr<char, decltype(&std::free)> markup(cmark_render_html(root, options),
                                                             &std::free);
    return raw(markup.get());
}

cmark_node* text_node(std::string_view words) {
    cmark_node* out = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(out, std::string(words).c_str());
    return out;
}

/// A block of raw HTML as a paragraph of its own words.
cmark_node* paragraph_of(std::string_view words) {
    cmark_node* out = cmark_node_new(CMARK_NODE_PARAGRAPH);
    while (!words.empty()) {
        const auto end = std::min(words.find('\n'), words.size());
        cmark_node_append_child(out, text_node(words.substr(0, end)));
        words.remove_prefix(std::min(end + 1, words.size()));
        if (!words.empty())
            cmark_node_append_child(out, cmark_node_new(CMARK_NODE_SOFTBREAK));
    }
    return out;
}

std::vector<cmark_node*> raw_markup(cmark_node* root) {
    std::vector<cmark_node*> out;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root),
                                                                       &cmark_iter_free);
    while (cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
        cmark_node* node = cmark_iter_get_node(iter.get());
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
            out.push_back(node);
    }
    return out;
}

} // namespace

Html markdown(std::string_view text, int heading_shift) {
    return printed(parsed(text, heading_shift).get(), safe_options);
}

Html typed_markdown(std::string_view text, int heading_shift) {
    const auto root = parsed(text, heading_shift);
    for (cmark_node* node : raw_markup(root.get())) {
        const char* literal = cmark_node_get_literal(node);
        const std::string_view words = literal == nullptr ? "" : literal;
        cmark_node* instead = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
                                  ? paragraph_of(words)
                                  : text_node(words);
        cmark_node_replace(node, instead);
        cmark_node_free(node);
    }
    return printed(root.get(), safe_options | CMARK_OPT_HARDBREAKS);
}

Html rendered(std::string markup) {
    return raw(std::move(markup));
}

} // namespace quorate::html
