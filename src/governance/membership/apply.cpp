#include "governance/membership/apply.hpp"

#include "governance/lookup.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The seat to change; null when the record has none of that id.
Seat* seat_in(State& state, const SeatId& id) {
    return state.seats.find(id) == nullptr ? nullptr : &state.seats.write(id);
}

/// Lists a seat with its body, in order of number.
void list_seat(State& state, const Seat& seat) {
    if (state.bodies.find(seat.body) == nullptr) {
        return;
    }
    auto& body = state.bodies.write(seat.body);
    const auto after =
        std::find_if(body.seat_positions.begin(), body.seat_positions.end(),
                     [&](std::size_t other) { return state.seats.at(other).number > seat.number; });
    body.seats.insert(body.seats.begin() + (after - body.seat_positions.begin()), seat.id);
    body.seat_positions.insert(after, state.seats.position_of(seat.id));
}

void add_new(std::vector<PersonId>& persons, const std::vector<PersonId>& more) {
    for (const auto& person : more) {
        if (std::find(persons.begin(), persons.end(), person) == persons.end()) {
            persons.push_back(person);
        }
    }
}

} // namespace

void apply(State& state, const events::OrganisationRegistered& event, const Stamp&) {
    auto& organisation = state.organisations.write_or_add(event.organisation);
    organisation.id = event.organisation;
    organisation.name = event.name;
    organisation.sector = event.sector.value_or("");
    organisation.code = event.code.value_or("");
    organisation.other_names = event.other_names;
}

void apply(State& state, const events::PersonRegistered& event, const Stamp&) {
    auto& person = state.persons.write_or_add(event.person);
    person.id = event.person;
    person.name = event.name;
}

void apply(State& state, const events::OfficeHolderRecorded& event, const Stamp& stamp) {
    auto& office = state.offices.write_or_add(event.office);
    office.id = event.office;
    office.title = event.title.value_or(office.title);
    office.organisation = event.organisation.value_or(office.organisation);
    std::optional<Occupant> holder;
    if (event.person) {
        holder = Occupant{{*event.person}, {}, {}};
    }
    office.holder.set(stamp.effective, std::move(holder));
}

void apply(State& state, const events::SeatCreated& event, const Stamp& stamp) {
    if (state.seats.find(event.seat) != nullptr) {
        return;
    }
    auto& seat = state.seats.write_or_add(event.seat);
    seat.id = event.seat;
    seat.body = event.body;
    seat.number = event.number;
    seat.organisation = event.organisation.value_or(OrganisationId());
    seat.sector = event.sector.value_or("");
    seat.place = event.place.value_or("");
    seat.office = event.office.value_or(OfficeId());
    seat.title = event.title.value_or("");
    seat.represents = event.represents;
    seat.created = stamp.effective;
    list_seat(state, seat);
}

void apply(State& state, const events::SeatRemoved& event, const Stamp& stamp) {
    if (auto* seat = seat_in(state, event.seat)) {
        seat->removed = stamp.effective;
    }
}

void apply(State& state, const events::SeatFilled& event, const Stamp& stamp) {
    auto* seat = seat_in(state, event.seat);
    if (seat == nullptr) {
        return;
    }
    Occupant occupant;
    const auto* present = event.shared ? occupant_at(state, *seat, stamp.effective) : nullptr;
    if (present != nullptr) {
        occupant = *present;
    }
    add_new(occupant.persons, {event.person});
    add_new(occupant.alternates, event.alternates);
    occupant.marked = event.marked.value_or(occupant.marked);
    seat->title = event.title.value_or(seat->title);
    seat->occupant.set(stamp.effective, std::move(occupant));
}

void apply(State& state, const events::SeatVacated& event, const Stamp& stamp) {
    if (auto* seat = seat_in(state, event.seat)) {
        seat->occupant.set(stamp.effective, std::nullopt);
    }
}

void apply(State& state, const events::SubstituteNominated& event, const Stamp& stamp) {
    if (state.meetings.find(event.meeting) == nullptr) {
        return;
    }
    auto& meeting = state.meetings.write(event.meeting);
    for (auto& nomination : meeting.substitutes) {
        nomination.withdrawn = nomination.withdrawn || nomination.seat == event.seat;
    }
    meeting.substitutes.push_back({event.seat, event.person, stamp.effective, false, {}});
    std::erase(meeting.accepted, event.seat);
}

void apply(State& state, const events::SubstituteWithdrawn& event, const Stamp&) {
    if (state.meetings.find(event.meeting) == nullptr) {
        return;
    }
    for (auto& nomination : state.meetings.write(event.meeting).substitutes) {
        nomination.withdrawn = nomination.withdrawn || nomination.seat == event.seat;
    }
}

void apply(State& state, const events::ReplacementRequested& event, const Stamp& stamp) {
    if (auto* seat = seat_in(state, event.seat)) {
        seat->replacement_requests.push_back(stamp.effective);
    }
}

void apply(State& state, const events::OfficeFilled& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) != nullptr) {
        state.bodies.write(event.body)
            .offices[event.office]
            .set(stamp.effective, {event.seat, event.until, event.rotated});
    }
}

void apply(State& state, const events::ExitNoticeGiven& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) != nullptr) {
        state.bodies.write(event.body)
            .exits.push_back(
                {event.organisation, stamp.effective, event.leaves, event.earliest, event.written});
    }
}

void apply(State& state, const events::ExitTermsAgreed& event, const Stamp& stamp) {
    for (const auto& id : event.released) {
        if (state.commitments.find(id) != nullptr) {
            auto& commitment = state.commitments.write(id);
            commitment.released =
                std::min(commitment.released.value_or(stamp.effective), stamp.effective);
            commitment.closed_by = stamp.position;
        }
    }
}

void apply(State& state, const events::CommitmentRecorded& event, const Stamp& stamp) {
    auto& commitment = state.commitments.write_or_add(event.commitment);
    commitment.id = event.commitment;
    commitment.body = event.body;
    commitment.organisation = event.organisation;
    commitment.what = event.what;
    commitment.made = stamp.effective;
    commitment.due = event.due;
}

void apply(State& state, const events::CommitmentReported& event, const Stamp& stamp) {
    if (state.commitments.find(event.commitment) != nullptr) {
        auto& commitment = state.commitments.write(event.commitment);
        commitment.honoured = event.honoured;
        commitment.closed_by =
            event.honoured ? std::optional<std::int64_t>(stamp.position) : std::nullopt;
    }
}

void apply(State& state, const events::CommitmentReleased& event, const Stamp& stamp) {
    if (state.commitments.find(event.commitment) != nullptr) {
        auto& commitment = state.commitments.write(event.commitment);
        commitment.released = stamp.effective;
        commitment.closed_by = stamp.position;
    }
}

void apply(State& state, const events::RepresentativeSet& event, const Stamp&) {
    if (auto* seat = seat_in(state, event.seat)) {
        seat->represents = event.represents;
    }
}

void apply(State& state, const events::LiaisonNominated& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) == nullptr) {
        return;
    }
    auto& body = state.bodies.write(event.body);
    for (const auto& organisation : event.organisations) {
        body.liaisons[organisation.value].set(stamp.effective, {event.seat, event.person});
    }
}

} // namespace quorate::governance
