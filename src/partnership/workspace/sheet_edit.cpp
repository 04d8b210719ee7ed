#include "partnership/workspace/sheet_edit.hpp"

#include "base/hash.hpp"
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

/// The same answer for whoever reads the log: the verdict, the reasons by code, how many events.
bool same(const Ruling& a, const Ruling& b) {
    const auto same_reason = [](const governance::Reason& x, const governance::Reason& y) {
        return x.code == y.code;
    };
    return a.verdict == b.verdict && a.events.size() == b.events.size() &&
           std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(), b.reasons.end(),
                      same_reason);
}

using governance::acts::DeclareInterest;
using governance::acts::RegisterPerson;

template <class... Acts>
bool is_one_of(const governance::Act& act) {
    return (std::holds_alternative<Acts>(act) || ...);
}

bool names(const governance::Act& act, const governance::PersonId& person) {
    if (const auto* came = std::get_if<governance::acts::RecordArrival>(&act)) {
        return came->substitute == person;
    }
    if (const auto* guest = std::get_if<governance::acts::RecordVisitor>(&act)) {
        return guest->person == person;
    }
    if (const auto* officer = std::get_if<governance::acts::RecordOfficerInSupport>(&act)) {
        return officer->person == person;
    }
    const auto* partner = std::get_if<governance::acts::RecordAffectedPartner>(&act);
    return partner != nullptr && partner->person == person;
}

/// A later act speaks of the earlier one: a seconder of the motion, a vote on the question.
bool speaks_of(const governance::Act& later, const governance::Act& earlier) {
    using namespace governance::acts;
    if (const auto* known = std::get_if<RegisterPerson>(&earlier)) {
        return names(later, known->person);
    }
    if (governance::subject_of(later).item != governance::subject_of(earlier).item) {
        return false;
    }
    if (std::holds_alternative<MoveMotion>(earlier)) {
        return is_one_of<SecondMotion, MoveAmendment, PutQuestion>(later);
    }
    if (std::holds_alternative<MoveAmendment>(earlier)) {
        const auto* put = std::get_if<PutQuestion>(&later);
        return std::holds_alternative<SecondMotion>(later) ||
               (put != nullptr && put->amendment.value_or(false));
    }
    if (std::holds_alternative<PutQuestion>(earlier)) {
        return is_one_of<RecordConsensus, TakeVote, DeclareOutcome>(later);
    }
    const auto* declared = std::get_if<DeclareInterest>(&earlier);
    const auto* determined = std::get_if<DetermineInterest>(&later);
    return declared != nullptr && determined != nullptr && declared->seat == determined->seat;
}

/// The lines after `number` that speak of it, until another of its kind takes its place.
std::vector<std::int64_t> spoken_of(const Foresight& sheet, std::int64_t number) {
    std::vector<std::int64_t> out;
    const governance::Act* about = nullptr;
    for (const auto& line : sheet.lines) {
        const auto& act = line.submission.act;
        if (line.number == number) {
            about = &act;
        } else if (about != nullptr) {
            const bool another =
                act.index() == about->index() &&
                governance::subject_of(act).item == governance::subject_of(*about).item &&
                !std::holds_alternative<RegisterPerson>(act) &&
                !std::holds_alternative<DeclareInterest>(act);
            if (another) {
                break;
            }
            if (speaks_of(act, *about)) {
                out.push_back(line.number);
            }
        }
    }
    return out;
}

/// What stands in the way of changing a line; `done` when nothing does. The caller holds the
/// sheet's turn.
Result<LineChange> in_the_way(const Partnership& partnership, std::string_view meeting,
                              std::int64_t number, std::string_view shown) {
    if (partnership.workspace() == nullptr) {
        return base::fail("", "a partnership in memory has no workspace",
                          "Open one that is in a folder");
    }
    auto& store = partnership.workspace()->store();
    Result<std::optional<std::string>> text;
    {
        const std::lock_guard turn(store.mutex);
        text = store.first<std::string>(
            "SELECT submission FROM sheet WHERE meeting = ? AND number = ?", {meeting, number},
            [](const Statement& row) { return std::string(row.bytes(0)); });
    }
    if (!text || !*text) {
        return text ? Result<LineChange>(LineChange::gone) : tl::unexpected(text.error());
    }
    const auto there = parse_submission(**text, partnership.zone());
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (line_digest(*there) != shown) {
        return LineChange::changed;
    }
    // A crash can leave a line on the sheet that is in the record: it must stay what it is there.
    const bool recorded = partnership.state()->entries.find(there->id) != nullptr;
    return recorded ? LineChange::gone : LineChange::done;
}

} // namespace

Result<void> check_words(const Submission& submission) {
    Result<void> out;
    governance::each_text(
        submission.act, [&](const governance::FieldRow& row, const governance::Text& text) {
            if (text.words.size() > vault_text_bytes_max && out) {
                out = base::fail(std::string(row.name), "the text is too long", "Shorten it");
            }
        });
    if (submission.late_reason.words.size() > vault_text_bytes_max && out) {
        out = base::fail("late_reason", "the text is too long", "Shorten it");
    }
    return out;
}

std::string line_digest(const Submission& submission) {
    return base::hex(base::sha256(encode_submission(submission)));
}

Result<LineChange> replace_line(Partnership& partnership, std::string_view meeting,
                                std::int64_t number, std::string_view shown,
                                const Submission& submission) {
    if (const auto fits = check_words(submission); !fits) {
        return tl::unexpected(fits.error());
    }
    const auto text = encode_submission(submission);
    const std::lock_guard lock(sheet_turn());
    const auto found = in_the_way(partnership, meeting, number, shown);
    if (!found || *found != LineChange::done) {
        return found;
    }
    auto& store = partnership.workspace()->store();
    Result<std::int64_t> lines;
    {
        const std::lock_guard turn(store.mutex);
        lines = store.change("UPDATE sheet SET submission = ? WHERE meeting = ? AND number = ?",
                             {text, meeting, number});
    }
    partnership.changes().sheet_changed(meeting);
    return lines.map(
        [](std::int64_t count) { return count > 0 ? LineChange::done : LineChange::gone; });
}

Result<LineChange> take_back_as_shown(Partnership& partnership, std::string_view meeting,
                                      std::int64_t number, std::string_view shown) {
    const std::lock_guard lock(sheet_turn());
    const auto found = in_the_way(partnership, meeting, number, shown);
    if (!found || *found != LineChange::done) {
        return found;
    }
    const auto removed = partnership.workspace()->remove_from_sheet(meeting, number);
    partnership.changes().sheet_changed(meeting);
    return removed.map([](bool was) { return was ? LineChange::done : LineChange::gone; });
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
    const auto speaking =
        instead == nullptr ? spoken_of(*sheet, number) : std::vector<std::int64_t>{};
    std::vector<HangingLine> out;
    for (const auto& line : sheet->lines) {
        const auto there =
            std::find_if(other.acts.begin(), other.acts.end(),
                         [&](const Submission& each) { return each.id == line.submission.id; });
        if (line.number == number || there == other.acts.end()) {
            continue;
        }
        const auto& would = other.rulings[static_cast<std::size_t>(there - other.acts.begin())];
        const bool spoken =
            std::find(speaking.begin(), speaking.end(), line.number) != speaking.end();
        const bool otherwise = !same(line.ruling, would);
        if (otherwise || spoken) {
            out.push_back({line, would, otherwise});
        }
    }
    return out;
}

} // namespace quorate::partnership
