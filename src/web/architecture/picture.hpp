#ifndef QUORATE_WEB_ARCHITECTURE_PICTURE_HPP
#define QUORATE_WEB_ARCHITECTURE_PICTURE_HPP
// A picture in a page: in a box of its own that scrolls, with its legend; or a sentence when it
// could not be drawn.

#include "documents/architecture.hpp"
#include "web/frame.hpp"

namespace quorate::web {

struct PictureShown {
    html::Html content;
    bool drawn = false;
};

/// The drawing laid out, in a region named `name` that can be reached by keyboard. Where it cannot
/// be drawn, a sentence says so and points to the table.
PictureShown picture(const documents::Drawing& drawing, const std::string& name,
                     const std::vector<documents::LegendEntry>& legend);

/// A page whose picture could not be drawn is not kept for the next reader.
http::Response kept_if(bool drawn, http::Response response);

} // namespace quorate::web

#endif
