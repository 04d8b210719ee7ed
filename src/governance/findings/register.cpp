// The register of seats against what the terms ask of it.

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
    if (!survey.established(on)) {
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
        survey.add(FindingKind::register_, "places/" + rule.rule->id + "/" + on.value, {clause},
                   clause + " gives " + plain(rule->holder) + " places: " + asked(*rule.params) +
                       "; the register of " + survey.name_of(on) + " has " + count_words(have),
                   {{"places", rule->count},
                    {"seats", have},
                    {"which", seat_words(seats)},
                    {"on", on.value}});
    }
}

void say_places(Survey& survey) {
    for (const auto& rule : survey.all<charter::SeatsRule>()) {
        if (rule->on.empty()) {
            say_places_on(survey, rule, survey.body.id);
        }
        for (const auto& on : rule->on) {
            say_places_on(survey, rule, BodyId(on));
        }
    }
}

void say_balance(Survey& survey) {
    std::map<std::string, std::int64_t> filled;
    for (const auto* seat : seats_filled_at(survey.state, survey.body.id, survey.at)) {
        ++filled[seat->sector];
    }
    for (const auto& rule : survey.all<charter::BalanceRule>()) {
        for (const auto& sector : rule->each_of) {
            const auto have = filled.count(sector) == 0 ? 0 : filled.at(sector);
            const auto name = plain(sector);
            const std::vector<Fact> facts{{"sector", sector}, {"filled", have}, {"min", rule->min}};
            const auto clause = clause_of(*rule.rule);
            if (have < rule->min) {
                survey.add(FindingKind::register_, "balance/" + rule.rule->id + "/" + sector,
                           {clause},
                           clause + " asks for the " + name + " sector; " +
                               (have == 0 ? "no filled seat is"
                                          : counted(have, "filled seat is", "filled seats are")) +
                               " of it",
                           facts);
            } else if (rule->max && have > *rule->max) {
                survey.add(
                    FindingKind::register_, "balance/" + rule.rule->id + "/" + sector, {clause},
                    clause + " allows " + counted(*rule->max, "seat", "seats") + " for the " +
                        name + " sector; " + number_words(have) + " are filled",
                    facts);
            }
        }
    }
}

void say_sectors(Survey& survey) {
    const auto rule = survey.one<charter::ClassRule>();
    if (!rule) {
        return;
    }
    std::vector<const Seat*> none;
    std::vector<const Seat*> unknown;
    for (const auto* seat : seats_at(survey.state, survey.body.id, survey.at)) {
        const auto& classes = rule->classes;
        if (seat->sector.empty()) {
            none.push_back(seat);
        } else if (std::find(classes.begin(), classes.end(), seat->sector) == classes.end()) {
            unknown.push_back(seat);
        }
    }
    const auto clause = clause_of(*rule.rule);
    const auto say = [&](const std::vector<const Seat*>& seats, std::string_view name,
                         std::string_view words) {
        if (!seats.empty()) {
            const auto count = static_cast<std::int64_t>(seats.size());
            survey.add(FindingKind::register_, name, {clause},
                       counted(count, "seat has ", "seats have ") + std::string(words),
                       {{"seats", count}, {"which", seat_words(seats)}});
        }
    };
    say(none, "no-sector", "no sector on record");
    say(unknown, "unknown-sector", "a sector that " + clause + " does not name");
}

void say_vacancies(Survey& survey) {
    auto seats = seats_at(survey.state, survey.body.id, survey.at);
    std::erase_if(seats, [&](const Seat* seat) {
        return occupant_at(survey.state, *seat, survey.at) != nullptr;
    });
    if (!seats.empty()) {
        const auto count = static_cast<std::int64_t>(seats.size());
        survey.add(FindingKind::register_, "vacancies", {},
                   counted(count, "seat is", "seats are") + " vacant",
                   {{"seats", count}, {"which", seat_words(seats)}});
    }
}

/// One person in two seats of this body, and people who also sit on other bodies: counted by seats,
/// nobody named.
void say_several_seats(Survey& survey) {
    std::map<PersonId, std::vector<const Seat*>> by_person;
    for (const auto* seat : seats_filled_at(survey.state, survey.body.id, survey.at)) {
        for (const auto& person : occupant_at(survey.state, *seat, survey.at)->persons) {
            by_person[person].push_back(seat);
        }
    }
    std::vector<std::vector<const Seat*>> twice;
    for (const auto& [person, seats] : by_person) {
        if (seats.size() > 1) {
            twice.push_back(seats);
        }
    }
    std::sort(twice.begin(), twice.end(),
              [](const auto& a, const auto& b) { return a.front()->number < b.front()->number; });
    for (const auto& seats : twice) {
        survey.add(
            FindingKind::register_, "two-seats/" + seats.front()->id.value, {},
            "seats " + seat_words(seats) + " are held by one person",
            {{"seats", static_cast<std::int64_t>(seats.size())}, {"which", seat_words(seats)}});
    }
    survey.state.bodies.each([&](const Body& other) {
        if (other.id <= survey.body.id || !survey.established(other.id)) {
            return;
        }
        const auto people = survey.people_of(other.id);
        const auto shared =
            std::count_if(by_person.begin(), by_person.end(),
                          [&](const auto& each) { return people.count(each.first) != 0; });
        if (shared > 0) {
            survey.add(FindingKind::register_, "also-on/" + other.id.value, {},
                       counted(shared, "person holds", "people hold") + " a seat here and on " +
                           survey.name_of(other.id),
                       {{"people", std::int64_t{shared}}, {"other", other.id.value}});
        }
    });
}

/// A body that exists within another, with people who are not on that other.
void say_within(Survey& survey) {
    for (const auto& rule : survey.all<charter::BodyRule>()) {
        const BodyId parent(rule->exists_within);
        if (parent.empty() || !survey.established(parent)) {
            continue;
        }
        const auto mine = survey.people_of(survey.body.id);
        const auto theirs = survey.people_of(parent);
        const auto outside = std::count_if(mine.begin(), mine.end(), [&](const PersonId& person) {
            return theirs.count(person) == 0;
        });
        if (outside > 0 && !theirs.empty()) {
            const auto total = static_cast<std::int64_t>(mine.size());
            survey.add(
                FindingKind::register_, "not-within/" + parent.value, {clause_of(*rule.rule)},
                "this body exists within " + survey.name_of(parent) + "; " + number_words(outside) +
                    " of its " + counted(total, "member", "members") + " " +
                    (outside == 1 ? "has" : "have") + " no seat there",
                {{"outside", std::int64_t{outside}}, {"members", total}, {"within", parent.value}});
        }
    }
}

/// A group its own terms call something other than a group, such as a board, speaks for itself by
/// other means.
bool is_group(const Survey& survey, const BodyId& id) {
    const auto* terms = terms_at(survey.state, id, survey.at, survey.context);
    const auto rule = terms == nullptr ? charter::InForce<charter::BodyRule>{}
                                       : terms->terms.one<charter::BodyRule>();
    return !rule || rule->sort.empty() || rule->sort == "working-group" ||
           rule->sort == "task-group";
}

/// Groups this body oversees that no seat of it speaks for.
void say_representatives(Survey& survey) {
    for (const auto& rule : survey.all<charter::BodyRule>()) {
        for (const auto& group : rule->oversees) {
            const BodyId id(group);
            if (!survey.established(id) || !is_group(survey, id)) {
                continue;
            }
            const auto seats = seats_at(survey.state, survey.body.id, survey.at);
            const bool spoken_for = std::any_of(seats.begin(), seats.end(), [&](const Seat* seat) {
                return seat->represents == id;
            });
            if (!spoken_for) {
                survey.add(FindingKind::register_, "not-represented/" + group,
                           {clause_of(*rule.rule)},
                           "no seat here is recorded as speaking for " + survey.name_of(id),
                           {{"group", group}});
            }
        }
    }
}

} // namespace

void survey_register(Survey& survey) {
    say_places(survey);
    say_balance(survey);
    say_sectors(survey);
    say_vacancies(survey);
    say_several_seats(survey);
    say_within(survey);
    say_representatives(survey);
}

} // namespace quorate::governance
