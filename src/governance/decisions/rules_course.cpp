// Motions, questions, votes and notes: what happens at an item, recorded as it happens.

#include "base/text.hpp"
#include "governance/copy_members.hpp"
#include "governance/decisions/open_question.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/meetings/frame.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool in_room(const Meeting& meeting, const SeatId& seat, base::Instant at) {
    return std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& presence) {
        return presence.seat == seat && presence.covers(at) &&
               (presence.as == PresentAs::member || presence.as == PresentAs::substitute);
    });
}

/// The seat an act speaks of; a finding when its member is not in the room.
const Seat* speaking_seat(Ruler& ruler, const SeatRef& ref) {
    const auto* seat = ruler.seat(ref);
    if (seat != nullptr && !in_room(*ruler.meeting(), seat->id, ruler.at())) {
        ruler.finding(Code::not_present, {fact("seat", seat->id.view())});
    }
    return seat;
}

/// Two seats are of one member: the same seat, or held by one person.
bool same_member(const Ruler& ruler, const SeatId& one, const SeatId& other) {
    const auto holders = [&](const SeatId& id) {
        const auto* seat = ruler.state().seats.find(id);
        const auto* occupant = seat == nullptr ? nullptr : occupant_at(ruler.state(), *seat, ruler.at());
        return occupant == nullptr ? std::vector<PersonId>() : occupant->persons;
    };
    const auto theirs = holders(one);
    const auto others = holders(other);
    return one == other ||
           std::find_first_of(theirs.begin(), theirs.end(), others.begin(), others.end()) != theirs.end();
}

/// A ruler for an act at an item of a meeting that sits; refused when it does not or there is no such item.
Ruler at_item(const Call& call, const MeetingId& meeting, std::int64_t number) {
    auto ruler = ruler_for(call, meeting, number);
    if (!ruler.refused() && ruler.require_open()) {
        ruler.item(number);
    }
    return ruler;
}

/// Votes of substitutes where the terms let them speak and not vote.
void check_substitutes(Ruler& ruler, const events::VoteTaken& vote, const Question& question) {
    if (ruler.terms() == nullptr || substitutes_vote(*ruler.terms())) {
        return;
    }
    const auto rule = ruler.one<charter::SubstituteRule>();
    for (const auto& there : seats_on_roll(ruler.state(), *ruler.meeting(), ruler.body(), question)) {
        const auto voted = [&](const std::vector<SeatId>& list) {
            return std::find(list.begin(), list.end(), there.seat->id) != list.end();
        };
        const bool stands_in = there.presence != nullptr && there.presence->as == PresentAs::substitute;
        if (stands_in && (voted(vote.seats_for) || voted(vote.seats_against) || voted(vote.seats_abstaining))) {
            ruler.says(rule, Says::breach, Code::not_permitted,
                       {fact("act", "vote"), fact("actor", "substitute"), fact("seat", there.seat->id.view())});
        }
    }
}

/// Votes of members whose places have no part in the matter (F20): on record, and not counted.
void check_places(Ruler& ruler, const events::VoteTaken& vote) {
    if (ruler.terms() == nullptr) {
        return;
    }
    const auto rule = places_that_decide(*ruler.terms(), ruler.body(), ruler.meeting()->item(vote.item)->matter);
    if (!rule) {
        return;
    }
    for (const auto* list : {&vote.seats_for, &vote.seats_against, &vote.seats_abstaining}) {
        for (const auto& id : *list) {
            const auto* seat = ruler.state().seats.find(id);
            if (seat != nullptr && !contains(rule->decided_by_places, seat->place)) {
                ruler.says(rule, Says::breach, Code::place_does_not_decide,
                           {fact("seat", id.view()), fact("places", base::list_words(rule->decided_by_places))});
            }
        }
    }
}

void check_voters(Ruler& ruler, const events::VoteTaken& vote, const Question& question) {
    for (const auto* list : {&vote.seats_for, &vote.seats_against, &vote.seats_abstaining}) {
        for (const auto& seat : *list) {
            const auto on = [&](const std::vector<SeatId>& roll) {
                return std::find(roll.begin(), roll.end(), seat) != roll.end();
            };
            if (!on(question.present)) {
                ruler.finding(Code::voter_not_on_roll, {fact("seat", seat.view())});
            } else if (on(question.barred)) {
                const auto rule = ruler.one<charter::InterestRule>();
                const std::vector<Fact> facts{fact("seat", seat.view())};
                rule ? ruler.says(rule, Says::breach, Code::barred_member_voted, facts)
                     : ruler.finding(Code::barred_member_voted, facts);
            }
        }
    }
    const auto cast = vote.for_ + vote.against + vote.abstain;
    const auto voters = static_cast<std::int64_t>(question.present.size() - question.barred.size());
    if (cast > voters) {
        ruler.finding(Code::more_votes_than_voters, {fact("votes", cast), fact("voters", voters)});
    }
}

std::int64_t count_of(std::optional<std::int64_t> given, const std::vector<SeatId>& names) {
    return given.value_or(static_cast<std::int64_t>(names.size()));
}

/// Votes of the other body of a joint meeting are some of all, and there are none where one body meets.
void check_joint_count(Ruler& ruler, events::VoteTaken& vote) {
    const auto check = [&](std::int64_t votes, std::optional<std::int64_t>& other) {
        if (!ruler.meeting()->jointly_with) {
            other.reset();
        } else if (other && (*other < 0 || *other > votes)) {
            ruler.no(Code::more_of_other_body, {fact("other", *other), fact("votes", votes)});
        }
    };
    check(vote.for_, vote.joint_for);
    check(vote.against, vote.joint_against);
    check(vote.abstain, vote.joint_abstain);
}

/// Tells how the vote stands under the terms; declaring the outcome is a separate act.
void say_majority(Ruler& ruler, const events::VoteTaken& vote, Question question) {
    const auto& meeting = *ruler.meeting();
    question.vote = vote;
    for (const auto& judged : judge_question_of_each(ruler.state(), meeting, *meeting.item(vote.item), question,
                                                     DecidedBy::vote, ruler.context())) {
        if (judged.decision_rule) {
            ruler.says(judged.decision_rule, Says::remark, judged.majority_code, majority_facts(meeting, judged));
        }
    }
}

} // namespace

Ruling rule(const Call& call, const acts::NoteItem& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    say_quorum_to_act(ruler, *ruler.meeting(), act.item);
    ruler.remark(Code::noted, {fact("item", act.item)});
    return ruler.finish({events::ItemNoted{act.meeting, act.item, act.words}});
}

Ruling rule(const Call& call, const acts::RecordDiscussion& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    const bool informal =
        ruler.meeting() != nullptr && ruler.meeting()->status == MeetingStatus::informal;
    if (informal) {
        ruler.remark(Code::informal_only, {fact("item", act.item)});
    }
    return ruler.finish({events::DiscussionRecorded{act.meeting, act.item, act.words, informal}});
}

Ruling rule(const Call& call, const acts::MoveMotion& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    const auto* seat = ruler.refused() ? nullptr : speaking_seat(ruler, act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    return ruler.finish({events::MotionMoved{act.meeting, act.item, seat->id, act.words, false}});
}

Ruling rule(const Call& call, const acts::SecondMotion& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    const auto* seat = ruler.refused() ? nullptr : speaking_seat(ruler, act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    if (const auto& motions = ruler.meeting()->item(act.item)->motions;
        !motions.empty() && same_member(ruler, motions.back().mover, seat->id)) {
        ruler.no(Code::seconded_by_mover, {fact("seat", seat->id.view()), fact("item", act.item)});
    }
    return ruler.finish({events::MotionSeconded{act.meeting, act.item, seat->id}});
}

Ruling rule(const Call& call, const acts::MoveAmendment& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    const auto* seat = ruler.refused() ? nullptr : speaking_seat(ruler, act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    return ruler.finish({events::MotionMoved{act.meeting, act.item, seat->id, act.words, true}});
}

Ruling rule(const Call& call, const acts::PutQuestion& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto& item = *ruler.meeting()->item(act.item);
    const bool gone = item.status == ItemStatus::withdrawn || item.status == ItemStatus::deferred;
    if (gone || item.status == ItemStatus::not_allowed) {
        ruler.no(Code::item_finished, {fact("item", act.item)});
        return ruler.finish();
    }
    auto event = question_now(ruler, act.item);
    event.words = act.words;
    event.amendment = act.amendment.value_or(false);
    if (event.told_out.empty()) {
        say_quorum(ruler, *ruler.meeting(), ruler.at(), act.item, Says::remark);
    } else {
        const auto then = with_question(*ruler.meeting(), act.item, ruler.at());
        say_quorum(ruler, then, ruler.at(), act.item, Says::remark);
    }
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::RecordConsensus& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    events::ConsensusRecorded event{act.meeting, act.item, {}};
    for (const auto* seat : ruler.seats(act.objecting)) {
        event.objecting.push_back(seat->id);
    }
    auto events = question_events(ruler, act.item);
    if (const auto rule = ruler.one<charter::DecisionRule>()) {
        const auto code = event.objecting.empty() ? Code::consensus_reached : Code::consensus_not_reached;
        ruler.says(rule, Says::remark, code,
                   {fact("objecting", static_cast<std::int64_t>(event.objecting.size()))});
    }
    events.emplace_back(std::move(event));
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::TakeVote& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    events::VoteTaken event;
    event.meeting = act.meeting;
    event.item = act.item;
    const auto resolve = [&](const std::vector<SeatRef>& refs, std::vector<SeatId>& out) {
        for (const auto* seat : ruler.seats(refs)) {
            out.push_back(seat->id);
        }
    };
    resolve(act.seats_for, event.seats_for);
    resolve(act.seats_against, event.seats_against);
    resolve(act.seats_abstaining, event.seats_abstaining);
    event.for_ = count_of(act.for_, event.seats_for);
    event.against = count_of(act.against, event.seats_against);
    event.abstain = count_of(act.abstain, event.seats_abstaining);
    event.joint_for = act.joint_for;
    event.joint_against = act.joint_against;
    event.joint_abstain = act.joint_abstain;
    check_joint_count(ruler, event);
    auto events = question_events(ruler, act.item);
    const auto question = current_question(ruler, act.item, events);
    check_voters(ruler, event, question);
    check_places(ruler, event);
    check_substitutes(ruler, event, question);
    say_majority(ruler, event, question);
    events.emplace_back(std::move(event));
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::DeferItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    ruler.item(act.item);
    if (act.to && call.state.meetings.find(*act.to) == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.to->view())});
    }
    return ruler.finish({events::ItemDeferred{act.meeting, act.item, act.to}});
}

Ruling rule(const Call& call, const acts::WithdrawItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (const auto* item = ruler.item(act.item); item != nullptr && item->status == ItemStatus::decided) {
        ruler.no(Code::item_finished, {fact("item", act.item)});
    }
    return ruler.finish({events::ItemWithdrawn{act.meeting, act.item}});
}

Ruling rule(const Call& call, const acts::RecordDissent& act) {
    auto ruler = at_item(call, act.meeting, act.item);
    events::DissentRecorded event{act.meeting, act.item, {}, act.words};
    if (!ruler.refused()) {
        for (const auto* seat : ruler.seats(act.seats)) {
            event.seats.push_back(seat->id);
        }
    }
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::RecordAdvice& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (!ruler.refused()) {
        ruler.item(act.item);
    }
    return ruler.finish({copy_members<events::AdviceRecorded>(act)});
}

Ruling rule(const Call& call, const acts::ApproveSubjectTo& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    ruler.item(act.item);
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    return ruler.finish({events::ApprovalAwaited{act.meeting, act.item, seat->id, act.obtained.value_or(false)}});
}

} // namespace quorate::governance
