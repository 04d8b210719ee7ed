#include "governance/duties/inquiry.hpp"

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

Inquiry::Inquiry(const State& of_state, const Context& with_context, const Past& of_past,
                 const Body& of_body, base::CivilDate on_day)
    : state(of_state), context(with_context), past(of_past), body(of_body), on(on_day),
      zone(zone_of(of_state, of_body.id)), now(end_of(on_day)),
      terms(terms_at(of_state, of_body.id, now, with_context)) {
    for (const auto& id : body.meetings) {
        const auto* meeting = state.meetings.find(id);
        if (meeting != nullptr && meeting->convened <= now && !called_off(*meeting)) {
            meetings_.push_back(meeting);
        }
    }
    std::stable_sort(meetings_.begin(), meetings_.end(), [&](const Meeting* a, const Meeting* b) {
        return scheduled(*a) < scheduled(*b);
    });
}

bool Inquiry::called_off(const Meeting& meeting) const {
    if (meeting.status != MeetingStatus::cancelled) {
        return false;
    }
    const auto& all = past.of("cancel-meeting");
    const auto first = std::find_if(all.begin(), all.end(), [&](const EntryLine* entry) {
        return entry->meeting == meeting.id;
    });
    return first == all.end() || (*first)->effective <= now;
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

base::Instant Inquiry::scheduled(const Meeting& meeting) const {
    const auto moved = meeting.postponed_from.empty()
                           ? std::size_t{0}
                           : entries("postpone-meeting", meeting.id).size();
    return moved < meeting.postponed_from.size() ? meeting.postponed_from[moved]
                                                 : meeting.scheduled;
}

std::vector<const EntryLine*> Inquiry::entries(std::string_view act,
                                               const std::optional<MeetingId>& meeting) const {
    std::vector<const EntryLine*> out;
    for (const auto* entry : past.of(act)) {
        const bool here = meeting ? entry->meeting == meeting : entry->body == body.id;
        if (here && entry->effective <= now) {
            out.push_back(entry);
        }
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
    duty.no_time = deadline.unset;
    if (!deadline.problem.empty()) {
        duty.state = DutyState::undetermined;
        duty.words = "The date cannot be worked out: " + deadline.problem + ".";
        return;
    }
    const bool over = deadline.date && on > *deadline.date;
    if ((over || !deadline.date) && !complete_since(since)) {
        duty.state = DutyState::no_record;
        duty.words = no_record_words;
        return;
    }
    if (!deadline.date) {
        duty.state = DutyState::not_yet_due;
        duty.words = "Not done yet; the terms set no time.";
        return;
    }
    const int days_left = deadline.date->days - on.days;
    duty.state = over                         ? DutyState::overdue
                 : days_left <= due_soon_days ? DutyState::due_soon
                                              : DutyState::not_yet_due;
    duty.words = (over ? "Was due on " : "Due on ") + base::words(*deadline.date) + ".";
}

void Inquiry::settle_untimed(Duty& duty, base::CivilDate since) const {
    settle(duty, {{}, true, {}}, since);
}

void Inquiry::met(Duty& duty, const Deadline& deadline, DutyEvidence evidence) const {
    duty.due = deadline.date;
    duty.no_time = deadline.unset;
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
    case DutyState::missed:
        return 7;
    }
    return 8;
}

void add_body(const State& state, const Context& context, const Past& past, const Body& body,
              base::CivilDate on, std::vector<Duty>& out) {
    Inquiry inquiry(state, context, past, body, on);
    const auto* status = body.status.at(inquiry.now);
    if (status != nullptr && *status == BodyStatus::dissolved) {
        return;
    }
    add_meeting_duties(inquiry);
    add_attendance_duties(inquiry);
    add_minutes_duties(inquiry);
    add_standing_duties(inquiry);
    add_regular_duties(inquiry);
    add_event_duties(inquiry);
    add_membership_duties(inquiry);
    add_leaving_duties(inquiry);
    add_promises(inquiry);
    add_open_matters(inquiry);
    add_process_duties(inquiry);
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
    const Past past(state);
    state.bodies.each([&](const Body& body) { add_body(state, context, past, body, on, out); });
    sort_duties(out);
    return out;
}

std::vector<Duty> duties_of(const State& state, const Context& context, const BodyId& body,
                            base::CivilDate on) {
    std::vector<Duty> out;
    if (state.bodies.find(body) == nullptr) {
        return out;
    }
    const Past past(state);
    state.bodies.each([&](const Body& other) {
        std::vector<Duty> found;
        add_body(state, context, past, other, on, found);
        const bool own = other.id == body;
        std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()),
                     std::back_inserter(out),
                     [&](const Duty& duty) { return own || duty.who == body.value; });
    });
    sort_duties(out);
    return out;
}

} // namespace quorate::governance
