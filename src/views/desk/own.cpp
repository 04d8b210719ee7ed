// The seats a viewer acts from, and what was recorded for them by somebody else.

#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/desk/own_make.hpp"
#include "views/desk/recorded_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<SeatOfViewer> seats_of_viewer(const Ground& ground) {
    std::vector<SeatOfViewer> out;
    for (const auto& own : ground.see.standings()) {
        const auto* seat = own.meeting ? nullptr : ground.state().seats.find(own.seat);
        // A seat that nobody holds is nobody's, also for an account that names it.
        if (seat != nullptr && occupant_at(ground.state(), *seat, ground.now) != nullptr) {
            out.push_back({seat, own.actor});
        }
    }
    return out;
}

std::vector<SeatOfViewer> stood_in_for(const Ground& ground) {
    std::vector<SeatOfViewer> out;
    for (const auto& own : ground.see.standings()) {
        const auto* seat = own.meeting ? ground.state().seats.find(own.seat) : nullptr;
        if (seat != nullptr) {
            out.push_back({seat, own.actor, own.meeting});
        }
    }
    return out;
}

std::vector<SeatOfViewer> seats_at_meeting(const Ground& ground, const Meeting& meeting) {
    std::vector<SeatOfViewer> out;
    for (auto& own : seats_of_viewer(ground)) {
        if (meeting.body == own.seat->body || meeting.jointly_with == own.seat->body) {
            out.push_back(std::move(own));
        }
    }
    for (auto& own : stood_in_for(ground)) {
        if (own.meeting == meeting.id) {
            out.push_back(std::move(own));
        }
    }
    return out;
}

std::vector<base::Instant> changes_of_holder(const Ground& ground, const Seat& seat) {
    std::vector<base::Instant> out;
    for (const auto& change : seat.occupant.changes()) {
        out.push_back(change.from);
    }
    const auto* office = seat.office.empty() ? nullptr : ground.state().offices.find(seat.office);
    if (office != nullptr) {
        for (const auto& change : office->holder.changes()) {
            out.push_back(change.from);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

namespace {

/// The day from which the viewer will not hold the seat, when the register says so already.
std::optional<base::CivilDate> held_until(const Ground& ground, const Seat& seat) {
    std::optional<base::Instant> end = seat.removed;
    const auto* now = occupant_at(ground.state(), seat, ground.now);
    for (const auto at : changes_of_holder(ground, seat)) {
        const auto* then = occupant_at(ground.state(), seat, at);
        const bool ends =
            at > ground.now && now != nullptr && (then == nullptr || then->persons != now->persons);
        if (ends && (!end || at < *end)) {
            end = at;
        }
    }
    return end && *end > ground.now ? std::optional(ground.moment(seat.body, *end).local.date)
                                    : std::nullopt;
}

} // namespace

std::vector<std::string> offices_of(const Ground& ground, const Seat& seat) {
    std::vector<std::string> out;
    if (const auto* terms = ground.terms(seat.body, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
            const auto office = office_shown(ground, seat.body, rule);
            if (office.seat && office.seat->id == seat.id.value) {
                out.push_back(office.title);
            }
        }
    }
    return out;
}

bool of_holder(const Ground& ground, const SeatId& id, base::Instant at) {
    const auto* seat = ground.state().seats.find(id);
    const auto* then = seat == nullptr ? nullptr : occupant_at(ground.state(), *seat, at);
    const auto* now = seat == nullptr ? nullptr : occupant_at(ground.state(), *seat, ground.now);
    const auto held_then = [&](const PersonId& person) {
        return std::find(then->persons.begin(), then->persons.end(), person) != then->persons.end();
    };
    return then != nullptr && now != nullptr &&
           (then == now || std::any_of(now->persons.begin(), now->persons.end(), held_then));
}

OwnSeat own_seat(const Ground& ground, const SeatOfViewer& own) {
    OwnSeat out;
    out.seat = ground.seat(*own.seat, ground.now);
    out.body = ground.body(own.seat->body);
    out.actor = text(own.actor);
    if (own.meeting) {
        out.stands_in = true;
        out.for_whom = seat_words(out.seat);
        return out; // an office does not pass to a substitute
    }
    out.until = held_until(ground, *own.seat);
    out.offices = offices_of(ground, *own.seat);
    return out;
}

std::string about_words(const Ground& ground, const EntryLine& line) {
    std::string out = line.meeting ? ground.meeting(*line.meeting).name
                      : line.body  ? ground.body(*line.body).name
                                   : std::string();
    if (line.item) {
        out += ", item " + std::to_string(*line.item);
    }
    return out;
}

std::optional<RecordedForYou> recorded_for_one_of(const Ground& ground,
                                                  const std::vector<SeatOfViewer>& seats,
                                                  const EntryLine& line) {
    if (line.made_by == line.recorded_by || !line.body) {
        return std::nullopt;
    }
    const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
    const auto* theirs = seat_of(ground.state(), line.made_by, *line.body, meeting, line.effective,
                                 ground.context());
    const auto own = std::find_if(seats.begin(), seats.end(), [&](const SeatOfViewer& each) {
        return theirs != nullptr && each.seat == theirs;
    });
    if (own == seats.end() || !of_holder(ground, theirs->id, line.effective)) {
        return std::nullopt;
    }
    RecordedForYou shown;
    shown.position = line.position;
    shown.entry = line.id.value;
    shown.when = ground.moment(*line.body, line.effective);
    shown.what = act_table()[line.act].help;
    shown.about = about_words(ground, line);
    shown.evidence = evidence_words(line.evidence);
    shown.as = line.made_by.kind == ActorKind::seat ? "" : who_words(text(line.made_by));
    shown.actor = text(own->actor);
    shown.standing = !line.confirmed ? "open" : *line.confirmed ? "confirmed" : "disputed";
    return shown;
}

std::vector<RecordedForYou> recorded_for(const Ground& ground,
                                         const std::vector<SeatOfViewer>& seats) {
    std::vector<RecordedForYou> out;
    ground.state().entries.each([&](const EntryLine& line) {
        if (!line.confirmed) {
            if (auto shown = recorded_for_one_of(ground, seats, line)) {
                out.push_back(std::move(*shown));
            }
        }
    });
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace quorate::views
