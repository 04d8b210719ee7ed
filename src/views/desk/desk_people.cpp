// On the desk, what concerns people: who has not answered, runs of missed meetings, vacant seats.

#include "governance/words.hpp"
#include "partnership/workspace/letters.hpp"
#include "views/desk/desk_make.hpp"
#include "views/meetings/answers.hpp"
#include "views/membership/attendance.hpp"
#include "views/membership/places.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

/// Reminders make sense from this many days before a meeting on.
constexpr int answers_wanted_days = 14;

/// Seats that somebody wrote about since they became vacant or were reported, by kind of letter.
std::set<std::string> seats_written_about(const Desk& desk, std::string_view kind) {
    std::set<std::string> out;
    auto* workspace = desk.ground.partnership.workspace();
    const auto letters = workspace == nullptr ? base::Result<std::vector<partnership::Letter>>{}
                                              : partnership::kept_letters(*workspace);
    for (const auto& letter : letters ? *letters : std::vector<partnership::Letter>{}) {
        const auto* seat = desk.ground.state().seats.find(SeatId(letter.seat));
        const auto* change = seat == nullptr ? nullptr : seat->occupant.change_at(desk.ground.now);
        const bool since = change == nullptr || change->from <= letter.at;
        if (letter.kind == kind && since) {
            out.insert(letter.seat);
        }
    }
    return out;
}

/// The day itself, or the last one before it that is worked: nobody writes on a bank holiday.
base::CivilDate worked_day(const Desk& desk, const BodyId& body, base::CivilDate day) {
    const auto calendar = calendar_at(desk.ground.state(), body, desk.ground.now,
                                      desk.ground.context(), charter::CalendarAsOf::dispatch);
    for (int back = 0; calendar != nullptr && back < 7; ++back) {
        const auto works = calendar->is_working_day(day.plus_days(-back));
        if (works && *works) {
            return day.plus_days(-back);
        }
    }
    return day;
}

} // namespace

void add_silent(Desk& desk, const Meeting& meeting) {
    const auto day = desk.ground.moment(meeting.body, meeting.scheduled).local.date;
    if (meeting.status != MeetingStatus::convened || meeting.held() ||
        meeting.scheduled < desk.ground.now || day > desk.horizon()) {
        return;
    }
    const auto counts = count_answers(desk.ground, meeting);
    if (counts.silent == 0) {
        return;
    }
    DeskTask task;
    task.due = std::max(desk.ground.today,
                        worked_day(desk, meeting.body, day.plus_days(-answers_wanted_days)));
    task.what = capitalised(counted(counts.silent, "member has", "members have")) + " not answered";
    task.hint = "Meeting of " + short_date(day) + ". " + counts.words;
    task.body = desk.ground.body(meeting.body);
    task.meeting = meeting.id.value;
    task.page = desk.may_act ? "reminders" : "workbench";
    task.verb = "Send reminders";
    add(desk, std::move(task));
}

void add_absences(Desk& desk) {
    if (!desk.may_act) {
        return;
    }
    const auto written = seats_written_about(desk, "replacement");
    for (const auto& alert : absence_alerts(desk.reader)) {
        if (alert.state != "reached" || written.count(alert.seat.id) != 0) {
            continue;
        }
        auto seat = alert.seat;
        seat.holders.clear(); // the place has been empty: the list names nobody for it
        DeskTask task;
        task.what = seat_words(seat) + ": " + counted(alert.missed, "meeting", "meetings") +
                    " missed in a row";
        task.hint = alert.follows;
        task.body = alert.body;
        task.clause = alert.clause;
        task.state = "waiting";
        task.page = "letter";
        task.about = alert.seat.id;
        task.verb = "Write the letter";
        add(desk, std::move(task));
    }
}

void add_vacancies(Desk& desk) {
    if (!desk.may_act) {
        return;
    }
    const auto written = seats_written_about(desk, "vacancy");
    desk.ground.state().bodies.each([&](const Body& body) {
        if (!holders_known(desk.reader, body.id.value)) {
            return;
        }
        std::int64_t vacant = 0;
        for (const auto* seat : seats_at(desk.ground.state(), body.id, desk.ground.now)) {
            const bool empty = occupant_at(desk.ground.state(), *seat, desk.ground.now) == nullptr;
            vacant += empty && written.count(seat->id.value) == 0 ? 1 : 0;
        }
        if (vacant == 0) {
            return;
        }
        DeskTask task;
        task.what = capitalised(counted(vacant, "seat is", "seats are")) + " vacant";
        task.hint = "Nobody has been written to about " + std::string(vacant == 1 ? "it" : "them") +
                    " yet.";
        task.body = desk.ground.body(body.id);
        task.page = "letters";
        task.verb = vacant == 1 ? "Write the letter" : "Write the letters";
        add(desk, std::move(task));
    });
}

} // namespace quorate::views
