// Places kept for groups, the balance of sectors, parity and shares: the register against the
// terms.

#include "governance/membership/places.hpp"

#include "base/text.hpp"
#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <map>

namespace quorate::governance {
namespace {

bool meets(charter::CountTest test, std::int64_t have, std::int64_t count) {
    switch (test) {
    case charter::CountTest::exact:
        return have == count;
    case charter::CountTest::at_least:
        return have >= count;
    case charter::CountTest::at_most:
        return have <= count;
    }
    return false;
}

std::string asked(const charter::SeatsRule& rule) {
    const auto number = number_words(rule.count);
    switch (rule.test) {
    case charter::CountTest::exact:
        return number;
    case charter::CountTest::at_least:
        return number + " or more";
    case charter::CountTest::at_most:
        return number + " at most";
    }
    return number;
}

void say_places_on(Survey& survey, const charter::InForce<charter::SeatsRule>& rule,
                   const BodyId& on) {
    const bool nothing_held =
        seats_at(survey.state, on, survey.at).empty() && !survey.register_speaks(on);
    if (!survey.established(on) || nothing_held) {
        return;
    }
    auto seats = seats_at(survey.state, on, survey.at);
    std::erase_if(seats, [&](const Seat* seat) {
        return seat->place != rule->holder ||
               (!rule->class_.empty() && seat->sector != rule->class_);
    });
    const auto have = static_cast<std::int64_t>(seats.size());
    if (!meets(rule->test, have, rule->count)) {
        const auto clause = clause_of(*rule.rule);
        survey.add(FindingTopic::places, "places/" + rule.rule->id + "/" + on.value, {clause},
                   clause + " gives " + plain(rule->holder) + " places: " + asked(*rule.params) +
                       "; the register of " + survey.name_of(on) + " has " + count_words(have),
                   {{"places", rule->count},
                    {"seats", have},
                    {"which", seat_words(seats)},
                    {"on", on.value}});
    }
}

std::vector<const Seat*> without_for(const PlacesAnswer& answer, NoPlace why) {
    std::vector<const Seat*> out;
    for (const auto& each : answer.without) {
        if (each.why == why) {
            out.push_back(each.seat);
        }
    }
    return out;
}

/// Holders of kept seats who fill no place of the rule, and why.
void say_without(Survey& survey, const PlacesAnswer& answer, NoPlace why, std::string_view name,
                 const std::string& words) {
    const auto seats = without_for(answer, why);
    if (seats.empty()) {
        return;
    }
    const auto& on = seats.front()->body;
    const auto count = static_cast<std::int64_t>(seats.size());
    survey.add(FindingTopic::places,
               std::string(name) + "/" + answer.rule.rule->id + "/" + on.value,
               {clause_of(*answer.rule.rule)},
               counted(count, "seat", "seats") + " kept as " + plain(answer.rule->holder) + " (" +
                   seat_words(seats) + ") " + words,
               {{"seats", count}, {"which", seat_words(seats)}, {"on", on.value}});
}

/// Seats enough, and not everyone who should hold one does.
void say_unfilled(Survey& survey, const PlacesAnswer& answer, const BodyId& on) {
    const auto& rule = answer.rule;
    const auto seats = static_cast<std::int64_t>(answer.seats.size());
    const bool wanted = rule->test != charter::CountTest::at_most && answer.unfilled > 0;
    if (!wanted || seats < rule->count || !survey.register_speaks(on)) {
        return; // the number of seats is said already, or nobody knows who holds them
    }
    survey.add(FindingTopic::places, "places-unfilled/" + rule.rule->id + "/" + on.value,
               {clause_of(*rule.rule)},
               clause_of(*rule.rule) + " gives " + plain(rule->holder) +
                   " places: " + asked(*rule.params) + "; " + count_words(answer.filled) +
                   " of them " + (answer.filled < 2 ? "is" : "are") + " filled",
               {{"places", answer.count}, {"filled", answer.filled}, {"on", on.value}});
}

/// The people on the body matched to the places of one rule.
void say_filling(Survey& survey, const PlacesAnswer& answer, const BodyId& on) {
    const auto& rule = *answer.rule.params;
    say_unfilled(survey, answer, on);
    const auto holds = std::string("are held by somebody ");
    say_without(survey, answer, NoPlace::not_eligible, "places-not-eligible",
                holds + "who is none of those they are for: " + eligible_words(survey.state, rule));
    say_without(survey, answer, NoPlace::over_limit, "places-limit",
                "are more than those of that kind may have");
    say_without(survey, answer, NoPlace::of_one_kind, "places-mixed",
                "cannot stand beside the others: the places go all to one kind, or one other takes "
                "the place of all");
    say_without(survey, answer, NoPlace::elsewhere, "places-elsewhere",
                holds + "who fills another place here");
    if (rule.test != charter::CountTest::at_least &&
        static_cast<std::int64_t>(answer.seats.size()) <= rule.count) {
        say_without(survey, answer, NoPlace::surplus, "places-surplus",
                    "are one too many: the places are filled");
    }
}

void say_places(Survey& survey) {
    for (const auto& rule : survey.all<charter::SeatsRule>()) {
        auto bodies = rule->on;
        if (bodies.empty()) {
            bodies.push_back(survey.body.id.value);
        }
        for (const auto& id : bodies) {
            const BodyId on(id);
            say_places_on(survey, rule, on);
            for (const auto& answer : places_at(survey.state, on, survey.at, survey.context)) {
                if (answer.rule.rule == rule.rule && survey.established(on)) {
                    say_filling(survey, answer, on);
                }
            }
        }
    }
}

/// Two places or classes that must be equal in number (F23).
void say_parity(Survey& survey, const charter::InForce<charter::BalanceRule>& rule) {
    if (rule->parity.size() != 2) {
        return;
    }
    const bool of_members = rule->parity_of == charter::ParityOf::members;
    const auto all = seats_at(survey.state, survey.body.id, survey.at);
    const auto counted_seats =
        of_members ? seats_filled_at(survey.state, survey.body.id, survey.at) : all;
    const auto first = seats_of_kind(counted_seats, all, rule->parity[0]);
    const auto second = seats_of_kind(counted_seats, all, rule->parity[1]);
    const auto clause = clause_of(*rule.rule);
    const auto one = plain(rule->parity[0]);
    const auto other = plain(rule->parity[1]);
    const std::vector<Fact> facts{{"first", first}, {"second", second}};
    if (first == 0 && second == 0) {
        survey.add(FindingTopic::places, "parity-not-known/" + rule.rule->id, {clause},
                   clause + " asks for as many of one as of the other, " + one + " and " + other +
                       "; there " + (of_members ? "is nobody" : "are no seats") +
                       " of either, so parity cannot be worked out",
                   facts);
    } else if (first != second) {
        survey.add(FindingTopic::places, "parity/" + rule.rule->id, {clause},
                   clause + " asks for as many of one as of the other, " + one + " and " + other +
                       "; the register has " + number_words(first) + " and " +
                       number_words(second) + (of_members ? " members" : " seats"),
                   facts);
    }
}

/// A share of the members who must be of certain classes. Of no members there is no share.
void say_share(Survey& survey, const charter::InForce<charter::BalanceRule>& rule) {
    const auto all = seats_at(survey.state, survey.body.id, survey.at);
    const auto filled = seats_filled_at(survey.state, survey.body.id, survey.at);
    if (!rule->at_least || filled.empty()) {
        return;
    }
    std::int64_t have = 0;
    std::vector<std::string> kinds;
    for (const auto& kind : rule->each_of) {
        have += seats_of_kind(filled, all, kind);
        kinds.push_back(plain(kind));
    }
    const auto of = static_cast<std::int64_t>(filled.size());
    const auto needed = rule->at_least->least_reaching(of);
    if (have < needed) {
        const auto clause = clause_of(*rule.rule);
        survey.add(FindingTopic::places, "share/" + rule.rule->id, {clause},
                   clause + " asks for " + rule->at_least->text() + " of the members to be " +
                       base::list_words(kinds) + "; " + number_words(have) + " of " +
                       number_words(of) + " are, and " + number_words(needed) + " are needed",
                   {{"have", have}, {"needed", needed}, {"members", of}});
    }
}

/// The offices a selector stands for: one, or as many as the register has organisations of the
/// sector.
std::int64_t offices_of(const Survey& survey, const std::string& selector) {
    const auto sector = selector.find(":*");
    const auto open = selector.find('(');
    if (open == std::string::npos || sector == std::string::npos) {
        return 1;
    }
    const auto name = selector.substr(open + 1, sector - open - 1);
    std::int64_t count = 0;
    survey.state.organisations.each(
        [&](const Organisation& each) { count += each.sector == name ? 1 : 0; });
    return count;
}

/// Bodies under one model share the holders their places are for: whether every office has one
/// (three boards with four Leaders each, twelve Leaders, and a Chairman who may be one of them).
void say_allocation(Survey& survey, const charter::InForce<charter::SeatsRule>& rule) {
    if (rule->eligible.size() < 2) {
        return;
    }
    const auto& mine = survey.terms->terms.charter();
    std::vector<std::string> bodies;
    std::int64_t places = 0;
    bool first = true;
    survey.state.bodies.each([&](const Body& body) {
        const auto* terms = survey.established(body.id)
                                ? terms_at(survey.state, body.id, survey.at, survey.context)
                                : nullptr;
        const auto* same = terms == nullptr ? nullptr : terms->terms.rule(rule.rule->id);
        const bool one_model =
            same != nullptr && !mine.model.empty() && terms->terms.charter().model == mine.model;
        if (same != nullptr && (one_model || same->charter == rule.rule->charter)) {
            first = first && (!bodies.empty() || body.id == survey.body.id);
            bodies.push_back(survey.name_of(body.id));
            places += rule->count;
        }
    });
    std::int64_t offices = 0;
    for (const auto& selector : rule->eligible) {
        offices += offices_of(survey, selector);
    }
    if (!first || bodies.size() < 2 || offices_of(survey, rule->eligible.front()) == 0 ||
        offices == places) {
        return;
    }
    survey.add(FindingTopic::contradiction, "allocation/" + rule.rule->id, {clause_of(*rule.rule)},
               number_words(static_cast<std::int64_t>(bodies.size())) + " bodies have " +
                   counted(places, "place", "places") + " between them for " +
                   eligible_words(survey.state, *rule.params) + "; there are " +
                   number_words(offices) +
                   " such offices, so it does not come out at one place each",
               {{"places", places},
                {"offices", offices},
                {"bodies", static_cast<std::int64_t>(bodies.size())}});
}

void say_balance(Survey& survey) {
    std::map<std::string, std::int64_t> filled;
    for (const auto* seat : seats_filled_at(survey.state, survey.body.id, survey.at)) {
        ++filled[seat->sector];
    }
    for (const auto& rule : survey.all<charter::BalanceRule>()) {
        say_parity(survey, rule);
        say_share(survey, rule);
        if (rule->at_least) {
            continue; // a share of them together, not a number of each
        }
        for (const auto& sector : rule->each_of) {
            const auto have = filled.count(sector) == 0 ? 0 : filled.at(sector);
            const auto name = plain(sector);
            const std::vector<Fact> facts{{"sector", sector}, {"filled", have}, {"min", rule->min}};
            const auto clause = clause_of(*rule.rule);
            if (have < rule->min) {
                survey.add(FindingTopic::places, "balance/" + rule.rule->id + "/" + sector,
                           {clause},
                           clause + " asks for the " + name + " sector; " +
                               (have == 0 ? "no filled seat is"
                                          : counted(have, "filled seat is", "filled seats are")) +
                               " of it",
                           facts);
            } else if (rule->max && have > *rule->max) {
                survey.add(
                    FindingTopic::places, "balance/" + rule.rule->id + "/" + sector, {clause},
                    clause + " allows " + counted(*rule->max, "seat", "seats") + " for the " +
                        name + " sector; " + number_words(have) + " are filled",
                    facts);
            }
        }
    }
}

/// One sentence in place of many: of a body nobody is known to sit on nothing is inferred.
void say_nothing_held(Survey& survey) {
    if (survey.terms == nullptr || survey.register_speaks(survey.body.id)) {
        return;
    }
    const auto seats =
        static_cast<std::int64_t>(seats_at(survey.state, survey.body.id, survey.at).size());
    survey.add(FindingTopic::places, "no-holders", {},
               seats == 0
                   ? "no record is held here of seats or of who sits on this body"
                   : "no record is held here of who holds the " + counted(seats, "seat", "seats"),
               {{"seats", seats}});
}

} // namespace

void survey_places(Survey& survey) {
    say_nothing_held(survey);
    say_places(survey);
    for (const auto& rule : survey.all<charter::SeatsRule>()) {
        say_allocation(survey, rule);
    }
    if (survey.register_speaks(survey.body.id)) {
        say_balance(survey);
    }
}

} // namespace quorate::governance
