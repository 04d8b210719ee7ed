#include "governance/membership/place_checks.hpp"

#include "base/text.hpp"
#include "governance/bodies/checks.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::vector<std::string> office_words(const Ruler& ruler, const PersonId& person) {
    std::vector<std::string> words;
    for (const auto* office : offices_held(ruler.state(), person, ruler.at())) {
        words.push_back(selector_words(ruler.state(), office->id.view()));
    }
    return words;
}

Eligible best_of(const Ruler& ruler, const charter::SeatsRule& rule, const HolderAsked& holder) {
    auto best = Eligible::no;
    for (const auto& selector : rule.eligible) {
        const auto here = may_fill(ruler.state(), selector, holder, ruler.at());
        if (here == Eligible::yes) {
            return here;
        }
        best = here == Eligible::unknown ? here : best;
    }
    return best;
}

/// Says whether the holder is one of those the place is for.
void say_eligible(Ruler& ruler, const charter::InForce<charter::SeatsRule>& rule,
                  const HolderAsked& holder, const std::vector<std::string>& held) {
    std::vector<Fact> facts{fact("place", rule->holder),
                            fact("eligible", eligible_words(ruler.state(), *rule.params))};
    if (!held.empty()) {
        facts.push_back(fact("held", base::list_words(held)));
    }
    switch (best_of(ruler, *rule.params, holder)) {
    case Eligible::yes:
        ruler.says(rule, Says::complies, Code::place_eligible, std::move(facts));
        break;
    case Eligible::no:
        ruler.says(rule, Says::breach, Code::place_not_eligible, std::move(facts));
        break;
    case Eligible::unknown:
        ruler.says(rule, Says::undetermined, Code::place_not_eligible, std::move(facts));
        break;
    }
}

void say_without(Ruler& ruler, const PlacesAnswer& answer, const WithoutPlace& without) {
    const auto& rule = answer.rule;
    switch (without.why) {
    case NoPlace::surplus:
        if (rule->eligible.empty()) {
            break; // a seat too many was said when it was made
        }
        ruler.says(rule, Says::breach, Code::places_filled,
                   {fact("holder", rule->holder), fact("filled", answer.filled),
                    fact("places", answer.count)});
        break;
    case NoPlace::over_limit:
        ruler.says(rule, Says::breach, Code::place_limit_reached,
                   {fact("holder", rule->holder), fact("limit", without.limit),
                    fact("kind", selector_words(ruler.state(), without.kind))});
        break;
    case NoPlace::of_one_kind:
        ruler.says(rule, Says::breach, Code::places_of_one_kind,
                   {fact("holder", rule->holder), fact("places", rule->count),
                    fact("first", selector_words(ruler.state(), rule->eligible.front()))});
        break;
    case NoPlace::not_eligible: // said already
    case NoPlace::elsewhere:
        break;
    }
}

bool has_without(const std::vector<PlacesAnswer>& answers, const charter::Rule* rule,
                 const Seat* seat) {
    return std::any_of(answers.begin(), answers.end(), [&](const PlacesAnswer& answer) {
        return answer.rule.rule == rule &&
               std::any_of(answer.without.begin(), answer.without.end(),
                           [&](const WithoutPlace& without) { return without.seat == seat; });
    });
}

/// What the appointment does to the places: the new holder has none of them, or takes one from
/// somebody who had it before, in whatever order they came.
void say_displaced(Ruler& ruler, const PlacesAnswer& answer,
                   const std::vector<PlacesAnswer>& before, const Seat& seat) {
    const WithoutPlace* other = nullptr;
    for (const auto& without : answer.without) {
        if (without.seat == &seat) {
            say_without(ruler, answer, without);
            return;
        }
        if (!has_without(before, answer.rule.rule, without.seat)) {
            other = &without;
        }
    }
    if (other != nullptr) {
        say_without(ruler, answer, *other);
    }
}

/// One person in two seats of the body, or with two of the offices a place is for.
void remark_capacities(Ruler& ruler, const Seat& seat, const PersonId& person) {
    for (const auto* other : seats_at(ruler.state(), ruler.body(), ruler.at())) {
        const auto* occupant = occupant_at(ruler.state(), *other, ruler.at());
        if (other != &seat && occupant != nullptr &&
            std::find(occupant->persons.begin(), occupant->persons.end(), person) !=
                occupant->persons.end()) {
            ruler.remark(Code::two_capacities, {fact("seat", other->id.view())});
        }
    }
    const auto held = office_words(ruler, person);
    if (held.size() > 1) {
        ruler.remark(Code::two_capacities, {fact("offices", base::list_words(held))});
    }
}

/// The seats filled once this one is, or is not.
std::vector<const Seat*> filled_then(const Ruler& ruler, const Seat& seat, bool filled) {
    auto out = seats_filled_at(ruler.state(), ruler.body(), ruler.at());
    std::erase(out, &seat);
    if (filled) {
        out.push_back(&seat);
    }
    return out;
}

} // namespace

void check_place_of_seat(Ruler& ruler, const std::optional<std::string>& place,
                         const std::optional<OfficeId>& office) {
    if (!place || place->empty()) {
        return;
    }
    std::int64_t filled = 0;
    for (const auto* seat : seats_at(ruler.state(), ruler.body(), ruler.at())) {
        filled += seat->place == *place ? 1 : 0;
    }
    for (const auto& answer : places_at(ruler.state(), ruler.body(), ruler.at(), ruler.context())) {
        const auto& rule = answer.rule;
        if (rule->holder != *place) {
            continue;
        }
        if (rule->test != charter::CountTest::at_least && filled >= rule->count) {
            ruler.says(
                rule, Says::breach, Code::places_filled,
                {fact("holder", *place), fact("filled", filled), fact("places", rule->count)});
        }
        if (office && !rule->eligible.empty()) {
            Seat made;
            made.office = *office;
            const auto words = selector_words(ruler.state(), office->view());
            say_eligible(ruler, rule, {&made, nullptr}, {words});
        }
    }
}

void check_place_of_holder(Ruler& ruler, const Seat& seat, const PersonId& person) {
    if (!seat.place.empty()) {
        const auto before = places_at(ruler.state(), ruler.body(), ruler.at(), ruler.context());
        const auto answers =
            places_at(ruler.state(), ruler.body(), ruler.at(), ruler.context(), {&seat, &person});
        for (const auto& answer : answers) {
            if (answer.rule->holder != seat.place) {
                continue;
            }
            if (!answer.rule->eligible.empty()) {
                say_eligible(ruler, answer.rule, {&seat, &person}, office_words(ruler, person));
            }
            if (answer.rule->test != charter::CountTest::at_least) {
                say_displaced(ruler, answer, before, seat);
            }
        }
    }
    remark_capacities(ruler, seat, person);
}

void remark_balance(Ruler& ruler, const Seat& seat, bool filled) {
    const auto all = seats_at(ruler.state(), ruler.body(), ruler.at());
    const auto then = filled_then(ruler, seat, filled);
    for (const auto& rule : ruler.all<charter::BalanceRule>()) {
        if (rule->parity.size() == 2 && rule->parity_of == charter::ParityOf::members) {
            const auto first = seats_of_kind(then, all, rule->parity[0]);
            const auto second = seats_of_kind(then, all, rule->parity[1]);
            if (first != second) {
                ruler.says(rule, Says::remark, Code::parity_uneven,
                           {fact("first", rule->parity[0]), fact("of_first", first),
                            fact("second", rule->parity[1]), fact("of_second", second)});
            }
        }
        if (rule->at_least && !then.empty()) {
            std::int64_t have = 0;
            for (const auto& kind : rule->each_of) {
                have += seats_of_kind(then, all, kind);
            }
            const auto of = static_cast<std::int64_t>(then.size());
            const auto needed = rule->at_least->least_reaching(of);
            if (have < needed) {
                ruler.says(rule, Says::remark, Code::share_short,
                           {fact("have", have), fact("needed", needed), fact("members", of),
                            fact("sectors", base::list_words(rule->each_of))});
            }
        }
    }
}

void check_admitted_by_places(Ruler& ruler, const charter::InForce<charter::AdmissionRule>& rule,
                              const Decision* decision) {
    for (const auto& left : ruler.all<charter::ResponsibilityRule>()) {
        const auto& places = left->decided_by_places;
        if (places.empty() || left.rule->clause != rule.rule->clause ||
            left.rule->charter != rule.rule->charter) {
            continue;
        }
        const auto words = base::list_words(places);
        const auto* seat = seat_of(ruler.state(), ruler.submission().made_by, ruler.body(), nullptr,
                                   ruler.at(), ruler.context());
        if (seat != nullptr &&
            std::find(places.begin(), places.end(), seat->place) == places.end()) {
            condition_of_power(ruler, left, Says::breach, Code::place_does_not_decide,
                               {fact("seat", seat->id.view()), fact("places", words)});
        } else if (decision != nullptr && decision->matter &&
                   decision->matter->view() == left->matter) {
            ruler.says(left, Says::complies, Code::places_decide,
                       {fact("places", words), fact("decision", decision->id.view())});
        }
    }
}

} // namespace quorate::governance
