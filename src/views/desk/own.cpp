// The seats a viewer acts from, and what was recorded for them by somebody else.

#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/desk/own_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<SeatOfViewer> seats_of_viewer(const Ground& ground) {
    std::vector<SeatOfViewer> out;
    const auto add = [&](const Seat* seat, const Actor& actor) {
        const bool known = std::any_of(out.begin(), out.end(),
                                       [&](const SeatOfViewer& own) { return own.seat == seat; });
        if (seat != nullptr && !known && exists_at(*seat, ground.now)) {
            out.push_back({seat, actor});
        }
    };
    for (const auto& actor : ground.see.viewer().seats) {
        if (actor.kind == ActorKind::seat) {
            add(ground.state().seats.find(SeatId(actor.id)), actor);
            continue;
        }
        ground.state().bodies.each([&](const Body& body) {
            add(seat_of(ground.state(), actor, body.id, nullptr, ground.now, ground.context()),
                actor);
        });
    }
    return out;
}

OwnSeat own_seat(const Ground& ground, const SeatOfViewer& own) {
    OwnSeat out;
    out.seat = ground.seat(*own.seat, ground.now);
    out.body = ground.body(own.seat->body);
    out.actor = text(own.actor);
    if (const auto* terms = ground.terms(own.seat->body, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
            const auto office = office_shown(ground, own.seat->body, rule);
            if (office.seat && office.seat->id == out.seat.id) {
                out.offices.push_back(office.title);
            }
        }
    }
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

std::vector<RecordedForYou> recorded_for(const Ground& ground,
                                         const std::vector<SeatOfViewer>& seats) {
    std::vector<RecordedForYou> out;
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.made_by == line.recorded_by || line.confirmed || !line.body) {
            return;
        }
        const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
        const auto* theirs = seat_of(ground.state(), line.made_by, *line.body, meeting,
                                     line.effective, ground.context());
        const auto own = std::find_if(seats.begin(), seats.end(), [&](const SeatOfViewer& each) {
            return theirs != nullptr && each.seat == theirs;
        });
        if (own == seats.end()) {
            return;
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
        shown.standing = "open";
        out.push_back(std::move(shown));
    });
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace quorate::views
