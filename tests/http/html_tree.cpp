#include "html_tree.hpp"

#include <algorithm>
#include <gumbo.h>
#include <memory>
#include <string_view>
#include <vector>

namespace quorate::html_tests {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string collapse(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::string tag_name(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return std::string(piece.data, piece.length);
}

std::string attributes_line(const GumboElement& element) {
    std::vector<std::string> parts;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        std::string value = collapse(attribute->value);
        if (std::string_view(attribute->name) == "class") {
            std::vector<std::string> classes(1);
            for (char c : value) {
                if (c == ' ')
                    classes.emplace_back();
                else
                    classes.back() += c;
            }
            std::sort(classes.begin(), classes.end());
            value.clear();
            for (const std::string& name : classes)
                value += (value.empty() ? "" : " ") + name;
        }
        parts.push_back(" " + std::string(attribute->name) + "=\"" + value + "\"");
    }
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts)
        out += part;
    return out;
}

void write(const GumboNode& node, int depth, std::string& out) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        const std::string text = collapse(node.v.text.text);
        if (!text.empty())
            out += indent + "\"" + text + "\"\n";
        return;
    }
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE)
        return;
    const GumboElement& element = node.v.element;
    out += indent + "<" + tag_name(element) + attributes_line(element) + ">\n";
    for (unsigned i = 0; i < element.children.length; ++i)
        write(*static_cast<const GumboNode*>(element.children.data[i]), depth + 1, out);
}

} // namespace

std::string html_tree(const std::string& html) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_BODY;
    GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    std::string out;
    const GumboElement& root = output->root->v.element;
    for (unsigned i = 0; i < root.children.length; ++i)
        write(*static_cast<const GumboNode*>(root.children.data[i]), 0, out);
    gumbo_destroy_output(&options, output);
    return out;
}

} // namespace quorate::html_tests
