#include "documents/graph.hpp"

#include <fmt/format.h>

namespace quorate::documents {

namespace {

std::string inches(double pixels) {
    return fmt::format("{:.4f}", pixels / 72);
}

std::string_view head_word(Head head) {
    switch (head) {
    case Head::filled:
        return "normal";
    case Head::hollow:
        return "empty";
    case Head::none:
        break;
    }
    return "none";
}

/// A table of fixed size with a dot in it: room for words, whatever fonts the machine has.
std::string label(const GraphEdge& edge) {
    const auto size = fmt::format(R"(FIXEDSIZE="TRUE" WIDTH="{:.0f}" HEIGHT="{:.0f}")",
                                  edge.label_width, edge.label_height);
    return fmt::format(
        R"( label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" {0}>)"
        R"(<TR><TD {0} ALIGN="CENTER" VALIGN="MIDDLE">.</TD></TR></TABLE>>)",
        size);
}

std::string edge_line(const Graph& graph, std::size_t index) {
    const auto& edge = graph.edges[index];
    std::string out = fmt::format("  n{} -> n{} [id=\"e{}\"", edge.from, edge.to, index);
    if (edge.hidden) {
        out += " style=invis";
    } else {
        out += fmt::format(" dir=both arrowtail={} arrowhead={}", head_word(edge.at_from),
                           head_word(edge.at_to));
        out += edge.label_width > 0 ? label(edge) : "";
    }
    out += edge.ranks ? "" : " constraint=false";
    out += edge.weight == 1 ? "" : fmt::format(" weight={}", edge.weight);
    out += edge.length == 1 ? "" : fmt::format(" minlen={}", edge.length);
    return out + "]\n";
}

} // namespace

std::string dot_text(const Graph& graph) {
    std::string out = "digraph quorate {\n";
    out += fmt::format("  graph [rankdir={} nodesep={} ranksep={} splines=true]\n",
                       graph.left_to_right ? "LR" : "TB", inches(graph.node_gap),
                       inches(graph.rank_gap));
    out += "  node [shape=box fixedsize=true label=\"\"]\n";
    out += "  edge [fontname=\"Helvetica\" fontsize=10 arrowsize=0.9]\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        out += fmt::format("  n{} [id=\"n{}\" width={} height={}]\n", i, i,
                           inches(graph.nodes[i].width), inches(graph.nodes[i].height));
    }
    for (const auto& level : graph.level) {
        out += "  { rank=same;";
        for (const auto node : level) {
            out += fmt::format(" n{};", node);
        }
        out += " }\n";
        for (std::size_t i = 1; i < level.size(); ++i) {
            out += fmt::format("  n{} -> n{} [style=invis]\n", level[i - 1], level[i]);
        }
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        out += edge_line(graph, i);
    }
    return out + "}\n";
}

} // namespace quorate::documents
