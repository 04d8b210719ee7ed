// Reading the SVG of Graphviz 2.43: <g id> groups with a <title>, a <polygon> for a box or an arrow
// head, a <path> for a line, a <text> where a label stands.

#include "documents/graph.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace quorate::documents {

namespace {

using html::DiagramPoint;
using Points = std::vector<DiagramPoint>;

constexpr double extent_max = 200'000;

base::Failure odd(std::string message) {
    return base::Failure{"dot", std::move(message), {}};
}

/// Numbers one after another with commas, spaces and the letters M and C between them.
bool read_points(std::string_view text, Points& out) {
    std::vector<double> numbers;
    while (!text.empty()) {
        if (std::string_view(" ,MC\n").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            continue;
        }
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || !std::isfinite(number) || std::fabs(number) > extent_max) {
            return false;
        }
        numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        out.push_back({numbers[i], numbers[i + 1]});
    }
    return numbers.size() % 2 == 0 && !out.empty();
}

/// One tag: its name and the text between its angle brackets.
struct Tag {
    std::string_view name;
    std::string_view text;

    /// The value of an attribute; empty when it is not there.
    [[nodiscard]] std::string_view value(std::string_view attribute) const {
        const auto wanted = std::string(attribute) + "=\"";
        auto at = text.find(wanted);
        while (at != std::string_view::npos && at > 0 && text[at - 1] != ' ' &&
               text[at - 1] != '\n') {
            at = text.find(wanted, at + 1);
        }
        if (at == std::string_view::npos) {
            return {};
        }
        const auto from = at + wanted.size();
        const auto end = text.find('"', from);
        return end == std::string_view::npos ? std::string_view() : text.substr(from, end - from);
    }
};

/// Walks the tags, leaving comments, declarations and the words between out.
class Tags {
public:
    explicit Tags(std::string_view svg) : rest_(svg) {}

    bool next(Tag& out) {
        while (true) {
            const auto open = rest_.find('<');
            if (open == std::string_view::npos) {
                return false;
            }
            rest_.remove_prefix(open);
            const std::string_view close = rest_.starts_with("<!--") ? "-->" : ">";
            const auto end = rest_.find(close);
            if (end == std::string_view::npos) {
                return false;
            }
            const auto tag = rest_.substr(1, end - 1);
            rest_.remove_prefix(end + close.size());
            if (!tag.starts_with("!") && !tag.starts_with("?")) {
                out.text = tag;
                out.name = tag.substr(0, tag.find_first_of(" \n/", 1));
                return true;
            }
        }
    }

private:
    std::string_view rest_;
};

/// "n12" gives 12; anything else nothing.
bool read_id(std::string_view id, char kind, std::size_t& out) {
    if (id.size() < 2 || id.front() != kind) {
        return false;
    }
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), out);
    return error == std::errc{} && end == id.data() + id.size();
}

class Reading {
public:
    explicit Reading(const Graph& graph) : graph_(graph) {
        out_.nodes.resize(graph.nodes.size());
        out_.edges.resize(graph.edges.size());
        seen_.resize(graph.nodes.size());
    }

    /// False on what Graphviz does not write.
    bool take(const Tag& tag) {
        if (tag.name == "svg") {
            return read_size(tag);
        }
        if (tag.name == "g") {
            return read_group(tag);
        }
        if (tag.name == "polygon" || tag.name == "polyline") {
            return read_polygon(tag);
        }
        if (tag.name == "path") {
            return edge_ == nullptr || read_points(tag.value("d"), edge_->points);
        }
        if (tag.name == "text") {
            return read_label(tag);
        }
        return tag.name == "title" || tag.name.starts_with("/");
    }

    base::Result<Layout> finish() {
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            if (!seen_[i]) {
                return tl::unexpected(odd("the picture lacks box " + std::to_string(i)));
            }
        }
        for (std::size_t i = 0; i < out_.edges.size(); ++i) {
            const auto count = out_.edges[i].points.size();
            if (!graph_.edges[i].hidden && (count < 4 || count % 3 != 1)) {
                return tl::unexpected(odd("the picture lacks line " + std::to_string(i)));
            }
        }
        if (out_.width <= 0 || out_.height <= 0) {
            return tl::unexpected(odd("the picture has no size"));
        }
        move_all();
        return std::move(out_);
    }

private:
    bool read_size(const Tag& tag) {
        Points corners;
        if (!read_points(tag.value("viewBox"), corners) || corners.size() != 2) {
            return false;
        }
        out_.width = corners[1].x;
        out_.height = corners[1].y;
        return true;
    }

    bool read_group(const Tag& tag) {
        node_ = std::numeric_limits<std::size_t>::max();
        edge_ = nullptr;
        const auto id = tag.value("id");
        std::size_t number = 0;
        if (read_id(id, 'n', number) && number < out_.nodes.size()) {
            node_ = number;
        } else if (read_id(id, 'e', number) && number < out_.edges.size()) {
            edge_ = &out_.edges[number];
        } else if (id == "graph0") {
            return read_move(tag.value("transform"));
        }
        return true;
    }

    bool read_move(std::string_view transform) {
        const auto at = transform.find("translate(");
        Points by;
        if (at == std::string_view::npos) {
            return false;
        }
        const auto numbers = transform.substr(at + 10, transform.find(')', at) - at - 10);
        if (!read_points(numbers, by)) {
            return false;
        }
        move_ = by.front();
        return true;
    }

    bool read_polygon(const Tag& tag) {
        Points corners;
        if (!read_points(tag.value("points"), corners)) {
            return false;
        }
        if (edge_ != nullptr) {
            edge_->heads.push_back(std::move(corners));
        } else if (node_ < out_.nodes.size()) {
            auto& node = out_.nodes[node_];
            node = {extent_max, extent_max};
            for (const auto& corner : corners) {
                node.x = std::min(node.x, corner.x);
                node.y = std::min(node.y, corner.y);
            }
            seen_[node_] = true;
        }
        return true;
    }

    /// The dot stands in the middle of the room: its font's height is known, its width next to
    /// nothing.
    bool read_label(const Tag& tag) {
        Points at;
        const auto words = std::string(tag.value("x")) + " " + std::string(tag.value("y"));
        if (!read_points(words, at)) {
            return false;
        }
        if (edge_ != nullptr) {
            edge_->label = {at.front().x + 1.4, at.front().y - 3};
        }
        return true;
    }

    void move(Points& points) const {
        for (auto& each : points) {
            each.x += move_.x;
            each.y += move_.y;
        }
    }

    void move_all() {
        for (auto& node : out_.nodes) {
            node.x += move_.x;
            node.y += move_.y;
        }
        for (auto& edge : out_.edges) {
            move(edge.points);
            for (auto& head : edge.heads) {
                move(head);
            }
            edge.label.x += move_.x;
            edge.label.y += move_.y;
        }
    }

    const Graph& graph_;
    Layout out_;
    std::vector<bool> seen_;
    std::size_t node_ = std::numeric_limits<std::size_t>::max();
    PlacedEdge* edge_ = nullptr;
    DiagramPoint move_;
};

} // namespace

base::Result<Layout> read_layout(std::string_view svg, const Graph& graph) {
    Reading reading(graph);
    Tags tags(svg);
    Tag tag;
    while (tags.next(tag)) {
        if (!reading.take(tag)) {
            return tl::unexpected(odd("the picture holds what is not expected there: <" +
                                      std::string(tag.name.substr(0, 20)) + ">"));
        }
    }
    return reading.finish();
}

} // namespace quorate::documents
