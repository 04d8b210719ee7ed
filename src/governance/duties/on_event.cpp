// Duties that something on record starts: an urgent decision is reported, whatever else a charter
// names. Those with a life of their own are elsewhere: minutes, approvals, interests, actions.

#include "governance/duties/recurring.hpp"
#include "governance/duties/towards.hpp"

#include <algorithm>
#include <array>

namespace quorate::governance {
namespace {

using Rule = charter::InForce<charter::DutyRule>;

bool has_its_own_part(const charter::DutyRule& rule) {
    constexpr std::array<std::string_view, 3> ends = {"approve-subject-to", "determine-interest",
                                                      "report-on-action"};
    const bool to_members = rule.on == "member" && rule.event.ends_with("-minutes");
    return to_members || std::find(ends.begin(), ends.end(), rule.evidence) != ends.end();
}

/// What the act made, when it was a decision; else where it stands in the record.
std::string subject_of(const Inquiry& inquiry, const EntryLine& entry) {
    for (const auto& id : inquiry.body.decisions) {
        const auto* decision = inquiry.state.decisions.find(id);
        if (decision != nullptr && decision->position == entry.position) {
            return id.value;
        }
    }
    return std::to_string(entry.position);
}

/// A report that names decisions is of those alone.
bool is_of(const Inquiry& inquiry, const Report& report, const EntryLine& from) {
    if (report.decisions.empty()) {
        return true;
    }
    return std::any_of(report.decisions.begin(), report.decisions.end(), [&](const DecisionId& id) {
        const auto* decision = inquiry.state.decisions.find(id);
        return decision != nullptr && decision->position == from.position;
    });
}

std::optional<DutyEvidence> done_after(const Inquiry& inquiry, const charter::DutyRule& rule,
                                       const EntryLine& from) {
    if (rule.evidence == "record-report") {
        for (const auto* report : reports_for(inquiry, rule)) {
            if (report->effective >= from.effective && right_way(*report, rule) &&
                is_of(inquiry, *report, from)) {
                return report_evidence(inquiry, *report);
            }
        }
        return {};
    }
    for (const auto* entry : inquiry.entries(rule.evidence, {})) {
        if (entry->effective >= from.effective && entry != &from) {
            const auto date = inquiry.date_of(entry->effective);
            return DutyEvidence{entry->id.value, entry->position, date,
                                "Done on " + base::words(date)};
        }
    }
    return {};
}

/// The first meeting to come after an instant, by what was known on the day asked about.
Deadline deadline_from(const Inquiry& inquiry, const charter::DutyRule& rule, base::Instant from) {
    if (rule.due != "next-meeting") {
        return deadline_after(inquiry.state, inquiry.body.id, inquiry.date_of(from), rule.due, from,
                              inquiry.context);
    }
    for (const auto* meeting : inquiry.meetings()) {
        const auto at = inquiry.scheduled(*meeting);
        if (at > from) {
            return {inquiry.date_of(at), false, {}};
        }
    }
    return {{}, true, {}};
}

void add_started(Inquiry& inquiry, const Rule& rule, const EntryLine& entry) {
    auto duty = inquiry.make(rule.rule, subject_of(inquiry, entry));
    duty.who = rule->on;
    duty.what = rule->what;
    duty.meeting = entry.meeting;
    const auto since = inquiry.date_of(entry.effective);
    const auto deadline = deadline_from(inquiry, *rule.params, entry.effective);
    if (auto done = done_after(inquiry, *rule.params, entry)) {
        duty.since = since;
        inquiry.met(duty, deadline, std::move(*done));
    } else {
        inquiry.settle(duty, deadline, since);
        if (rule->due == "next-meeting" && !duty.due && duty.state == DutyState::not_yet_due) {
            duty.words = "Due at the next meeting; none is convened yet.";
        }
        if (rule->advised) {
            duty.state = DutyState::continuing;
            duty.words = "Good practice; the terms do not ask for it.";
        }
    }
    duty.no_time = rule->due.empty();
    inquiry.add(std::move(duty));
}

} // namespace

void add_event_duties(Inquiry& inquiry) {
    if (inquiry.terms == nullptr) {
        return;
    }
    for (const auto& rule : inquiry.terms->terms.all<charter::DutyRule>()) {
        if (rule->trigger != charter::DutyTrigger::on_event || rule->evidence.empty() ||
            has_its_own_part(*rule.params)) {
            continue;
        }
        for (const auto* entry : inquiry.entries(rule->event, {})) {
            add_started(inquiry, rule, *entry);
        }
    }
}

} // namespace quorate::governance
