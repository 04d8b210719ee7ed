#include "governance/decisions/judge.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::int64_t majority_base(const State& state, const std::vector<SeatInRoom>& roll, const CompiledTerms& terms,
                           const QuestionJudgement& judged, base::Instant at) {
    const auto& rule = *judged.decision_rule.params;
    switch (rule.of) {
    case charter::MajorityBase::members_in_office: return judged.quorum.members;
    case charter::MajorityBase::members_voting: return judged.for_ + judged.against;
    case charter::MajorityBase::members_present: break;
    }
    auto counted = roll;
    const bool votes = substitutes_vote(terms);
    std::erase_if(counted, [&](const SeatInRoom& there) {
        const bool remote = there.presence != nullptr && there.presence->remote;
        const bool stands_in = there.presence != nullptr && there.presence->as == PresentAs::substitute;
        return (there.barred && !rule.barred_in_base) || (remote && !rule.remote_counts) || (stands_in && !votes);
    });
    return count_heads(state, counted, at, rule.two_seats);
}

void judge_quorum(QuestionJudgement& judged, const State& state, const Meeting& meeting, const Question& question,
                  const std::vector<SeatInRoom>& roll) {
    const auto& rule = judged.quorum_rule;
    const bool at_opening = rule->test == charter::QuorumTest::at_opening && meeting.opened();
    judged.quorum = at_opening
                        ? count_quorum(state, meeting, meeting.body, *rule.params, *meeting.opened(), {})
                        : count_quorum_of(state, meeting, meeting.body, *rule.params, question.put, roll);
    if (!judged.quorum.known) {
        judged.quorum_code = judged.quorum.members == 0 ? Code::nobody_in_office : Code::attendance_not_recorded;
        return;
    }
    judged.quorum_says = judged.quorum.quorate() ? Says::complies : Says::breach;
    judged.quorum_code = judged.quorum.quorate() ? Code::quorate : Code::inquorate;
}

void judge_vote(QuestionJudgement& judged, const Question& question) {
    if (!question.vote) {
        return;
    }
    const auto& rule = *judged.decision_rule.params;
    judged.needed = rule.more_than.least_exceeding(judged.base);
    if (rule.more_than.exceeded_by(judged.for_, judged.base)) {
        judged.majority_says = Says::complies;
        judged.majority_code = Code::carried;
        return;
    }
    const bool tied = judged.for_ == judged.against && judged.for_ > 0;
    judged.majority_code = tied ? Code::tied : Code::not_carried;
    const bool chair_decides = tied && rule.tie == charter::Tie::chair_casts;
    judged.majority_says = chair_decides ? Says::undetermined : Says::breach;
}

void judge_consensus(QuestionJudgement& judged, const Question& question) {
    if (!question.consensus_tried) {
        judged.majority_code = Code::consensus_not_tried;
        return;
    }
    judged.majority_says = question.objecting.empty() ? Says::complies : Says::breach;
    judged.majority_code = question.objecting.empty() ? Code::consensus_reached : Code::consensus_not_reached;
}

} // namespace

bool substitutes_vote(const CompiledTerms& terms) {
    const auto rule = terms.terms.one<charter::SubstituteRule>();
    return !rule || rule->inherits.empty() ||
           std::find(rule->inherits.begin(), rule->inherits.end(), "vote") != rule->inherits.end();
}

QuestionJudgement judge_question(const State& state, const Meeting& meeting, const Item& item,
                                 const Question& question, DecidedBy by, const Context& context) {
    static_cast<void>(item);
    QuestionJudgement judged;
    const auto* terms = terms_at(state, meeting.body, question.put, context);
    if (terms == nullptr) {
        return judged;
    }
    judged.quorum_rule = terms->terms.one<charter::QuorumRule>();
    judged.decision_rule = terms->terms.one<charter::DecisionRule>();
    const auto roll = seats_on_roll(state, meeting, meeting.body, question);
    if (judged.quorum_rule) {
        judge_quorum(judged, state, meeting, question, roll);
    }
    if (question.vote) {
        judged.for_ = question.vote->for_;
        judged.against = question.vote->against;
        judged.abstain = question.vote->abstain;
    }
    if (judged.decision_rule) {
        judged.base = majority_base(state, roll, *terms, judged, question.put);
        by == DecidedBy::vote ? judge_vote(judged, question) : judge_consensus(judged, question);
    }
    return judged;
}

} // namespace quorate::governance
