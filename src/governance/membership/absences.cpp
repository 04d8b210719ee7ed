#include "governance/membership/absences.hpp"

#include "governance/meetings/room.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

enum class Came { yes, no, not_recorded };

bool share_a_person(const std::optional<Occupant>& before, const std::optional<Occupant>& after) {
    if (!before || !after) {
        return false;
    }
    return std::any_of(before->persons.begin(), before->persons.end(), [&](const PersonId& person) {
        return std::find(after->persons.begin(), after->persons.end(), person) !=
               after->persons.end();
    });
}

/// Since when the same holder has had the seat; empty when nobody has it.
std::optional<base::Instant> held_since(const State& state, const Seat& seat,
                                        base::Instant instant) {
    if (occupant_at(state, seat, instant) == nullptr) {
        return {};
    }
    // occupant_at() answered through the office unless the seat itself has an appointment by then.
    const auto* office = state.offices.find(seat.office);
    const auto& line =
        seat.occupant.at(instant) != nullptr || office == nullptr ? seat.occupant : office->holder;
    const auto& changes = line.changes();
    auto now = std::find_if(changes.rbegin(), changes.rend(),
                            [&](const auto& c) { return c.from <= instant; });
    while (std::next(now) != changes.rend() && share_a_person(std::next(now)->value, now->value)) {
        ++now;
    }
    return std::max(now->from, seat.created);
}

Came came(const Meeting& meeting, const SeatId& seat, const charter::AttendanceRule& rule) {
    if (!meeting.attendance_known) {
        return Came::not_recorded;
    }
    const bool substitutes =
        rule.missed_means == charter::MissedMeans::neither_member_nor_substitute;
    return attended(meeting, seat, substitutes) ? Came::yes : Came::no;
}

/// One answer for the meeting, or one for each day it sat, the last day first.
void add_answers(std::vector<Came>& out, const State& state, const Meeting& meeting,
                 const SeatId& seat, const charter::AttendanceRule& rule) {
    if (rule.adjourned_counts_once) {
        out.push_back(came(meeting, seat, rule));
        return;
    }
    const auto zone = zone_of(state, meeting.body);
    auto day = meeting;
    for (auto last = meeting.sittings.rbegin(); last != meeting.sittings.rend();) {
        const auto date = zone.date_of(last->from);
        day.sittings.clear();
        while (last != meeting.sittings.rend() && zone.date_of(last->from) == date) {
            day.sittings.push_back(*last++);
        }
        out.push_back(came(day, seat, rule));
    }
}

/// The closed meetings of the body in which the holder could have been, the latest first.
std::vector<const Meeting*> meetings_before(const State& state, const BodyId& body,
                                            base::Instant since, base::Instant instant) {
    std::vector<const Meeting*> out;
    const auto* known = state.bodies.find(body);
    for (std::size_t i = 0; known != nullptr && i < known->meetings.size(); ++i) {
        const auto* meeting = state.meetings.find(known->meetings[i]);
        const auto closed = meeting == nullptr ? std::optional<base::Instant>{} : meeting->closed();
        if (closed && *closed <= instant && since <= *meeting->opened()) {
            out.push_back(meeting);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Meeting* a, const Meeting* b) {
        return a->scheduled > b->scheduled;
    });
    return out;
}

} // namespace

Absences count_absences(const State& state, const Seat& seat, const charter::AttendanceRule& rule,
                        base::Instant instant) {
    Absences absences;
    const auto since = held_since(state, seat, instant);
    if (!since) {
        return absences;
    }
    std::vector<Came> answers;
    for (const auto* meeting : meetings_before(state, seat.body, *since, instant)) {
        add_answers(answers, state, *meeting, seat.id, rule);
    }
    bool certain = true;
    for (const auto answer : answers) {
        if (answer == Came::yes) {
            break;
        }
        certain = certain && answer == Came::no;
        absences.missed += certain ? 1 : 0;
        ++absences.possible;
    }
    return absences;
}

std::int64_t consecutive_absences(const State& state, const Seat& seat,
                                  const charter::AttendanceRule& rule, base::Instant instant) {
    return count_absences(state, seat, rule, instant).missed;
}

} // namespace quorate::governance
