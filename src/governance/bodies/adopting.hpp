#ifndef QUORATE_GOVERNANCE_BODIES_ADOPTING_HPP
#define QUORATE_GOVERNANCE_BODIES_ADOPTING_HPP
// What every act that cites terms of reference asks of the charters held: are they there, whose are
// they, can they be made.

#include "governance/bodies/checks.hpp"

#include <memory>
#include <string>
#include <vector>

namespace quorate::governance {

/// A digest as the record writes it, in lower case; other text as it is.
std::string lower_hex(std::string_view digest);
/// The charter of a digest; refuses when it is not held, has another name than `name` (empty for
/// any), or is another body's.
std::shared_ptr<const charter::Charter>
named_charter(Ruler& ruler, const BodyId& body, const std::string& name, const std::string& digest);
/// The charters applied, "name=digest" each with its digest in lower case; refuses those not held.
std::vector<std::string> named_applied(Ruler& ruler, const std::vector<std::string>& applies);
/// The calendar of a digest, in lower case; refuses one that is not held. Empty for none.
std::optional<std::string> named_calendar(Ruler& ruler, const std::optional<std::string>& digest);
/// Terms that cannot be made never come into force, nor do terms made from a model with a hole
/// still open (5.1, 5.4): refuses when those that differ between the state of the ruler and the one
/// after cannot, or have one.
void check_terms_made(Ruler& ruler, const State& after);

} // namespace quorate::governance

#endif
