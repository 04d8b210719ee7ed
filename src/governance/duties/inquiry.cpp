#include "governance/duties/inquiry.hpp"

#include "governance/act_table.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <iterator>

namespace quorate::governance {
namespace {

constexpr int year_min = 1900;

} // namespace

base::CivilDate first_day(int year) {
    return base::civil_date(std::clamp(year, year_min, year_max), 1, 1).value();
}

base::CivilDate last_day(int year) {
    return base::civil_date(std::clamp(year, year_min, year_max), 12, 31).value();
}

Inquiry::Inquiry(const State& of_state, const Context& with_context, const Body& of_body,
                 base::CivilDate on_day)
    : state(of_state), context(with_context), body(of_body), on(on_day),
      zone(zone_of(of_state, of_body.id)), now(end_of(on_day)),
      terms(terms_at(of_state, of_body.id, now, with_context)), by_act_(act_count) {
    state.entries.each([&](const EntryLine& entry) {
        if (entry.verdict == Verdict::permitted && entry.effective <= now &&
            entry.act < act_count) {
            by_act_[entry.act].push_back(&entry);
        }
    });
}

base::Instant Inquiry::end_of(base::CivilDate date) const {
    return base::Instant{zone.start_of(date.plus_days(1)).ms - 1};
}

std::optional<base::CivilDate> Inquiry::terms_began() const {
    if (body.terms.empty()) {
        return {};
    }
    return date_of(body.terms.changes().front().from);
}

const CompiledTerms* Inquiry::terms_then(base::Instant instant) const {
    return terms_at(state, body.id, std::min(instant, now), context);
}

bool Inquiry::complete_since(base::CivilDate since) const {
    return body.complete_from && since >= *body.complete_from;
}

std::vector<const Meeting*> Inquiry::meetings() const {
    std::vector<const Meeting*> out;
    for (const auto& id : body.meetings) {
        const auto* meeting = state.meetings.find(id);
        if (meeting != nullptr && meeting->convened <= now &&
            meeting->status != MeetingStatus::cancelled) {
            out.push_back(meeting);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Meeting* a, const Meeting* b) {
        return a->scheduled < b->scheduled;
    });
    return out;
}

std::vector<const EntryLine*> Inquiry::entries(std::string_view act,
                                               const std::optional<MeetingId>& meeting) const {
    std::vector<const EntryLine*> out;
    const auto index = act_index(act);
    if (index < act_count) {
        std::copy_if(by_act_[index].begin(), by_act_[index].end(), std::back_inserter(out),
                     [&](const EntryLine* entry) {
                         return meeting ? entry->meeting == meeting : entry->body == body.id;
                     });
    }
    return out;
}

Duty Inquiry::make(const charter::Rule* rule, std::string_view subject) const {
    Duty duty;
    duty.body = body.id;
    if (rule != nullptr) {
        duty.rule = rule->id;
        duty.clause = rule->clause;
        duty.cited_clause = rule->cited_clause;
    }
    duty.id = duty.rule.empty() ? body.id.value : duty.rule;
    if (!subject.empty()) {
        duty.id += "/" + std::string(subject);
    }
    return duty;
}

void Inquiry::settle(Duty& duty, const Deadline& deadline, base::CivilDate since) const {
    duty.since = since;
    duty.due = deadline.date;
    if (!deadline.problem.empty()) {
        duty.state = DutyState::undetermined;
        duty.words = "The date cannot be worked out: " + deadline.problem + ".";
        return;
    }
    const bool past = deadline.date && on > *deadline.date;
    if ((past || !deadline.date) && !complete_since(since)) {
        duty.state = DutyState::no_record;
        duty.words = "No record held here.";
        return;
    }
    if (!deadline.date) {
        duty.state = DutyState::not_yet_due;
        duty.words = "Not done yet; the terms set no time.";
        return;
    }
    const int days_left = deadline.date->days - on.days;
    duty.state = past                         ? DutyState::overdue
                 : days_left <= due_soon_days ? DutyState::due_soon
                                              : DutyState::not_yet_due;
    duty.words = (past ? "Was due on " : "Due on ") + base::words(*deadline.date) + ".";
}

void Inquiry::met(Duty& duty, const Deadline& deadline, DutyEvidence evidence) const {
    duty.due = deadline.date;
    duty.state = DutyState::met;
    const bool late = deadline.date && evidence.on > *deadline.date;
    duty.words =
        evidence.words + (late ? ", after " + base::words(*deadline.date) : std::string{}) + ".";
    if (late) {
        duty.facts.push_back({"late", std::int64_t{1}});
    }
    duty.evidence.push_back(std::move(evidence));
}

namespace {

int rank(DutyState state) {
    switch (state) {
    case DutyState::overdue:
        return 0;
    case DutyState::due_soon:
        return 1;
    case DutyState::undetermined:
        return 2;
    case DutyState::not_yet_due:
        return 3;
    case DutyState::no_record:
        return 4;
    case DutyState::continuing:
        return 5;
    case DutyState::met:
        return 6;
    }
    return 7;
}

void add_body(const State& state, const Context& context, const Body& body, base::CivilDate on,
              std::vector<Duty>& out) {
    Inquiry inquiry(state, context, body, on);
    const auto* status = body.status.at(inquiry.now);
    if (status != nullptr && *status == BodyStatus::dissolved) {
        return;
    }
    add_meeting_duties(inquiry);
    add_minutes_duties(inquiry);
    add_standing_duties(inquiry);
    add_membership_duties(inquiry);
    add_open_matters(inquiry);
    std::move(inquiry.found.begin(), inquiry.found.end(), std::back_inserter(out));
}

void sort_duties(std::vector<Duty>& found) {
    constexpr base::CivilDate never{1 << 30};
    std::stable_sort(found.begin(), found.end(), [&](const Duty& a, const Duty& b) {
        return std::pair(rank(a.state), a.due.value_or(never)) <
               std::pair(rank(b.state), b.due.value_or(never));
    });
}

} // namespace

std::vector<Duty> duties(const State& state, const Context& context, base::CivilDate on) {
    std::vector<Duty> out;
    state.bodies.each([&](const Body& body) { add_body(state, context, body, on, out); });
    sort_duties(out);
    return out;
}

std::vector<Duty> duties_of(const State& state, const Context& context, const BodyId& body,
                            base::CivilDate on) {
    std::vector<Duty> out;
    if (const auto* known = state.bodies.find(body)) {
        add_body(state, context, *known, on, out);
    }
    sort_duties(out);
    return out;
}

} // namespace quorate::governance
