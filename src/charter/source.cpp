#include "charter/source.hpp"

#include <algorithm>

namespace quorate::charter {

int character_count(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

SourceLines::SourceLines(std::string_view text) {
    std::size_t start = 0;
    while (start <= text.size()) {
        auto end = text.find('\n', start);
        if (end == std::string_view::npos) {
            end = text.size();
        }
        auto line = text.substr(start, end - start);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        lines_.push_back(line);
        start = end + 1;
    }
}

std::string_view SourceLines::line(int number) const {
    return number >= 1 && number <= count() ? lines_[static_cast<std::size_t>(number) - 1]
                                            : std::string_view{};
}

Position SourceMap::in_file(Position in_block) const {
    const auto index = static_cast<std::size_t>(std::max(in_block.line - 1, 0));
    const int before = index < columns_before.size() ? columns_before[index] : 0;
    return {first_line + static_cast<int>(index), std::max(in_block.column + before, 1)};
}

SourceMap map_block(std::string_view block, int first_line, const SourceLines& file) {
    SourceMap map;
    map.first_line = first_line;
    const SourceLines lines(block);
    map.columns_before.reserve(static_cast<std::size_t>(lines.count()));
    for (int i = 1; i <= lines.count(); ++i) {
        const auto in_file = file.line(first_line + i - 1);
        const auto in_block = lines.line(i);
        map.columns_before.push_back(character_count(in_file) - character_count(in_block));
    }
    return map;
}

std::vector<Diagnostic> to_diagnostics(Problems problems, const std::string& file,
                                       const SourceLines& lines) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.at < b.at; });
    if (problems.size() > diagnostics_max) {
        problems.resize(diagnostics_max);
    }
    std::vector<Diagnostic> out;
    out.reserve(problems.size());
    for (auto& problem : problems) {
        out.push_back(Diagnostic{{file, problem.at.line, problem.at.column},
                                 std::move(problem.message),
                                 std::move(problem.help),
                                 std::string(lines.line(problem.at.line))});
    }
    return out;
}

} // namespace quorate::charter
