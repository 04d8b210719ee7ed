#include "governance/decisions/apply.hpp"

#include "governance/decisions/disputes.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

Item* item_in(State& state, const MeetingId& meeting, std::int64_t number) {
    if (state.meetings.find(meeting) == nullptr) {
        return nullptr;
    }
    return state.meetings.write(meeting).item(number);
}

Question* last_question(Item* item) {
    return item == nullptr || item->questions.empty() ? nullptr : &item->questions.back();
}

/// Adds a decision to the table and to its body's list.
Decision& add_decision(State& state, const DecisionId& id, const BodyId& body, const Stamp& stamp) {
    if (state.decisions.find(id) == nullptr && state.bodies.find(body) != nullptr) {
        state.bodies.write(body).decisions.push_back(id);
    }
    auto& decision = state.decisions.write_or_add(id);
    decision.id = id;
    decision.body = body;
    decision.effective = stamp.effective;
    decision.position = stamp.position;
    return decision;
}

void finish(Item& item, ItemStatus status, base::Instant at) {
    item.status = status;
    if (!item.taken.empty() && !item.taken.back().until) {
        item.taken.back().until = at;
    }
}

BodyId body_of(const State& state, const MeetingId& meeting) {
    const auto* found = state.meetings.find(meeting);
    return found == nullptr ? BodyId() : found->body;
}

void confirm(State& state, const EntryId& entry, bool confirmed, const Stamp& stamp) {
    if (state.entries.find(entry) != nullptr) {
        auto& line = state.entries.write(entry);
        line.confirmed = confirmed;
        line.answered_by = stamp.position;
        stand_disputed(state, EntryLine(line), !confirmed);
    }
}

/// The consultation of a body by its number; null when it has none.
UrgentConsultation* consultation_in(State& state, const BodyId& body, std::int64_t number) {
    if (state.bodies.find(body) == nullptr) {
        return nullptr;
    }
    auto& all = state.bodies.write(body).urgent_consultations;
    const bool known = number >= 1 && number <= static_cast<std::int64_t>(all.size());
    return known ? &all[static_cast<std::size_t>(number - 1)] : nullptr;
}

UrgentConsultation* begin_consultation(State& state, const events::UrgentConsultationAsked& event,
                                       const Stamp& stamp) {
    if (state.bodies.find(event.body) == nullptr) {
        return nullptr;
    }
    auto& all = state.bodies.write(event.body).urgent_consultations;
    UrgentConsultation begun;
    begun.number = static_cast<std::int64_t>(all.size()) + 1;
    begun.begun = stamp.effective;
    begun.position = stamp.position;
    all.push_back(std::move(begun));
    return &all.back();
}

} // namespace

void apply(State& state, const events::ItemNoted& event, const Stamp& stamp) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        finish(*item, ItemStatus::noted, stamp.effective);
        item->noted_words = event.words;
    }
}

void apply(State& state, const events::DiscussionRecorded& event, const Stamp&) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        item->discussion.push_back(event.words);
    }
}

void apply(State& state, const events::MotionMoved& event, const Stamp&) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        item->motions.push_back({event.seat, {}, event.words, event.amendment});
    }
}

void apply(State& state, const events::MotionSeconded& event, const Stamp&) {
    auto* item = item_in(state, event.meeting, event.item);
    if (item != nullptr && !item->motions.empty()) {
        item->motions.back().seconder = event.seat;
    }
}

void apply(State& state, const events::QuestionPut& event, const Stamp& stamp) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        Question question;
        question.put = stamp.effective;
        question.amendment = event.amendment;
        question.words = event.words;
        question.present = event.present;
        question.barred = event.barred;
        question.told_out = event.told_out;
        item->questions.push_back(std::move(question));
    }
}

void apply(State& state, const events::ConsensusRecorded& event, const Stamp&) {
    if (auto* question = last_question(item_in(state, event.meeting, event.item))) {
        question->consensus_tried = true;
        question->objecting = event.objecting;
    }
}

void apply(State& state, const events::VoteTaken& event, const Stamp&) {
    if (auto* question = last_question(item_in(state, event.meeting, event.item))) {
        question->vote = event;
    }
}

void apply(State& state, const events::OutcomeDeclared& event, const Stamp& stamp) {
    const auto body = body_of(state, event.meeting);
    auto* item = item_in(state, event.meeting, event.item);
    if (item == nullptr) {
        return;
    }
    if (auto* question = last_question(item)) {
        question->outcome = event.outcome;
    }
    item->decisions.push_back(event.decision);
    if (!event.amendment) {
        finish(*item, ItemStatus::decided, stamp.effective);
    }
    auto& decision = add_decision(state, event.decision, body, stamp);
    decision.kind = DecisionKind::at_meeting;
    decision.meeting = event.meeting;
    decision.item = event.item;
    decision.outcome = event.outcome;
    decision.by = event.by;
    decision.words = event.words;
    decision.considered = event.considered;
    decision.recommendation = event.recommendation;
    decision.matter = event.matter;
    decision.concerns = event.concerns;
}

void apply(State& state, const events::ItemDeferred& event, const Stamp& stamp) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        finish(*item, ItemStatus::deferred, stamp.effective);
        item->deferred_to = event.to;
    }
}

void apply(State& state, const events::ItemWithdrawn& event, const Stamp& stamp) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        finish(*item, ItemStatus::withdrawn, stamp.effective);
    }
}

void apply(State& state, const events::DissentRecorded& event, const Stamp&) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        item->dissent.push_back(event);
    }
}

void apply(State& state, const events::AdviceRecorded& event, const Stamp&) {
    if (auto* item = item_in(state, event.meeting, event.item)) {
        item->advice.push_back(event);
    }
}

void apply(State& state, const events::ProcedureRuled& event, const Stamp&) {
    if (state.meetings.find(event.meeting) != nullptr) {
        state.meetings.write(event.meeting).procedure_rulings.push_back(event);
    }
}

void apply(State& state, const events::Ratified& event, const Stamp& stamp) {
    const auto body = body_of(state, event.meeting);
    if (auto* item = item_in(state, event.meeting, event.item)) {
        finish(*item, ItemStatus::decided, stamp.effective);
        item->decisions.push_back(event.decision);
    }
    auto& decision = add_decision(state, event.decision, body, stamp);
    decision.kind = DecisionKind::ratification;
    decision.meeting = event.meeting;
    decision.item = event.item;
    decision.words = event.words;
}

void apply(State& state, const events::UrgentConsultationAsked& event, const Stamp& stamp) {
    auto* consultation = consultation_in(state, event.body, event.consultation);
    if (consultation == nullptr) {
        consultation = begin_consultation(state, event, stamp);
    }
    if (consultation == nullptr) {
        return;
    }
    if (event.words) {
        consultation->words = event.words;
    }
    if (event.urgency) {
        consultation->urgency = event.urgency;
    }
    if (event.answer_by) {
        consultation->answer_by = event.answer_by;
    }
    consultation->dropped = consultation->dropped || event.dropped;
    for (const auto& seat : event.seats) {
        const bool asked = std::any_of(consultation->seats.begin(), consultation->seats.end(),
                                       [&](const ConsultedSeat& each) { return each.seat == seat; });
        if (!asked) {
            ConsultedSeat consulted;
            consulted.seat = seat;
            consulted.how = event.how;
            consulted.asked = stamp.effective;
            consultation->seats.push_back(std::move(consulted));
        }
    }
}

void apply(State& state, const events::UrgentConsultationAnswered& event, const Stamp& stamp) {
    auto* consultation = consultation_in(state, event.body, event.consultation);
    if (consultation == nullptr) {
        return;
    }
    for (auto& each : consultation->seats) {
        if (each.seat == event.seat) {
            each.view = event.view;
            each.words = event.words;
            each.answered = stamp.effective;
            each.position = stamp.position;
        }
    }
}

void apply(State& state, const events::UrgentDecisionTaken& event, const Stamp& stamp) {
    auto& decision = add_decision(state, event.decision, event.body, stamp);
    decision.kind = DecisionKind::urgent;
    decision.words = event.words;
    decision.urgency = event.urgency;
    decision.consulted = event.consulted;
    decision.considered = event.considered;
    decision.matter = event.matter;
    decision.consultation = event.consultation;
    decision.own_interest = event.own_interest.value_or(false);
    if (event.consultation) {
        if (auto* consultation = consultation_in(state, event.body, *event.consultation)) {
            consultation->decision = event.decision;
        }
    }
}

void apply(State& state, const events::ActConfirmed& event, const Stamp& stamp) {
    confirm(state, event.entry, true, stamp);
}

void apply(State& state, const events::ActDisputed& event, const Stamp& stamp) {
    confirm(state, event.entry, false, stamp);
}

void apply(State& state, const events::DiscretionDeclined& event, const Stamp& stamp) {
    if (state.awaited.find(event.entry) != nullptr) {
        auto& awaited = state.awaited.write(event.entry);
        awaited.answered = true;
        awaited.answered_by = stamp.position;
        awaited.disputed = false;
    }
}

void apply(State& state, const events::PartnerResponded& event, const Stamp&) {
    if (state.decisions.find(event.decision) != nullptr) {
        state.decisions.write(event.decision).responses.push_back(event);
    }
}

void apply(State& state, const events::ReportMade& event, const Stamp& stamp) {
    if (state.bodies.find(event.body) != nullptr) {
        state.bodies.write(event.body).reports.push_back({event.kind, event.audiences, event.through, event.seat,
                                                          event.year, stamp.effective, stamp.position,
                                                          event.decisions});
    }
}

void apply(State& state, const events::ApprovalAwaited& event, const Stamp&) {
    auto* item = item_in(state, event.meeting, event.item);
    if (item == nullptr) {
        return;
    }
    for (auto& approval : item->approvals) {
        if (approval.seat == event.seat) {
            approval.obtained = event.obtained;
            return;
        }
    }
    item->approvals.push_back(event);
}

} // namespace quorate::governance
