#ifndef QUORATE_DOCUMENTS_PICTURES_HPP
#define QUORATE_DOCUMENTS_PICTURES_HPP
// Layouts made by Graphviz in a child process, and kept by what they were made of.

#include "base/hash.hpp"
#include "documents/child.hpp"
#include "documents/graph.hpp"

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace quorate::documents {

struct PictureOptions {
    std::string program = "/usr/bin/dot"; ///< of Debian's package graphviz
    ChildLimits limits = {.time_ms = 3'000};
    std::size_t kept_bytes = std::size_t{8} << 20;
    std::int64_t rest_ms = 10'000; ///< after a failure nothing new is tried for so long
};

/// Safe to use from many threads. One child runs at a time; what was least recently asked for goes
/// first when full.
class Pictures {
public:
    explicit Pictures(PictureOptions options = {}) : options_(std::move(options)) {}

    /// The layout of a graph, from what is kept or from Graphviz. Fails as run_child() and
    /// read_layout() do, and for a graph of more than 400 nodes or 2,000 edges.
    base::Result<std::shared_ptr<const Layout>> layout(const Graph& graph);

    struct Counts {
        std::size_t kept = 0;
        std::size_t bytes = 0;
        std::uint64_t drawn = 0; ///< children run
        std::uint64_t hits = 0;
    };
    [[nodiscard]] Counts counts() const;

private:
    struct Kept {
        base::Digest key{};
        std::shared_ptr<const Layout> layout;
        std::size_t bytes = 0;
    };
    std::shared_ptr<const Layout> find(const base::Digest& key);
    void keep(const base::Digest& key, std::shared_ptr<const Layout> layout);

    const PictureOptions options_;
    std::mutex drawing_; ///< held while a child runs
    std::optional<base::Failure> failed_;
    std::int64_t failed_at_ms_ = 0;
    mutable std::mutex mutex_; ///< guards what follows
    std::list<Kept> kept_;     // most recently used first
    std::map<base::Digest, std::list<Kept>::iterator> index_;
    std::size_t bytes_ = 0;
    std::uint64_t drawn_ = 0;
    std::uint64_t hits_ = 0;
};

/// The ones of this program.
Pictures& pictures();

} // namespace quorate::documents

#endif
