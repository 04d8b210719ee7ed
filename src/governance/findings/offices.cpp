// Offices: who holds them under the terms, against what the roll marks.

#include "governance/findings/survey.hpp"
#include "governance/membership/places.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The outside office a rule names, by its title where the register has one.
std::string outside_words(const Survey& survey, const charter::OfficeRule& rule) {
    return selector_words(survey.state, rule.holder);
}

/// The seats whose holder the published roll marks with an office.
std::vector<const Seat*> marked(const Survey& survey, std::string_view office) {
    auto seats = seats_at(survey.state, survey.body.id, survey.at);
    std::erase_if(seats, [&](const Seat* seat) {
        const auto* occupant = occupant_at(survey.state, *seat, survey.at);
        return occupant == nullptr || occupant->marked != office;
    });
    return seats;
}

void say_marked_otherwise(Survey& survey, const charter::InForce<charter::OfficeRule>& rule,
                          const OfficeAnswer& answer) {
    const auto seats = marked(survey, rule->office);
    if (seats.empty()) {
        return;
    }
    const auto clause = clause_of(*rule.rule);
    const auto office = plain(rule->office);
    const std::vector<Fact> facts{
        {"office", rule->office},
        {"marked", seat_words(seats)},
        {"holder", answer.seat == nullptr ? std::string() : answer.seat->id.value}};
    if (rule->method != charter::OfficeMethod::ex_officio || answer.term_ended) {
        if (answer.seat == nullptr) {
            const auto* how =
                rule->method == charter::OfficeMethod::rotates ? "schedule" : "election";
            survey.add(FindingTopic::offices, "marked-only/" + rule->office, {clause},
                       "the roll marks seat " + seat_words(seats) + " as " + office + "; no " +
                           how + " under " + clause + " is on record",
                       facts);
        }
        return;
    }
    const bool agrees = seats.size() == 1 && answer.seat == seats.front();
    if (!agrees) {
        survey.add(FindingTopic::offices, "marked-otherwise/" + rule->office, {clause},
                   clause + " gives the office of " + office + " to " +
                       outside_words(survey, *rule.params) + ", which " +
                       (answer.seat == nullptr ? "goes with no seat on record"
                                               : "goes with seat " + answer.seat->id.value) +
                       "; the roll marks seat " + seat_words(seats),
                   facts);
    }
}

void say_unfilled(Survey& survey, const charter::InForce<charter::OfficeRule>& rule,
                  const OfficeAnswer& answer) {
    if (answer.seat != nullptr || !marked(survey, rule->office).empty() ||
        !survey.register_speaks(survey.body.id)) {
        return;
    }
    const auto clause = clause_of(*rule.rule);
    const auto office = plain(rule->office);
    const bool outside = rule->method == charter::OfficeMethod::ex_officio && !answer.term_ended;
    const auto* office_held = survey.state.offices.find(OfficeId(rule->holder));
    const auto* holder = office_held == nullptr ? nullptr : office_held->holder.at(survey.at);
    const bool known = holder != nullptr && holder->has_value();
    survey.add(FindingTopic::offices, "unfilled/" + rule->office, {clause},
               outside ? clause + " gives the office of " + office + " to " +
                             outside_words(survey, *rule.params) +
                             (known ? "; no seat on record goes with that"
                                    : "; who that is, the record does not say")
                       : "nobody is on record as " + office,
               {{"office", rule->office}});
}

} // namespace

void survey_offices(Survey& survey) {
    for (const auto& rule : survey.all<charter::OfficeRule>()) {
        const auto answer =
            office_at(survey.state, survey.body.id, rule->office, survey.at, survey.context);
        say_marked_otherwise(survey, rule, answer);
        say_unfilled(survey, rule, answer);
    }
}

} // namespace quorate::governance
