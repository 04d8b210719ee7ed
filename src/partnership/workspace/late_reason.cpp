#include "partnership/workspace/late_reason.hpp"

#include "base/json.hpp"
#include "partnership/workspace/workspace.hpp"

namespace quorate::partnership {
namespace {

/// A sheet of its own beside the meeting's, whose newest line is the reason as a JSON text. No
/// meeting has such an id.
std::string sheet_of(std::string_view meeting) {
    return "late-reason:" + std::string(meeting);
}

Result<std::vector<SheetLine>> lines_of(const Partnership& partnership, std::string_view meeting) {
    auto* workspace = partnership.workspace();
    return workspace == nullptr ? Result<std::vector<SheetLine>>(std::vector<SheetLine>())
                                : workspace->sheet(sheet_of(meeting));
}

} // namespace

Result<std::string> kept_late_reason(const Partnership& partnership, std::string_view meeting) {
    const auto lines = lines_of(partnership, meeting);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    if (lines->empty()) {
        return std::string();
    }
    const auto json = base::parse_json(lines->back().submission);
    if (!json) {
        return tl::unexpected(json.error());
    }
    const auto* words = json->if_string();
    return words == nullptr ? std::string() : std::string(words->data(), words->size());
}

Result<void> keep_late_reason(Partnership& partnership, std::string_view meeting,
                              std::string_view words) {
    if (partnership.workspace() == nullptr) {
        return base::fail("", "a partnership in memory has no workspace",
                          "Open one that is in a folder");
    }
    const auto before = lines_of(partnership, meeting);
    if (!before) {
        return tl::unexpected(before.error());
    }
    auto& workspace = *partnership.workspace();
    if (auto added = workspace.add_to_sheet(sheet_of(meeting), base::canonical(base::Json(words)));
        !added) {
        return tl::unexpected(added.error());
    }
    for (const auto& line : *before) {
        if (auto removed = workspace.remove_from_sheet(sheet_of(meeting), line.number); !removed) {
            return tl::unexpected(removed.error());
        }
    }
    return {};
}

} // namespace quorate::partnership
