#include "html/progress.hpp"

#include "html/shapes.hpp"

namespace quorate::html {

namespace {

struct Look {
    std::string_view word;
    std::string_view colour;
    Shape shape;
};

Look look(Progress progress) {
    switch (progress) {
    case Progress::done:
        return {"Done", "done", Shape::disc};
    case Progress::done_late:
        return {"Done late", "warn", Shape::triangle};
    case Progress::now:
        return {"Now", "now", Shape::arrow};
    case Progress::soon:
        return {"Due soon", "warn", Shape::triangle};
    case Progress::waiting:
        return {"Waiting", "waiting", Shape::diamond};
    case Progress::late:
        return {"Late", "late", Shape::square};
    case Progress::later:
        return {"Later", "quiet", Shape::ring};
    case Progress::off:
        return {"Called off", "quiet", Shape::dash};
    case Progress::unknown:
        break;
    }
    return {"Not known", "quiet", Shape::ring};
}

} // namespace

std::string_view word(Progress progress) {
    return look(progress).word;
}

std::string_view colour_class(Progress progress) {
    return look(progress).colour;
}

Html progress_shape(Progress progress) {
    return shape_icon(look(progress).shape);
}

Html progress_word(Progress progress) {
    return progress_word(progress, word(progress));
}

Html progress_word(Progress progress, const Part& words) {
    const std::string modifier = "q-status--" + std::string(colour_class(progress));
    return strong(cls("q-status").cls(modifier), progress_shape(progress),
                  span(cls("q-status__word"), words));
}

} // namespace quorate::html
