#ifndef QUORATE_DOCUMENTS_ARCHITECTURE_HPP
#define QUORATE_DOCUMENTS_ARCHITECTURE_HPP
// The architecture of a partnership as pictures: on one day, and how one day's bodies became
// another's.

#include "documents/cards.hpp"
#include "documents/pictures.hpp"
#include "views/architecture/architecture.hpp"

#include <functional>
#include <string>
#include <vector>

namespace quorate::documents {

/// What a picture is called and where its boxes lead.
struct PictureAsked {
    std::string id;          ///< what its ids begin with
    std::string partnership; ///< its name, for the title
    std::function<html::Url(const std::string& body, base::CivilDate on)> link; ///< a body's page
};

/// An entry of a legend: a sample of a line or a box, and what it means.
struct LegendEntry {
    html::Html sample;
    std::string words;
};

/// A picture ready for Graphviz: boxes, lines, and the graph they are laid out by.
struct Drawing {
    struct Line {
        html::LineLook look = html::LineLook::heavy;
        bool head_filled = true;
        std::vector<std::string> words;
    };
    /// Words above a column of boxes.
    struct Heading {
        std::vector<std::size_t> cards;
        std::string words;
    };
    Graph graph;
    std::vector<Heading> headings;
    std::vector<Card> cards; ///< of the graph's nodes
    std::vector<Line> lines; ///< of the graph's edges
    html::Diagram frame;     ///< id, title and description
};

/// The bodies of one day from top to bottom. What a chain of lines already says is left out, and so
/// is what may happen and has not: the table beside the picture has them all.
Drawing architecture_drawing(const views::ArchitecturePage& page, const PictureAsked& asked);
/// The bodies of the earlier day at left, those of the later day at right, and what leads from one
/// to the other.
Drawing succession_drawing(const views::ArchitectureComparison& between, const PictureAsked& asked);

/// The drawing's graph with room for the words on its lines: what Graphviz is given.
Graph graph_of(const Drawing& drawing);

/// Lays the drawing out. Fails as Pictures::layout() does.
base::Result<html::Diagram> drawn(const Drawing& drawing, Pictures& by = pictures());

/// What the lines and boxes of the pictures mean; only those that occur.
std::vector<LegendEntry> architecture_legend(const views::ArchitecturePage& page);
std::vector<LegendEntry> succession_legend(const views::ArchitectureComparison& between);

} // namespace quorate::documents

#endif
