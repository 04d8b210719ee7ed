#ifndef QUORATE_GOVERNANCE_FINDINGS_FINDINGS_HPP
#define QUORATE_GOVERNANCE_FINDINGS_FINDINGS_HPP
// Findings: where the terms contradict themselves or leave something open, where the register does
// not meet them, and what the record was made with. Computed, never stored. They speak of seats and
// documents, never of a named person.

#include "governance/context.hpp"
#include "governance/ruling.hpp"
#include "governance/state.hpp"

#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

namespace quorate::governance {

/// terms: the documents themselves. register: seats and offices against the documents. record: acts
/// as recorded. (Written "terms", "register" and "record".)
BOOST_DEFINE_ENUM_CLASS(FindingKind, terms, register_, record)

/// What a finding is about, for whoever reads many. contradiction: the documents say two things.
/// silence: they do not say. slip: the document itself is at fault. reading: a question left open,
/// and how it is read. places: seats against the terms. offices. people: who also sits elsewhere.
/// succession: what a change leaves with nobody. record: acts.
BOOST_DEFINE_ENUM_CLASS(FindingTopic, contradiction, silence, slip, reading, places, offices,
                        people, succession, record)

struct Finding {
    std::string id; ///< the same every time: "kp/zero-slack"
    std::vector<std::string>
        clauses; ///< of the body's own charter; empty where no clause is behind it
    BodyId body;
    std::string words; ///< one or two short sentences
    FindingKind kind = FindingKind::terms;
    FindingTopic topic = FindingTopic::contradiction;
    std::vector<Fact> facts;
    std::optional<std::int64_t> position; ///< of the entry, for a finding of the record
};

/// The findings on every body as things stand at `at`: by body in the order established, then by
/// topic, within each in the order of the document. Pure.
std::vector<Finding> findings(const State& state, const Context& context, base::Instant at);
/// The findings on one body; empty when there is no such body.
std::vector<Finding> findings_of(const State& state, const Context& context, const BodyId& body,
                                 base::Instant at);

} // namespace quorate::governance

#endif
