// The year of each body on the desk: meetings held, to come, and missing against the minimum.

#include "governance/words.hpp"
#include "views/desk/desk_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

bool convened_on(const Ground& ground, const Body& body, base::CivilDate day) {
    return std::any_of(body.meetings.begin(), body.meetings.end(), [&](const MeetingId& id) {
        const auto* meeting = ground.state().meetings.find(id);
        const auto is_day = [&](base::Instant at) {
            return ground.moment(body.id, at).local.date == day;
        };
        return is_day(meeting->scheduled) ||
               std::any_of(meeting->postponed_from.begin(), meeting->postponed_from.end(), is_day);
    });
}

YearMeeting year_meeting(const Ground& ground, const Meeting& meeting) {
    YearMeeting out;
    out.date = ground.moment(meeting.body, meeting.opened().value_or(meeting.scheduled)).local.date;
    out.meeting = meeting.id.value;
    if (meeting.status == MeetingStatus::cancelled) {
        out.state = "called-off";
        out.words = "Called off";
    } else if (meeting.held()) {
        out.state = "held";
        out.words = "Held";
    } else if (out.date >= ground.today) {
        out.state = "to-come";
        out.words = "Convened";
    } else {
        out.state = "no-record";
        out.words = "No record that it was held";
    }
    return out;
}

namespace {

std::int64_t number_of(const Duty& duty, std::string_view name) {
    for (const auto& fact : duty.facts) {
        const auto* value = std::get_if<std::int64_t>(&fact.value);
        if (fact.name == name && value != nullptr) {
            return *value;
        }
    }
    return 0;
}

/// What the terms ask of the year, from the body's own duty to meet.
void add_minimum(YearLine& line, const std::vector<Duty>& duties, const BodyId& body,
                 std::int64_t year) {
    for (const auto& duty : duties) {
        if (duty.body != body || number_of(duty, "year") != year ||
            number_of(duty, "needed") == 0) {
            continue;
        }
        line.held = number_of(duty, "held");
        line.to_come = number_of(duty, "to_come");
        line.needed = number_of(duty, "needed");
        line.missing = duty.state == DutyState::continuing || duty.state == DutyState::no_record
                           ? 0
                           : number_of(duty, "short");
        line.clause = duty.cited_clause.empty() ? duty.clause : duty.cited_clause;
        line.words = capitalised(count_words(line.held)) + " held, " + count_words(line.to_come) +
                     " to come; clause " + line.clause + " asks for " + number_words(line.needed) +
                     " in the year." +
                     (line.missing > 0
                          ? " " + as_sentence(counted(line.missing, "is missing", "are missing"))
                          : std::string());
        if (duty.state == DutyState::continuing) {
            // Why the number does not bind is the duty's second sentence.
            const auto why = duty.words.find(". ");
            line.words += why == std::string::npos ? "" : duty.words.substr(why + 1);
        }
        return;
    }
}

/// A year no duty speaks of yet: what the terms ask for, against what is held, convened and set.
void add_minimum_asked(const Ground& ground, YearLine& line, const BodyId& body,
                       std::int64_t programmed) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr || line.needed > 0) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::FrequencyRule>()) {
        for (const auto& month : line.months) {
            for (const auto& each : month) {
                line.held += each.state == "held" ? 1 : 0;
                line.to_come += each.state == "to-come" ? 1 : 0;
            }
        }
        line.needed = rule->at_least;
        line.clause = own_clause(*rule.rule);
        line.missing =
            std::max<std::int64_t>(0, line.needed - line.held - line.to_come - programmed);
        line.words = capitalised(count_words(line.held)) + " held, " +
                     count_words(line.to_come + programmed) + " to come; clause " + line.clause +
                     " asks for " + number_words(line.needed) + " in the year.";
        return;
    }
}

} // namespace

YearLine year_line(const Ground& ground, const Body& body, const std::vector<Duty>& duties,
                   std::int64_t year) {
    YearLine line;
    line.body = ground.body(body.id);
    line.months.resize(12);
    std::int64_t programmed = 0;
    const auto place = [&](YearMeeting meeting) {
        if (meeting.date.year() == year) {
            programmed += meeting.state == "programmed" && meeting.date >= ground.today ? 1 : 0;
            line.months[meeting.date.month() - 1].push_back(std::move(meeting));
        }
    };
    for (const auto& id : body.meetings) {
        place(year_meeting(ground, *ground.state().meetings.find(id)));
    }
    const auto programme = body.programme.find(year);
    if (programme != body.programme.end()) {
        for (const auto at : programme->second.meetings) {
            const auto date = ground.moment(body.id, at).local.date;
            if (!convened_on(ground, body, date)) {
                place({date, "programmed", "In the programme, not convened", ""});
            }
        }
    }
    for (auto& month : line.months) {
        std::sort(month.begin(), month.end(),
                  [](const YearMeeting& a, const YearMeeting& b) { return a.date < b.date; });
    }
    add_minimum(line, duties, body.id, year);
    if (year > ground.today.year()) {
        add_minimum_asked(ground, line, body.id, programmed);
    }
    return line;
}

void add_year(Desk& desk, const Body& body, const std::vector<Duty>& duties) {
    auto line = year_line(desk.ground, body, duties, desk.page.year);
    const bool empty = std::all_of(line.months.begin(), line.months.end(),
                                   [](const auto& month) { return month.empty(); });
    if (!empty || line.needed > 0) {
        desk.page.bodies.push_back(std::move(line));
    }
}

} // namespace quorate::views
