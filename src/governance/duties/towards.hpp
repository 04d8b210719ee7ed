#ifndef QUORATE_GOVERNANCE_DUTIES_TOWARDS_HPP
#define QUORATE_GOVERNANCE_DUTIES_TOWARDS_HPP
// Towards whom a duty is owed, and the reports that show it was done.

#include "governance/duties/inquiry.hpp"

#include <string>
#include <vector>

namespace quorate::governance {

/// The ids that a duty's `each` stands for: an id is itself, "district-lsp:*" is every organisation
/// of that sector and every body of that sort but the inquiry's own that is not dissolved. In order
/// of id, without repetition.
std::vector<std::string> towards(const Inquiry& inquiry, const std::vector<std::string>& each);

/// The reports that a duty asks for, known by the day asked about, oldest first: those recorded of
/// this body, and when another body owes them, those of that body that went to the audience the
/// duty names, or to this body. `by` is who owes them, when it is one of several. `through` is not
/// looked at.
std::vector<const Report*> reports_for(const Inquiry& inquiry, const charter::DutyRule& rule,
                                       const std::string& by = {});
/// The report went the way the duty asks.
bool right_way(const Report& report, const charter::DutyRule& rule);
/// "Reported on Tuesday 1 July 2008", with the entry.
DutyEvidence report_evidence(const Inquiry& inquiry, const Report& report);

} // namespace quorate::governance

#endif
