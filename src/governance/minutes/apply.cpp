#include "governance/minutes/apply.hpp"

#include "governance/minutes/corrections.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The meeting to change; null when the record has none of that id.
Meeting* meeting_in(State& state, const MeetingId& id) {
    return state.meetings.find(id) == nullptr ? nullptr : &state.meetings.write(id);
}

/// One act makes one correction, of words or a fact or both.
Correction& correction_of(Meeting& meeting, const Stamp& stamp) {
    auto& corrections = meeting.minutes.corrections;
    const bool same_act = !corrections.empty() && corrections.back().position == stamp.position;
    if (!same_act) {
        Correction correction;
        correction.effective = stamp.effective;
        correction.position = stamp.position;
        corrections.push_back(std::move(correction));
    }
    return corrections.back();
}

} // namespace

void apply(State& state, const events::MinutesDrafted& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->minutes.drafted = stamp.effective;
        meeting->minutes.sections = event.sections;
        if (event.words) {
            meeting->minutes.words = event.words;
        }
    }
}

void apply(State& state, const events::MinutesCirculated& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->minutes.circulated.push_back(stamp.effective);
    }
}

void apply(State& state, const events::MinutesCorrected& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        auto& correction = correction_of(*meeting, stamp);
        correction.words = event.words;
        correction.at = event.at;
        for (auto& proposal : meeting->minutes.proposals) {
            const auto& taken = event.proposals;
            if (std::find(taken.begin(), taken.end(), proposal.number) != taken.end()) {
                proposal.taken_by = stamp.position;
            }
        }
    }
}

void apply(State& state, const events::CorrectionProposed& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        ProposedCorrection proposal;
        proposal.number = event.number;
        proposal.seat = event.seat;
        proposal.item = event.item;
        proposal.words = event.words;
        proposal.at = stamp.effective;
        proposal.position = stamp.position;
        meeting->minutes.proposals.push_back(std::move(proposal));
    }
}

void apply(State& state, const events::CorrectionDeclined& event, const Stamp&) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        for (auto& proposal : meeting->minutes.proposals) {
            if (proposal.number == event.proposal) {
                proposal.declined = true;
                proposal.reason = event.reason;
            }
        }
    }
}

void apply(State& state, const events::PresenceCorrected& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        correct_presence(*meeting, event);
        correction_of(*meeting, stamp).fact = true;
    }
}

void apply(State& state, const events::VoteCorrected& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        correct_vote(*meeting, event);
        correction_of(*meeting, stamp).fact = true;
    }
}

void apply(State& state, const events::MinutesApproved& event, const Stamp& stamp) {
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->minutes.approved = stamp.effective;
        meeting->minutes.approved_at = event.at;
        meeting->minutes.approved_item = event.item;
    }
}

void apply(State& state, const events::MinutesPublished& event, const Stamp& stamp) {
    answer_awaited(state, stamp, [&](const Act& act) {
        const auto* asked = std::get_if<acts::PublishMinutes>(&act);
        return asked != nullptr && asked->meeting == event.meeting;
    });
    if (auto* meeting = meeting_in(state, event.meeting)) {
        meeting->minutes.publications.push_back({event.draft, stamp.effective, stamp.position});
    }
}

void apply(State& state, const events::ActionAssigned& event, const Stamp& stamp) {
    if (state.actions.find(event.action) != nullptr) {
        return;
    }
    auto& action = state.actions.write_or_add(event.action);
    action.id = event.action;
    action.body = event.body;
    action.meeting = event.meeting;
    action.item = event.item;
    action.seat = event.seat;
    action.organisation = event.organisation;
    action.what = event.what;
    action.due = event.due;
    action.assigned = stamp.effective;
}

void apply(State& state, const events::ActionReported& event, const Stamp& stamp) {
    if (state.actions.find(event.action) != nullptr) {
        auto& action = state.actions.write(event.action);
        action.status = event.status;
        action.reports.push_back(stamp.effective);
    }
}

} // namespace quorate::governance
