#include "views/membership/attendance.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "governance/meetings/room.hpp"
#include "governance/membership/absences.hpp"
#include "governance/words.hpp"
#include "views/ground.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

std::vector<const Meeting*> held_meetings(const Ground& ground, const Body& body) {
    std::vector<const Meeting*> out;
    for (const auto& id : body.meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        if (meeting != nullptr && meeting->held() && *meeting->opened() <= ground.now) {
            out.push_back(meeting);
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Meeting* a, const Meeting* b) { return a->opened() < b->opened(); });
    return out;
}

std::int64_t year_of(const Ground& ground, const Meeting& meeting) {
    return ground.moment(meeting.body, *meeting.opened()).local.date.year();
}

AttendanceCell cell_of(const Ground& ground, const Meeting& meeting, const Seat& seat) {
    const auto at = *meeting.opened();
    if (!exists_at(seat, at) || occupant_at(ground.state(), seat, at) == nullptr) {
        return {"no-member", "Nobody held the seat"};
    }
    if (!meeting.attendance_known) {
        return {"not-recorded", "Not recorded"};
    }
    if (attended(meeting, seat.id, false)) {
        return {"present", "Present"};
    }
    if (attended(meeting, seat.id, true)) {
        return {"substitute", "Substitute"};
    }
    const bool sent = std::find(meeting.apologies.begin(), meeting.apologies.end(), seat.id) !=
                      meeting.apologies.end();
    return sent ? AttendanceCell{"apologies", "Apologies"} : AttendanceCell{"absent", "Not there"};
}

/// "Ann Example, then Bob Sample": nobody is shown as having come, or not, before they had the
/// seat.
std::string holders_in_turn(const Ground& ground, const std::vector<const Meeting*>& meetings,
                            const Seat& seat) {
    std::vector<std::string> names;
    for (const auto* meeting : meetings) {
        const auto shown = ground.seat(seat, *meeting->opened());
        auto name = base::list_words(shown.holders);
        if (!name.empty() && (names.empty() || names.back() != name)) {
            names.push_back(std::move(name));
        }
    }
    return base::join(names, ", then ");
}

AttendanceRow row_of_seat(const Ground& ground, const std::vector<const Meeting*>& meetings,
                          const Seat& seat) {
    AttendanceRow row;
    row.seat = ground.seat(seat, meetings.empty() ? ground.now : *meetings.back()->opened());
    if (auto holders = holders_in_turn(ground, meetings, seat); !holders.empty()) {
        row.seat.holders = {std::move(holders)};
    }
    for (const auto* meeting : meetings) {
        auto cell = cell_of(ground, *meeting, seat);
        row.present += cell.state == "present" ? 1 : 0;
        row.substitute += cell.state == "substitute" ? 1 : 0;
        row.apologies += cell.state == "apologies" ? 1 : 0;
        row.absent += cell.state == "absent" ? 1 : 0;
        row.cells.push_back(std::move(cell));
    }
    row.of = row.present + row.substitute + row.apologies + row.absent;
    return row;
}

/// The meetings in the run, latest first: closed ones of the body that nobody of the seat came to.
std::vector<Named> missed_meetings(const Ground& ground, const Body& body, const Seat& seat,
                                   const charter::AttendanceRule& rule, std::int64_t count) {
    auto meetings = held_meetings(ground, body);
    std::reverse(meetings.begin(), meetings.end());
    const bool substitutes =
        rule.missed_means == charter::MissedMeans::neither_member_nor_substitute;
    std::vector<Named> out;
    for (const auto* meeting : meetings) {
        const auto closed = meeting->closed();
        if (!closed || *closed > ground.now) {
            continue; // it goes on: whoever is there ends no run yet
        }
        if (static_cast<std::int64_t>(out.size()) >= count ||
            (meeting->attendance_known && attended(*meeting, seat.id, substitutes))) {
            break;
        }
        out.push_back(ground.meeting(meeting->id));
    }
    return out;
}

std::string follows_words(const charter::AttendanceRule& rule) {
    const auto who = capitalised(who_words(rule.then_by));
    return rule.then == "request-replacement"
               ? who + " may ask for somebody else to be named. Nobody is removed by this alone."
               : who + " may act.";
}

std::string missed_words(const AbsenceAlert& alert) {
    std::string out = capitalised(counted(alert.missed, "meeting", "meetings")) + " missed" +
                      (alert.missed > 1 ? " in a row." : ".");
    if (alert.possible > alert.missed) {
        out += " " + capitalised(counted(alert.possible - alert.missed, "more", "more")) +
               " if attendance that was not recorded is counted.";
    }
    const auto left = alert.limit - alert.missed;
    if (left > 0) {
        out += " Clause " + alert.clause + " speaks of " + number_words(alert.limit) + ".";
    }
    return out;
}

std::optional<AbsenceAlert> alert_of(const Ground& ground, const Body& body, const Seat& seat,
                                     const charter::InForce<charter::AttendanceRule>& rule) {
    const auto absences = count_absences(ground.state(), seat, *rule.params, ground.now);
    if (absences.missed == 0) {
        return std::nullopt;
    }
    AbsenceAlert out;
    out.body = ground.body(body.id);
    out.seat = ground.seat(seat, ground.now);
    out.missed = absences.missed;
    out.possible = absences.possible;
    out.limit = rule->consecutive;
    out.clause = own_clause(*rule.rule);
    out.holder = who_words(rule->then_by);
    out.organisation = seat.organisation.value;
    out.meetings = missed_meetings(ground, body, seat, *rule.params, absences.missed);
    out.state = out.missed >= out.limit       ? "reached"
                : out.missed + 1 == out.limit ? "one-short"
                                              : "begun";
    out.words = missed_words(out);
    out.follows = follows_words(*rule.params);
    const auto* held = seat.occupant.change_at(ground.now);
    for (const auto asked : seat.replacement_requests) {
        if (asked <= ground.now && (held == nullptr || held->from <= asked)) {
            out.requested = ground.moment(body.id, asked);
            out.state = "requested";
        }
    }
    return out;
}

} // namespace

std::optional<AttendancePage> attendance_page(const Reader& reader, std::string_view id,
                                              std::int64_t year) {
    const auto& ground = reader.ground();
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (body == nullptr || !ground.see.register_kept()) {
        return std::nullopt;
    }
    AttendancePage out;
    out.body = ground.body(body->id);
    out.year = year;
    std::set<std::int64_t, std::greater<>> years{ground.today.year(), year};
    std::vector<const Meeting*> meetings;
    for (const auto* meeting : held_meetings(ground, *body)) {
        years.insert(year_of(ground, *meeting));
        if (year_of(ground, *meeting) == year) {
            meetings.push_back(meeting);
            out.meetings.push_back({ground.meeting(meeting->id),
                                    ground.moment(body->id, *meeting->opened()).local.date,
                                    meeting->attendance_known});
        }
    }
    out.years.assign(years.begin(), years.end());
    for (const auto& seat_id : body->seats) {
        const auto* seat = ground.state().seats.find(seat_id);
        if (seat == nullptr || meetings.empty()) {
            continue;
        }
        auto row = row_of_seat(ground, meetings, *seat);
        const bool held = std::any_of(row.cells.begin(), row.cells.end(),
                                      [](const auto& cell) { return cell.state != "no-member"; });
        if (held) {
            out.rows.push_back(std::move(row));
        }
    }
    return out;
}

std::string attendance_csv(const AttendancePage& page) {
    std::string out;
    std::vector<std::string> head = {"Seat", "Member", "Sector"};
    for (const auto& meeting : page.meetings) {
        head.push_back(base::text(meeting.on));
    }
    head.insert(head.end(), {"Present", "Substitute", "Apologies", "Not there", "Of"});
    base::add_csv_line(out, head);
    for (const auto& row : page.rows) {
        std::vector<std::string> line = {row.seat.id, seat_words(row.seat), row.seat.sector};
        for (const auto& cell : row.cells) {
            line.push_back(cell.words);
        }
        for (const auto count : {row.present, row.substitute, row.apologies, row.absent, row.of}) {
            line.push_back(std::to_string(count));
        }
        base::add_csv_line(out, line);
    }
    return out;
}

std::vector<AbsenceAlert> absence_alerts(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    std::vector<AbsenceAlert> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto* terms = ground.terms(body.id, ground.now);
        const bool may_know = ground.see.register_kept() || ground.see.chairs(body.id);
        const auto rule = terms == nullptr || !may_know || (!id.empty() && body.id.view() != id)
                              ? charter::InForce<charter::AttendanceRule>{}
                              : terms->terms.one<charter::AttendanceRule>();
        if (!rule) {
            return;
        }
        for (const auto* seat : seats_filled_at(ground.state(), body.id, ground.now)) {
            if (auto alert = alert_of(ground, body, *seat, rule)) {
                out.push_back(std::move(*alert));
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const AbsenceAlert& a, const AbsenceAlert& b) {
        return a.missed > b.missed;
    });
    return out;
}

} // namespace quorate::views
