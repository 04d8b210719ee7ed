// The register of seats: sectors, vacancies, and people who sit in several places.

#include "base/text.hpp"
#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <map>

namespace quorate::governance {
namespace {

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
            survey.add(FindingTopic::places, name, {clause},
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
    if (!seats.empty() && survey.register_speaks(survey.body.id)) {
        const auto count = static_cast<std::int64_t>(seats.size());
        survey.add(FindingTopic::places, "vacancies", {},
                   survey.complete(survey.body.id)
                       ? counted(count, "seat is", "seats are") + " vacant"
                       : counted(count, "seat has", "seats have") + " no holder on record",
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
            FindingTopic::people, "two-seats/" + seats.front()->id.value, {},
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
            survey.add(FindingTopic::people, "also-on/" + other.id.value, {},
                       counted(shared, "person holds", "people hold") + " a seat here and on " +
                           survey.name_of(other.id),
                       {{"people", std::int64_t{shared}}, {"other", other.id.value}});
        }
    });
}

/// A body that exists within another, with people who are not on that other.
void say_within(Survey& survey) {
    const auto rule = survey.one<charter::BodyRule>();
    const BodyId parent(rule ? rule->exists_within : std::string());
    if (parent.empty() || !survey.established(parent)) {
        return;
    }
    const auto mine = survey.people_of(survey.body.id);
    const auto theirs = survey.people_of(parent);
    const auto outside = std::count_if(mine.begin(), mine.end(), [&](const PersonId& person) {
        return theirs.count(person) == 0;
    });
    if (outside > 0 && !theirs.empty()) {
        const auto total = static_cast<std::int64_t>(mine.size());
        survey.add(
            FindingTopic::people, "not-within/" + parent.value, {clause_of(*rule.rule)},
            "this body exists within " + survey.name_of(parent) + "; " + number_words(outside) +
                " of its " + counted(total, "member", "members") + " " +
                (outside == 1 ? "has" : "have") + " no seat there",
            {{"outside", std::int64_t{outside}}, {"members", total}, {"within", parent.value}});
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

/// The body this one stands within oversees the group too: the group is to be heard there.
bool above_oversees(const Survey& survey, const charter::BodyRule& rule, const std::string& group) {
    const BodyId over(rule.exists_within.empty() ? rule.accountable_to : rule.exists_within);
    const auto* terms =
        over.empty() ? nullptr : terms_at(survey.state, over, survey.at, survey.context);
    const auto above = terms == nullptr ? charter::InForce<charter::BodyRule>{}
                                        : terms->terms.one<charter::BodyRule>();
    return above && std::find(above->oversees.begin(), above->oversees.end(), group) !=
                        above->oversees.end();
}

/// Groups this body oversees that no seat of it speaks for.
void say_representatives(Survey& survey) {
    const auto rule = survey.one<charter::BodyRule>();
    if (!rule || !survey.register_speaks(survey.body.id)) {
        return;
    }
    for (const auto& group : rule->oversees) {
        const BodyId id(group);
        if (!survey.established(id) || !is_group(survey, id) ||
            above_oversees(survey, *rule.params, group)) {
            continue;
        }
        const auto seats = seats_at(survey.state, survey.body.id, survey.at);
        const bool spoken_for = std::any_of(
            seats.begin(), seats.end(), [&](const Seat* seat) { return seat->represents == id; });
        if (!spoken_for) {
            survey.add(FindingTopic::places, "not-represented/" + group, {clause_of(*rule.rule)},
                       "no seat here is recorded as speaking for " + survey.name_of(id),
                       {{"group", group}});
        }
    }
}

} // namespace

void survey_register(Survey& survey) {
    say_sectors(survey);
    say_vacancies(survey);
    say_several_seats(survey);
    say_within(survey);
    say_representatives(survey);
}

} // namespace quorate::governance
