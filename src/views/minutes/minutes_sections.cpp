#include "views/minutes/minutes_sections.hpp"

#include "base/text.hpp"
#include "views/minutes/line_changes.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {
namespace {

constexpr std::string_view heading_mark = "## ";

/// The number a heading begins with: "2. Flood plan" is 2.
std::int64_t item_of(std::string_view heading) {
    std::int64_t out = 0;
    std::size_t i = 0;
    while (i < heading.size() && i < 4 && heading[i] >= '0' && heading[i] <= '9') {
        out = out * 10 + (heading[i] - '0');
        ++i;
    }
    return i > 0 && i < heading.size() && heading[i] == '.' ? out : 0;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        out.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Headings under which every line of a list is a fact.
constexpr std::array<std::string_view, 5> fact_headings = {"Present", "Substitutes", "Apologies",
                                                           "In attendance", "Interests declared"};

/// Beginnings of the lines that state an outcome, wherever they stand.
constexpr std::array<std::string_view, 8> fact_starts = {"**Decision",
                                                         "**Noted",
                                                         "**In the chair",
                                                         "**Action",
                                                         "A vote was taken",
                                                         "There was a consensus",
                                                         "There was no consensus",
                                                         "The meeting closed"};

bool begins_with_fact(std::string_view line) {
    return std::any_of(fact_starts.begin(), fact_starts.end(),
                       [&](std::string_view start) { return line.starts_with(start); });
}

bool is_fact(const LineChange& change) {
    const bool listed =
        std::find(fact_headings.begin(), fact_headings.end(), change.under) != fact_headings.end();
    return begins_with_fact(change.text) || (listed && change.text.starts_with("- "));
}

/// How many letters two lines begin with in common.
std::size_t common_start(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i]) {
        ++i;
    }
    return i;
}

std::string plain(std::string_view line) {
    std::string out(line.starts_with("- ") ? line.substr(2) : line);
    std::size_t at = 0;
    while ((at = out.find("**")) != std::string::npos) {
        out.erase(at, 2);
    }
    return out;
}

/// The added line that stands for a line taken out: of the same heading, with the longest start in
/// common, and at least a few letters of it.
const LineChange* counterpart(const std::vector<LineChange>& changes,
                              const std::vector<const LineChange*>& used,
                              const LineChange& removed) {
    constexpr std::size_t common_min = 6;
    const LineChange* best = nullptr;
    std::size_t longest = common_min - 1;
    for (const auto& each : changes) {
        const bool free = std::find(used.begin(), used.end(), &each) == used.end();
        if (!each.added || each.under != removed.under || !free) {
            continue;
        }
        const auto common = common_start(each.text, removed.text);
        if (common > longest) {
            longest = common;
            best = &each;
        }
    }
    return best;
}

} // namespace

std::vector<MinutesPart> split_minutes(std::string_view text) {
    std::vector<MinutesPart> out(1);
    for (const auto& line : lines_of(text)) {
        if (line.starts_with(heading_mark)) {
            MinutesPart part;
            part.heading = std::string(base::trim(line.substr(heading_mark.size())));
            part.item = item_of(part.heading);
            out.push_back(std::move(part));
            continue;
        }
        out.back().text += line + "\n";
    }
    for (auto& part : out) {
        part.text = std::string(base::trim(part.text));
    }
    if (out.front().text.empty() && out.size() > 1) {
        out.erase(out.begin());
    }
    return out;
}

std::string join_minutes(const std::vector<MinutesPart>& parts) {
    std::string out;
    for (const auto& part : parts) {
        const std::string text(base::trim(part.text));
        if (part.heading.empty() && text.empty()) {
            continue;
        }
        out += out.empty() ? "" : "\n";
        if (!part.heading.empty()) {
            out += std::string(heading_mark) + part.heading + "\n";
            out += text.empty() ? "" : "\n";
        }
        out += text.empty() ? "" : text + "\n";
    }
    return out;
}

std::vector<MinutesRemark> minutes_remarks(std::string_view from_record, std::string_view text) {
    const auto changes = line_changes(from_record, text);
    std::vector<MinutesRemark> out;
    std::vector<const LineChange*> used;
    for (const auto& change : changes) {
        if (change.added || !is_fact(change)) {
            continue;
        }
        MinutesRemark remark{change.under, plain(change.text), {}};
        if (const auto* instead = counterpart(changes, used, change)) {
            used.push_back(instead);
            remark.text = plain(instead->text);
        }
        out.push_back(std::move(remark));
    }
    for (const auto& change : changes) {
        const bool free = std::find(used.begin(), used.end(), &change) == used.end();
        if (change.added && is_fact(change) && free) {
            out.push_back({change.under, {}, plain(change.text)});
        }
    }
    return out;
}

} // namespace quorate::views
