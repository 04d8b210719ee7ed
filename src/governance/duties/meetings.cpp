// Duties about meeting often enough, arranging dates ahead, and giving notice.

#include "governance/duties/inquiry.hpp"
#include "governance/meetings/deadlines.hpp"
#include "governance/meetings/room.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

/// Quorate at its opening or whenever somebody came in.
bool was_quorate(const Inquiry& inquiry, const Meeting& meeting) {
    const auto* terms =
        terms_at(inquiry.state, inquiry.body.id, *meeting.opened(), inquiry.context);
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule) {
        return true;
    }
    std::set<base::Instant> instants{*meeting.opened()};
    for (const auto& presence : meeting.presence) {
        instants.insert(std::max(presence.from, *meeting.opened()));
    }
    return std::any_of(instants.begin(), instants.end(), [&](base::Instant at) {
        return count_quorum(inquiry.state, meeting, inquiry.body.id, *rule.params, at, {})
            .quorate();
    });
}

/// The dates of a year as they were arranged by the day asked about.
struct Programme {
    std::vector<base::Instant> dates;
    std::optional<base::CivilDate> first_set;  ///< when dates were first arranged
    std::optional<base::CivilDate> enough_set; ///< when as many as asked for first were
};

Programme programme_of(const Inquiry& inquiry, int year, std::int64_t needed = 0) {
    Programme out;
    const auto found = inquiry.body.programme.find(year);
    if (found == inquiry.body.programme.end()) {
        return out;
    }
    const auto take = [&](const std::vector<base::Instant>& dates, base::Instant set_at) {
        if (set_at > inquiry.now) {
            return;
        }
        const auto day = inquiry.date_of(set_at);
        out.dates = dates;
        out.first_set = out.first_set.value_or(day);
        if (static_cast<std::int64_t>(dates.size()) >= needed) {
            out.enough_set = out.enough_set.value_or(day);
        }
    };
    for (const auto& before : found->second.before) {
        take(before.meetings, before.set_at);
    }
    take(found->second.meetings, found->second.set_at);
    return out;
}

struct YearOfMeetings {
    std::int64_t held = 0;
    std::int64_t to_come = 0;
    std::vector<DutyEvidence> evidence;
};

/// The days for which a meeting was convened by now. A meeting that was moved away or called off leaves nothing to
/// come on its day, though that is a date of the programme.
std::set<base::CivilDate> days_convened_for(const Inquiry& inquiry) {
    std::set<base::CivilDate> out;
    for (const auto& id : inquiry.body.meetings) {
        const auto* meeting = inquiry.state.meetings.find(id);
        if (meeting == nullptr || meeting->convened > inquiry.now) {
            continue;
        }
        out.insert(inquiry.date_of(inquiry.scheduled(*meeting)));
        for (const auto before : meeting->postponed_from) {
            out.insert(inquiry.date_of(before));
        }
    }
    return out;
}

YearOfMeetings meetings_of(const Inquiry& inquiry, int year, charter::MeetingCounts counts) {
    YearOfMeetings out;
    const auto dates = days_convened_for(inquiry);
    for (const auto* meeting : inquiry.meetings()) {
        const bool held = meeting->held() && *meeting->opened() <= inquiry.now;
        const auto date = inquiry.date_of(held ? *meeting->opened() : inquiry.scheduled(*meeting));
        if (date.year() != year) {
            continue;
        }
        if (!held) {
            out.to_come += date >= inquiry.on ? 1 : 0;
        } else if (counts == charter::MeetingCounts::held || was_quorate(inquiry, *meeting)) {
            ++out.held;
            out.evidence.push_back({meeting->id.value, {}, date, "Met on " + base::words(date)});
        }
    }
    for (const auto planned : programme_of(inquiry, year).dates) {
        const auto date = inquiry.date_of(planned);
        out.to_come += date >= inquiry.on && dates.count(date) == 0 ? 1 : 0;
    }
    return out;
}

/// How many of the dates the terms ask for are, or were, still to be found.
std::string shortfall_words(std::int64_t lacking, bool over) {
    if (lacking == 0) {
        return {};
    }
    const auto more = over ? counted(lacking, "more date was", "more dates were")
                           : counted(lacking, "more date is", "more dates are");
    return " " + as_sentence(more + " needed");
}

void add_frequency(Inquiry& inquiry, const charter::InForce<charter::FrequencyRule>& rule, int year,
                   bool part_year) {
    auto duty = inquiry.make(rule.rule, std::to_string(year));
    duty.who = inquiry.body.id.value;
    duty.what = "Meet at least " + times_words(rule->at_least) + " in " + std::to_string(year);
    const auto meetings = meetings_of(inquiry, year, rule->counts);
    const auto lacking =
        std::max<std::int64_t>(0, rule->at_least - meetings.held - meetings.to_come);
    duty.facts = {{"year", std::int64_t{year}},
                  {"held", meetings.held},
                  {"to_come", meetings.to_come},
                  {"needed", rule->at_least},
                  {"short", lacking}};
    duty.evidence = meetings.evidence;
    const auto since = std::max(first_day(year), *inquiry.terms_began());
    const auto tally = counted(meetings.held, "meeting", "meetings") + " held";
    // Nothing is said from the silence of a record that does not hold everything.
    const bool silent = !inquiry.complete_since(since) && meetings.held + meetings.to_come == 0;
    if (meetings.held >= rule->at_least) {
        duty.since = since;
        duty.due = last_day(year);
        duty.state = DutyState::met;
        duty.words = as_sentence(tally);
    } else if (part_year && rule->first_part_year_excused) {
        if (year < inquiry.on.year()) {
            return; // over, and nothing was owed
        }
        duty.state = DutyState::continuing;
        duty.words = (silent ? std::string(no_record_words) : as_sentence(tally)) +
                     " The first part of a year is not held to the number.";
    } else if (silent) {
        duty.since = since;
        duty.due = last_day(year);
        duty.state = DutyState::no_record;
        duty.words = no_record_words;
    } else {
        inquiry.settle(duty, {last_day(year), false, {}}, since);
        if (duty.state != DutyState::no_record) {
            duty.words = as_sentence(tally) + " " +
                         as_sentence(counted(meetings.to_come, "date", "dates") + " to come");
        }
        if (duty.state == DutyState::not_yet_due && lacking > 0 && inquiry.complete_since(since)) {
            duty.state = DutyState::due_soon;
            duty.words += shortfall_words(lacking, false);
        }
    }
    inquiry.add(std::move(duty));
}

/// A year whose dates are too few is arranged in part: what is missing is told ahead of the year.
void add_dates_ahead(Inquiry& inquiry, const charter::InForce<charter::FrequencyRule>& rule,
                     int year) {
    auto duty = inquiry.make(rule.rule, "dates-" + std::to_string(year));
    duty.who = inquiry.body.id.value;
    duty.what = "Arrange the dates of " + std::to_string(year) + " ahead of the year";
    const Deadline deadline{last_day(year - 1), false, {}};
    const auto since = std::max(first_day(year - 1), *inquiry.terms_began());
    const auto programme = programme_of(inquiry, year, rule->at_least);
    const auto arranged = static_cast<std::int64_t>(programme.dates.size());
    const auto lacking = std::max<std::int64_t>(0, rule->at_least - arranged);
    duty.facts = {{"for_year", std::int64_t{year}},
                  {"dates", arranged},
                  {"needed", rule->at_least},
                  {"short", lacking}};
    if (programme.enough_set && lacking == 0) {
        const auto day = *programme.enough_set;
        duty.since = since;
        inquiry.met(duty, deadline, {"", {}, day, "Arranged on " + base::words(day)});
        inquiry.add(std::move(duty));
        return;
    }
    inquiry.settle(duty, deadline, since);
    if (programme.first_set) {
        const auto day = *programme.first_set;
        duty.evidence.push_back({"", {}, day, "Arranged in part on " + base::words(day)});
        if (duty.state != DutyState::no_record) {
            duty.words = as_sentence(counted(arranged, "date is", "dates are") + " arranged") +
                         shortfall_words(lacking, duty.state == DutyState::overdue);
        }
    }
    inquiry.add(std::move(duty));
}

void add_years(Inquiry& inquiry) {
    const auto began = inquiry.terms_began();
    if (!began || *began > inquiry.on) {
        return;
    }
    for (int year = began->year(); year <= std::min(inquiry.on.year() + 1, year_max); ++year) {
        const auto* terms = inquiry.terms_then(inquiry.end_of(last_day(year)));
        if (terms == nullptr) {
            continue;
        }
        const bool part_year = year == began->year() && *began > first_day(year);
        for (const auto& rule : terms->terms.all<charter::FrequencyRule>()) {
            if (year <= inquiry.on.year()) {
                add_frequency(inquiry, rule, year, part_year);
            }
            if (rule->dates_in_advance && year > began->year()) {
                add_dates_ahead(inquiry, rule, year);
            }
        }
    }
}

bool has_thing(const Circulation& circulation, std::string_view thing) {
    return std::find(circulation.things.begin(), circulation.things.end(), thing) !=
           circulation.things.end();
}

/// The circulation with which everything a notice rule names had gone out; null while something has
/// not. Minutes are not waited for: there may be none to send.
const Circulation* all_sent(const Inquiry& inquiry, const Meeting& meeting,
                            const charter::NoticeRule& rule) {
    const Circulation* last = nullptr;
    auto things = rule.things;
    std::erase(things, "minutes");
    if (things.empty()) {
        return meeting.circulations.empty() || meeting.circulations.front().at > inquiry.now
                   ? nullptr
                   : &meeting.circulations.front();
    }
    for (const auto& thing : things) {
        const auto found = std::find_if(meeting.circulations.begin(), meeting.circulations.end(),
                                        [&](const Circulation& sent) {
                                            return has_thing(sent, thing) && sent.at <= inquiry.now;
                                        });
        if (found == meeting.circulations.end()) {
            return nullptr;
        }
        last = last == nullptr || found->at > last->at ? &*found : last;
    }
    return last;
}

Deadline to_deadline(const base::Result<NoticeDeadline>& result) {
    if (!result) {
        return {{}, false, result.error().message};
    }
    return {result->latest, false, {}};
}

void add_papers(Inquiry& inquiry, const Meeting& meeting,
                const charter::InForce<charter::NoticeRule>& rule) {
    auto duty = inquiry.make(rule.rule, meeting.id.view());
    duty.who = rule->by.empty() ? "servicing-officer" : rule->by;
    duty.what = "Send the papers for the meeting of " +
                base::words(inquiry.date_of(inquiry.scheduled(meeting)));
    duty.meeting = meeting.id;
    const auto* sent = all_sent(inquiry, meeting, *rule.params);
    const auto judged_at =
        sent != nullptr ? sent->at : std::min(inquiry.now, inquiry.scheduled(meeting));
    const auto due = notice_deadline(inquiry.state, inquiry.body.id, *rule.params,
                                     inquiry.scheduled(meeting), judged_at, inquiry.context);
    if (due) {
        duty.facts = {{"safe", base::text(due->safe)}, {"needed", due->days}};
    }
    const auto since = inquiry.date_of(meeting.convened);
    if (sent == nullptr) {
        inquiry.settle(duty, to_deadline(due), since);
    } else {
        const auto date = inquiry.date_of(sent->at);
        duty.since = since;
        inquiry.met(duty, to_deadline(due),
                    {meeting.id.value, sent->position, date, "Sent on " + base::words(date)});
    }
    inquiry.add(std::move(duty));
}

/// The last day for items is shown while it is still to come: nobody owes an item.
void add_items_close(Inquiry& inquiry, const Meeting& meeting,
                     const charter::InForce<charter::NoticeRule>& rule) {
    const auto due =
        notice_deadline(inquiry.state, inquiry.body.id, *rule.params, inquiry.scheduled(meeting),
                        std::min(inquiry.now, inquiry.scheduled(meeting)), inquiry.context);
    const bool begun = meeting.held() && *meeting.opened() <= inquiry.now;
    if (begun || inquiry.date_of(inquiry.scheduled(meeting)) < inquiry.on ||
        (due && due->latest < inquiry.on)) {
        return;
    }
    auto duty = inquiry.make(rule.rule, meeting.id.view());
    duty.who = rule->by.empty() ? "member" : rule->by;
    duty.what = "Put forward items for the meeting of " +
                base::words(inquiry.date_of(inquiry.scheduled(meeting)));
    duty.meeting = meeting.id;
    if (due) {
        duty.facts = {{"safe", base::text(due->safe)}, {"needed", due->days}};
    }
    inquiry.settle(duty, to_deadline(due), inquiry.date_of(meeting.convened));
    if (duty.due) {
        duty.words = "Items close on " + base::words(*duty.due) + ".";
    }
    inquiry.add(std::move(duty));
}

} // namespace

void add_meeting_duties(Inquiry& inquiry) {
    add_years(inquiry);
    for (const auto* meeting : inquiry.meetings()) {
        const auto* terms = inquiry.terms_then(inquiry.scheduled(*meeting));
        if (terms == nullptr) {
            continue;
        }
        for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
            if (rule->object == charter::NoticeObject::papers) {
                add_papers(inquiry, *meeting, rule);
            } else {
                add_items_close(inquiry, *meeting, rule);
            }
        }
    }
}

} // namespace quorate::governance
