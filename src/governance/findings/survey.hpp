#ifndef QUORATE_GOVERNANCE_FINDINGS_SURVEY_HPP
#define QUORATE_GOVERNANCE_FINDINGS_SURVEY_HPP
// What the parts of findings() share: the body looked at, the instant, and how a finding is written
// down.

#include "governance/bodies/succession.hpp"
#include "governance/findings/findings.hpp"
#include "governance/lookup.hpp"

#include <set>
#include <string_view>

namespace quorate::governance {

/// One body at one instant, and the findings on it so far.
struct Survey {
    Survey(const State& state, const Context& context, const Body& body, base::Instant at);

    const State& state;
    const Context& context;
    const Body& body;
    base::Instant at;
    const CompiledTerms* terms; ///< in force then; null when there are none
    std::vector<Finding> found;

    /// Adds a finding of the terms, the register or the record as its topic has it; `name` makes
    /// its id together with the body.
    Finding& add(FindingTopic topic, std::string_view name, std::vector<std::string> clauses,
                 std::string words, std::vector<Fact> facts = {});

    template <class P>
    [[nodiscard]] std::span<const charter::InForce<P>> all() const {
        return terms == nullptr ? std::span<const charter::InForce<P>>{} : terms->terms.all<P>();
    }
    template <class P>
    [[nodiscard]] charter::InForce<P> one() const {
        return terms == nullptr ? charter::InForce<P>{} : terms->terms.one<P>();
    }
    /// The rule stands in this body's own charter, not in one it applies.
    [[nodiscard]] bool own(const charter::Rule& rule) const;
    /// The body is there and has not come to an end.
    [[nodiscard]] bool established(const BodyId& other) const;
    /// A body as people call it, to stand within a sentence: "the Kent Partnership"; its id when it
    /// has no name.
    [[nodiscard]] std::string name_of(const BodyId& other) const;
    /// The record of a body is marked complete by then.
    [[nodiscard]] bool complete(const BodyId& other) const;
    /// What the register of a body is silent about may be inferred: its record is complete by then,
    /// or it names who holds some of the seats. Otherwise nothing is held here and nothing
    /// inferred.
    [[nodiscard]] bool register_speaks(const BodyId& other) const;
    /// The people who hold seats of a body then.
    [[nodiscard]] std::set<PersonId> people_of(const BodyId& other) const;
};

/// The clause by which a rule binds this body: where it is imported, the importing one.
std::string clause_of(const charter::Rule& rule);
/// Every clause a rule stands for: where it is imported, the importing one alone.
std::vector<std::string> clauses_of(const charter::Rule& rule);
/// Hyphens out: "vice-chair" is "vice chair".
std::string plain(std::string text);
std::string seat_words(const std::vector<const Seat*>& seats);

void survey_terms(Survey& survey);
void survey_statements(Survey& survey);
void survey_silences(Survey& survey);
void survey_register(Survey& survey);
void survey_liaison(Survey& survey);
void survey_places(Survey& survey);
void survey_succession(Survey& survey, const std::vector<Orphan>& orphans);
void survey_offices(Survey& survey);
void survey_record(Survey& survey);

} // namespace quorate::governance

#endif
