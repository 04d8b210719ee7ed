#include "html/status.hpp"

#include "html/shapes.hpp"

namespace quorate::html {

namespace {

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
    return strong(cls("q-status").cls(modifier), shape_icon(shape(status)),
                  span(cls("q-status__word"), words));
}

} // namespace quorate::html
