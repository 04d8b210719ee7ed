// What waits for somebody: discretions, approvals partners must still give, interests to determine,
// and actions.

#include "governance/act_table.hpp"
#include "governance/duties/inquiry.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The rule in force whose duty is started and discharged by these acts; null when the terms have
/// none.
const charter::Rule* duty_rule(const Inquiry& inquiry, std::string_view evidence) {
    if (inquiry.terms == nullptr) {
        return nullptr;
    }
    for (const auto& rule : inquiry.terms->terms.all<charter::DutyRule>()) {
        if (rule->trigger == charter::DutyTrigger::on_event && rule->evidence == evidence) {
            return rule.rule;
        }
    }
    return nullptr;
}

void add_awaited(Inquiry& inquiry) {
    inquiry.state.awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* entry = inquiry.state.entries.find(awaited.entry);
        if (awaited.answered || entry == nullptr || entry->body != inquiry.body.id ||
            entry->effective > inquiry.now) {
            return;
        }
        const auto* rule =
            inquiry.terms == nullptr ? nullptr : inquiry.terms->terms.rule(awaited.rule);
        auto duty = inquiry.make(rule, awaited.entry.view());
        duty.who = awaited.holder;
        duty.what = "Answer: " + std::string(row_of(awaited.submission.act).help);
        duty.since = inquiry.date_of(entry->effective);
        duty.meeting = entry->meeting;
        duty.state = DutyState::due_soon;
        duty.words = "Asked on " + base::words(*duty.since) + "; waiting for " +
                     who_words(awaited.holder) + ".";
        if (entry->meeting) {
            if (const auto* meeting = inquiry.state.meetings.find(*entry->meeting)) {
                duty.due = inquiry.date_of(inquiry.scheduled(*meeting));
            }
        }
        inquiry.add(std::move(duty));
    });
}

/// When a seat's agreement on an item was made subject to approval, and when that was obtained.
struct ApprovalTimes {
    base::Instant asked;
    std::optional<base::Instant> obtained;
};

/// From the entries about the item that the seat made, else from all about the item: an officer may
/// have recorded them. Without any (a state made by hand) both are of the meeting.
ApprovalTimes times_of(const Inquiry& inquiry, const Meeting& meeting, const Item& item,
                       const events::ApprovalAwaited& approval) {
    std::vector<const EntryLine*> all;
    std::vector<const EntryLine*> own;
    for (const auto* entry : inquiry.past.of("approve-subject-to")) {
        if (entry->meeting != meeting.id || entry->item != item.number) {
            continue;
        }
        all.push_back(entry);
        const auto* seat = seat_of(inquiry.state, entry->made_by, inquiry.body.id, &meeting,
                                   entry->effective, inquiry.context);
        if (seat != nullptr && seat->id == approval.seat) {
            own.push_back(entry);
        }
    }
    const auto& entries = own.empty() ? all : own;
    const auto at_meeting = meeting.opened().value_or(meeting.scheduled);
    ApprovalTimes out{entries.empty() ? at_meeting : entries.front()->effective, {}};
    if (approval.obtained) {
        out.obtained = entries.empty() ? at_meeting : entries.back()->effective;
    }
    return out;
}

/// A member's agreement that waits for the organisation.
void add_approvals(Inquiry& inquiry, const Meeting& meeting, const Item& item) {
    const auto* rule = duty_rule(inquiry, "approve-subject-to");
    for (const auto& approval : item.approvals) {
        const auto times = times_of(inquiry, meeting, item, approval);
        if (times.asked > inquiry.now) {
            continue;
        }
        const auto subject =
            meeting.id.value + "/" + std::to_string(item.number) + "/" + approval.seat.value;
        auto duty = inquiry.make(rule, subject);
        duty.who = "seat:" + approval.seat.value;
        duty.what = "Obtain the organisation's approval for item " + std::to_string(item.number);
        duty.meeting = meeting.id;
        duty.seat = approval.seat;
        duty.since = inquiry.date_of(times.asked);
        duty.no_time = true;
        if (times.obtained && *times.obtained <= inquiry.now) {
            const auto date = inquiry.date_of(*times.obtained);
            inquiry.met(duty, {{}, true, {}},
                        {meeting.id.value, {}, date, "Obtained on " + base::words(date)});
        } else {
            // The agreement itself is on record, so what it waits for is open.
            duty.state = DutyState::not_yet_due;
            duty.words = "Agreed subject to approval on " + base::words(*duty.since) +
                         ". The terms set no time for the approval.";
        }
        inquiry.add(std::move(duty));
    }
}

void add_interests(Inquiry& inquiry, const Meeting& meeting, const Item& item,
                   const charter::Rule* rule, std::string_view who) {
    for (const auto& declaration : item.declarations) {
        if (!declaration.meets_test || declaration.at > inquiry.now) {
            continue;
        }
        const auto subject =
            meeting.id.value + "/" + std::to_string(item.number) + "/" + declaration.seat.value;
        auto duty = inquiry.make(rule, subject);
        duty.who = std::string(who);
        duty.what =
            "Decide what follows from the interest declared in item " + std::to_string(item.number);
        duty.meeting = meeting.id;
        duty.seat = declaration.seat;
        const auto date = inquiry.date_of(declaration.at);
        const bool decided_by_now =
            declaration.determination && declaration.determined_at <= inquiry.now;
        if (decided_by_now && !declaration.disputed) {
            const auto decided =
                inquiry.date_of(declaration.determined_at.value_or(declaration.at));
            duty.since = date;
            inquiry.met(duty, {},
                        {meeting.id.value, {}, decided, "Decided on " + base::words(decided)});
        } else {
            inquiry.settle(duty, {inquiry.date_of(inquiry.scheduled(meeting)), false, {}}, date);
        }
        inquiry.add(std::move(duty));
    }
}

std::string_view owner_of(const Inquiry& inquiry, const charter::Rule* rule) {
    for (const auto& duty : inquiry.terms->terms.all<charter::DutyRule>()) {
        if (duty.rule == rule) {
            return duty->on;
        }
    }
    return "presiding";
}

void add_items(Inquiry& inquiry) {
    const auto* interest_rule = duty_rule(inquiry, "determine-interest");
    for (const auto* meeting : inquiry.meetings()) {
        for (const auto& item : meeting->items) {
            add_approvals(inquiry, *meeting, item);
            if (interest_rule != nullptr) {
                add_interests(inquiry, *meeting, item, interest_rule,
                              owner_of(inquiry, interest_rule));
            }
        }
    }
}

void add_actions(Inquiry& inquiry) {
    const auto* rule = duty_rule(inquiry, "report-on-action");
    inquiry.state.actions.each([&](const Action& action) {
        const bool reported = !action.reports.empty() && action.reports.back() <= inquiry.now;
        const bool dropped = action.status == ActionStatus::dropped && reported;
        if (action.body != inquiry.body.id || action.assigned > inquiry.now || dropped) {
            return;
        }
        auto duty = inquiry.make(rule, action.id.view());
        duty.who = action.seat           ? "seat:" + action.seat->value
                   : action.organisation ? action.organisation->value
                                         : inquiry.body.id.value;
        duty.what = "Action " + action.id.value;
        duty.meeting = action.meeting;
        duty.seat = action.seat;
        const auto since = inquiry.date_of(action.assigned);
        const Deadline deadline{action.due, !action.due, {}};
        const bool done = action.status == ActionStatus::done && reported;
        if (done) {
            const auto date = inquiry.date_of(action.reports.back());
            duty.since = since;
            inquiry.met(duty, deadline,
                        {action.id.value, {}, date, "Done on " + base::words(date)});
        } else if (action.due) {
            inquiry.settle(duty, deadline, since);
        } else {
            // The action itself is on record, so it is open whether or not the rest of the record
            // is complete.
            duty.since = since;
            duty.state = DutyState::not_yet_due;
            duty.words = "Open; no date was set.";
        }
        inquiry.add(std::move(duty));
    });
}

} // namespace

void add_open_matters(Inquiry& inquiry) {
    add_awaited(inquiry);
    add_items(inquiry);
    add_actions(inquiry);
}

} // namespace quorate::governance
