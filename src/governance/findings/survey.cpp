#include "governance/findings/survey.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <iterator>

namespace quorate::governance {

Survey::Survey(const State& of_state, const Context& with_context, const Body& of_body,
               base::Instant when)
    : state(of_state), context(with_context), body(of_body), at(when),
      terms(terms_at(of_state, of_body.id, when, with_context)) {}

namespace {

FindingKind kind_of(FindingTopic topic) {
    switch (topic) {
    case FindingTopic::contradiction:
    case FindingTopic::silence:
    case FindingTopic::slip:
    case FindingTopic::reading:
        return FindingKind::terms;
    case FindingTopic::places:
    case FindingTopic::offices:
    case FindingTopic::people:
    case FindingTopic::succession:
        return FindingKind::register_;
    case FindingTopic::record:
        return FindingKind::record;
    }
    return FindingKind::terms;
}

} // namespace

Finding& Survey::add(FindingTopic topic, std::string_view name, std::vector<std::string> clauses,
                     std::string words, std::vector<Fact> facts) {
    Finding finding;
    finding.id = body.id.value + "/" + std::string(name);
    finding.clauses = std::move(clauses);
    finding.body = body.id;
    finding.words = as_sentence(std::move(words));
    finding.topic = topic;
    finding.kind = kind_of(topic);
    finding.facts = std::move(facts);
    found.push_back(std::move(finding));
    return found.back();
}

bool Survey::own(const charter::Rule& rule) const {
    return terms != nullptr &&
           (rule.charter.empty() || rule.charter == terms->terms.charter().name);
}

bool Survey::established(const BodyId& other) const {
    const auto* known = state.bodies.find(other);
    const auto* status = known == nullptr ? nullptr : known->status.at(at);
    return status != nullptr && *status == BodyStatus::established;
}

bool Survey::complete(const BodyId& other) const {
    const auto* known = state.bodies.find(other);
    return known != nullptr && known->complete_from &&
           *known->complete_from <= zone_of(state, other).date_of(at);
}

bool Survey::register_speaks(const BodyId& other) const {
    return complete(other) || !seats_filled_at(state, other, at).empty();
}

std::set<PersonId> Survey::people_of(const BodyId& other) const {
    std::set<PersonId> out;
    for (const auto* seat : seats_filled_at(state, other, at)) {
        const auto* occupant = occupant_at(state, *seat, at);
        out.insert(occupant->persons.begin(), occupant->persons.end());
    }
    return out;
}

std::string Survey::name_of(const BodyId& other) const {
    const auto* known = state.bodies.find(other);
    auto name = known == nullptr || known->name.empty() ? other.value : known->name;
    if (name.rfind("The ", 0) == 0) {
        name.front() = 't';
    }
    return name;
}

std::string plain(std::string text) {
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string clause_of(const charter::Rule& rule) {
    return rule.cited_clause.empty() ? rule.clause : rule.cited_clause;
}

std::vector<std::string> clauses_of(const charter::Rule& rule) {
    return rule.cited_clause.empty() && !rule.clauses.empty() ? rule.clauses
                                                              : std::vector{clause_of(rule)};
}

std::string seat_words(const std::vector<const Seat*>& seats) {
    std::vector<std::string> names;
    names.reserve(seats.size());
    for (const auto* seat : seats) {
        names.push_back(seat->id.value);
    }
    return base::list_words(names);
}

namespace {

void survey_body(const State& state, const Context& context, const Body& body, base::Instant at,
                 const std::vector<Orphan>& orphans, std::vector<Finding>& out) {
    const auto* status = body.status.at(at);
    if (status == nullptr) {
        return;
    }
    Survey survey(state, context, body, at);
    if (*status != BodyStatus::dissolved) {
        survey_terms(survey);
        survey_statements(survey);
        survey_silences(survey);
        survey_places(survey);
        survey_register(survey);
        survey_liaison(survey);
        survey_offices(survey);
    }
    survey_succession(survey, orphans);
    if (*status != BodyStatus::dissolved) {
        survey_record(survey);
    }
    std::stable_sort(survey.found.begin(), survey.found.end(),
                     [](const Finding& a, const Finding& b) { return a.topic < b.topic; });
    std::move(survey.found.begin(), survey.found.end(), std::back_inserter(out));
}

} // namespace

std::vector<Finding> findings(const State& state, const Context& context, base::Instant at) {
    std::vector<Finding> out;
    const auto left = orphans(state, context, at);
    state.bodies.each([&](const Body& body) { survey_body(state, context, body, at, left, out); });
    return out;
}

std::vector<Finding> findings_of(const State& state, const Context& context, const BodyId& body,
                                 base::Instant at) {
    std::vector<Finding> out;
    if (const auto* known = state.bodies.find(body)) {
        survey_body(state, context, *known, at, orphans(state, context, at), out);
    }
    return out;
}

} // namespace quorate::governance
