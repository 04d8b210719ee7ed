#ifndef QUORATE_GOVERNANCE_DECISIONS_MATTERS_HPP
#define QUORATE_GOVERNANCE_DECISIONS_MATTERS_HPP
// Whose matter it is: what the terms reserve to a body, and where it has passed since.

#include "governance/ruler.hpp"

#include <optional>

namespace quorate::governance {

/// What every body's terms say of a decision of the ruler's body on a matter: reserved to another,
/// handed on to another since, only to be recommended on, or its own (3.4, 4.3, F5, F12). A
/// recommendation is anybody's to make.
void check_matter(Ruler& ruler, const std::optional<Matter>& matter, bool recommendation);

} // namespace quorate::governance

#endif
