#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_CHECKS_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_CHECKS_HPP
// What the rules about membership ask of the record: who is registered, who may speak for whom,
// which sector a seat is of.

#include "governance/bodies/checks.hpp"

#include <string>

namespace quorate::governance {

/// The body whose terms are asked of what is of no one body, as the register is: for someone who
/// acts from a seat, the seat's own, and for a person one they sit on; else the first whose terms
/// in force speak of the act. Empty when none do; it is then for the officers.
BodyId keeper_of_register(const Call& call);

/// Refuses when the record has no such organisation; so too for a person.
bool require_organisation(Ruler& ruler, const OrganisationId& id);
bool require_person(Ruler& ruler, const PersonId& id);

/// True when whoever acts may speak for an organisation: an officer for any, an organisation or a
/// seat for its own.
bool speaks_for(const Ruler& ruler, const OrganisationId& organisation);
/// Refuses unless it may.
void require_speaks_for(Ruler& ruler, const OrganisationId& organisation);

/// Refuses for a promise the organisation was released from; require_open also for one that was
/// honoured. Whenever that was: a promise ends once.
void require_not_released(Ruler& ruler, const Commitment& commitment);
void require_open(Ruler& ruler, const Commitment& commitment);

/// The class of a seat under the body's terms: as recorded for the seat, else its organisation's
/// where the terms know that class. Empty when it is not recorded.
std::string sector_of(const Ruler& ruler, const Seat& seat);
/// Two classes that count as one when a rule asks for different sectors.
bool same_sector(const charter::InForce<charter::ClassRule>& rule, const std::string& a,
                 const std::string& b);

/// A wall-clock time in a zone as a fact: 2008-07-01T10:00.
Fact fact(std::string_view name, base::Instant instant, const base::Zone& zone);

} // namespace quorate::governance

#endif
