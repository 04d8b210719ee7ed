// Duties that come from who sits where: absences, offices that end or rotate, and leaving.

#include "calendar/period.hpp"
#include "governance/duties/inquiry.hpp"
#include "governance/membership/absences.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// How long before an office ends it is shown as due soon.
constexpr int office_alert_days = 60;

/// When the run of absences that goes on now first reached the number: the close of that meeting.
std::optional<base::Instant> reached_at(const Inquiry& inquiry, const Seat& seat,
                                        const charter::AttendanceRule& rule) {
    std::optional<base::Instant> reached;
    for (const auto* meeting : inquiry.meetings()) {
        const auto closed = meeting->closed();
        if (!closed || *closed > inquiry.now) {
            continue;
        }
        const bool enough =
            consecutive_absences(inquiry.state, seat, rule, *closed) >= rule.consecutive;
        reached = !enough ? std::optional<base::Instant>{} : reached ? reached : closed;
    }
    return reached;
}

void add_absences(Inquiry& inquiry) {
    const auto rule = inquiry.terms->terms.one<charter::AttendanceRule>();
    if (!rule) {
        return;
    }
    for (const auto* seat : seats_filled_at(inquiry.state, inquiry.body.id, inquiry.now)) {
        const auto missed = consecutive_absences(inquiry.state, *seat, *rule.params, inquiry.now);
        const auto reached = missed < rule->consecutive ? std::optional<base::Instant>{}
                                                        : reached_at(inquiry, *seat, *rule.params);
        if (!reached) {
            continue;
        }
        auto duty = inquiry.make(rule.rule, std::to_string(seat->number));
        duty.who = rule->then_by;
        duty.seat = seat->id;
        duty.since = inquiry.date_of(*reached);
        duty.what = "Consider asking for a new member for seat " + seat->id.value;
        duty.facts = {{"missed", missed}, {"needed", rule->consecutive}};
        duty.words = as_sentence(number_words(missed) + " meetings missed in a row") + " " +
                     as_sentence(who_words(rule->then_by) + " may ask, and need not");
        const auto asked =
            std::find_if(seat->replacement_requests.begin(), seat->replacement_requests.end(),
                         [&](base::Instant at) { return at >= *reached && at <= inquiry.now; });
        if (asked != seat->replacement_requests.end()) {
            const auto date = inquiry.date_of(*asked);
            inquiry.met(duty, {}, {seat->id.value, {}, date, "Asked on " + base::words(date)});
        }
        inquiry.add(std::move(duty));
    }
}

/// From when the term of an office runs.
std::optional<base::CivilDate> term_start(const Inquiry& inquiry, const charter::OfficeRule& rule,
                                          const OfficeAnswer& answer) {
    switch (rule.term_from) {
    case charter::TermFrom::charter_effective:
        return inquiry.terms->terms.charter().effective;
    case charter::TermFrom::start_of_holding:
        break;
    case charter::TermFrom::first_meeting: {
        const auto meetings = inquiry.meetings();
        return meetings.empty() ? std::optional<base::CivilDate>{}
                                : inquiry.date_of(meetings.front()->scheduled);
    }
    }
    return answer.seat == nullptr ? std::optional<base::CivilDate>{}
                                  : inquiry.date_of(answer.since);
}

/// When an office must be filled anew: at the end of a term, or when it rotates.
void settle_office(Inquiry& inquiry, Duty& duty, base::CivilDate from, std::string_view period) {
    const auto parsed = calendar::parse_period(period);
    const auto end = parsed ? calendar::plus(from, *parsed) : tl::unexpected(parsed.error());
    if (!end) {
        inquiry.settle(duty, {{}, false, end.error().message}, from);
        return;
    }
    inquiry.settle(duty, {*end, false, {}}, from);
    const bool alert =
        duty.state == DutyState::not_yet_due && end->days - inquiry.on.days <= office_alert_days;
    duty.state = alert ? DutyState::due_soon : duty.state;
}

void add_vacant_office(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule) {
    auto duty = inquiry.make(rule.rule, "fill");
    const bool outside = rule->method == charter::OfficeMethod::ex_officio;
    duty.who = !rule->by.empty() ? rule->by : inquiry.body.id.value;
    duty.what = outside ? "Record who is " + rule->holder : "Fill the office of " + rule->office;
    std::replace(duty.what.begin(), duty.what.end(), '-', ' ');
    const auto began = inquiry.terms_began();
    const bool silent = !began || !inquiry.complete_since(*began);
    duty.state = silent ? DutyState::no_record : DutyState::continuing;
    duty.words = silent ? "No record held here." : "Nobody holds it.";
    inquiry.add(std::move(duty));
}

void add_office(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule) {
    const auto answer =
        office_at(inquiry.state, inquiry.body.id, rule->office, inquiry.now, inquiry.context);
    if (answer.seat == nullptr && !answer.term_ended) {
        add_vacant_office(inquiry, rule);
        return;
    }
    if (answer.rule != rule.rule) {
        return;
    }
    const bool rotates = rule->method == charter::OfficeMethod::rotates;
    if (!rotates && rule->term.empty()) {
        return;
    }
    const auto from = rotates ? std::optional(inquiry.date_of(answer.since))
                              : term_start(inquiry, *rule.params, answer);
    auto duty = inquiry.make(rule.rule, rotates ? "rotate" : "term");
    duty.who = !rule->then.empty() ? rule->then
               : !rule->by.empty() ? rule->by
                                   : inquiry.body.id.value;
    duty.what = rotates ? "Pass the office of " + rule->office + " on"
                        : "Decide who is " + rule->office + " after the term";
    std::replace(duty.what.begin(), duty.what.end(), '-', ' ');
    if (answer.term_ended && answer.seat != nullptr) {
        const auto date = inquiry.date_of(answer.since);
        inquiry.met(duty, {},
                    {answer.seat->id.value, {}, date, "Decided; held since " + base::words(date)});
    } else if (from) {
        settle_office(inquiry, duty, *from, rotates ? rule->every : rule->term);
    }
    inquiry.add(std::move(duty));
}

/// What a leaving organisation promised before its notice and has not been released from.
std::int64_t commitments_open(const Inquiry& inquiry, const ExitNotice& notice) {
    std::int64_t open = 0;
    inquiry.state.commitments.each([&](const Commitment& commitment) {
        const bool released = commitment.released && *commitment.released <= inquiry.now;
        open += commitment.organisation == notice.organisation && commitment.made <= notice.given &&
                        !released
                    ? 1
                    : 0;
    });
    return open;
}

bool asks(const charter::ExitRule& rule, std::string_view what) {
    return std::find(rule.during.begin(), rule.during.end(), what) != rule.during.end();
}

void add_exit(Inquiry& inquiry, const ExitNotice& notice) {
    // Quorum and entitlement go by the day of the question; leaving goes by the day of the notice.
    const auto* terms = inquiry.terms_then(notice.given);
    const auto rule = terms == nullptr ? charter::InForce<charter::ExitRule>{}
                                       : terms->terms.one<charter::ExitRule>();
    if (!rule) {
        return;
    }
    const auto given = inquiry.date_of(notice.given);
    const auto ends = std::max(notice.leaves, notice.earliest);
    const auto open = commitments_open(inquiry, notice);
    const std::vector<Fact> facts = {{"given", base::text(given)},
                                     {"leaves", base::text(notice.leaves)},
                                     {"earliest", base::text(notice.earliest)},
                                     {"commitments", open}};
    if (asks(*rule.params, "cooperate") && inquiry.on <= ends) {
        auto duty = inquiry.make(rule.rule, notice.organisation.value + "/cooperate");
        duty.who = notice.organisation.value;
        duty.what = "Cooperate until the notice ends";
        duty.since = given;
        duty.due = ends;
        duty.facts = facts;
        duty.words =
            "Notice given on " + base::words(given) + "; it runs to " + base::words(ends) + ".";
        inquiry.add(std::move(duty));
    }
    if (asks(*rule.params, "honour-commitments")) {
        auto duty = inquiry.make(rule.rule, notice.organisation.value + "/honour");
        duty.who = notice.organisation.value;
        duty.what = "Honour what was decided and promised before the notice";
        duty.since = given;
        duty.facts = facts;
        duty.words = as_sentence(counted(open, "recorded promise", "recorded promises") +
                                 " still to be honoured");
        inquiry.add(std::move(duty));
    }
}

} // namespace

void add_membership_duties(Inquiry& inquiry) {
    for (const auto& notice : inquiry.body.exits) {
        if (notice.given <= inquiry.now) {
            add_exit(inquiry, notice);
        }
    }
    if (inquiry.terms == nullptr) {
        return;
    }
    add_absences(inquiry);
    for (const auto& rule : inquiry.terms->terms.all<charter::OfficeRule>()) {
        add_office(inquiry, rule);
    }
}

} // namespace quorate::governance
