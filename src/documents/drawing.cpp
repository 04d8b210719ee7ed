// From a layout to a picture.

#include "documents/architecture.hpp"
#include "documents/measure.hpp"

#include <algorithm>

namespace quorate::documents {

namespace {

constexpr double label_size = 12.5;
constexpr double label_line = 15;
constexpr double margin = 6;
constexpr double heading_height = 34;

/// Everything moved away from the edge, and down where headings stand above.
Layout moved(Layout layout, double down) {
    const auto move = [&](html::DiagramPoint& point) {
        point.x += margin;
        point.y += margin + down;
    };
    for (auto& node : layout.nodes) {
        node.x += margin;
        node.y += margin + down;
    }
    for (auto& edge : layout.edges) {
        std::for_each(edge.points.begin(), edge.points.end(), move);
        for (auto& head : edge.heads) {
            std::for_each(head.begin(), head.end(), move);
        }
        move(edge.label);
    }
    layout.width += 2 * margin;
    layout.height += 2 * margin + down;
    return layout;
}

html::DiagramText heading_of(const Drawing& drawing, const Drawing::Heading& heading,
                             const Layout& layout) {
    double middle = 0;
    for (const auto card : heading.cards) {
        middle += layout.nodes[card].x + drawing.cards[card].width() / 2;
    }
    middle /= static_cast<double>(heading.cards.size());
    // Wide words stay within the picture.
    const auto half = text_width(heading.words, 16, true) / 2 + margin;
    middle = std::max(half, std::min(middle, layout.width - half));
    return {heading.words, middle, 24, html::TextLook::heading, false};
}

html::DiagramLine line_of(const Drawing::Line& line, PlacedEdge edge) {
    html::DiagramLine out;
    out.points = std::move(edge.points);
    out.look = line.look;
    out.head_filled = line.head_filled;
    if (!edge.heads.empty()) {
        out.head = std::move(edge.heads.front());
    }
    const auto count = static_cast<double>(line.words.size());
    double base = edge.label.y - count * label_line / 2 - 3.5;
    for (const auto& words : line.words) {
        base += label_line;
        out.words.push_back({words, edge.label.x, base, html::TextLook::plain, false});
    }
    return out;
}

} // namespace

Graph graph_of(const Drawing& drawing) {
    Graph out = drawing.graph;
    for (std::size_t i = 0; i < out.edges.size(); ++i) {
        for (const auto& words : drawing.lines[i].words) {
            auto& edge = out.edges[i];
            edge.label_width =
                std::max(edge.label_width, text_width(words, label_size, false) + 10);
            edge.label_height += label_line;
        }
    }
    return out;
}

base::Result<html::Diagram> drawn(const Drawing& drawing, Pictures& by) {
    const auto graph = graph_of(drawing);
    auto layout = by.layout(graph);
    if (!layout) {
        return tl::unexpected(std::move(layout.error()));
    }
    const auto placed = moved(**layout, drawing.headings.empty() ? 0 : heading_height);
    html::Diagram out = drawing.frame;
    out.width = placed.width;
    out.height = placed.height;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        if (!graph.edges[i].hidden) {
            out.lines.push_back(line_of(drawing.lines[i], placed.edges[i]));
        }
    }
    for (std::size_t i = 0; i < drawing.cards.size(); ++i) {
        drawing.cards[i].draw(placed.nodes[i].x, placed.nodes[i].y, out);
    }
    for (const auto& heading : drawing.headings) {
        if (!heading.cards.empty()) {
            out.words.push_back(heading_of(drawing, heading, placed));
        }
    }
    return out;
}

} // namespace quorate::documents
