#include "governance/decisions/disputes.hpp"

#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// Recorded by somebody else than the one whose act it is.
bool for_somebody(const EntryLine& line) {
    return line.made_by != line.recorded_by;
}

/// The declaration whose determination the entry is; null when it is none.
const Declaration* declaration_of(const State& state, const EntryLine& line) {
    const auto* meeting = line.meeting ? state.meetings.find(*line.meeting) : nullptr;
    const auto* item = meeting == nullptr || !line.item ? nullptr : meeting->item(*line.item);
    if (item == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(
        item->declarations.begin(), item->declarations.end(),
        [&](const Declaration& each) { return each.determined_by_entry == line.position; });
    return found == item->declarations.end() ? nullptr : &*found;
}

/// The urgent decision that the entry took; null when it took none.
const Decision* urgent_decision_of(const State& state, const EntryLine& line) {
    const auto* body = line.body ? state.bodies.find(*line.body) : nullptr;
    if (body == nullptr) {
        return nullptr;
    }
    for (const auto& id : body->decisions) {
        const auto* decision = state.decisions.find(id);
        if (decision != nullptr && decision->position == line.position) {
            return decision->kind == DecisionKind::urgent ? decision : nullptr;
        }
    }
    return nullptr;
}

const AwaitedDiscretion* awaited_answered_by(const State& state, const EntryLine& line) {
    const AwaitedDiscretion* found = nullptr;
    state.awaited.each([&](const AwaitedDiscretion& awaited) {
        found = awaited.answered_by == line.position ? &awaited : found;
    });
    return found;
}

AnsweredMatter matter_of(const State& state, const AwaitedDiscretion& awaited) {
    AnsweredMatter out;
    out.holder = awaited.holder;
    if (const auto* asked = std::get_if<acts::NotifyItem>(&awaited.submission.act)) {
        const auto* meeting = state.meetings.find(asked->meeting);
        const auto* item = meeting == nullptr ? nullptr : meeting->item(asked->item);
        out.item = asked->item;
        out.acted_on = item != nullptr && (!item->taken.empty() || is_over(*item));
    } else if (const auto* convene = std::get_if<acts::ConveneMeeting>(&awaited.submission.act)) {
        out.acted_on = state.meetings.find(convene->meeting) != nullptr;
    } else if (const auto* publish = std::get_if<acts::PublishMinutes>(&awaited.submission.act)) {
        const auto* meeting = state.meetings.find(publish->meeting);
        out.acted_on = meeting != nullptr && !meeting->minutes.publications.empty();
    }
    return out;
}

/// A question was put while the determination was in force.
bool decided_since(const State& state, const EntryLine& line, const Declaration& declaration) {
    const auto& questions = state.meetings.find(*line.meeting)->item(*line.item)->questions;
    return std::any_of(questions.begin(), questions.end(), [&](const Question& question) {
        return declaration.determined_at <= question.put;
    });
}

void reopen_consultation(State& state, const Decision& decision, bool disputed) {
    if (!decision.consultation || state.bodies.find(decision.body) == nullptr) {
        return;
    }
    const auto id = decision.id;
    const auto number = *decision.consultation;
    for (auto& each : state.bodies.write(decision.body).urgent_consultations) {
        if (each.number == number && disputed && each.decision == id) {
            each.decision.reset();
        } else if (each.number == number && !disputed && !each.decision) {
            each.decision = id;
        }
    }
}

} // namespace

std::optional<AnsweredMatter> matter_answered(const State& state, const EntryLine& line) {
    if (!for_somebody(line)) {
        return std::nullopt;
    }
    if (const auto* awaited = awaited_answered_by(state, line)) {
        return matter_of(state, *awaited);
    }
    if (const auto* declaration = declaration_of(state, line)) {
        const bool office = line.made_by.kind == ActorKind::office;
        return AnsweredMatter{office ? text(line.made_by) : "presiding", line.item,
                              decided_since(state, line, *declaration)};
    }
    if (urgent_decision_of(state, line) != nullptr) {
        const bool office = line.made_by.kind == ActorKind::office;
        return AnsweredMatter{office ? text(line.made_by) : "chair", {}, true};
    }
    return std::nullopt;
}

void stand_disputed(State& state, const EntryLine& line, bool disputed) {
    if (!for_somebody(line)) {
        return;
    }
    if (const auto* found = awaited_answered_by(state, line)) {
        auto& awaited = state.awaited.write(EntryId(found->entry));
        awaited.answered = !disputed;
        awaited.disputed = disputed;
    }
    if (declaration_of(state, line) != nullptr) {
        for (auto& each : state.meetings.write(*line.meeting).item(*line.item)->declarations) {
            each.disputed = each.determined_by_entry == line.position ? disputed : each.disputed;
        }
    }
    if (const auto* found = urgent_decision_of(state, line)) {
        auto& decision = state.decisions.write(DecisionId(found->id));
        decision.disputed = disputed;
        reopen_consultation(state, decision, disputed);
    }
}

} // namespace quorate::governance
