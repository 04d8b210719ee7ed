#include "documents/pictures.hpp"

#include "base/time.hpp"

namespace quorate::documents {

namespace {

std::size_t size_of(const Layout& layout) {
    std::size_t points = 0;
    for (const auto& edge : layout.edges) {
        points += edge.points.size();
        for (const auto& head : edge.heads) {
            points += head.size() + 2;
        }
    }
    return 512 + points * sizeof(html::DiagramPoint) + layout.nodes.size() * sizeof(PlacedNode) +
           layout.edges.size() * sizeof(PlacedEdge);
}

} // namespace

base::Result<std::shared_ptr<const Layout>> Pictures::layout(const Graph& graph) {
    if (graph.nodes.size() > graph_nodes_max || graph.edges.size() > graph_edges_max) {
        return base::fail("picture",
                          "there is too much to draw: " + std::to_string(graph.nodes.size()) +
                              " bodies and " + std::to_string(graph.edges.size()) + " lines");
    }
    const auto text = dot_text(graph);
    const auto key = base::sha256(text);
    if (auto found = find(key)) {
        return found;
    }
    const std::lock_guard one_at_a_time(drawing_);
    if (auto found = find(key)) {
        return found;
    }
    if (failed_ && base::monotonic_ms() - failed_at_ms_ < options_.rest_ms) {
        return tl::unexpected(*failed_);
    }
    const auto fail = [&](base::Failure failure) {
        failed_ = failure;
        failed_at_ms_ = base::monotonic_ms();
        return tl::unexpected(std::move(failure));
    };
    auto svg = run_child({options_.program, {"-Tsvg"}, text, options_.limits});
    if (!svg) {
        return fail(std::move(svg.error()));
    }
    auto read = read_layout(*svg, graph);
    if (!read) {
        return fail(std::move(read.error()));
    }
    failed_.reset();
    auto made = std::make_shared<const Layout>(std::move(*read));
    keep(key, made);
    return made;
}

std::shared_ptr<const Layout> Pictures::find(const base::Digest& key) {
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return nullptr;
    }
    ++hits_;
    kept_.splice(kept_.begin(), kept_, found->second);
    return found->second->layout;
}

void Pictures::keep(const base::Digest& key, std::shared_ptr<const Layout> layout) {
    const std::lock_guard lock(mutex_);
    ++drawn_;
    const auto bytes = size_of(*layout);
    if (bytes > options_.kept_bytes) {
        return;
    }
    kept_.push_front({key, std::move(layout), bytes});
    index_[key] = kept_.begin();
    bytes_ += bytes;
    while (bytes_ > options_.kept_bytes) {
        bytes_ -= kept_.back().bytes;
        index_.erase(kept_.back().key);
        kept_.pop_back();
    }
}

Pictures::Counts Pictures::counts() const {
    const std::lock_guard lock(mutex_);
    return {kept_.size(), bytes_, drawn_, hits_};
}

Pictures& pictures() {
    static Pictures all;
    return all;
}

} // namespace quorate::documents
