// Where arranging a substitute is a duty (4.7(b)): the seats nobody came for.

#include "governance/duties/inquiry.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool somebody_came(const Inquiry& inquiry, const Meeting& meeting, const SeatId& seat) {
    return std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& stay) {
        return stay.seat == seat && stay.from <= inquiry.now &&
               (stay.as == PresentAs::member || stay.as == PresentAs::substitute);
    });
}

void add_empty_seat(Inquiry& inquiry, const Meeting& meeting, const Seat& seat,
                    const charter::Rule* rule) {
    auto duty = inquiry.make(rule, meeting.id.value + "/" + std::to_string(seat.number));
    const auto day = inquiry.date_of(*meeting.opened());
    duty.who = "seat:" + seat.id.value;
    duty.what = "Arrange a substitute for the meeting of " + base::words(day);
    duty.meeting = meeting.id;
    duty.seat = seat.id;
    inquiry.settle(duty, {day, false, {}}, inquiry.date_of(meeting.convened));
    if (duty.state == DutyState::overdue || duty.state == DutyState::due_soon) {
        duty.state = DutyState::missed; // the meeting is over
        const bool apologies = std::find(meeting.apologies.begin(), meeting.apologies.end(),
                                         seat.id) != meeting.apologies.end();
        duty.facts.push_back({"apologies", std::int64_t{apologies ? 1 : 0}});
        duty.words = apologies ? "Apologies came, and nobody in the seat's place."
                               : "Nobody came for the seat, and no apologies.";
    }
    inquiry.add(std::move(duty));
}

} // namespace

void add_attendance_duties(Inquiry& inquiry) {
    for (const auto* meeting : inquiry.meetings()) {
        const auto closed = meeting->closed();
        const bool known = meeting->attendance_known || !meeting->presence.empty();
        const auto* terms =
            closed && *closed <= inquiry.now && known ? inquiry.terms_then(*closed) : nullptr;
        const auto rule = terms == nullptr ? charter::InForce<charter::SubstituteRule>{}
                                           : terms->terms.one<charter::SubstituteRule>();
        if (!rule || !rule->duty) {
            continue;
        }
        for (const auto* seat :
             seats_filled_at(inquiry.state, inquiry.body.id, *meeting->opened())) {
            if (!somebody_came(inquiry, *meeting, seat->id)) {
                add_empty_seat(inquiry, *meeting, *seat, rule.rule);
            }
        }
    }
}

} // namespace quorate::governance
