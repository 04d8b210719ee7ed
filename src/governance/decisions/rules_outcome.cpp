// Outcomes: what a body may claim to have decided, and what must be true for it.

#include "base/text.hpp"
#include "governance/bodies/checks.hpp"
#include "governance/copy_members.hpp"
#include "governance/decisions/conditions.hpp"
#include "governance/decisions/matters.hpp"
#include "governance/decisions/open_question.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/late_items.hpp"
#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// Consensus or vote: as said, else whichever the record holds.
DecidedBy decided_by(const acts::DeclareOutcome& act, const Question& question) {
    if (act.by) {
        return *act.by;
    }
    return question.vote ? DecidedBy::vote : DecidedBy::consensus;
}

/// What was declared against the majority of one body; `all` is what the majorities of all who decide come to.
void say_majority(Ruler& ruler, const QuestionJudgement& judged, Says all, Outcome outcome, DecidedBy by) {
    if (!judged.decision_rule) {
        return;
    }
    auto facts = by == DecidedBy::vote ? majority_facts(*ruler.meeting(), judged) : std::vector<Fact>{};
    if (judged.majority_code == Code::tied && judged.majority_says == Says::undetermined) {
        // Whoever presides has the casting vote, and declares the outcome it gives.
        ruler.says(judged.decision_rule, Says::complies, Code::tied, std::move(facts));
        return;
    }
    if (outcome == Outcome::carried) {
        ruler.says(judged.decision_rule, judged.majority_says, judged.majority_code, std::move(facts));
        return;
    }
    // Declared lost: in order unless the terms say that it was carried, by every body that decides.
    if (all == Says::complies) {
        ruler.says(judged.decision_rule, Says::breach, Code::outcome_differs, std::move(facts));
    } else if (judged.majority_says == Says::breach) {
        ruler.says(judged.decision_rule, Says::complies, Code::lost, std::move(facts));
    } else if (judged.majority_says == Says::complies) {
        ruler.says(judged.decision_rule, Says::remark, judged.majority_code, std::move(facts));
    } else {
        ruler.says(judged.decision_rule, Says::undetermined, judged.majority_code, std::move(facts));
    }
}

/// A vote without an attempt at consensus before it is told; whether every effort was made is for people to say.
void say_consensus_first(Ruler& ruler, const QuestionJudgement& judged, const Question& question, DecidedBy by) {
    const bool voted_at_once = by == DecidedBy::vote && !question.consensus_tried;
    if (judged.decision_rule && judged.decision_rule->consensus_first && voted_at_once) {
        ruler.says(judged.decision_rule, Says::remark, Code::consensus_not_tried);
    }
}

/// The other body of a joint meeting needs its own quorum.
void say_joint_quorum(Ruler& ruler, const Question& question) {
    const auto& meeting = *ruler.meeting();
    if (!meeting.jointly_with) {
        return;
    }
    const auto* terms = terms_at(ruler.state(), *meeting.jointly_with, question.put, ruler.context());
    const auto rule =
        terms == nullptr ? charter::InForce<charter::QuorumRule>{} : terms->terms.one<charter::QuorumRule>();
    if (rule) {
        const auto count = count_quorum_of(ruler.state(), meeting, *meeting.jointly_with, *rule.params, question.put,
                                           seats_on_roll(ruler.state(), meeting, *meeting.jointly_with, question));
        add_quorum_reason(ruler, rule, count, *meeting.jointly_with, Says::breach);
    }
}

void say_quorum_when_put(Ruler& ruler, const QuestionJudgement& judged, const Question& question) {
    if (judged.quorum_rule) {
        add_quorum_reason(ruler, judged.quorum_rule, judged.quorum, ruler.body(), Says::breach);
    }
    say_joint_quorum(ruler, question);
}

/// Interests declared at the item that nobody has determined.
void check_interests(Ruler& ruler, const Item& item, const Question& question) {
    const auto rule = ruler.one<charter::InterestRule>();
    if (!rule) {
        return;
    }
    for (const auto& declaration : item.declarations) {
        if (declaration.meets_test && (!declaration.determination || declaration.disputed)) {
            ruler.says(rule, Says::breach, Code::interest_to_determine,
                       {fact("seat", declaration.seat.view()), fact("item", item.number),
                        fact("holder", rule->decided_by)})
                .holder = rule->decided_by;
        }
    }
    if (!question.barred.empty()) {
        ruler.says(rule, Says::complies, Code::barred_from_deciding,
                   {fact("members", static_cast<std::int64_t>(question.barred.size()))});
    }
}

/// A matter that only the holders of certain places decide: the majority was counted of them alone, and one of them at
/// least must have been there.
void say_who_decides(Ruler& ruler, const QuestionJudgement& judged, const Question& question) {
    const auto& rule = judged.places_rule;
    if (!rule) {
        return;
    }
    auto there = seats_on_roll(ruler.state(), *ruler.meeting(), ruler.body(), question);
    const bool known = !there.empty();
    std::erase_if(there, [&](const SeatInRoom& each) { return !contains(rule->decided_by_places, each.seat->place); });
    const auto deciding = static_cast<std::int64_t>(there.size());
    std::vector<Fact> facts{fact("places", base::list_words(rule->decided_by_places)), fact("deciding", deciding)};
    if (deciding > 0 || !known) {
        ruler.says(rule, Says::complies, Code::places_decide, std::move(facts));
    } else {
        condition_of_power(ruler, rule, Says::breach, Code::place_does_not_decide, std::move(facts));
    }
}

bool finished(const Item& item) {
    return item.status == ItemStatus::withdrawn || item.status == ItemStatus::deferred ||
           item.status == ItemStatus::decided || item.status == ItemStatus::not_allowed;
}

/// What there is to ratify: an item taken informally, or one whose outcome was declared and refused.
bool can_be_ratified(const State& state, const Meeting& meeting, const Item& item) {
    if (taken_informally(meeting, item)) {
        return true;
    }
    bool refused = false;
    state.entries.each([&](const EntryLine& line) {
        refused = refused || (line.verdict != Verdict::permitted && line.meeting == meeting.id &&
                              line.item == item.number);
    });
    return refused;
}

} // namespace

Ruling rule(const Call& call, const acts::DeclareOutcome& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    if (item == nullptr) {
        return ruler.finish();
    }
    if (finished(*item)) {
        ruler.no(Code::item_finished, {fact("item", act.item)});
        return ruler.finish();
    }
    auto events = question_events(ruler, act.item);
    const auto question = current_question(ruler, act.item, events);
    const auto by = decided_by(act, question);
    const auto each = judge_question_of_each(call.state, *ruler.meeting(), *item, question, by, call.context);
    const auto& judged = each.front();
    say_quorum_when_put(ruler, judged, question);
    for (const auto& of_body : each) {
        say_majority(ruler, of_body, majority_of_all(each), act.outcome, by);
    }
    say_consensus_first(ruler, judged, question, by);
    say_who_decides(ruler, judged, question);
    check_interests(ruler, *item, question);
    say_late_answer_disputed(ruler, act.item);
    check_matter(ruler, item->matter, act.recommendation.value_or(false));
    check_limits(ruler, act.effects);
    if (act.outcome == Outcome::carried && !question.amendment) {
        if (item->matter && !act.recommendation.value_or(false)) {
            check_steps_before(ruler, *item->matter);
        }
        check_considered(ruler, act.considered);
    }
    auto event = copy_members<events::OutcomeDeclared>(act);
    event.decision = next_decision(call.state, ruler.body());
    event.by = by;
    event.amendment = question.amendment;
    event.matter = item->matter;
    events.emplace_back(std::move(event));
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::Ratify& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    ruler.item(act.item);
    const auto* other = call.state.meetings.find(act.of_meeting);
    const auto* supported = other == nullptr ? nullptr : other->item(act.of_item);
    if (other == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.of_meeting.view())});
    } else if (supported == nullptr) {
        ruler.no(Code::item_unknown, {fact("item", act.of_item)});
    } else if (other->body != ruler.body() || !can_be_ratified(call.state, *other, *supported)) {
        ruler.no(Code::nothing_to_ratify, {fact("meeting", act.of_meeting.view()), fact("item", act.of_item)});
    }
    say_quorum_to_act(ruler, with_question(*ruler.meeting(), act.item, ruler.at()), act.item);
    if (supported != nullptr) {
        check_matter(ruler, supported->matter, false);
    }
    auto event = copy_members<events::Ratified>(act);
    event.decision = next_decision(call.state, ruler.body());
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::RuleOnProcedure& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_open()) {
        return ruler.finish();
    }
    if (act.item) {
        ruler.item(*act.item);
    }
    auto event = copy_members<events::ProcedureRuled>(act);
    if (act.about) {
        const auto* line = call.state.entries.find(*act.about);
        if (line == nullptr) {
            ruler.no(Code::entry_unknown, {fact("entry", act.about->view())});
            return ruler.finish();
        }
        event.engine_verdict = verdict_name(line->verdict);
        for (const auto code : line->codes) {
            event.engine_codes.emplace_back(code_name(code));
        }
        if (line->verdict != Verdict::permitted) {
            ruler.remark(Code::ruling_differs, {fact("verdict", event.engine_verdict)});
        }
    }
    return ruler.finish({event});
}

} // namespace quorate::governance
