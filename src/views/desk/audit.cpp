#include "views/desk/audit.hpp"

#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/decisions_make.hpp"
#include "views/desk/own_make.hpp"
#include "views/duties_make.hpp"
#include "views/reader.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {

using namespace governance;

namespace {

/// Acts that are themselves the use of a discretion.
constexpr std::array always_discretion = {
    std::string_view("allow-late-item"), std::string_view("determine-interest"),
    std::string_view("exclude-member"), std::string_view("rule-on-procedure"),
    std::string_view("take-urgent-decision")};

/// Acts that are one where the ruling says so: an agreement was given, or it was outside the
/// programme.
constexpr std::array sometimes_discretion = {std::string_view("convene-meeting"),
                                             std::string_view("record-visitor"),
                                             std::string_view("publish-minutes")};

template <class Names>
bool one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The reason of a ruling that speaks of the discretion; null for none.
const Reason* discretion_in(const Ruling& ruling, std::string_view act) {
    if (!one_of(always_discretion, act)) {
        const auto* agreed = ruling.reason(Code::agreement_given);
        return agreed != nullptr ? agreed : ruling.reason(Code::not_in_programme);
    }
    for (const auto& reason : ruling.reasons) {
        const bool own = reason.says == Says::complies && !reason.clause.empty() &&
                         reason.code != Code::permitted_by && reason.code != Code::quorate;
        if (own) {
            return &reason;
        }
    }
    return ruling.reason(Code::permitted_by);
}

std::string reason_given(const Ground& ground, const Act& act) {
    std::string out;
    each_text(act, [&](const FieldRow& row, const Text& text) {
        if ((row.name == "reason" || row.name == "urgency") && text.given()) {
            out = ground.words(text).value_or("(words no longer held)");
        }
    });
    return out;
}

/// What was done, more exactly than the act's help where the act says which way.
std::string what_was_done(const Act& act) {
    if (const auto* late = std::get_if<acts::AllowLateItem>(&act)) {
        return late->allowed.value_or(true) ? "Allowed a late item" : "Did not allow a late item";
    }
    if (const auto* determined = std::get_if<acts::DetermineInterest>(&act)) {
        auto words = std::string(written(determined->determination));
        std::replace(words.begin(), words.end(), '-', ' ');
        return "Determined an interest: " + words;
    }
    if (std::holds_alternative<acts::ExcludeMember>(act)) {
        return "Excluded a member";
    }
    if (std::holds_alternative<acts::ConveneMeeting>(act)) {
        return "Called a meeting outside the programme";
    }
    if (std::holds_alternative<acts::RuleOnProcedure>(act)) {
        return "Ruled on a point of procedure";
    }
    if (std::holds_alternative<acts::TakeUrgentDecision>(act)) {
        return "Took a decision that could not wait for a meeting";
    }
    if (std::holds_alternative<acts::RecordVisitor>(act)) {
        return "Agreed that a visitor attends";
    }
    return std::string(row_of(act).help);
}

std::string clause_of(const Reason* reason) {
    if (reason == nullptr) {
        return {};
    }
    return std::string(reason->cited_clause.empty() ? reason->clause : reason->cited_clause);
}

std::string corrected_words(const std::optional<SeatRef>& seat,
                            const std::optional<std::int64_t>& item, bool votes) {
    std::vector<std::string> parts;
    if (seat) {
        parts.push_back("Presence of seat " + seat->value);
    }
    if (item && votes) {
        parts.push_back("Count of votes on item " + std::to_string(*item));
    }
    return parts.empty() ? "Words" : parts.size() == 1 ? parts[0] : parts[0] + "; " + parts[1];
}

CorrectionMade correction_made(const Ground& ground, const EntryLine& line,
                               const partnership::RecordedEntry& entry) {
    CorrectionMade out;
    out.position = line.position;
    out.when = ground.moment(*line.body, line.effective);
    out.body = ground.body(*line.body);
    const auto& act = entry.submission.act;
    if (const auto* minutes = std::get_if<acts::CorrectMinutes>(&act)) {
        out.about = "Minutes of " + ground.meeting(minutes->meeting).name;
        out.what = corrected_words(minutes->seat, minutes->item,
                                   minutes->for_ || minutes->against || minutes->abstain);
        out.words = ground.words_or(minutes->words, "");
    } else if (const auto* record = std::get_if<acts::CorrectRecord>(&act)) {
        out.about = "Record of " + ground.meeting(record->meeting).name;
        out.what = corrected_words(record->seat, record->item,
                                   record->for_ || record->against || record->abstain);
        out.words = ground.words_or(record->reason, "");
    }
    for (const auto& reason : entry.ruling.reasons) {
        if (reason.code == Code::ruling_would_change) {
            out.changes.push_back(sentence(reason));
        }
    }
    return out;
}

DiscretionUsed discretion_used(const Ground& ground, const EntryLine& line,
                               const partnership::RecordedEntry& entry, const Reason* reason) {
    DiscretionUsed out;
    out.position = line.position;
    out.when = ground.moment(*line.body, line.effective);
    out.body = ground.body(*line.body);
    out.about = about_words(ground, line);
    out.what = what_was_done(entry.submission.act);
    out.by = capitalised(ground.actor(line.made_by));
    out.evidence = evidence_words(line.evidence);
    out.reason = reason_given(ground, entry.submission.act);
    out.clause = clause_of(reason);
    out.words = headline(with_names(ground, entry.ruling, line.body));
    return out;
}

bool within(const AuditPeriod& period, base::CivilDate date) {
    return (!period.from || date >= *period.from) && (!period.to || date <= *period.to);
}

void take(const Ground& ground, const EntryLine& line, AuditDesk& out) {
    const auto act = act_table()[line.act].name;
    const bool correction = act == "correct-minutes" || act == "correct-record";
    const bool used = one_of(always_discretion, act) || one_of(sometimes_discretion, act);
    if ((!correction && !used) || line.verdict != Verdict::permitted || !line.body) {
        return;
    }
    const auto entry = ground.partnership.entry(line.position);
    if (!entry) {
        return;
    }
    if (correction) {
        out.corrections.push_back(correction_made(ground, line, *entry));
        return;
    }
    const auto* reason = discretion_in(entry->ruling, act);
    if (reason != nullptr || one_of(always_discretion, act)) {
        out.discretion.push_back(discretion_used(ground, line, *entry, reason));
    }
}

} // namespace

std::optional<AuditDesk> audit_desk(const Reader& reader, const AuditPeriod& period) {
    const auto& ground = reader.ground();
    if (!ground.see.audit()) {
        return std::nullopt;
    }
    AuditDesk out;
    out.today = ground.today;
    out.entries = ground.state().size;
    out.overdue = duties_page(ground, {}).overdue;
    out.findings = static_cast<std::int64_t>(findings_page(ground, {}).findings.size());
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.body && within(period, ground.moment(*line.body, line.effective).local.date)) {
            take(ground, line, out);
        }
    });
    const auto later = [](const auto& a, const auto& b) { return a.when.instant > b.when.instant; };
    std::stable_sort(out.discretion.begin(), out.discretion.end(), later);
    std::stable_sort(out.corrections.begin(), out.corrections.end(), later);
    out.as_made = decisions_page(ground, {}).as_made;
    std::erase_if(out.as_made,
                  [&](const AsMadeLine& each) { return !within(period, each.made.local.date); });
    return out;
}

} // namespace quorate::views
