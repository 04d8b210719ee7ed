// The picture of a county's architecture: drawn by Graphviz for the first time, and from what is
// kept. Informs; never fails on a number.

#include "base/time.hpp"
#include "documents/architecture.hpp"

#include <fmt/format.h>

using namespace quorate;

namespace {

/// A forum, a board, and for each of `groups` themes a group with four panels below it.
views::ArchitecturePage county(int groups) {
    views::ArchitecturePage out;
    out.on = *base::civil_date(2026, 1, 1);
    const auto add = [&](const std::string& id, const std::string& under) {
        views::ArchitectureBody body;
        body.id = id;
        body.name = "The Body for " + id;
        body.status = "established";
        body.has_page = true;
        body.seats = body.filled = 12;
        out.bodies.push_back(body);
        if (!under.empty()) {
            views::ArchitectureLink link;
            link.from = id;
            link.to = under;
            link.kind = "accountable-to";
            out.links.push_back(link);
        }
    };
    add("county", "");
    add("board", "county");
    for (int group = 0; group < groups; ++group) {
        const auto id = fmt::format("theme {}", group);
        add(id, "board");
        for (int panel = 0; panel < 4; ++panel) {
            add(fmt::format("{} panel {}", id, panel), id);
        }
    }
    return out;
}

void measure(int groups) {
    const auto page = county(groups);
    const documents::PictureAsked asked{"a", "A county",
                                        [](const std::string& body, base::CivilDate) {
                                            return html::Url::path({"county", "bodies", body});
                                        }};
    const auto draw = [&](documents::Pictures& by) {
        const auto made = documents::drawn(documents::architecture_drawing(page, asked), by);
        return made ? html::diagram(*made).str().size() : std::size_t{0};
    };
    constexpr int cold_runs = 10;
    constexpr int kept_runs = 500;
    std::size_t bytes = 0;
    auto start = base::monotonic_ms();
    for (int i = 0; i < cold_runs; ++i) {
        documents::Pictures fresh;
        bytes = draw(fresh);
    }
    const auto cold = static_cast<double>(base::monotonic_ms() - start) / cold_runs;
    documents::Pictures kept;
    draw(kept);
    start = base::monotonic_ms();
    for (int i = 0; i < kept_runs; ++i) {
        draw(kept);
    }
    const auto warm = static_cast<double>(base::monotonic_ms() - start) / kept_runs;
    fmt::print("{:<58} {:>9.1f} ms drawn {:>9.3f} ms kept {:>7} bytes\n",
               fmt::format("{} bodies", page.bodies.size()), cold, warm, bytes);
}

} // namespace

int main() {
    for (const int groups : {1, 4, 12, 40}) {
        measure(groups);
    }
}
