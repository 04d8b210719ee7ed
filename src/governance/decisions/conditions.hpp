#ifndef QUORATE_GOVERNANCE_DECISIONS_CONDITIONS_HPP
#define QUORATE_GOVERNANCE_DECISIONS_CONDITIONS_HPP
// What every decision is held against, at a meeting or between meetings.

#include "governance/decisions/acts.hpp"
#include "governance/ruler.hpp"

namespace quorate::governance {

/// Effects no decision of the body can have (4.18): each claimed one is a breach.
void check_limits(Ruler& ruler, const std::vector<std::string>& effects);
/// What the terms ask to be taken into account with each decision (4.15).
void check_considered(Ruler& ruler, const std::vector<Considered>& considered);

} // namespace quorate::governance

#endif
