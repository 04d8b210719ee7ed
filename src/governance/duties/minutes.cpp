// Duties that follow each meeting: minutes, and reporting back once members have them.

#include "governance/duties/inquiry.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// When a step in the life of minutes was first taken; empty for other acts or when it was not.
std::optional<base::Instant> minutes_step(const Meeting& meeting, std::string_view act) {
    const auto& minutes = meeting.minutes;
    if (act == "draft-minutes") {
        return minutes.drafted;
    }
    if (act == "circulate-minutes") {
        return minutes.circulated.empty() ? std::optional<base::Instant>{}
                                          : minutes.circulated.front();
    }
    if (act == "approve-minutes") {
        return minutes.approved;
    }
    if (act == "publish-minutes") {
        return minutes.publications.empty() ? std::optional<base::Instant>{}
                                            : minutes.publications.front().at;
    }
    return {};
}

bool is_minutes_step(std::string_view act) {
    return act == "draft-minutes" || act == "circulate-minutes" || act == "approve-minutes" ||
           act == "publish-minutes";
}

std::string done_words(const Meeting& meeting, std::string_view act) {
    if (act == "draft-minutes") {
        return "Drafted on ";
    }
    if (act == "circulate-minutes") {
        return "Circulated on ";
    }
    if (act == "approve-minutes") {
        return "Approved on ";
    }
    if (act == "publish-minutes") {
        return meeting.minutes.publications.front().draft ? "Published as a draft on "
                                                          : "Published on ";
    }
    return "Done on ";
}

/// The entry by which a step was taken, where the record names it.
std::optional<std::int64_t> position_of(const Inquiry& inquiry, std::string_view act,
                                        const MeetingId& meeting, base::Instant at) {
    for (const auto* entry : inquiry.entries(act, meeting)) {
        if (entry->effective == at) {
            return entry->position;
        }
    }
    return {};
}

std::optional<DutyEvidence> evidence_of(const Inquiry& inquiry, const Meeting& meeting,
                                        std::string_view act) {
    auto at = minutes_step(meeting, act);
    if (!is_minutes_step(act)) {
        const auto entries = inquiry.entries(act, meeting.id);
        at = entries.empty() ? std::optional<base::Instant>{} : entries.front()->effective;
    }
    if (!at || *at > inquiry.now) {
        return {};
    }
    const auto date = inquiry.date_of(*at);
    return DutyEvidence{meeting.id.value, position_of(inquiry, act, meeting.id, *at), date,
                        done_words(meeting, act) + base::words(date)};
}

/// The meeting after this one: held, or convened and still to come.
const Meeting* meeting_after(const Inquiry& inquiry, const Meeting& meeting) {
    for (const auto* other : inquiry.meetings()) {
        if (other->id != meeting.id && inquiry.scheduled(*other) > inquiry.scheduled(meeting)) {
            return other;
        }
    }
    return nullptr;
}

Deadline deadline_of(const Inquiry& inquiry, const Meeting& meeting,
                     const charter::DutyRule& rule) {
    const auto closed = *meeting.closed();
    if (rule.due != "next-meeting") {
        return deadline_after(inquiry.state, inquiry.body.id, inquiry.date_of(closed), rule.due,
                              closed, inquiry.context);
    }
    const auto* next = meeting_after(inquiry, meeting);
    if (next == nullptr) {
        return {{}, true, {}};
    }
    const auto opened = next->opened();
    const bool begun = opened && *opened <= inquiry.now;
    return {inquiry.date_of(begun ? *opened : inquiry.scheduled(*next)), false, {}};
}

void add_after_meeting(Inquiry& inquiry, const Meeting& meeting,
                       const charter::InForce<charter::DutyRule>& rule) {
    auto duty = inquiry.make(rule.rule, meeting.id.view());
    duty.who = rule->on;
    duty.what = rule->what;
    duty.meeting = meeting.id;
    const auto since = inquiry.date_of(*meeting.closed());
    const auto deadline = deadline_of(inquiry, meeting, *rule.params);
    auto evidence = evidence_of(inquiry, meeting, rule->evidence);
    if (evidence) {
        duty.since = since;
        inquiry.met(duty, deadline, std::move(*evidence));
    } else {
        inquiry.settle(duty, deadline, since);
        if (rule->due == "next-meeting" && duty.state == DutyState::not_yet_due && !duty.due) {
            duty.words = "Due at the next meeting; none is convened yet.";
        }
        duty.no_time = rule->due.empty();
    }
    inquiry.add(std::move(duty));
}

const Report* report_back(const Inquiry& inquiry, const SeatId& seat, std::string_view kind,
                          base::Instant after) {
    for (const auto& report : inquiry.body.reports) {
        const bool theirs = report.seat == seat && (kind.empty() || report.kind == kind);
        if (theirs && report.effective >= after && report.effective <= inquiry.now) {
            return &report;
        }
    }
    return nullptr;
}

/// One task for each member of the day, from the time the minutes went out.
void add_report_back(Inquiry& inquiry, const Meeting& meeting,
                     const charter::InForce<charter::DutyRule>& rule) {
    const auto out = minutes_step(meeting, rule->event);
    if (!out || *out > inquiry.now) {
        return;
    }
    const auto since = inquiry.date_of(*out);
    const auto deadline =
        deadline_after(inquiry.state, inquiry.body.id, since, rule->due, *out, inquiry.context);
    for (const auto* seat : seats_filled_at(inquiry.state, inquiry.body.id, *meeting.opened())) {
        auto duty = inquiry.make(rule.rule, meeting.id.value + "/" + std::to_string(seat->number));
        duty.who = "seat:" + seat->id.value;
        duty.what = rule->what;
        duty.meeting = meeting.id;
        duty.seat = seat->id;
        if (const auto* report = report_back(inquiry, seat->id, rule->kind, *out)) {
            const auto date = inquiry.date_of(report->effective);
            duty.since = since;
            inquiry.met(duty, deadline,
                        {"", report->position, date, "Reported on " + base::words(date)});
        } else {
            inquiry.settle(duty, deadline, since);
        }
        inquiry.add(std::move(duty));
    }
}

} // namespace

void add_minutes_duties(Inquiry& inquiry) {
    for (const auto* meeting : inquiry.meetings()) {
        const auto closed = meeting->closed();
        const auto* terms =
            closed && *closed <= inquiry.now ? inquiry.terms_then(*closed) : nullptr;
        if (terms == nullptr) {
            continue;
        }
        for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
            if (rule->trigger == charter::DutyTrigger::each_meeting && !rule->evidence.empty()) {
                add_after_meeting(inquiry, *meeting, rule);
            }
            const bool tells_members = rule->trigger == charter::DutyTrigger::on_event &&
                                       is_minutes_step(rule->event) && rule->on == "member";
            if (tells_members) {
                add_report_back(inquiry, *meeting, rule);
            }
        }
    }
}

} // namespace quorate::governance
