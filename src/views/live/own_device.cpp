#include "views/live/own_device.hpp"

#include "governance/act_table.hpp"
#include "governance/decisions/open_question.hpp"
#include "governance/words.hpp"
#include "views/live/entitled.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

using partnership::Ballot;
using partnership::BallotChoice;
using partnership::BallotKind;
using partnership::BallotStatus;

std::string written(BallotChoice choice) {
    return choice == BallotChoice::for_      ? "for"
           : choice == BallotChoice::against ? "against"
                                             : "abstain";
}

const Presence* newest_stay(const Meeting& meeting, const SeatId& seat) {
    const Presence* newest = nullptr;
    for (const auto& stay : meeting.presence) {
        const bool sits = stay.as == PresentAs::member || stay.as == PresentAs::substitute;
        if (sits && stay.seat == seat) {
            newest = &stay;
        }
    }
    return newest;
}

std::optional<PersonId> person_of(const Actor& actor) {
    return actor.kind == ActorKind::person ? std::optional(PersonId(actor.id)) : std::nullopt;
}

/// The question of the item that votes are about: the newest put.
struct Asked {
    const Item* item = nullptr;
    const Question* question = nullptr;
};
Asked asked_now(const Meeting& meeting) {
    const auto* item = open_item(meeting);
    if (item == nullptr || item->questions.empty()) {
        return {};
    }
    return {item, &item->questions.back()};
}

std::string result_words(const Ballot& ballot) {
    return ballot.result ? capitalised(count_words(ballot.result->for_, ballot.result->against,
                                                   ballot.result->abstain)) +
                               "."
                         : std::string();
}

void add_presence(const DayGround& day, const Actor& actor, OwnPlace& out) {
    const auto* stay = newest_stay(day.meeting, SeatId(out.seat.id));
    const bool there = stay != nullptr && stay->covers(day.at);
    const auto person = person_of(actor);
    const bool by_other = there && stay->as == PresentAs::substitute &&
                          (out.substitute.empty() && person && stay->person != person);
    if (by_other) {
        out.words = "Your substitute is recorded as here since " + day.clock(stay->from) + ".";
        return;
    }
    const bool member_there = there && stay->as == PresentAs::member && !out.substitute.empty();
    if (member_there) {
        out.words = "The member is here, so you are not counted as a substitute.";
        return;
    }
    if (there) {
        out.here = true;
        out.remote = stay->remote;
        out.words = std::string("You are recorded as ") +
                    (stay->remote ? "taking part remotely" : "here") + " since " +
                    day.clock(stay->from) + ".";
        return;
    }
    out.was_here = stay != nullptr && stay->until.has_value();
    out.words = out.was_here ? "You are recorded as having left at " + day.clock(*stay->until) + "."
                             : "You are not recorded as here yet.";
}

void add_items(const DayGround& day, OwnPlace& out) {
    const auto* open = open_item(day.meeting);
    for (const auto& item : day.meeting.items) {
        if (item_over(item)) {
            continue;
        }
        OwnItem line;
        line.number = item.number;
        line.title = day.ground.words(item.title).value_or("(title no longer held)");
        line.current = &item == open;
        const auto interests = interests_shown(day.ground, day.meeting, item);
        for (const auto& each : interests) {
            if (each.seat.id == out.seat.id) {
                line.declared =
                    each.determination.empty()
                        ? "You declared an interest. It is not determined yet."
                        : "You declared an interest. " + as_sentence(each.determination);
            }
        }
        out.items.push_back(std::move(line));
    }
}

void add_vote(const DayGround& day, const Actor& actor, OwnPlace& out) {
    const auto asked = asked_now(day.meeting);
    if (asked.item == nullptr) {
        return;
    }
    const auto found = partnership::ballot_of(day.ground.partnership, day.meeting.id.value,
                                              asked.item->number, asked.question->put);
    if (!found || !*found) {
        return;
    }
    const auto& ballot = **found;
    const SeatId seat(out.seat.id);
    OwnVote vote;
    vote.ballot = ballot.id;
    vote.item = asked.item->number;
    vote.title = day.ground.words(asked.item->title).value_or("(title no longer held)");
    vote.question = day.ground.words_or(asked.question->words, "");
    vote.kind = ballot.kind == BallotKind::by_name ? "name" : "count";
    vote.open = ballot.status == BallotStatus::open;
    const auto right = entitlement(day, *asked.item, *asked.question, seat, person_of(actor));
    vote.may = right.may;
    vote.why_not = right.why;
    vote.clause = right.clause;
    vote.voted = std::find(ballot.voted.begin(), ballot.voted.end(), seat) != ballot.voted.end();
    if (right.may && vote.open) {
        const auto choice = partnership::choice_of(day.ground.partnership, ballot.id, seat);
        vote.choice = choice && *choice ? written(**choice) : "";
    }
    if (vote.open && vote.may && !out.here) {
        // The roll holds them still; nobody votes from outside the meeting.
        vote.may = false;
        vote.why_not = out.was_here
                           ? "You are recorded as having left. Say below that you are back first."
                           : "You are not recorded as here. Say below that you are here first.";
    }
    vote.result = result_words(ballot);
    out.vote = std::move(vote);
}

} // namespace

std::optional<OwnDevice> own_device(const Reader& reader, std::string_view meeting,
                                    std::span<const partnership::ForeseenLine> lines) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto as = live_as(*ground.snapshot, ground.see.viewer(), meeting, ground.now);
    auto page = live_page(reader, meeting, as, lines);
    if (as.audience != Audience::member || !page) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    OwnDevice out;
    out.page = std::move(*page);
    out.remote_allowed = found->remote;
    out.attendance = !out.page.over && out.page.begun;
    out.at = day.at;
    for (const auto& standing : ground.see.standings()) {
        const bool meets =
            standing.meeting ? *standing.meeting == found->id
                             : standing.body == found->body || found->jointly_with == standing.body;
        const bool listed =
            std::any_of(out.places.begin(), out.places.end(),
                        [&](const auto& each) { return each.seat.id == standing.seat.value; });
        auto shown = ground.seat(standing.seat, day.at);
        if (!meets || listed || !shown) {
            continue;
        }
        OwnPlace place;
        place.seat = std::move(*shown);
        place.actor = text(standing.actor);
        if (standing.meeting && standing.actor.kind == ActorKind::person) {
            place.substitute = standing.actor.id;
        }
        add_presence(day, standing.actor, place);
        add_items(day, place);
        if (!as.outside) {
            add_vote(day, standing.actor, place);
        }
        out.places.push_back(std::move(place));
    }
    return out.places.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<DeviceVote> device_vote(const Reader& reader, std::string_view meeting,
                                      std::span<const partnership::ForeseenLine> lines) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    const auto asked = found == nullptr ? Asked{} : asked_now(*found);
    if (asked.item == nullptr) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    DeviceVote out;
    out.item = asked.item->number;
    out.title = ground.words(asked.item->title).value_or("(title no longer held)");
    out.question = ground.words_or(asked.question->words, "");
    out.put = asked.question->put;
    out.question_open = !asked.question->vote && !asked.question->outcome;
    out.entitled = entitled_seats(day, *asked.item, *asked.question);
    out.at = day.at;
    const auto ballot = partnership::ballot_of(ground.partnership, meeting, out.item, out.put);
    if (ballot && *ballot) {
        out.ballot = **ballot;
        out.result = result_words(*out.ballot);
        const bool on_sheet = std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
            return line.submission.id == out.ballot->entry;
        });
        out.recorded = on_sheet || ground.state().entries.find(out.ballot->entry) != nullptr;
        for (const auto& seat : out.entitled) {
            const auto& voted = out.ballot->voted;
            auto shown = ground.seat(seat, day.at);
            if (shown && std::find(voted.begin(), voted.end(), seat) == voted.end()) {
                out.not_yet.push_back(std::move(*shown));
            }
        }
    }
    return out;
}

} // namespace quorate::views
