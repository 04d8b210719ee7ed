// The sums of meeting day: who is counted and why, who may decide, what carries a vote, and what
// would break if somebody left.

#include "base/text.hpp"
#include "charter/wording.hpp"
#include "governance/decisions/judge.hpp"
#include "governance/decisions/open_question.hpp"
#include "governance/words.hpp"
#include "views/live/entitled.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings/joint_votes.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>
#include <cctype>

namespace quorate::views {

using namespace governance;

namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::int64_t size_of(const auto& list) {
    return static_cast<std::int64_t>(list.size());
}

/// The person who is there for the seat, or holds it; null when nobody is known.
const PersonId* person_there(const DayGround& day, const SeatInRoom& there) {
    if (there.presence != nullptr && there.presence->person) {
        return &*there.presence->person;
    }
    const auto* occupant = occupant_at(day.ground.state(), *there.seat, day.at);
    return occupant == nullptr || occupant->persons.empty() ? nullptr : &occupant->persons.front();
}

bool stands_in(const SeatInRoom& there) {
    return there.presence != nullptr && there.presence->as == PresentAs::substitute;
}

bool remote(const SeatInRoom& there) {
    return there.presence != nullptr && there.presence->remote;
}

/// Why someone in the room is not counted; empty when they are.
std::string not_counted_why(const SeatInRoom& there, const charter::QuorumRule& rule,
                            std::optional<std::int64_t> item) {
    if (!contains(rule.counts, stands_in(there) ? "substitute" : "member")) {
        return stands_in(there) ? "here as a substitute, who is not counted" : "not counted";
    }
    if (remote(there) && !rule.remote_counts) {
        return "takes part remotely, which is not counted";
    }
    if (there.told_out) {
        return "was told to leave for item " + std::to_string(item.value_or(0)) +
               ", so is not counted while it lasts";
    }
    if (there.barred && !rule.barred_who_stay_count) {
        return "may not decide item " + std::to_string(item.value_or(0)) + ", so is not counted";
    }
    return {};
}

std::string absent_why(const DayGround& day, const Seat& seat) {
    if (occupant_at(day.ground.state(), seat, day.at) == nullptr) {
        return "the seat is vacant";
    }
    if (const auto* stay = last_stay(day, seat.id)) {
        return why_away(day, *stay) + " at " + day.clock(*stay->until);
    }
    const auto& sent = day.meeting.apologies;
    return std::find(sent.begin(), sent.end(), seat.id) != sent.end() ? "sent apologies"
                                                                      : "not here";
}

std::string base_words(const charter::QuorumRule& rule) {
    return rule.of == charter::MembershipBase::seats ? " seats" : " members";
}

std::string sum_words(const DayQuorum& count, const charter::QuorumRule& rule) {
    auto out = capitalised(charter::fraction_words(rule.at_least)) + " of " +
               std::to_string(count.members) + base_words(rule);
    const bool whole = count.members * rule.at_least.numerator % rule.at_least.denominator == 0;
    if (!whole) {
        out += rule.rounding == charter::Rounding::up ? ", rounded up," : ", the part dropped,";
    }
    return out + " is " + std::to_string(count.needed) + "; " +
           (count.known ? counted(count.present, "is counted: ", "are counted: ") +
                              spare_words(count.present - count.needed)
                        : std::string("nobody is recorded yet")) +
           ".";
}

/// The quorum of each body that meets, if the meeting stood as in `meeting`.
bool quorate(const DayGround& day, const Meeting& meeting, std::optional<std::int64_t> item) {
    for (const auto& body : bodies_meeting(meeting)) {
        const auto* terms = day.ground.terms(body, day.at);
        const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                           : terms->terms.one<charter::QuorumRule>();
        if (rule && !count_quorum(day.ground.state(), meeting, body, *rule.params, day.at, item)
                         .quorate()) {
            return false;
        }
    }
    return true;
}

/// A copy of the meeting that this person, or whoever is there for this seat, has left now.
Meeting without(const DayGround& day, const SeatInRoom& leaving) {
    auto out = day.meeting;
    const auto* who = person_there(day, leaving);
    for (auto& stay : out.presence) {
        if (!stay.seat || !stay.covers(day.at)) {
            continue;
        }
        const auto* seat = day.ground.state().seats.find(*stay.seat);
        const auto* other = seat == nullptr ? nullptr : person_there(day, {seat, &stay, false});
        const bool same = *stay.seat == leaving.seat->id ||
                          (who != nullptr && other != nullptr && *who == *other);
        if (same) {
            stay.until = day.at;
        }
    }
    return out;
}

std::string any_of(const std::vector<std::string>& words) {
    constexpr std::size_t named_max = 4;
    if (words.size() > named_max) {
        return "any of the " + std::to_string(words.size()) + " who are counted";
    }
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    }
    return out;
}

std::string next_in_chair(const DayGround& day, const std::string& leaving) {
    for (const auto& may : day_chair(day).may) {
        if (may.seat != leaving) {
            return may.words + " would take the chair.";
        }
    }
    return "Those present would choose someone.";
}

} // namespace

void add_quorum_reasons(const DayGround& day, const BodyId& body, const charter::QuorumRule& rule,
                        std::optional<std::int64_t> item, DayQuorum& out) {
    out.sum = sum_words(out, rule);
    auto seats = seats_at(day.ground.state(), body, day.at);
    std::sort(seats.begin(), seats.end(),
              [](const Seat* a, const Seat* b) { return a->number < b->number; });
    const auto room = seats_in_room(day.ground.state(), day.meeting, body, day.at, item);
    std::vector<std::pair<const PersonId*, std::string>> heads;
    for (const auto* seat : seats) {
        const auto words = day_seat(day, *seat).words;
        const auto there = std::find_if(room.begin(), room.end(),
                                        [&](const SeatInRoom& each) { return each.seat == seat; });
        if (there == room.end()) {
            out.not_counted.push_back({words, absent_why(day, *seat)});
            continue;
        }
        if (auto why = not_counted_why(*there, rule, item); !why.empty()) {
            out.not_counted.push_back({words, std::move(why)});
            continue;
        }
        const auto* person = person_there(day, *there);
        const auto before = std::find_if(heads.begin(), heads.end(), [&](const auto& each) {
            return person != nullptr && *each.first == *person;
        });
        if (before != heads.end() && rule.two_seats == charter::Heads::persons) {
            out.not_counted.push_back(
                {words, "the same person as " + before->second + ", counted once"});
            continue;
        }
        if (person != nullptr) {
            heads.emplace_back(person, words);
        }
        std::string as = stands_in(*there) ? "substitute" : "member";
        out.counted.push_back({words, remote(*there) ? as + ", remote" : as});
    }
}

std::vector<std::string> day_if_one_leaves(const DayGround& day, const Item* item) {
    std::vector<std::string> out;
    const auto number = item == nullptr ? std::optional<std::int64_t>() : item->number;
    const bool now = day.meeting.attendance_known && quorate(day, day.meeting, number);
    const auto* presiding = presiding_at(day.ground.state(), day.meeting, day.at);
    std::vector<std::string> matter;
    std::string chair;
    std::string safe;
    for (const auto& body : bodies_meeting(day.meeting)) {
        for (const auto& there :
             seats_in_room(day.ground.state(), day.meeting, body, day.at, number)) {
            const auto words = day_seat(day, *there.seat).words;
            const bool lost = now && !quorate(day, without(day, there), number);
            if (lost) {
                matter.push_back(words);
            } else if (now) {
                safe += (safe.empty() ? "" : ", ") + words;
            }
            if (presiding != nullptr && there.seat->id == presiding->id) {
                chair = words;
            }
        }
    }
    if (!matter.empty()) {
        out.push_back("If " + any_of(matter) + " leaves, the quorum is lost.");
        if (!safe.empty()) {
            out.push_back("Not if it is " + safe + ".");
        }
    }
    if (!chair.empty()) {
        out.push_back("If " + chair + " leaves, nobody is in the chair. " +
                      next_in_chair(day, presiding->id.value));
    }
    return out;
}

namespace {

QuestionJudgement judged(const DayGround& day, const Item& item, const Question& question) {
    return judge_question(day.ground.state(), day.meeting, item, question, DecidedBy::vote,
                          day.ground.context());
}

/// The question as it would be if it were put now, with no votes counted.
Question asked_now(const DayGround& day, const Item& item) {
    if (const auto* open = open_question(item)) {
        auto copy = *open;
        copy.vote = copy.vote ? copy.vote : std::optional(events::VoteTaken{});
        return copy;
    }
    Question out;
    out.put = day.at;
    out.vote = events::VoteTaken{};
    for (const auto& body : bodies_meeting(day.meeting)) {
        for (const auto& there :
             seats_in_room(day.ground.state(), day.meeting, body, day.at, item.number)) {
            out.present.push_back(there.seat->id);
            if (there.barred) {
                out.barred.push_back(there.seat->id);
            }
            if (told_out_of(item, there.seat->id, day.at, true)) {
                out.told_out.push_back(there.seat->id);
            }
        }
    }
    return out;
}

std::string barred_why(const Item& item, const SeatId& seat) {
    for (const auto& declaration : item.declarations) {
        if (declaration.seat == seat && declaration.determination) {
            return *declaration.determination == Determination::leave
                       ? "told to leave for this item"
                       : "declared an interest and may not decide";
        }
    }
    return "may not decide this item";
}

/// A sentence as it goes on after a colon.
std::string after_colon(std::string sentence) {
    if (!sentence.empty()) {
        sentence.front() =
            static_cast<char>(std::tolower(static_cast<unsigned char>(sentence.front())));
        sentence.pop_back();
    }
    return sentence;
}

DaySum sum_of(const QuestionJudgement& result) {
    DaySum out;
    const auto& rule = *result.decision_rule.params;
    out.known = true;
    out.of_votes_cast = rule.of == charter::MajorityBase::members_voting;
    out.base = result.base;
    out.more_than_numerator = rule.more_than.numerator;
    out.more_than_denominator = rule.more_than.denominator;
    out.clause = own_clause(*result.decision_rule.rule);
    const auto fraction = charter::fraction_words(rule.more_than);
    if (out.of_votes_cast) {
        out.words = "More than " + fraction +
                    " of the votes cast carry it; who abstains is not "
                    "counted.";
        return out;
    }
    out.words = "More than " + fraction + " of the " + std::to_string(out.base) +
                (rule.of == charter::MajorityBase::members_in_office ? " members"
                                                                     : " who are there and count") +
                ": " + std::to_string(result.needed) + " for carry it.";
    return out;
}

} // namespace

void add_deciding(const DayGround& day, const Item& item, DayItem& out) {
    const auto question = asked_now(day, item);
    std::vector<SeatId> others;
    for (const auto& seat : question.present) {
        const auto* held = day.ground.state().seats.find(seat);
        if (held == nullptr) {
            continue;
        }
        const auto right = entitlement(day, item, question, seat);
        if (right.may) {
            out.deciders.push_back(day_seat(day, *held));
            continue;
        }
        const bool barred = std::find(question.barred.begin(), question.barred.end(), seat) !=
                            question.barred.end();
        out.not_deciding.push_back(
            {day_seat(day, *held).words, barred ? barred_why(item, seat) : after_colon(right.why)});
        others.push_back(seat);
    }
    out.may_decide = size_of(out.deciders);
    std::sort(out.deciders.begin(), out.deciders.end(), [](const DaySeat& a, const DaySeat& b) {
        return std::pair(a.ref.size(), a.ref) < std::pair(b.ref.size(), b.ref);
    });
    out.deciding = capitalised(
        counted(out.may_decide, "of those here may decide", "of those here may decide"));
    out.deciding += others.empty() ? "." : "; " + day_seats_words(day, others) + " may not.";
    if (day.meeting.attendance_known && !quorate(day, day.meeting, item.number)) {
        out.deciding += " There is no quorum, so nothing can be decided now.";
    }
    const auto result = judged(day, item, question);
    if (!result.decision_rule) {
        return;
    }
    if (day.meeting.jointly_with) {
        const auto needed = joint_needed_words(
            day.ground, judge_question_of_each(day.ground.state(), day.meeting, item, question, DecidedBy::vote,
                                               day.ground.context()));
        out.sum.words = "Each body decides by its own majority: count its members apart, or vote by name. " + needed;
        out.deciding += " In a vote, each body needs its own majority. " + needed;
        return;
    }
    out.sum = sum_of(result);
    if (out.sum.of_votes_cast) {
        out.deciding += " More than " + charter::fraction_words(result.decision_rule->more_than) +
                        " of the votes cast carry it.";
    } else {
        out.deciding += " In a vote, " + std::to_string(result.needed) + " for carry it.";
    }
}

} // namespace quorate::views
