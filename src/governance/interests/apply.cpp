#include "governance/interests/apply.hpp"

namespace quorate::governance {
namespace {

Item* item_in(State& state, const MeetingId& meeting, std::int64_t number) {
    if (state.meetings.find(meeting) == nullptr) {
        return nullptr;
    }
    return state.meetings.write(meeting).item(number);
}

} // namespace

void apply(State& state, const events::InterestRegistered& event, const Stamp& stamp) {
    auto& interest = state.interests.write_or_add(event.interest);
    interest = {event.interest, event.seat, event.kind, event.nature, event.organisation, event.sensitive,
                stamp.effective, {}};
}

void apply(State& state, const events::InterestWithdrawn& event, const Stamp& stamp) {
    if (state.interests.find(event.interest) != nullptr) {
        state.interests.write(event.interest).until = stamp.effective;
    }
}

void apply(State& state, const events::InterestDeclared& event, const Stamp& stamp) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        Declaration declaration;
        declaration.seat = event.seat;
        declaration.kind = event.kind;
        declaration.subject = event.subject;
        declaration.nature = event.nature;
        declaration.sensitive = event.sensitive;
        declaration.meets_test = event.meets_test;
        declaration.at = stamp.effective;
        item->declarations.push_back(std::move(declaration));
    }
}

void apply(State& state, const events::InterestDetermined& event, const Stamp& stamp) {
    auto* item = item_in(state, event.meeting, event.item);
    if (item == nullptr) {
        return;
    }
    for (auto& declaration : item->declarations) {
        if (declaration.seat == event.seat) {
            declaration.determination = event.determination;
            declaration.determined_by = event.by;
            declaration.determined_at = stamp.effective;
            declaration.determined_by_entry = stamp.position;
            declaration.disputed = false;
        }
    }
}

} // namespace quorate::governance
