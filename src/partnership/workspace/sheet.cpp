#include "partnership/workspace/sheet.hpp"

#include "governance/back_dating.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "partnership/record.hpp"
#include "partnership/workspace/sheet_edit.hpp"

#include <algorithm>

namespace quorate::partnership {
namespace {

using governance::Submission;

Result<Workspace*> workspace_of(const Partnership& partnership) {
    if (partnership.workspace() == nullptr) {
        return base::fail("", "a partnership in memory has no workspace",
                          "Open one that is in a folder");
    }
    return partnership.workspace();
}

/// When an act would come into the record after `state`, which may be foreseen.
base::Instant recorded_after(const governance::State& state, const Partnership& partnership,
                             const Submission& submission) {
    return std::max(state.last_recorded, partnership.recorded_if_now(submission.effective));
}

Result<governance::Ruling> recorded_ruling(const Partnership& partnership, std::int64_t position) {
    auto entry = partnership.entry(position);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    return std::move(entry->ruling);
}

/// A line set down on the day itself that comes into the record on a later one, because its item
/// closed after midnight: the sheet is why. A line set down later has the officer's own reason.
void explain_wait(const Partnership& partnership, Submission& submission) {
    const auto recorded = partnership.recorded_if_now(submission.effective);
    if (!submission.late_reason.given() &&
        governance::back_dating(*partnership.state(), submission, recorded)) {
        submission.late_reason.words = "Set down on the sheet of the meeting on the day, and "
                                       "recorded when its item closed";
    }
}

Result<std::vector<std::pair<std::int64_t, Submission>>> lines_of(const Partnership& partnership,
                                                                  std::string_view meeting) {
    std::vector<std::pair<std::int64_t, Submission>> out;
    if (partnership.workspace() == nullptr) {
        return out;
    }
    const auto sheet = partnership.workspace()->sheet(meeting);
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    for (const auto& line : *sheet) {
        auto submission = parse_submission(line.submission, partnership.zone());
        if (!submission) {
            return tl::unexpected(submission.error());
        }
        explain_wait(partnership, *submission);
        out.emplace_back(line.number, std::move(*submission));
    }
    return out;
}

} // namespace

std::mutex& sheet_turn() {
    static std::mutex mutex;
    return mutex;
}

std::string encode_submission(const Submission& submission) {
    base::JsonObject out;
    out["id"] = submission.id.value;
    out["act"] = std::string(governance::row_of(submission.act).name);
    out["fields"] = governance::encode_fields(submission.act);
    out["made_by"] = governance::text(submission.made_by);
    if (submission.capacity) {
        out["capacity"] = governance::text(*submission.capacity);
    }
    out["recorded_by"] = governance::text(submission.recorded_by);
    out["evidence"] = std::string(governance::written(submission.evidence));
    out["effective"] = base::text(submission.effective);
    if (submission.late_reason.given()) {
        out["late_reason"] = submission.late_reason.words;
    }
    return base::canonical(out);
}

Result<Submission> parse_submission(std::string_view text, base::Zone zone) {
    const auto json = base::parse_json(text);
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (!json->is_object()) {
        return base::fail("", "a line of the sheet is not a JSON object");
    }
    return governance::decode_submission(json->get_object(), {zone, false}, {});
}

Result<Foresight> foresee_sheet(const Partnership& partnership, std::string_view meeting) {
    auto lines = lines_of(partnership, meeting);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    const auto newest = partnership.snapshot();
    const auto next = std::make_shared<Snapshot>(*newest);
    Foresight out{next, {}, newest->state.size};
    for (auto& [number, submission] : *lines) {
        auto& state = next->state;
        if (const auto* line = state.entries.find(submission.id)) {
            auto ruling = recorded_ruling(partnership, line->position);
            if (!ruling) {
                return tl::unexpected(ruling.error());
            }
            out.lines.push_back({number, std::move(submission), std::move(*ruling)});
            continue;
        }
        const auto recorded = recorded_after(state, partnership, submission);
        auto ruling = governance::explain(state, submission, next->context(), recorded);
        const bool moves = partnership.clock_stands() && stands(ruling);
        const auto at = moves ? recorded : std::max(state.last_recorded, partnership.now());
        take_into(state, {submission, ruling, state.size, at});
        out.lines.push_back({number, std::move(submission), std::move(ruling)});
    }
    return out;
}

governance::Ruling foresee_next(const Partnership& partnership, const Foresight& sheet,
                                const Submission& next) {
    const auto& state = sheet.snapshot->state;
    return governance::explain(state, next, sheet.snapshot->context(),
                               recorded_after(state, partnership, next));
}

Result<governance::Ruling> foresee_next(const Partnership& partnership, std::string_view meeting,
                                        const Submission& next) {
    const auto sheet = foresee_sheet(partnership, meeting);
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    return foresee_next(partnership, *sheet, next);
}

bool stands(const governance::Ruling& ruling) {
    return ruling.verdict == governance::Verdict::permitted ||
           ruling.verdict == governance::Verdict::needs_discretion;
}

Result<std::int64_t> add_line(Partnership& partnership, std::string_view meeting,
                              const Submission& submission) {
    if (const auto fits = check_words(submission); !fits) {
        return tl::unexpected(fits.error());
    }
    const std::lock_guard lock(sheet_turn());
    const auto lines = lines_of(partnership, meeting);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    for (const auto& [number, line] : *lines) {
        if (line.id == submission.id) {
            return number;
        }
    }
    return workspace_of(partnership).and_then([&](Workspace* workspace) {
        auto number = workspace->add_to_sheet(meeting, encode_submission(submission));
        partnership.changes().sheet_changed(meeting);
        return number;
    });
}

Result<bool> take_back_line(Partnership& partnership, std::string_view meeting,
                            std::int64_t number) {
    const std::lock_guard lock(sheet_turn());
    return workspace_of(partnership).and_then([&](Workspace* workspace) {
        auto removed = workspace->remove_from_sheet(meeting, number);
        partnership.changes().sheet_changed(meeting);
        return removed;
    });
}

Result<std::vector<Receipt>> enter_sheet(Partnership& partnership, std::string_view meeting) {
    const std::lock_guard lock(sheet_turn());
    auto lines = lines_of(partnership, meeting);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    std::vector<Receipt> out;
    for (auto& [number, submission] : *lines) {
        SubmitOptions options;
        if (!stands(partnership.preview(submission))) {
            options.recorded = partnership.now();
        }
        auto receipt = partnership.submit(std::move(submission), options);
        if (!receipt) {
            return tl::unexpected(receipt.error().failure);
        }
        out.push_back(std::move(*receipt));
        if (auto removed = partnership.workspace()->remove_from_sheet(meeting, number); !removed) {
            return tl::unexpected(removed.error());
        }
    }
    partnership.changes().sheet_changed(meeting);
    return out;
}

} // namespace quorate::partnership
