#include "views/live/entitled.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool has(const std::vector<SeatId>& seats, const SeatId& seat) {
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

const SeatInRoom* on_roll(const std::vector<SeatInRoom>& roll, const SeatId& seat) {
    const auto found = std::find_if(roll.begin(), roll.end(),
                                    [&](const SeatInRoom& each) { return each.seat->id == seat; });
    return found == roll.end() ? nullptr : &*found;
}

std::string interest_words(const Item& item, const SeatId& seat) {
    for (const auto& declaration : item.declarations) {
        if (declaration.seat == seat && declaration.determination &&
            *declaration.determination != Determination::below_test) {
            return *declaration.determination == Determination::leave
                       ? "An interest you declared was determined: you take no part in this item."
                       : "An interest you declared was determined: you may speak at this item, "
                         "not decide.";
        }
    }
    return "An interest at this item keeps you from deciding it.";
}

template <class Rule>
std::string clause_of(const charter::InForce<Rule>& rule) {
    return rule ? own_clause(*rule.rule) : std::string();
}

BodyId body_of(const DayGround& day, const SeatId& seat) {
    const auto* held = day.ground.state().seats.find(seat);
    return held == nullptr ? day.meeting.body : held->body;
}

} // namespace

Entitlement entitlement(const DayGround& day, const Item& item, const Question& question,
                        const SeatId& seat, const std::optional<PersonId>& person) {
    const auto body = body_of(day, seat);
    const auto* terms = day.ground.terms(body, question.put);
    const auto one = [&]<class Rule>(Rule*) {
        return terms == nullptr ? charter::InForce<Rule>{} : terms->terms.one<Rule>();
    };
    const auto decision = clause_of(one(static_cast<charter::DecisionRule*>(nullptr)));
    const auto put = day.clock(question.put);
    if (!has(question.present, seat)) {
        return {false,
                "The roll was fixed when the question was put at " + put +
                    ". Your seat was not recorded as there then.",
                decision};
    }
    if (has(question.barred, seat)) {
        return {false, interest_words(item, seat),
                clause_of(one(static_cast<charter::InterestRule*>(nullptr)))};
    }
    const auto roll = seats_on_roll(day.ground.state(), day.meeting, body, question);
    const auto* there = on_roll(roll, seat);
    const auto* stay = there == nullptr ? nullptr : there->presence;
    const bool stands_in = stay != nullptr && stay->as == PresentAs::substitute;
    if (stands_in && terms != nullptr && !substitutes_vote(*terms)) {
        return {false, "Under the terms a substitute may speak, not vote.",
                clause_of(one(static_cast<charter::SubstituteRule*>(nullptr)))};
    }
    if (stands_in && person && stay->person && *stay->person != *person) {
        return {false,
                "Your substitute was there when the question was put at " + put +
                    ", and votes for the seat.",
                decision};
    }
    if (!stands_in && person && stay != nullptr) {
        const auto* held = day.ground.state().seats.find(seat);
        const auto* occupant =
            held == nullptr ? nullptr : occupant_at(day.ground.state(), *held, question.put);
        const bool holds = occupant != nullptr &&
                           std::find(occupant->persons.begin(), occupant->persons.end(), *person) !=
                               occupant->persons.end();
        if (occupant != nullptr && !occupant->persons.empty() && !holds) {
            return {false,
                    "The member was there when the question was put at " + put +
                        ", and votes for the seat.",
                    decision};
        }
    }
    if (terms != nullptr) {
        const auto places = places_that_decide(*terms, day.meeting.body, item.matter);
        const auto* held = day.ground.state().seats.find(seat);
        if (places && held != nullptr &&
            std::find(places->decided_by_places.begin(), places->decided_by_places.end(),
                      held->place) == places->decided_by_places.end()) {
            return {false,
                    "Only " + base::list_words(places->decided_by_places) + " decide this matter.",
                    clause_of(places)};
        }
    }
    return {};
}

std::vector<SeatId> entitled_seats(const DayGround& day, const Item& item,
                                   const Question& question) {
    std::vector<SeatId> out;
    for (const auto& seat : question.present) {
        if (entitlement(day, item, question, seat).may) {
            out.push_back(seat);
        }
    }
    return out;
}

std::string count_words(std::int64_t for_, std::int64_t against, std::int64_t abstained) {
    const auto words = [](std::int64_t votes) {
        return votes == 0 ? std::string("none") : number_words(votes);
    };
    return words(for_) + " for, " + words(against) + " against, " + words(abstained) + " abstained";
}

std::string majority_words(const QuestionJudgement& judged) {
    return judged.majority_says == Says::complies ? "carried."
           : judged.majority_code == Code::tied   ? "a tie."
                                                  : "not carried.";
}

} // namespace quorate::views
