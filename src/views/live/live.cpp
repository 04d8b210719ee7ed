#include "views/live/live.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/decisions/judge.hpp"
#include "governance/decisions/open_question.hpp"
#include "governance/words.hpp"
#include "views/live/entitled.hpp"
#include "views/meetings/joint_votes.hpp"
#include "views/meetings/workbench.hpp"
#include "views/meetings_make.hpp"
#include "views/private_session.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

using Lines = std::span<const partnership::ForeseenLine>;

bool is_open(const Item& item) {
    return !item.taken.empty() && !item.taken.back().until;
}

std::string state_words(const DayGround& day) {
    const auto& meeting = day.meeting;
    switch (meeting.status) {
    case MeetingStatus::convened:
        return "Not open yet";
    case MeetingStatus::open:
        if (private_now(meeting) != nullptr) {
            return private_state(day.ground, meeting);
        }
        return "Open since " + day.clock_beside(meeting.sittings.back().from, day.at);
    case MeetingStatus::informal:
        if (private_now(meeting) != nullptr) {
            return private_state(day.ground, meeting) +
                   "; an informal discussion: nothing can be decided";
        }
        return "Informal discussion since " +
               day.clock_beside(meeting.sittings.back().from, day.at) + ": nothing can be decided";
    case MeetingStatus::adjourned:
        return meeting.adjourned_until
                   ? "Adjourned until " + day.clock(*meeting.adjourned_until) + " on " +
                         base::words(
                             day.ground.moment(meeting.body, *meeting.adjourned_until).local.date)
                   : "Adjourned";
    case MeetingStatus::closed:
        return "Closed at " + day.clock_beside(*meeting.closed(), meeting.scheduled);
    case MeetingStatus::cancelled:
        return "Called off";
    }
    return {};
}

/// What an item came to in a word or two, for the agenda.
std::string line_words(const Meeting& meeting, const Item& item) {
    if (is_open(item)) {
        return "Now";
    }
    if (broken_off(meeting, item)) {
        return "Broken off";
    }
    switch (item.status) {
    case ItemStatus::on_agenda:
        return meeting.status == MeetingStatus::closed ? "Not reached" : "";
    case ItemStatus::taken:
        return "Taken";
    case ItemStatus::interrupted:
        return "Broken off";
    case ItemStatus::noted:
        return "Noted";
    case ItemStatus::decided:
        break;
    case ItemStatus::deferred:
        return "Put off";
    case ItemStatus::withdrawn:
        return "Withdrawn";
    case ItemStatus::not_allowed:
        return "Not allowed";
    }
    const auto declared =
        std::find_if(item.questions.rbegin(), item.questions.rend(),
                     [](const Question& each) { return each.outcome && !each.amendment; });
    return declared == item.questions.rend()        ? "Decided"
           : *declared->outcome == Outcome::carried ? "Carried"
                                                    : "Lost";
}

LiveQuorum quorum_of(const DayGround& day, const BodyId& body, const Item* item) {
    const auto number = item == nullptr ? std::optional<std::int64_t>() : item->number;
    const auto count = day_quorum_count(day, body, number);
    return {count.body,    count.words,  count.known,  count.quorate,
            count.present, count.needed, count.members};
}

void add_vote(const DayGround& day, const Item& item, const Question& question, LiveQuestion& out) {
    const auto& vote = *question.vote;
    if (const auto lines = joint_vote_lines(day.ground, day.meeting, item, question);
        !lines.empty()) {
        out.result = capitalised(count_words(vote.for_, vote.against, vote.abstain)) + ". " +
                     base::join(lines, " ");
        return;
    }
    const auto judged = judge_question(day.ground.state(), day.meeting, item, question,
                                       DecidedBy::vote, day.ground.context());
    const bool told =
        judged.majority_says != Says::undetermined || judged.majority_code == Code::tied;
    out.result = capitalised(count_words(judged.for_, judged.against, judged.abstain)) +
                 (told ? ": " + majority_words(judged) : ".");
}

LiveQuestion question_of(const DayGround& day, const Item& item, const Question& question) {
    LiveQuestion out;
    out.words = day.ground.words_or(question.words, "");
    out.amendment = question.amendment;
    out.may_vote = static_cast<std::int64_t>(entitled_seats(day, item, question).size());
    out.put =
        "Put at " + day.clock(question.put) + ". " + std::to_string(out.may_vote) + " may decide.";
    if (question.consensus_tried) {
        out.result =
            question.objecting.empty()
                ? "Nobody objected: there is a consensus."
                : "No consensus: " + counted(static_cast<std::int64_t>(question.objecting.size()),
                                             "member objected.", "members objected.");
    }
    if (question.vote) {
        add_vote(day, item, question, out);
    }
    if (question.outcome) {
        out.carried = *question.outcome == Outcome::carried;
        out.declared = out.carried ? "Declared carried." : "Declared lost.";
        return out;
    }
    const auto ballot = partnership::ballot_of(day.ground.partnership, day.meeting.id.value,
                                               item.number, question.put);
    if (ballot && *ballot && (*ballot)->status == partnership::BallotStatus::open) {
        out.voting = true;
        out.voted = static_cast<std::int64_t>((*ballot)->voted.size());
        const bool by_name = (*ballot)->kind == partnership::BallotKind::by_name;
        out.how = std::string("Members vote on their own devices, ") +
                  (by_name ? "by name. " : "by count: who voted how is not kept. ") +
                  std::to_string(out.voted) + " of " + std::to_string(out.may_vote) +
                  (out.may_vote == 1 ? " has voted." : " have voted.");
    } else if (out.result.empty()) {
        out.how = "The meeting is asked.";
    }
    return out;
}

std::string stage_of(const Item& item, const std::optional<LiveQuestion>& question, bool over) {
    if (over) {
        return line_words({}, item);
    }
    if (question && question->declared.empty()) {
        return question->voting            ? "Being voted on"
               : !question->result.empty() ? "Result"
               : question->amendment       ? "The amendment is put"
                                           : "The question is put";
    }
    if (std::any_of(item.motions.begin(), item.motions.end(),
                    [](const Motion& each) { return !each.amendment; })) {
        return "A motion is before the meeting";
    }
    return "Under discussion";
}

std::string interest_line(const InterestShown& interest) {
    const auto what =
        interest.kind == "other" ? std::string("an interest") : "a " + interest.kind + " interest";
    return capitalised(seat_words(interest.seat)) + " declared " + what + "." +
           (interest.determination.empty() ? "" : " " + as_sentence(interest.determination));
}

/// The newest item that was taken and is over, while nothing else is in hand.
const Item* last_over(const Meeting& meeting) {
    const Item* newest = nullptr;
    for (const auto& item : meeting.items) {
        if (item.taken.empty() || !item_over(item)) {
            continue;
        }
        if (newest == nullptr || newest->taken.back().from <= item.taken.back().from) {
            newest = &item;
        }
    }
    return newest;
}

LiveItem item_of(const DayGround& day, const Item& item, const LiveAs& as) {
    LiveItem out;
    out.number = item.number;
    out.over = item_over(item);
    for (const auto& shown : items_shown(day.ground, day.meeting)) {
        if (shown.number == item.number) {
            out.title = shown.title;
            out.outcome = out.over ? shown.outcome : "";
        }
    }
    out.purpose = purpose_words(written(item.purpose));
    if (as.audience == Audience::public_ && notes_in_private(day.meeting, item)) {
        out.withheld = true;
        const bool now = private_now(day.meeting) != nullptr;
        out.stage = now ? "In private" : out.over ? "Finished" : "Taken in private in part";
        out.outcome = out.over ? "It was taken in private. " + out.outcome
                      : now    ? "The meeting is in private for this item. What is said and asked "
                                 "is not shown."
                               : "What was said and asked is not shown.";
        return out;
    }
    if (as.outside) {
        out.withheld = true;
        out.outcome.clear();
        out.stage = "Being taken";
        return out;
    }
    if (!item.questions.empty()) {
        out.question = question_of(day, item, item.questions.back());
    }
    out.stage = stage_of(item, out.question, out.over);
    if (as.audience != Audience::public_) {
        for (const auto& interest : interests_shown(day.ground, day.meeting, item)) {
            out.interests.push_back(interest_line(interest));
        }
    }
    return out;
}

/// While the meeting is in private the public sees nothing of what came of its items.
std::string agenda_words(const DayGround& day, const Item& item, const LiveAs& as) {
    const bool hidden = as.audience == Audience::public_ && private_now(day.meeting) != nullptr &&
                        !item.taken.empty() && notes_in_private(day.meeting, item);
    return hidden ? "In private" : line_words(day.meeting, item);
}

void add_agenda(const DayGround& day, const LiveAs& as, LivePage& page) {
    std::optional<std::string> next;
    for (const auto& item : day.meeting.items) {
        const auto title = day.ground.words(item.title).value_or("(title no longer held)");
        page.agenda.push_back(
            {item.number, title, agenda_words(day, item, as), is_open(item), item_over(item)});
        const bool waits = item.status == ItemStatus::on_agenda || broken_off(day.meeting, item);
        if (!next && waits && !is_open(item)) {
            next = "Item " + std::to_string(item.number) + " comes next: " + title;
        }
    }
    const bool between = page.sitting && open_item(day.meeting) == nullptr;
    page.next = between ? next.value_or("There is nothing more on the agenda") : "";
}

bool among(const std::vector<SeatId>& seats, const SeatId& seat) {
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

/// The seats a person stands in for at a meeting: named for it, or there as a substitute.
void add_seats_stood_in_for(const Meeting& meeting, const PersonId& person,
                            std::vector<SeatId>& out) {
    for (const auto& each : meeting.substitutes) {
        if (!each.withdrawn && each.person == person) {
            out.push_back(each.seat);
        }
    }
    for (const auto& each : meeting.presence) {
        if (each.as == PresentAs::substitute && each.seat && each.person == person) {
            out.push_back(*each.seat);
        }
    }
}

bool holds(const State& state, const Seat& seat, const Actor& actor, base::Instant now) {
    if (actor.kind == ActorKind::seat) {
        return seat.id.value == actor.id;
    }
    const auto* occupant =
        actor.kind == ActorKind::person ? occupant_at(state, seat, now) : nullptr;
    return occupant != nullptr && std::find(occupant->persons.begin(), occupant->persons.end(),
                                            PersonId(actor.id)) != occupant->persons.end();
}

/// The seats a viewer acts from at a meeting.
std::vector<SeatId> own_seats(const State& state, const Viewer& viewer, const Meeting& meeting,
                              base::Instant now) {
    std::vector<SeatId> out;
    std::vector<BodyId> bodies{meeting.body};
    if (meeting.jointly_with) {
        bodies.push_back(*meeting.jointly_with);
    }
    for (const auto& actor : viewer.seats) {
        for (const auto& body : bodies) {
            for (const auto* seat : seats_at(state, body, now)) {
                if (holds(state, *seat, actor, now)) {
                    out.push_back(seat->id);
                }
            }
        }
        if (actor.kind == ActorKind::person && meeting.status != MeetingStatus::closed) {
            add_seats_stood_in_for(meeting, PersonId(actor.id), out);
        }
    }
    return out;
}

std::string item_name(const LiveItem& item) {
    return "Item " + std::to_string(item.number);
}

/// What happened to the question of the item both pages show.
std::string question_news(const LiveItem& before, const LiveItem& now) {
    if (!now.question) {
        return {};
    }
    const auto& question = *now.question;
    const bool put_now = !before.question || before.question->put != question.put;
    if (!question.declared.empty() && (put_now || before.question->declared.empty())) {
        return question.declared;
    }
    if (!question.result.empty() && (put_now || before.question->result != question.result)) {
        return question.result;
    }
    if (question.voting && (put_now || !before.question->voting)) {
        return "Voting on members' own devices is open.";
    }
    if (before.question && before.question->voting && !question.voting && !put_now) {
        return "Voting is closed.";
    }
    if (put_now) {
        return (question.amendment ? "The amendment is put" : "The question is put") +
               (question.words.empty() ? std::string(".") : ": " + as_sentence(question.words));
    }
    return {};
}

std::string item_news(const LivePage& before, const LivePage& now) {
    if (!now.item) {
        return {};
    }
    const bool same = before.item && before.item->number == now.item->number;
    if (!same && !now.item->over) {
        return item_name(*now.item) + ": " + as_sentence(now.item->title);
    }
    if (same && now.item->withheld && now.item->stage == before.item->stage) {
        return {};
    }
    if (!same) {
        return item_name(*now.item) + ": " + as_sentence(now.item->stage);
    }
    auto out = question_news(*before.item, *now.item);
    if (now.item->over && !before.item->over && out.empty()) {
        out = item_name(*now.item) + ": " + as_sentence(now.item->stage);
    }
    return out;
}

bool all_quorate(const LivePage& page) {
    return std::all_of(page.quorum.begin(), page.quorum.end(),
                       [](const LiveQuorum& each) { return each.quorate; });
}

} // namespace

Viewer live_viewer(const LiveAs& as) {
    Viewer out;
    out.kind = as.audience == Audience::officer  ? ViewerKind::secretariat
               : as.audience == Audience::member ? ViewerKind::member
                                                 : ViewerKind::public_;
    return out;
}

LiveAs live_as(const partnership::Snapshot& snapshot, const Viewer& viewer,
               std::string_view meeting, base::Instant now) {
    const auto& state = snapshot.state;
    const auto* found = state.meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return {};
    }
    if (viewer.kind == ViewerKind::secretariat || viewer.kind == ViewerKind::auditor) {
        return {Audience::officer, false};
    }
    const auto public_as = found->open_to_public ? Audience::public_ : Audience::nobody;
    const auto own = own_seats(state, viewer, *found, now);
    if (own.empty()) {
        return {public_as, false};
    }
    const auto* item = open_item(*found);
    const bool told =
        item != nullptr && (!found->open_to_public || private_now(*found) != nullptr) &&
        std::any_of(item->declarations.begin(), item->declarations.end(),
                    [&](const Declaration& each) {
                        return each.determination == Determination::leave && among(own, each.seat);
                    });
    return {Audience::member, told};
}

bool live_now(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr || !ground.as_of_now || ground.see.live(*found) == Audience::nobody) {
        return false;
    }
    const bool today = ground.moment(found->body, found->scheduled).local.date == ground.today;
    return found->status == MeetingStatus::convened
               ? today
               : found->status == MeetingStatus::open || found->status == MeetingStatus::informal ||
                     found->status == MeetingStatus::adjourned;
}

bool open_to_public(const Reader& reader, std::string_view meeting) {
    const auto* found = reader.ground().state().meetings.find(MeetingId(meeting));
    return found != nullptr && found->open_to_public;
}

std::optional<LivePage> live_page(const Reader& reader, std::string_view meeting, const LiveAs& as,
                                  Lines lines) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr || as.audience == Audience::nobody) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    LivePage out;
    out.line = meeting_line(ground, *found);
    out.begun = found->held();
    out.sitting = found->status == MeetingStatus::open || found->status == MeetingStatus::informal;
    out.over = found->status == MeetingStatus::closed || found->status == MeetingStatus::cancelled;
    out.open_to_public = found->open_to_public;
    out.state_words = state_words(day);
    const auto* open = open_item(*found);
    if (out.sitting) {
        out.chair_words = day_chair(day).words;
    }
    if (!out.over) {
        out.quorum.push_back(quorum_of(day, found->body, open));
        if (found->jointly_with) {
            out.quorum.push_back(quorum_of(day, *found->jointly_with, open));
        }
    }
    add_agenda(day, as, out);
    const auto* in_hand = open != nullptr ? open : out.sitting ? last_over(*found) : nullptr;
    if (in_hand != nullptr) {
        LiveAs item_as = as;
        item_as.outside = as.outside && in_hand == open;
        out.item = item_of(day, *in_hand, item_as);
    }
    out.provisional = !lines.empty();
    out.at = ground.moment(found->body, day.at);
    return out;
}

std::string live_news(const LivePage& before, const LivePage& now) {
    std::vector<std::string> out;
    if (before.state_words != now.state_words) {
        out.push_back(now.state_words + ".");
    }
    if (auto item = item_news(before, now); !item.empty()) {
        out.push_back(std::move(item));
    }
    if (now.sitting && before.sitting && all_quorate(before) != all_quorate(now) &&
        !now.quorum.empty()) {
        out.push_back((all_quorate(now) ? "There is a quorum. " : "There is no quorum. ") +
                      now.quorum.front().words);
    }
    return base::join(out, " ");
}

} // namespace quorate::views
