#include "governance/minutes/corrections.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool stay_of(const Presence& presence, const SeatId& seat) {
    return presence.seat == seat &&
           (presence.as == PresentAs::member || presence.as == PresentAs::substitute);
}

std::vector<Presence*> stays_of(Meeting& meeting, const SeatId& seat) {
    std::vector<Presence*> out;
    for (auto& presence : meeting.presence) {
        if (stay_of(presence, seat)) {
            out.push_back(&presence);
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Presence* a, const Presence* b) { return a->from < b->from; });
    return out;
}

void begin_at(Meeting& meeting, const SeatId& seat, base::Instant arrived) {
    std::erase_if(meeting.presence, [&](const Presence& presence) {
        return stay_of(presence, seat) && presence.until && *presence.until <= arrived;
    });
    const auto stays = stays_of(meeting, seat);
    if (!stays.empty()) {
        stays.front()->from = arrived;
    }
}

void end_at(Meeting& meeting, const SeatId& seat, base::Instant left) {
    std::erase_if(meeting.presence, [&](const Presence& presence) {
        return stay_of(presence, seat) && presence.from >= left;
    });
    const auto stays = stays_of(meeting, seat);
    if (!stays.empty()) {
        stays.back()->until = left;
        stays.back()->why = LeftBecause::left;
    }
}

/// A stay where none is recorded: from the opening and to the close unless the correction says
/// otherwise.
void add_stay(Meeting& meeting, const events::PresenceCorrected& correction) {
    const auto from = correction.arrived ? correction.arrived : meeting.opened();
    if (!from) {
        return;
    }
    Presence presence;
    presence.seat = correction.seat;
    presence.from = *from;
    presence.until = correction.left ? correction.left : meeting.closed();
    meeting.presence.push_back(std::move(presence));
    meeting.attendance_known = true;
}

/// The question the correction of a count is about: the last with a vote, else the last.
Question* voted_question(Item& item) {
    for (auto question = item.questions.rbegin(); question != item.questions.rend(); ++question) {
        if (question->vote) {
            return &*question;
        }
    }
    return item.questions.empty() ? nullptr : &item.questions.back();
}

/// By what a question was decided: as the decision says, else by the vote when there was one.
DecidedBy decided_by(const State& state, const Item& item, const Question& question) {
    for (const auto& id : item.decisions) {
        const auto* decision = state.decisions.find(id);
        if (decision != nullptr && decision->by && !question.amendment) {
            return *decision->by;
        }
    }
    return question.vote ? DecidedBy::vote : DecidedBy::consensus;
}

bool was_settled(const Question& question) {
    return question.outcome || question.vote || question.consensus_tried;
}

/// One code for the whole: the quorum's when that is what stands in the way, else the majority's.
Code code_of(const QuestionJudgement& judged) {
    const bool in_the_way = judged.quorum_rule && judged.quorum_says != Says::complies;
    return in_the_way ? judged.quorum_code : judged.majority_code;
}

/// Carried under the terms, as far as they say anything: a body without a quorum rule needs none.
bool carried_under_terms(const QuestionJudgement& judged) {
    const bool quorate = !judged.quorum_rule || judged.quorum_says == Says::complies;
    return quorate && judged.majority_says == Says::complies;
}

bool is_known(const QuestionJudgement& judged) {
    const bool quorum_known = !judged.quorum_rule || judged.quorum_says != Says::undetermined;
    return quorum_known && judged.decision_rule && judged.majority_says != Says::undetermined;
}

/// Not carried, tied and lost come to the same.
bool same_ruling(const QuestionJudgement& a, const QuestionJudgement& b) {
    return carried_under_terms(a) == carried_under_terms(b) && a.quorum_says == b.quorum_says &&
           a.majority_says == b.majority_says;
}

} // namespace

void correct_presence(Meeting& meeting, const events::PresenceCorrected& correction) {
    const auto& seat = correction.seat;
    if (correction.absent) {
        std::erase_if(meeting.presence,
                      [&](const Presence& presence) { return stay_of(presence, seat); });
    } else if (stays_of(meeting, seat).empty()) {
        add_stay(meeting, correction);
    } else {
        if (correction.arrived) {
            begin_at(meeting, seat, *correction.arrived);
        }
        if (correction.left) {
            end_at(meeting, seat, *correction.left);
        }
        if (stays_of(meeting, seat).empty()) {
            add_stay(meeting, correction);
        }
    }
    refresh_rolls(meeting, seat);
}

void correct_vote(Meeting& meeting, const events::VoteCorrected& correction) {
    auto* item = meeting.item(correction.item);
    auto* question = item == nullptr ? nullptr : voted_question(*item);
    if (question == nullptr) {
        return;
    }
    events::VoteTaken vote = question->vote.value_or(events::VoteTaken{});
    vote.meeting = meeting.id;
    vote.item = correction.item;
    vote.for_ = correction.for_;
    vote.against = correction.against;
    vote.abstain = correction.abstain;
    const auto keep = [](std::vector<SeatId>& seats, std::int64_t count) {
        if (static_cast<std::int64_t>(seats.size()) != count) {
            seats.clear();
        }
    };
    keep(vote.seats_for, vote.for_);
    keep(vote.seats_against, vote.against);
    keep(vote.seats_abstaining, vote.abstain);
    // Whose the votes put right were nobody has said.
    const bool same_count = question->vote && question->vote->for_ == vote.for_ &&
                            question->vote->against == vote.against && question->vote->abstain == vote.abstain;
    if (!same_count) {
        vote.joint_for.reset();
        vote.joint_against.reset();
        vote.joint_abstain.reset();
    }
    question->vote = std::move(vote);
}

std::vector<RulingChange> rulings_changed(const State& state, const Meeting& before,
                                          const Meeting& after, const Context& context) {
    std::vector<RulingChange> out;
    for (const auto& item : before.items) {
        const auto* corrected = after.item(item.number);
        if (corrected == nullptr) {
            continue;
        }
        const auto count = std::min(item.questions.size(), corrected->questions.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& question = item.questions[i];
            if (!was_settled(question)) {
                continue;
            }
            const auto by = decided_by(state, item, question);
            const auto was = judge_question(state, before, item, question, by, context);
            const auto now =
                judge_question(state, after, *corrected, corrected->questions[i], by, context);
            if (!same_ruling(was, now)) {
                out.push_back({item.number, question.amendment, code_of(was), code_of(now)});
            }
        }
    }
    return out;
}

std::vector<RulingChange> outcomes_in_doubt(const State& state, const Meeting& meeting,
                                            const Context& context) {
    std::vector<RulingChange> out;
    for (const auto& item : meeting.items) {
        for (const auto& question : item.questions) {
            if (!question.outcome) {
                continue;
            }
            const auto by = decided_by(state, item, question);
            const auto now = judge_question(state, meeting, item, question, by, context);
            const bool carried = question.outcome == Outcome::carried;
            if (is_known(now) && carried_under_terms(now) != carried) {
                out.push_back({item.number, question.amendment,
                               carried ? Code::carried : Code::lost, code_of(now)});
            }
        }
    }
    return out;
}

} // namespace quorate::governance
