#ifndef QUORATE_HTML_DIAGRAM_HPP
#define QUORATE_HTML_DIAGRAM_HPP
// A picture of boxes and lines as SVG. Every shape is drawn here from numbers, with presentation
// attributes only, so that the same bytes stand in a page under a strict policy, in a file and on
// paper. It knows no domain.

#include "html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::html {

/// How a box looks; each differs in its outline, not in colour alone.
enum class BoxLook {
    plain,  ///< solid outline
    top,    ///< solid and heavier, tinted
    dashed, ///< dashed outline: not there yet
    dotted, ///< dotted outline, grey words: no longer there
    round   ///< thin outline with round ends: from outside
};

enum class LineLook {
    heavy,   ///< solid, heavy
    thin,    ///< solid, thin
    dashed,  ///< long dashes
    dotted,  ///< dots
    double_, ///< two lines side by side
    faint    ///< thin and grey
};

enum class TextLook { name, plain, quiet, heading };

/// One line of words, centred on x (or starting there); y is its base line. CSS pixels.
struct DiagramText {
    std::string words = {};
    double x = 0;
    double y = 0;
    TextLook look = TextLook::plain;
    bool from_start = false; ///< starts at x
};

/// A box, with the words in it; a link when it has an address.
struct DiagramBox {
    double x = 0; ///< of its upper left corner
    double y = 0;
    double width = 0;
    double height = 0;
    BoxLook look = BoxLook::plain;
    bool statute = false; ///< a second outline within the first
    std::vector<DiagramText> words = {};
    std::optional<Url> link = {};
};

/// A piece of a curve: from the point before, with two control points (SVG "C").
struct DiagramPoint {
    double x = 0;
    double y = 0;
};

struct DiagramLine {
    std::vector<DiagramPoint> points =
        {}; ///< the start, then three for each piece; 3n + 1, at least 4
    LineLook look = LineLook::heavy;
    std::vector<DiagramPoint> head = {}; ///< the arrow head's corners; empty for none
    bool head_filled = true;
    std::vector<DiagramText> words = {};
};

struct Diagram {
    std::string id = {}; ///< what its ids begin with; unique on its page
    std::string title = {};
    std::string description = {};
    double width = 0;
    double height = 0;
    std::vector<DiagramBox> frames = {}; ///< behind everything; never links
    std::vector<DiagramLine> lines = {};
    std::vector<DiagramBox> boxes = {};
    std::vector<DiagramText> words = {}; ///< headings
};

/// The picture for a page: named by its title and description, its boxes reached in order by
/// keyboard.
Html diagram(const Diagram& picture);
/// The same as a file of its own (image/svg+xml).
std::string svg_file(const Diagram& picture);

/// A short sample of a line or a box, for a legend. Hidden from screen readers: the legend's words
/// say it.
Html line_sample(LineLook look, bool head);
Html box_sample(BoxLook look, bool statute = false);

} // namespace quorate::html

#endif
