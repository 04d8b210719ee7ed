#include "html/status.hpp"

namespace quorate::html {

namespace {

enum class Shape { disc, square, diamond, ring, triangle };

Shape shape(Status status) {
    switch (status) {
    case Status::permitted:
    case Status::rated_green:
        return Shape::disc;
    case Status::refused:
    case Status::rated_red:
        return Shape::square;
    case Status::needs_discretion:
        return Shape::diamond;
    case Status::breach_recorded:
    case Status::rated_amber:
        return Shape::triangle;
    case Status::undetermined:
    case Status::no_data:
        break;
    }
    return Shape::ring;
}

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
    case Shape::ring:
        break;
    }
    return "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zm0 2.5a4 4 0 1 1 0 8a4 4 0 1 1 0-8z";
}

Html icon(Status status) {
    const Attributes attributes = cls("q-status__shape")
                                      .set("viewBox", "0 0 16 16")
                                      .set("width", "16")
                                      .set("height", "16")
                                      .set("aria-hidden", "true")
                                      .set("focusable", "false");
    return Tag{"svg"}(attributes, Tag{"path"}(attr("fill", "currentColor")
                                                  .set("fill-rule", "evenodd")
                                                  .set("d", path(shape(status)))));
}

} // namespace

std::string_view word(Status status) {
    switch (status) {
    case Status::permitted:
        return "Permitted";
    case Status::refused:
        return "Refused";
    case Status::needs_discretion:
        return "Needs discretion";
    case Status::undetermined:
        return "Undetermined";
    case Status::breach_recorded:
        return "Breach recorded";
    case Status::rated_green:
        return "Green";
    case Status::rated_amber:
        return "Amber";
    case Status::rated_red:
        return "Red";
    case Status::no_data:
        break;
    }
    return "No data";
}

std::string_view colour_class(Status status) {
    switch (status) {
    case Status::permitted:
    case Status::rated_green:
        return "permitted";
    case Status::refused:
    case Status::rated_red:
        return "refused";
    case Status::needs_discretion:
        return "discretion";
    case Status::breach_recorded:
    case Status::rated_amber:
        return "breach";
    case Status::undetermined:
    case Status::no_data:
        break;
    }
    return "undetermined";
}

Html status_word(Status status) {
    return status_word(status, word(status));
}

Html status_word(Status status, const Part& words) {
    const std::string modifier = "q-status--" + std::string(colour_class(status));
    return strong(cls("q-status").cls(modifier), icon(status), span(cls("q-status__word"), words));
}

} // namespace quorate::html
