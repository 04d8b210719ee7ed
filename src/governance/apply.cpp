#include "governance/state.hpp"

#include "governance/bodies/apply.hpp"
#include "governance/decisions/apply.hpp"
#include "governance/interests/apply.hpp"
#include "governance/meetings/apply.hpp"
#include "governance/membership/apply.hpp"
#include "governance/minutes/apply.hpp"

namespace quorate::governance {

void apply(State& state, const Event& event, const Stamp& stamp) {
    std::visit([&](const auto& happened) { apply(state, happened, stamp); }, event);
}

void note_entry(State& state, EntryLine line) {
    state.size = line.position + 1;
    state.last_recorded = std::max(state.last_recorded, line.recorded);
    auto& kept = state.entries.write_or_add(line.id);
    kept = std::move(line);
}

void note_awaited(State& state, AwaitedDiscretion awaited) {
    auto& kept = state.awaited.write_or_add(awaited.entry);
    kept = std::move(awaited);
}

void answer_awaited(State& state, const Stamp& stamp, const std::function<bool(const Act&)>& is_it) {
    std::vector<EntryId> answered;
    state.awaited.each([&](const AwaitedDiscretion& awaited) {
        if (!awaited.answered && is_it(awaited.submission.act)) {
            answered.push_back(awaited.entry);
        }
    });
    for (const auto& entry : answered) {
        auto& awaited = state.awaited.write(entry);
        awaited.answered = true;
        awaited.answered_by = stamp.position;
        awaited.disputed = false;
    }
}

} // namespace quorate::governance
