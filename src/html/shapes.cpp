#include "html/shapes.hpp"

namespace quorate::html {

namespace {

std::string_view path(Shape shape) {
    switch (shape) {
    case Shape::disc:
        return "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z";
    case Shape::square:
        return "M2 2h12v12H2z";
    case Shape::diamond:
        return "M8 .5L15.5 8L8 15.5L.5 8z";
    case Shape::triangle:
        return "M8 1.5L15.5 14.5H.5z";
    case Shape::arrow:
        return "M2.5 .5L15 8L2.5 15.5z";
    case Shape::dash:
        return "M1 6h14v4H1z";
    case Shape::ring:
        break;
    }
    return "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zm0 2.5a4 4 0 1 1 0 8a4 4 0 1 1 0-8z";
}

} // namespace

Html shape_icon(Shape shape) {
    const Attributes attributes = cls("q-status__shape")
                                      .set("viewBox", "0 0 16 16")
                                      .set("width", "16")
                                      .set("height", "16")
                                      .set("aria-hidden", "true")
                                      .set("focusable", "false");
    return Tag{"svg"}(
        attributes,
        Tag{"path"}(
            attr("fill", "currentColor").set("fill-rule", "evenodd").set("d", path(shape))));
}

} // namespace quorate::html
