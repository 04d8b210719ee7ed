// Minutes, corrections and actions: what 3.16 and 4.20 ask, and what a correction would change.

#include "governance/minutes/rules.hpp"

#include "base/text.hpp"
#include "governance/copy_members.hpp"
#include "governance/duties/deadline.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/minutes/corrections.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

const std::vector<std::string> all_sections = {"attendance", "interests", "items"};

bool require_closed(Ruler& ruler) {
    const auto status = ruler.meeting()->status;
    if (status == MeetingStatus::closed) {
        return true;
    }
    ruler.no(status == MeetingStatus::cancelled ? Code::meeting_cancelled
                                                : Code::meeting_not_closed,
             {fact("meeting", ruler.meeting()->id.view())});
    return false;
}

bool require_drafted(Ruler& ruler, const Meeting& meeting) {
    if (!meeting.minutes.drafted) {
        ruler.no(Code::minutes_not_drafted, {fact("meeting", meeting.id.view())});
        return false;
    }
    return true;
}

std::vector<Fact> approval_facts(const Ruler& ruler, const Meeting& meeting) {
    return {
        fact("meeting", meeting.id.view()),
        fact("approved", zone_of(ruler.state(), meeting.body).date_of(*meeting.minutes.approved))};
}

/// Sections the terms ask the minutes to have, against those they have.
void say_sections(Ruler& ruler, const std::vector<std::string>& present) {
    for (const auto& duty : ruler.all<charter::DutyRule>()) {
        if (duty->sections.empty()) {
            continue;
        }
        std::vector<std::string> missing;
        for (const auto& section : duty->sections) {
            if (!contains(present, section)) {
                missing.push_back(section);
            }
        }
        const auto asked = base::list_words(duty->sections);
        if (missing.empty()) {
            ruler.says(duty, Says::complies, Code::sections_present, {fact("sections", asked)});
        } else {
            ruler.says(duty, Says::breach, Code::section_missing,
                       {fact("sections", asked), fact("missing", base::list_words(missing))});
        }
    }
}

/// The duties about each meeting that this act discharges: in time, or late. Late is told, and
/// stops nothing.
void say_discharged(Ruler& ruler, const Meeting& meeting, std::string_view act) {
    const auto closed = meeting.closed();
    if (!closed) {
        return;
    }
    const auto zone = zone_of(ruler.state(), meeting.body);
    for (const auto& duty : ruler.all<charter::DutyRule>()) {
        if (duty->evidence != act || duty->trigger != charter::DutyTrigger::each_meeting) {
            continue;
        }
        const auto due = deadline_after(ruler.state(), meeting.body, zone.date_of(*closed),
                                        duty->due, ruler.at(), ruler.context());
        std::vector<Fact> facts{fact("what", duty->what)};
        if (!due.problem.empty()) {
            facts.push_back(fact("problem", due.problem));
            ruler.says(duty, Says::undetermined, Code::outside_calendar, std::move(facts)).effect =
                charter::Effect::recorded;
            continue;
        }
        const auto done = zone.date_of(ruler.at());
        if (due.date) {
            facts.push_back(fact("due", *due.date));
            facts.push_back(fact("done", done));
        }
        const bool late = due.date && done > *due.date;
        auto& reason = ruler.says(duty, late ? Says::breach : Says::complies,
                                  late ? Code::duty_gap : Code::duty_met, std::move(facts));
        if (late) {
            reason.effect = charter::Effect::recorded;
        }
    }
}

void remark_changes(Ruler& ruler, const std::vector<RulingChange>& changes) {
    for (const auto& change : changes) {
        auto& reason = ruler.remark(Code::ruling_would_change,
                                    {fact("item", change.item), fact("was", code_name(change.was)),
                                     fact("would_be", code_name(change.would_be))});
        if (change.amendment) {
            reason.facts.push_back(fact("amendment", "yes"));
        }
    }
}

/// The fact part of a correction, resolved: someone's presence, a count of votes, or both.
struct FactCorrection {
    std::optional<events::PresenceCorrected> presence;
    std::optional<events::VoteCorrected> vote;

    [[nodiscard]] bool given() const { return presence || vote; }
    [[nodiscard]] std::vector<Event> events() const {
        std::vector<Event> out;
        if (presence) {
            out.emplace_back(*presence);
        }
        if (vote) {
            out.emplace_back(*vote);
        }
        return out;
    }
};

template <class Correcting>
void read_presence(Ruler& ruler, const Correcting& act, FactCorrection& out) {
    if (!act.seat || (!act.arrived && !act.left && !act.absent.value_or(false))) {
        return;
    }
    const auto* seat = ruler.seat(*act.seat);
    if (seat == nullptr) {
        return;
    }
    if (act.arrived && act.left && *act.left <= *act.arrived) {
        ruler.no(Code::times_out_of_order, {fact("seat", seat->id.view())});
        return;
    }
    out.presence = events::PresenceCorrected{act.meeting, seat->id, act.arrived, act.left,
                                             act.absent.value_or(false)};
}

template <class Correcting>
void read_vote(Ruler& ruler, const Correcting& act, FactCorrection& out) {
    if (!act.item || (!act.for_ && !act.against && !act.abstain)) {
        return;
    }
    const auto* item = ruler.item(*act.item);
    if (item == nullptr) {
        return;
    }
    if (item->questions.empty()) {
        ruler.no(Code::question_not_put, {fact("item", item->number)});
        return;
    }
    events::VoteCorrected vote{act.meeting, item->number, 0, 0, 0};
    for (const auto& question : item->questions) {
        if (question.vote) {
            vote.for_ = question.vote->for_;
            vote.against = question.vote->against;
            vote.abstain = question.vote->abstain;
        }
    }
    vote.for_ = std::max<std::int64_t>(0, act.for_.value_or(vote.for_));
    vote.against = std::max<std::int64_t>(0, act.against.value_or(vote.against));
    vote.abstain = std::max<std::int64_t>(0, act.abstain.value_or(vote.abstain));
    out.vote = vote;
}

void remark_too_many_votes(Ruler& ruler, const Meeting& corrected,
                           const events::VoteCorrected& vote) {
    const auto& questions = corrected.item(vote.item)->questions;
    const auto& question =
        *std::find_if(questions.rbegin(), questions.rend(),
                      [](const Question& asked) { return asked.vote.has_value(); });
    const auto voters = static_cast<std::int64_t>(question.present.size() - question.barred.size());
    const auto votes = vote.for_ + vote.against + vote.abstain;
    if (votes > voters) {
        ruler.finding(Code::more_votes_than_voters,
                      {fact("item", vote.item), fact("votes", votes), fact("voters", voters)});
    }
}

/// Judges the meeting as it is and as it would be, and says what changes.
void say_what_changes(Ruler& ruler, const FactCorrection& correction) {
    const auto& before = *ruler.meeting();
    auto after = before;
    if (correction.presence) {
        correct_presence(after, *correction.presence);
    }
    if (correction.vote) {
        correct_vote(after, *correction.vote);
        remark_too_many_votes(ruler, after, *correction.vote);
    }
    const auto changes = rulings_changed(ruler.state(), before, after, ruler.context());
    remark_changes(ruler, changes);
    if (changes.empty()) {
        ruler.remark(Code::ruling_unchanged);
    }
}

template <class Correcting>
FactCorrection read_facts(Ruler& ruler, const Correcting& act) {
    FactCorrection facts;
    read_presence(ruler, act, facts);
    read_vote(ruler, act, facts);
    return facts;
}

} // namespace

Ruling rule(const Call& call, const acts::DraftMinutes& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !require_closed(ruler)) {
        return ruler.finish();
    }
    if (ruler.meeting()->minutes.approved) {
        ruler.no(Code::minutes_approved_already, approval_facts(ruler, *ruler.meeting()));
        return ruler.finish();
    }
    auto event = copy_members<events::MinutesDrafted>(act);
    if (event.sections.empty()) {
        event.sections = all_sections;
    }
    say_sections(ruler, event.sections);
    say_discharged(ruler, *ruler.meeting(), "draft-minutes");
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::CirculateMinutes& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !require_closed(ruler) || !require_drafted(ruler, *ruler.meeting())) {
        return ruler.finish();
    }
    auto event = copy_members<events::MinutesCirculated>(act);
    for (const auto* seat : ruler.seats(act.seats)) {
        event.seats.push_back(seat->id);
    }
    say_discharged(ruler, *ruler.meeting(), "circulate-minutes");
    return ruler.finish({event});
}

namespace {

const ProposedCorrection* proposal_of(const Minutes& minutes, std::int64_t number) {
    const bool known = number >= 1 && number <= static_cast<std::int64_t>(minutes.proposals.size());
    return known ? &minutes.proposals[static_cast<std::size_t>(number - 1)] : nullptr;
}

/// A proposed correction that has not been answered, refusing when there is none of that number.
bool require_waiting(Ruler& ruler, std::int64_t number) {
    const auto* proposal = proposal_of(ruler.meeting()->minutes, number);
    if (proposal == nullptr) {
        ruler.no(Code::correction_unknown, {fact("proposal", number)});
    } else if (proposal->answered()) {
        ruler.no(Code::correction_answered_already, {fact("proposal", number)});
    }
    return !ruler.refused();
}

std::int64_t waiting_count(const Minutes& minutes) {
    return std::count_if(minutes.proposals.begin(), minutes.proposals.end(),
                         [](const ProposedCorrection& each) { return !each.answered(); });
}

void remark_waiting(Ruler& ruler, const Minutes& minutes) {
    if (const auto waiting = waiting_count(minutes); waiting > 0) {
        ruler.remark(Code::corrections_waiting, {fact("waiting", waiting)});
    }
}

} // namespace

Ruling rule(const Call& call, const acts::ProposeCorrection& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !require_drafted(ruler, *ruler.meeting())) {
        return ruler.finish();
    }
    const auto& minutes = ruler.meeting()->minutes;
    if (minutes.circulated.empty()) {
        ruler.no(Code::minutes_not_circulated, {fact("meeting", act.meeting.view())});
        return ruler.finish();
    }
    const auto* seat = ruler.seat(act.seat);
    if (act.item) {
        ruler.item(*act.item);
    }
    if (seat == nullptr || ruler.refused()) {
        return ruler.finish();
    }
    const auto& maker = call.submission.made_by;
    if (seat_of(call.state, maker, seat->body, ruler.meeting(), ruler.at(), call.context) != seat) {
        ruler.no(Code::not_permitted,
                 {fact("act", "propose-correction"), fact("actor", text(maker))});
        return ruler.finish();
    }
    if (minutes.approved) {
        ruler.remark(Code::minutes_approved_already, approval_facts(ruler, *ruler.meeting()));
    }
    auto event = copy_members<events::CorrectionProposed>(act);
    event.number = static_cast<std::int64_t>(minutes.proposals.size()) + 1;
    event.seat = seat->id;
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::DeclineCorrection& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !require_waiting(ruler, act.proposal)) {
        return ruler.finish();
    }
    if (act.reason && act.reason->given()) {
        ruler.remark(Code::reason_given);
    } else {
        ruler.finding(Code::reason_missing);
    }
    return ruler.finish({copy_members<events::CorrectionDeclined>(act)});
}

namespace {

/// What was noted at a meeting is put right in words as soon as it is in the record: the minutes
/// drafted from it stand beside the correction.
bool puts_words_right(const acts::CorrectMinutes& act, const Meeting& meeting) {
    return meeting.held() && act.words && act.words->given() && !act.at && !act.seat && !act.item &&
           act.proposals.empty();
}

} // namespace

Ruling rule(const Call& call, const acts::CorrectMinutes& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (!puts_words_right(act, *ruler.meeting()) && !require_drafted(ruler, *ruler.meeting())) {
        return ruler.finish();
    }
    for (const auto number : act.proposals) {
        require_waiting(ruler, number);
    }
    if (act.at && call.state.meetings.find(*act.at) == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.at->view())});
    }
    const auto facts = read_facts(ruler, act);
    const bool words = act.words && act.words->given();
    if (!ruler.refused() && !facts.given() && !words && act.proposals.empty()) {
        ruler.no(Code::correction_missing);
    }
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (!act.proposals.empty()) {
        ruler.remark(Code::corrections_taken,
                     {fact("taken", static_cast<std::int64_t>(act.proposals.size()))});
    }
    if (ruler.meeting()->minutes.approved) {
        ruler.remark(Code::minutes_approved_already, approval_facts(ruler, *ruler.meeting()));
    }
    if (facts.given()) {
        say_what_changes(ruler, facts);
    }
    auto events = facts.events();
    events.insert(events.begin(), copy_members<events::MinutesCorrected>(act));
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::CorrectRecord& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto facts = read_facts(ruler, act);
    if (!ruler.refused() && !facts.given()) {
        ruler.no(Code::correction_missing);
    }
    if (ruler.refused()) {
        return ruler.finish();
    }
    const bool reason = act.reason && act.reason->given();
    if (reason) {
        ruler.remark(Code::reason_given);
    } else {
        ruler.finding(Code::reason_missing);
    }
    say_what_changes(ruler, facts);
    return ruler.finish(facts.events());
}

namespace {

bool same_body(const Meeting& a, const Meeting& b) {
    return a.body == b.body || a.jointly_with == b.body || a.body == b.jointly_with;
}

/// A held meeting of the body between the two; null when there is none.
const Meeting* held_between(const State& state, const Meeting& meeting, const Meeting& at) {
    const auto* body = state.bodies.find(meeting.body);
    if (body == nullptr) {
        return nullptr;
    }
    for (const auto& id : body->meetings) {
        const auto* other = state.meetings.find(id);
        if (other != nullptr && other->held() && *other->opened() > *meeting.closed() &&
            *other->opened() < *at.opened()) {
            return other;
        }
    }
    return nullptr;
}

/// Minutes go to the next meeting that is fit for it; skipping one is told, not held against
/// anyone.
void say_next_meeting(Ruler& ruler, const Meeting& meeting, const Meeting& at) {
    std::vector<Fact> facts{fact("meeting", meeting.id.view()), fact("at", at.id.view())};
    if (*at.opened() < *meeting.closed()) {
        ruler.no(Code::not_next_meeting, std::move(facts));
        return;
    }
    if (const auto* between = held_between(ruler.state(), meeting, at)) {
        facts.push_back(fact("between", between->id.view()));
        ruler.remark(Code::not_next_meeting, std::move(facts));
        return;
    }
    for (const auto& duty : ruler.all<charter::DutyRule>()) {
        if (duty->evidence == "approve-minutes") {
            ruler.says(duty, Says::complies, Code::next_meeting, std::move(facts));
            return;
        }
    }
    ruler.remark(Code::next_meeting, std::move(facts));
}

/// The approving meeting is quorate: now, or from its opening where the terms test it only then.
void say_quorate_to_approve(Ruler& ruler, const Meeting& at, std::optional<std::int64_t> item) {
    say_quorum_to_act(ruler, at, item);
    if (at.status == MeetingStatus::informal) {
        ruler.no(Code::informal_only);
    }
}

bool can_be_approved(Ruler& ruler, const Meeting& meeting) {
    if (!meeting.held() || meeting.status != MeetingStatus::closed) {
        ruler.no(Code::meeting_not_closed, {fact("meeting", meeting.id.view())});
        return false;
    }
    if (!require_drafted(ruler, meeting)) {
        return false;
    }
    if (meeting.minutes.circulated.empty()) {
        ruler.no(Code::minutes_not_circulated, {fact("meeting", meeting.id.view())});
    }
    if (meeting.minutes.approved) {
        ruler.no(Code::minutes_approved_already, approval_facts(ruler, meeting));
    }
    return !ruler.refused();
}

} // namespace

Ruling rule(const Call& call, const acts::ApproveMinutes& act) {
    // Whoever presides at the approving meeting declares it, so that meeting is the one the powers
    // are read from.
    auto ruler = ruler_for(call, act.at, act.item);
    const auto* meeting = call.state.meetings.find(act.meeting);
    if (meeting == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.meeting.view())});
    }
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (act.at == act.meeting) {
        ruler.no(Code::minutes_of_themselves);
        return ruler.finish();
    }
    if (!same_body(*meeting, *ruler.meeting())) {
        ruler.no(Code::not_next_meeting,
                 {fact("meeting", act.meeting.view()), fact("at", act.at.view())});
        return ruler.finish();
    }
    if (!can_be_approved(ruler, *meeting) || !ruler.require_open()) {
        return ruler.finish();
    }
    if (act.item) {
        ruler.item(*act.item);
    }
    say_sections(ruler, meeting->minutes.sections);
    say_next_meeting(ruler, *meeting, *ruler.meeting());
    say_quorate_to_approve(ruler, *ruler.meeting(), act.item);
    const auto& corrections = meeting->minutes.corrections;
    if (std::any_of(corrections.begin(), corrections.end(),
                    [](const Correction& made) { return made.fact; })) {
        remark_changes(ruler, outcomes_in_doubt(call.state, *meeting, call.context));
    }
    if (act.with_corrections.value_or(false) && corrections.empty()) {
        ruler.remark(Code::correction_missing);
    }
    remark_waiting(ruler, meeting->minutes);
    return ruler.finish({copy_members<events::MinutesApproved>(act)});
}

Ruling rule(const Call& call, const acts::PublishMinutes& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !require_drafted(ruler, *ruler.meeting())) {
        return ruler.finish();
    }
    const auto& minutes = ruler.meeting()->minutes;
    const bool draft = act.draft.value_or(false);
    if (!draft && !minutes.approved) {
        ruler.no(Code::minutes_not_approved, {fact("meeting", act.meeting.view())});
        return ruler.finish();
    }
    if (draft && minutes.approved) {
        ruler.remark(Code::minutes_approved_already, approval_facts(ruler, *ruler.meeting()));
    } else if (draft) {
        ruler.remark(Code::draft_not_approved);
    }
    say_discharged(ruler, *ruler.meeting(), "publish-minutes");
    return ruler.finish({events::MinutesPublished{act.meeting, draft}});
}

Ruling rule(const Call& call, const acts::AssignAction& act) {
    const auto* meeting = act.meeting ? call.state.meetings.find(*act.meeting) : nullptr;
    Ruler ruler(call.state, call.submission, call.context, act.body, meeting, act.item);
    if (ruler.known_body() == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", act.body.view())});
    }
    if (act.meeting && meeting == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.meeting->view())});
    }
    if (ruler.refused()) {
        return ruler.finish();
    }
    if (call.state.actions.find(act.action) != nullptr) {
        ruler.no(Code::action_exists, {fact("action", act.action.view())});
    }
    if (act.item) {
        ruler.item(*act.item);
    }
    auto event = copy_members<events::ActionAssigned>(act);
    if (act.seat) {
        if (const auto* seat = ruler.seat(*act.seat)) {
            event.seat = seat->id;
        }
    }
    if (act.organisation && call.state.organisations.find(*act.organisation) == nullptr) {
        ruler.no(Code::organisation_unknown, {fact("organisation", act.organisation->view())});
    }
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::ReportOnAction& act) {
    const auto* action = call.state.actions.find(act.action);
    const auto body = action == nullptr
                          ? BodyId(act.action.value.substr(0, act.action.value.find('/')))
                          : action->body;
    const auto* meeting = action == nullptr || !action->meeting
                              ? nullptr
                              : call.state.meetings.find(*action->meeting);
    Ruler ruler(call.state, call.submission, call.context, body, meeting);
    if (action == nullptr) {
        ruler.no(Code::action_unknown, {fact("action", act.action.view())});
    }
    return ruler.finish({copy_members<events::ActionReported>(act)});
}

} // namespace quorate::governance
