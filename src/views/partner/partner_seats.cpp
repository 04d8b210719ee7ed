// The seats of an organisation, who holds them, and the meetings to come.

#include "charter/wording.hpp"
#include "governance/meetings/substitutes.hpp"
#include "views/partner/partner_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool contains(const std::vector<SeatId>& all, const SeatId& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string coming_words(const Meeting& meeting, const Seat& seat) {
    if (nomination_of(meeting, seat.id) != nullptr) {
        return "A substitute is named";
    }
    return contains(meeting.apologies, seat.id)  ? "Apologies sent"
           : contains(meeting.accepted, seat.id) ? "Will come"
                                                 : "Nothing said yet";
}

void add_meetings(const Ground& ground, const Seat& seat, PartnerSeat& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        const bool theirs = meeting.body == seat.body || meeting.jointly_with == seat.body;
        if (theirs && meeting.status == MeetingStatus::convened &&
            meeting.scheduled >= ground.now) {
            out.meetings.push_back({ground.meeting(meeting.id),
                                    ground.moment(meeting.body, meeting.scheduled),
                                    coming_words(meeting, seat)});
        }
    });
    std::stable_sort(out.meetings.begin(), out.meetings.end(),
                     [](const PartnerMeeting& a, const PartnerMeeting& b) {
                         return a.when.instant < b.when.instant;
                     });
}

void add_holder(const Ground& ground, const Seat& seat, PartnerSeat& out) {
    const auto* change = seat.occupant.change_at(ground.now);
    if (change != nullptr && change->value) {
        out.since = ground.moment(seat.body, change->from);
    }
    if (!seat.office.empty()) {
        out.office = ground.see.names() ? charter::office_words(seat.office.view())
                                        : "an office outside the partnership";
    }
    if (const auto* occupant = occupant_at(ground.state(), seat, ground.now)) {
        for (const auto& id : occupant->alternates) {
            out.substitutes.push_back(ground.person(id).value_or("A standing substitute"));
        }
    }
    for (const auto asked : seat.replacement_requests) {
        const bool open = change == nullptr || change->from <= asked;
        if (asked <= ground.now && open) {
            out.asked = ground.moment(seat.body, asked);
        }
    }
}

} // namespace

std::vector<PartnerSeat> partner_seats(const Ground& ground, const OrganisationId& organisation) {
    std::vector<PartnerSeat> out;
    ground.state().seats.each([&](const Seat& seat) {
        if (seat.organisation != organisation || !exists_at(seat, ground.now)) {
            return;
        }
        PartnerSeat shown;
        shown.seat = ground.seat(seat, ground.now);
        shown.body = ground.body(seat.body);
        shown.represents = seat.represents ? ground.body(*seat.represents).name : std::string();
        add_holder(ground, seat, shown);
        add_meetings(ground, seat, shown);
        shown.offices = offices_of(ground, seat);
        shown.left = left_with(ground, seat);
        out.push_back(std::move(shown));
    });
    return out;
}

} // namespace quorate::views
