#include "partnership/workspace/sheet_edit.hpp"

#include "governance/codec.hpp"
#include "partnership/changes.hpp"
#include "partnership/foresee.hpp"
#include "partnership/vault.hpp"
#include "partnership/workspace/store.hpp"

#include <algorithm>

namespace quorate::partnership {

namespace {

using governance::Ruling;
using governance::Submission;

Result<void> check_words(const Submission& submission) {
    Result<void> out;
    governance::each_text(
        submission.act, [&](const governance::FieldRow& row, const governance::Text& text) {
            if (text.words.size() > vault_text_bytes_max && out) {
                out = base::fail(std::string(row.name), "the text is too long", "Shorten it");
            }
        });
    return out;
}

/// The same answer for whoever reads the log: the verdict, the reasons by code, how many events.
bool same(const Ruling& a, const Ruling& b) {
    const auto same_reason = [](const governance::Reason& x, const governance::Reason& y) {
        return x.code == y.code;
    };
    return a.verdict == b.verdict && a.events.size() == b.events.size() &&
           std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(), b.reasons.end(),
                      same_reason);
}

} // namespace

Result<bool> replace_line(Partnership& partnership, std::string_view meeting, std::int64_t number,
                          const Submission& submission) {
    if (const auto fits = check_words(submission); !fits) {
        return tl::unexpected(fits.error());
    }
    auto* workspace = partnership.workspace();
    if (workspace == nullptr) {
        return base::fail("", "a partnership in memory has no workspace",
                          "Open one that is in a folder");
    }
    const auto text = encode_submission(submission);
    const std::lock_guard lock(sheet_turn());
    auto& store = workspace->store();
    Result<std::int64_t> changed;
    {
        const std::lock_guard turn(store.mutex);
        changed = store.change("UPDATE sheet SET submission = ? WHERE meeting = ? AND number = ?",
                               {text, meeting, number});
    }
    partnership.changes().sheet_changed(meeting);
    return changed.map([](std::int64_t lines) { return lines > 0; });
}

Result<std::vector<HangingLine>> lines_that_hang_on(const Partnership& partnership,
                                                    std::string_view meeting, std::int64_t number,
                                                    const Submission* instead) {
    const auto sheet = foresee_sheet(partnership, meeting);
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    std::vector<Submission> acts;
    for (const auto& line : sheet->lines) {
        if (line.number != number) {
            acts.push_back(line.submission);
        } else if (instead != nullptr) {
            acts.push_back(*instead);
        }
    }
    const auto other = foresee(partnership, acts);
    std::vector<HangingLine> out;
    for (const auto& line : sheet->lines) {
        const auto there =
            std::find_if(other.acts.begin(), other.acts.end(),
                         [&](const Submission& each) { return each.id == line.submission.id; });
        if (line.number == number || there == other.acts.end()) {
            continue;
        }
        const auto& would = other.rulings[static_cast<std::size_t>(there - other.acts.begin())];
        if (!same(line.ruling, would)) {
            out.push_back({line, would});
        }
    }
    return out;
}

} // namespace quorate::partnership
