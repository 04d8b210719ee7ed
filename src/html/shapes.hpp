#ifndef QUORATE_HTML_SHAPES_HPP
#define QUORATE_HTML_SHAPES_HPP
// The small shapes that stand before a word of state. For html/ itself; elsewhere use status.hpp
// and progress.hpp.

#include "html/html.hpp"

namespace quorate::html {

enum class Shape { disc, square, diamond, ring, triangle, arrow, dash };

/// The shape in the colour and size of the text around it, hidden from screen readers.
Html shape_icon(Shape shape);

} // namespace quorate::html

#endif
