// Duties that come from who sits where: absences, and offices that end or rotate.

#include "calendar/period.hpp"
#include "charter/wording.hpp"
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

/// leader(ashford) as "the Leader of Ashford Borough Council", when the register has that name.
std::string holder_words(const Inquiry& inquiry, const std::string& holder) {
    auto words = charter::office_words(holder);
    const auto open = holder.find('(');
    const auto* organisation = open == std::string::npos
                                   ? nullptr
                                   : inquiry.state.organisations.find(OrganisationId(
                                         holder.substr(open + 1, holder.size() - open - 2)));
    const auto of = words.find(" of ");
    return organisation == nullptr || of == std::string::npos
               ? words
               : words.substr(0, of + 4) + organisation->name;
}

void add_vacant_office(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule) {
    auto duty = inquiry.make(rule.rule, "fill");
    const bool outside = rule->method == charter::OfficeMethod::ex_officio;
    duty.who = !rule->by.empty() ? rule->by : inquiry.body.id.value;
    duty.what = outside ? "Record who is " + holder_words(inquiry, rule->holder)
                        : "Fill the office of " + rule->office;
    if (!outside) {
        std::replace(duty.what.begin(), duty.what.end(), '-', ' ');
    }
    const auto began = inquiry.terms_began();
    const bool silent = !began || !inquiry.complete_since(*began);
    duty.state = silent ? DutyState::no_record : DutyState::continuing;
    duty.words = silent ? "No record held here." : "Nobody holds it.";
    inquiry.add(std::move(duty));
}

/// The holding of a rotating office that counts: since when the present or last holder has had it
/// without a break, and which holding came last, ended or not.
struct Turn {
    const OfficeHolding* last = nullptr;
    base::Instant since;
};

Turn turn_of(const Inquiry& inquiry, const std::string& office) {
    Turn out;
    const auto found = inquiry.body.offices.find(office);
    if (found == inquiry.body.offices.end()) {
        return out;
    }
    for (const auto& change : found->second.changes()) {
        if (change.from > inquiry.now) {
            break;
        }
        if (out.last == nullptr || out.last->seat != change.value.seat) {
            out.since = change.from;
        }
        out.last = &change.value;
    }
    return out;
}

/// An office that passes from one to another: due when the holder's year is over, however often the
/// same seat was entered again.
void add_rotation(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule) {
    const auto turn = turn_of(inquiry, rule->office);
    if (turn.last == nullptr) {
        add_vacant_office(inquiry, rule);
        return;
    }
    auto duty = inquiry.make(rule.rule, "rotate");
    duty.who = !rule->by.empty() ? rule->by : inquiry.body.id.value;
    duty.what = "Pass the office of " + rule->office + " on";
    std::replace(duty.what.begin(), duty.what.end(), '-', ' ');
    duty.seat = turn.last->seat;
    settle_office(inquiry, duty, inquiry.date_of(turn.since), rule->every);
    duty.words = "Held since " + base::words(inquiry.date_of(turn.since)) + ". " + duty.words;
    inquiry.add(std::move(duty));
}

void add_term(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule,
              const OfficeAnswer& answer) {
    const auto from = term_start(inquiry, *rule.params, answer);
    auto duty = inquiry.make(rule.rule, "term");
    duty.who = !rule->then.empty() ? rule->then
               : !rule->by.empty() ? rule->by
                                   : inquiry.body.id.value;
    duty.what = "Decide who is " + rule->office + " after the term";
    std::replace(duty.what.begin(), duty.what.end(), '-', ' ');
    if (answer.term_ended && answer.seat != nullptr) {
        const auto date = inquiry.date_of(answer.since);
        inquiry.met(duty, {},
                    {answer.seat->id.value, {}, date, "Decided; held since " + base::words(date)});
    } else if (from) {
        settle_office(inquiry, duty, *from, rule->term);
    }
    inquiry.add(std::move(duty));
}

void add_office(Inquiry& inquiry, const charter::InForce<charter::OfficeRule>& rule) {
    const auto answer =
        office_at(inquiry.state, inquiry.body.id, rule->office, inquiry.now, inquiry.context);
    if (answer.rule != nullptr && answer.rule != rule.rule) {
        return;
    }
    if (rule->method == charter::OfficeMethod::rotates) {
        add_rotation(inquiry, rule);
    } else if (answer.seat == nullptr && !answer.term_ended) {
        add_vacant_office(inquiry, rule);
    } else if (!rule->term.empty()) {
        add_term(inquiry, rule, answer);
    }
}

} // namespace

void add_membership_duties(Inquiry& inquiry) {
    if (inquiry.terms == nullptr) {
        return;
    }
    add_absences(inquiry);
    for (const auto& rule : inquiry.terms->terms.all<charter::OfficeRule>()) {
        add_office(inquiry, rule);
    }
}

} // namespace quorate::governance
