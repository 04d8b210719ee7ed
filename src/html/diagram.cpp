#include "html/diagram.hpp"

#include <cmath>
#include <cstdio>

namespace quorate::html {

namespace {

constexpr std::string_view ink = "#0b0c0c";
constexpr std::string_view grey = "#505a5f";
constexpr std::string_view brand = "#0f4a54";
constexpr std::string_view tint = "#e4eef0";
constexpr std::string_view paper = "#ffffff";
constexpr std::string_view family = "arial, helvetica, sans-serif";

constexpr Tag g{"g"};
constexpr Tag path_tag{"path"};
constexpr Tag rect_tag{"rect"};
constexpr Tag text_tag{"text"};

/// One decimal, without ".0".
std::string size(double value) {
    char buffer[32];
    const double rounded = std::round(value * 10) / 10;
    std::snprintf(buffer, sizeof buffer, "%.1f", rounded == 0 ? 0.0 : rounded);
    std::string out = buffer;
    return out.ends_with(".0") ? out.substr(0, out.size() - 2) : out;
}

std::string point(const DiagramPoint& at) {
    return size(at.x) + " " + size(at.y);
}

Html words_of(const DiagramText& words) {
    Attributes attributes = attr("x", size(words.x)).set("y", size(words.y));
    attributes.set("text-anchor", words.from_start ? "start" : "middle");
    const bool quiet = words.look == TextLook::quiet;
    const bool bold = words.look == TextLook::name || words.look == TextLook::heading;
    attributes.set("fill", quiet ? grey : ink);
    attributes.set("font-size", words.look == TextLook::heading ? "16"
                                : words.look == TextLook::name  ? "14"
                                                                : "12.5");
    if (bold) {
        attributes.set("font-weight", "bold");
    }
    return text_tag(attributes, words.words);
}

Html all_words(const std::vector<DiagramText>& all) {
    Html out;
    for (const auto& each : all) {
        out += words_of(each);
    }
    return out;
}

struct Outline {
    std::string_view stroke;
    std::string_view fill;
    std::string_view width;
    std::string_view dashes;
};

Outline outline(BoxLook look) {
    switch (look) {
    case BoxLook::plain:
        return {brand, paper, "1.5", ""};
    case BoxLook::top:
        return {brand, tint, "2.5", ""};
    case BoxLook::dashed:
        return {brand, paper, "1.5", "7 4"};
    case BoxLook::dotted:
        return {grey, "#f4f6f6", "1.5", "1.5 4"};
    case BoxLook::round:
        break;
    }
    return {grey, paper, "1", ""};
}

Html rectangle(const DiagramBox& box, double inset, std::string_view classes) {
    const Outline drawn = outline(box.look);
    const double corner = box.look == BoxLook::round ? box.height / 2 : 4;
    Attributes attributes = cls(classes)
                                .set("x", size(box.x + inset))
                                .set("y", size(box.y + inset))
                                .set("width", size(box.width - 2 * inset))
                                .set("height", size(box.height - 2 * inset))
                                .set("rx", size(std::max(corner - inset, 1.0)))
                                .set("fill", inset > 0 ? "none" : drawn.fill)
                                .set("stroke", drawn.stroke)
                                .set("stroke-width", inset > 0 ? "1" : drawn.width);
    if (!drawn.dashes.empty()) {
        attributes.set("stroke-dasharray", drawn.dashes);
        attributes.set("stroke-linecap", box.look == BoxLook::dotted ? "round" : "butt");
    }
    return rect_tag(attributes);
}

Html box_of(const DiagramBox& box) {
    Html drawn = rectangle(box, 0, "q-diagram__box");
    if (box.statute) {
        drawn += rectangle(box, 3.5, "q-diagram__inner");
    }
    drawn += all_words(box.words);
    if (!box.link) {
        return g(drawn);
    }
    return Tag{"a"}(cls("q-diagram__link").url("href", *box.link), drawn);
}

Attributes stroke(LineLook look) {
    const bool quiet = look == LineLook::faint || look == LineLook::dotted;
    Attributes out = attr("fill", "none").set("stroke", quiet ? grey : brand);
    switch (look) {
    case LineLook::heavy:
        out.set("stroke-width", "2");
        break;
    case LineLook::thin:
    case LineLook::faint:
        out.set("stroke-width", "1.2");
        break;
    case LineLook::dashed:
        out.set("stroke-width", "1.8").set("stroke-dasharray", "9 5");
        break;
    case LineLook::dotted:
        out.set("stroke-width", "2")
            .set("stroke-dasharray", "0.1 5")
            .set("stroke-linecap", "round");
        break;
    case LineLook::double_:
        out.set("stroke-width", "5");
        break;
    }
    return out;
}

std::string curve(const std::vector<DiagramPoint>& points) {
    std::string out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        out += i == 0 ? "M" : i % 3 == 1 ? "C" : " ";
        out += point(points[i]);
    }
    return out;
}

Html line_of(const DiagramLine& line) {
    const auto d = curve(line.points);
    Html out = path_tag(Attributes(stroke(line.look)).set("d", d));
    if (line.look == LineLook::double_) {
        out += path_tag(
            attr("fill", "none").set("stroke", paper).set("stroke-width", "2").set("d", d));
    }
    if (!line.head.empty()) {
        std::string corners;
        for (std::size_t i = 0; i < line.head.size(); ++i) {
            corners += (i == 0 ? "M" : "L") + point(line.head[i]);
        }
        const auto colour = line.look == LineLook::faint ? grey : brand;
        out += path_tag(attr("fill", line.head_filled ? colour : paper)
                            .set("stroke", colour)
                            .set("stroke-width", "1.2")
                            .set("stroke-linejoin", "round")
                            .set("d", corners + "Z"));
    }
    return out;
}

/// The words on a line. A light edge keeps them legible where a line runs behind them.
Html line_words(const DiagramLine& line) {
    Html out;
    for (const auto& words : line.words) {
        out += text_tag(attr("x", size(words.x))
                            .set("y", size(words.y))
                            .set("text-anchor", words.from_start ? "start" : "middle")
                            .set("font-size", "12.5")
                            .set("fill", ink)
                            .set("stroke", paper)
                            .set("stroke-width", "4")
                            .set("stroke-linejoin", "round")
                            .set("paint-order", "stroke"),
                        words.words);
    }
    return out;
}

Html drawn(const Diagram& picture, bool file) {
    const auto title_id = picture.id + "-title";
    const auto description_id = picture.id + "-description";
    Html shapes;
    for (const auto& frame : picture.frames) {
        shapes += box_of(frame);
    }
    for (const auto& line : picture.lines) {
        shapes += line_of(line);
    }
    for (const auto& line : picture.lines) {
        shapes += line_words(line);
    }
    shapes += all_words(picture.words);
    // An image has no parts to a screen reader, so the links stand beside it, in a group of the
    // same name.
    Html content = Tag{"title"}(id(title_id), picture.title);
    content += Tag{"desc"}(id(description_id), picture.description);
    content +=
        g(attr("role", "img").set("aria-labelledby", title_id + " " + description_id), shapes);
    for (const auto& box : picture.boxes) {
        content += box_of(box);
    }
    Attributes root = cls("q-diagram")
                          .set("viewBox", "0 0 " + size(picture.width) + " " + size(picture.height))
                          .set("width", size(picture.width))
                          .set("height", size(picture.height))
                          .set("role", "group")
                          .set("aria-labelledby", title_id)
                          .set("font-family", family);
    if (file) {
        root.set("xmlns", "http://www.w3.org/2000/svg").set("lang", "en-GB");
    }
    return Tag{"svg"}(root, content);
}

Html sample(const Html& shape) {
    return Tag{"svg"}(cls("q-diagram__sample")
                          .set("viewBox", "0 0 56 20")
                          .set("width", "56")
                          .set("height", "20")
                          .set("aria-hidden", "true")
                          .set("focusable", "false"),
                      shape);
}

} // namespace

Html diagram(const Diagram& picture) {
    return drawn(picture, false);
}

std::string svg_file(const Diagram& picture) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawn(picture, true).str() + "\n";
}

Html line_sample(LineLook look, bool head) {
    DiagramLine line;
    const double end = head ? 44 : 54;
    line.points = {{2, 10}, {16, 10}, {30, 10}, {end, 10}};
    line.look = look;
    if (head) {
        line.head = {{44, 5.5}, {54, 10}, {44, 14.5}};
        line.head_filled = look != LineLook::thin && look != LineLook::faint;
    }
    return sample(line_of(line));
}

Html box_sample(BoxLook look, bool statute) {
    DiagramBox box{.x = 4, .y = 2, .width = 48, .height = 16, .look = look, .statute = statute};
    return sample(box_of(box));
}

} // namespace quorate::html
