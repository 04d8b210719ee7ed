#include "views/minutes/line_changes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace quorate::views {

namespace {

/// Comparing costs a cell for each pair of lines; beyond so many the middle is given as a whole.
constexpr std::size_t cells_max = 4'000'000;

struct Line {
    std::string_view text;
    std::string_view under;

    bool operator==(const Line& other) const { return text == other.text; }
};

std::string_view heading_of(std::string_view line) {
    const auto end = line.find_first_not_of('#');
    return end == 0 || end == std::string_view::npos ? std::string_view{}
                                                     : base::trim(line.substr(end));
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> out;
    std::string_view under;
    for (const auto each : base::split(text, '\n')) {
        const auto line = base::trim(each);
        if (line.empty()) {
            continue;
        }
        out.push_back({line, under});
        const auto heading = heading_of(line);
        under = heading.empty() ? under : heading;
    }
    return out;
}

using Lines = std::vector<Line>;

LineChange change(const Line& line, bool added) {
    return {added, std::string(line.text), std::string(line.under)};
}

/// The table of the longest common run of what follows each pair of lines.
std::vector<std::uint32_t> common_after(const Lines& before, const Lines& after) {
    const auto width = after.size() + 1;
    std::vector<std::uint32_t> cells((before.size() + 1) * width, 0);
    for (auto i = before.size(); i-- > 0;) {
        for (auto j = after.size(); j-- > 0;) {
            cells[i * width + j] = before[i] == after[j] ? cells[(i + 1) * width + j + 1] + 1
                                                         : std::max(cells[(i + 1) * width + j],
                                                                    cells[i * width + j + 1]);
        }
    }
    return cells;
}

std::vector<LineChange> compare(const Lines& before, const Lines& after) {
    std::vector<LineChange> out;
    const auto cells = common_after(before, after);
    const auto width = after.size() + 1;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            ++i;
            ++j;
        } else if (j == after.size() ||
                   (i < before.size() && cells[(i + 1) * width + j] >= cells[i * width + j + 1])) {
            out.push_back(change(before[i++], false));
        } else {
            out.push_back(change(after[j++], true));
        }
    }
    return out;
}

} // namespace

std::vector<LineChange> line_changes(std::string_view before_text, std::string_view after_text) {
    auto before = lines_of(before_text);
    auto after = lines_of(after_text);
    const auto [from, to] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    before.erase(before.begin(), from);
    after.erase(after.begin(), to);
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before.pop_back();
        after.pop_back();
    }
    if ((before.size() + 1) * (after.size() + 1) <= cells_max) {
        return compare(before, after);
    }
    std::vector<LineChange> out;
    for (const auto& line : before) {
        out.push_back(change(line, false));
    }
    for (const auto& line : after) {
        out.push_back(change(line, true));
    }
    return out;
}

} // namespace quorate::views
