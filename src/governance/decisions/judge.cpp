#include "governance/decisions/judge.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The places that decide the matter; empty when everyone does.
std::span<const std::string> deciding_places(const QuestionJudgement& judged) {
    return judged.places_rule ? std::span<const std::string>(judged.places_rule->decided_by_places)
                              : std::span<const std::string>{};
}

/// The seat has a part in deciding the matter.
bool decides(const State& state, const QuestionJudgement& judged, const SeatId& id) {
    const auto places = deciding_places(judged);
    const auto* seat = places.empty() ? nullptr : state.seats.find(id);
    return seat == nullptr || std::find(places.begin(), places.end(), seat->place) != places.end();
}

/// Members who hold a seat and have a part in the matter, whatever the quorum is counted of.
std::int64_t members_in_office(const State& state, const QuestionJudgement& judged, const BodyId& body,
                               base::Instant at) {
    const auto seats = seats_filled_at(state, body, at);
    return std::count_if(seats.begin(), seats.end(),
                         [&](const Seat* seat) { return decides(state, judged, seat->id); });
}

std::int64_t majority_base(const State& state, const BodyId& body, const std::vector<SeatInRoom>& roll,
                           const CompiledTerms& terms, const QuestionJudgement& judged, base::Instant at) {
    const auto& rule = *judged.decision_rule.params;
    switch (rule.of) {
    case charter::MajorityBase::members_in_office: return members_in_office(state, judged, body, at);
    case charter::MajorityBase::members_voting: return judged.for_ + judged.against;
    case charter::MajorityBase::members_present: break;
    }
    auto counted = roll;
    const bool votes = substitutes_vote(terms);
    std::erase_if(counted, [&](const SeatInRoom& there) {
        if (!decides(state, judged, there.seat->id)) {
            return true;
        }
        const bool remote = there.presence != nullptr && there.presence->remote;
        const bool stands_in = there.presence != nullptr && there.presence->as == PresentAs::substitute;
        return there.told_out || (there.barred && !rule.barred_in_base) ||
               (remote && !rule.remote_counts) || (stands_in && !votes);
    });
    return count_heads(state, counted, at, rule.two_seats);
}

/// In a joint meeting each body counts the votes of its own members.
bool vote_counts(const State& state, const Meeting& meeting, const QuestionJudgement& judged, const SeatId& id) {
    const auto* seat = meeting.jointly_with ? state.seats.find(id) : nullptr;
    return (seat == nullptr || seat->body == judged.body) && decides(state, judged, id);
}

void judge_quorum(QuestionJudgement& judged, const State& state, const Meeting& meeting, const Question& question,
                  const std::vector<SeatInRoom>& roll) {
    const auto& rule = judged.quorum_rule;
    const bool at_opening = rule->test == charter::QuorumTest::at_opening && meeting.opened();
    const auto when = at_opening ? *meeting.opened() : question.put;
    judged.quorum = count_quorum_of(state, meeting, judged.body, *rule.params, when,
                                    at_opening ? seats_in_room(state, meeting, judged.body, when, {}) : roll,
                                    deciding_places(judged));
    if (!judged.quorum.known) {
        judged.quorum_code = judged.quorum.members == 0 ? Code::nobody_in_office : Code::attendance_not_recorded;
        return;
    }
    judged.quorum_says = judged.quorum.quorate() ? Says::complies : Says::breach;
    judged.quorum_code = judged.quorum.quorate() ? Code::quorate : Code::inquorate;
}

bool untold(std::int64_t cast, const std::vector<SeatId>& named, std::optional<std::int64_t> joint) {
    return !joint && cast != static_cast<std::int64_t>(named.size());
}

/// Some votes of a joint meeting were only counted, and nobody said how many were of which body's members.
bool whose_votes_untold(const Meeting& meeting, const events::VoteTaken& vote) {
    return meeting.jointly_with &&
           (untold(vote.for_, vote.seats_for, vote.joint_for) ||
            untold(vote.against, vote.seats_against, vote.joint_against) ||
            untold(vote.abstain, vote.seats_abstaining, vote.joint_abstain));
}

void judge_vote(QuestionJudgement& judged, const Meeting& meeting, const Question& question) {
    if (!question.vote) {
        return;
    }
    const auto& rule = *judged.decision_rule.params;
    judged.needed = rule.more_than.least_exceeding(judged.base);
    if (whose_votes_untold(meeting, *question.vote)) {
        return;
    }
    if (rule.more_than.exceeded_by(judged.for_, judged.base)) {
        judged.majority_says = Says::complies;
        judged.majority_code = Code::carried;
        return;
    }
    const bool tied = judged.for_ == judged.against && judged.for_ > 0;
    judged.majority_code = tied ? Code::tied : Code::not_carried;
    // A second vote of whoever presides: enough only where one vote more carries.
    const bool cast_too = rule.of == charter::MajorityBase::members_voting;
    const bool chair_decides = tied && rule.tie == charter::Tie::chair_casts &&
                               rule.more_than.exceeded_by(judged.for_ + 1, judged.base + (cast_too ? 1 : 0));
    judged.majority_says = chair_decides ? Says::undetermined : Says::breach;
}

void judge_consensus(QuestionJudgement& judged, const State& state, const Question& question) {
    if (!question.consensus_tried) {
        judged.majority_code = Code::consensus_not_tried;
        return;
    }
    const bool none_objects =
        std::none_of(question.objecting.begin(), question.objecting.end(),
                     [&](const SeatId& seat) { return decides(state, judged, seat); });
    judged.majority_says = none_objects ? Says::complies : Says::breach;
    judged.majority_code = none_objects ? Code::consensus_reached : Code::consensus_not_reached;
}

/// The votes as given, without those of the other body's members and those named of seats that have no part in the
/// matter. Where every vote is named the names say whose they were.
void count_votes(QuestionJudgement& judged, const State& state, const Meeting& meeting, const events::VoteTaken& vote) {
    const auto own = [&](std::int64_t cast, const std::vector<SeatId>& named, std::optional<std::int64_t> joint) {
        if (meeting.jointly_with && joint && cast != static_cast<std::int64_t>(named.size())) {
            return judged.body == *meeting.jointly_with ? *joint : cast - *joint;
        }
        return cast - std::count_if(named.begin(), named.end(), [&](const SeatId& seat) {
                   return !vote_counts(state, meeting, judged, seat);
               });
    };
    judged.for_ = own(vote.for_, vote.seats_for, vote.joint_for);
    judged.against = own(vote.against, vote.seats_against, vote.joint_against);
    judged.abstain = own(vote.abstain, vote.seats_abstaining, vote.joint_abstain);
}

} // namespace

bool substitutes_vote(const CompiledTerms& terms) {
    const auto rule = terms.terms.one<charter::SubstituteRule>();
    return !rule || rule->inherits.empty() ||
           std::find(rule->inherits.begin(), rule->inherits.end(), "vote") != rule->inherits.end();
}

charter::InForce<charter::ResponsibilityRule> places_that_decide(const CompiledTerms& terms, const BodyId& body,
                                                                 const std::optional<Matter>& matter) {
    if (matter) {
        for (const auto& rule : terms.terms.all<charter::ResponsibilityRule>()) {
            const bool here = rule->holder.empty() || rule->holder == body.value;
            if (here && rule->matter == matter->view() && !rule->decided_by_places.empty()) {
                return rule;
            }
        }
    }
    return {};
}

namespace {

QuestionJudgement judge_for(const BodyId& body, const State& state, const Meeting& meeting, const Item& item,
                            const Question& question, DecidedBy by, const Context& context) {
    QuestionJudgement judged;
    judged.body = body;
    const auto* terms = terms_at(state, body, question.put, context);
    if (terms == nullptr) {
        return judged;
    }
    judged.quorum_rule = terms->terms.one<charter::QuorumRule>();
    judged.decision_rule = terms->terms.one<charter::DecisionRule>();
    judged.places_rule = places_that_decide(*terms, body, item.matter);
    const auto roll = seats_on_roll(state, meeting, body, question);
    if (judged.quorum_rule) {
        judge_quorum(judged, state, meeting, question, roll);
    }
    if (question.vote) {
        count_votes(judged, state, meeting, *question.vote);
    }
    if (judged.decision_rule) {
        judged.base = majority_base(state, body, roll, *terms, judged, question.put);
        by == DecidedBy::vote ? judge_vote(judged, meeting, question) : judge_consensus(judged, state, question);
    }
    return judged;
}

} // namespace

QuestionJudgement judge_question(const State& state, const Meeting& meeting, const Item& item,
                                 const Question& question, DecidedBy by, const Context& context) {
    return judge_for(meeting.body, state, meeting, item, question, by, context);
}

std::vector<QuestionJudgement> judge_question_of_each(const State& state, const Meeting& meeting, const Item& item,
                                                      const Question& question, DecidedBy by, const Context& context) {
    std::vector<QuestionJudgement> out;
    out.push_back(judge_for(meeting.body, state, meeting, item, question, by, context));
    if (meeting.jointly_with) {
        out.push_back(judge_for(*meeting.jointly_with, state, meeting, item, question, by, context));
    }
    return out;
}

Says majority_of_all(const std::vector<QuestionJudgement>& judged) {
    const auto has = [&](Says says) {
        return std::any_of(judged.begin(), judged.end(),
                           [&](const QuestionJudgement& each) { return each.majority_says == says; });
    };
    return has(Says::breach) ? Says::breach : has(Says::undetermined) ? Says::undetermined : Says::complies;
}

} // namespace quorate::governance
