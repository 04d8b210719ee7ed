#include "views/hindsight.hpp"

#include "governance/back_dating.hpp"
#include "partnership/whatif/hindsight.hpp"
#include "views/reader.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const BodyId no_body{};

VerdictNow verdict_now(const Ground& ground, const partnership::History& history,
                       const partnership::FlipExplained& each) {
    const auto& act = history.at(each.flip.position);
    const auto about = subject_of(act.submission.act);
    const auto at = act.submission.effective;
    VerdictNow out;
    out.position = each.flip.position;
    out.act = row_of(act.submission.act).help;
    out.when = ground.moment(about.body.value_or(no_body), at);
    out.verdict_differs = each.flip.kind == partnership::FlipKind::verdict;
    if (ground.see.particulars(act.submission.act, act.submission.made_by)) {
        out.was = ruling_shown(ground, each.was, about.body, at).headline;
        out.would_be = ruling_shown(ground, each.would_be, about.body, at).headline;
    }
    return out;
}

std::vector<VerdictNow> verdicts_now(const Ground& ground, const partnership::History& history,
                                     const partnership::Hindsight& found) {
    std::vector<VerdictNow> out;
    for (const auto& each : found.differ) {
        out.push_back(verdict_now(ground, history, each));
    }
    return out;
}

/// The two days of an act in the record differ.
bool is_late(const Ground& ground, const EntryLine& line) {
    if (line.recorded <= line.effective) {
        return false;
    }
    const auto zone = zone_of(ground.state(), line.body.value_or(no_body));
    return zone.date_of(line.effective) < zone.date_of(line.recorded);
}

BackDatedAct act_shown(const Ground& ground, const EntryLine& line) {
    const auto body = line.body.value_or(no_body);
    BackDatedAct out;
    out.position = line.position;
    out.effective = ground.moment(body, line.effective);
    out.recorded = ground.moment(body, line.recorded);
    out.body = line.body ? ground.body(*line.body) : Named{};
    out.what = act_table()[line.act].help;
    if (const auto entry = ground.partnership.entry(line.position)) {
        const auto& reason = entry->submission.late_reason;
        out.reason = reason.given() ? ground.words(reason).value_or("(words no longer held)") : "";
    }
    return out;
}

} // namespace

std::optional<HindsightShown> hindsight(const Reader& reader, std::int64_t position) {
    const auto& ground = reader.ground();
    const auto& entries = ground.state().entries;
    const auto index = static_cast<std::size_t>(std::max<std::int64_t>(position - 1, 0));
    if (position < 1 || index >= entries.size()) {
        return std::nullopt;
    }
    const auto& line = entries.at(index);
    const auto entry = ground.partnership.entry(position);
    const bool shown = line.verdict == Verdict::permitted && is_late(ground, line) && entry &&
                       ground.see.particulars(entry->submission.act, entry->submission.made_by);
    if (!shown) {
        return std::nullopt;
    }
    HindsightShown out;
    if (position > hindsight_entries_max && !ground.see.audit()) {
        out.too_long = true;
        return out;
    }
    const auto history = partnership::History::load(ground.partnership);
    if (!history) {
        return std::nullopt;
    }
    const auto found = partnership::verdicts_now_different(**history, position);
    out.looked_at = found.looked_at;
    out.differ = verdicts_now(ground, **history, found);
    return out;
}

std::optional<std::vector<BackDatedAct>> back_dated_acts(const Reader& reader,
                                                         const AuditPeriod& period) {
    const auto& ground = reader.ground();
    if (!ground.see.audit()) {
        return std::nullopt;
    }
    std::vector<BackDatedAct> out;
    const auto& entries = ground.state().entries;
    for (auto i = entries.size(); i > 0; --i) {
        const auto& line = entries.at(i - 1);
        if (line.verdict != Verdict::permitted || !is_late(ground, line)) {
            continue;
        }
        auto shown = act_shown(ground, line);
        const auto date = shown.effective.local.date;
        if ((!period.from || date >= *period.from) && (!period.to || date <= *period.to)) {
            out.push_back(std::move(shown));
        }
    }
    const auto history = out.empty() ? base::fail("", "nothing to judge")
                                     : partnership::History::load(ground.partnership);
    for (std::size_t i = 0; history && i < std::min(out.size(), hindsight_acts_max); ++i) {
        const auto found = partnership::verdicts_now_different(**history, out[i].position);
        out[i].differ = verdicts_now(ground, **history, found);
        out[i].judged = true;
    }
    return out;
}

} // namespace quorate::views
