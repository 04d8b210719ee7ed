#ifndef QUORATE_DOCUMENTS_GRAPH_HPP
#define QUORATE_DOCUMENTS_GRAPH_HPP
// A graph to be laid out by Graphviz, and the numbers that come back. Graphviz only says where
// things go: sizes are worked out here, and nothing it writes but numbers is ever shown.

#include "base/result.hpp"
#include "html/diagram.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::documents {

/// Sizes in CSS pixels.
struct GraphNode {
    double width = 0;
    double height = 0;
};

enum class Head { none, filled, hollow };

/// A line from one node to another, by their places in Graph::nodes. In a picture from top to
/// bottom `from` stands above `to` unless the line does not rank.
struct GraphEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    Head at_from = Head::none;
    Head at_to = Head::none;
    double label_width = 0; ///< room for words beside it; 0 for none
    double label_height = 0;
    bool ranks = true;   ///< false: it does not decide what stands above what
    bool hidden = false; ///< only for the layout; never drawn
    int weight = 1;      ///< how much it is to be short and straight, 1 to 100
    int length = 1;      ///< ranks it spans at least
};

struct Graph {
    bool left_to_right = false; ///< else top to bottom
    double node_gap = 20;
    double rank_gap = 56;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<std::vector<std::size_t>> level; ///< nodes that stand side by side, in this order
};

/// The graph in the DOT language. The same graph gives the same text.
std::string dot_text(const Graph& graph);

struct PlacedNode {
    double x = 0; ///< of its upper left corner
    double y = 0;
};

struct PlacedEdge {
    std::vector<html::DiagramPoint> points;             ///< 3n + 1
    std::vector<std::vector<html::DiagramPoint>> heads; ///< corners, one list a head
    html::DiagramPoint label;                           ///< the middle of the room for words
};

/// In the order of the graph's nodes and edges; hidden edges are empty.
struct Layout {
    double width = 0;
    double height = 0;
    std::vector<PlacedNode> nodes;
    std::vector<PlacedEdge> edges;
};

inline constexpr std::size_t graph_nodes_max = 400;
inline constexpr std::size_t graph_edges_max = 2'000;

/// Reads what `dot -Tsvg` wrote of a graph. Fails on anything it does not expect: an element that
/// Graphviz does not use, a number that is none, a node or line that is not there.
base::Result<Layout> read_layout(std::string_view svg, const Graph& graph);

} // namespace quorate::documents

#endif
