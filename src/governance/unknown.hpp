#ifndef QUORATE_GOVERNANCE_UNKNOWN_HPP
#define QUORATE_GOVERNANCE_UNKNOWN_HPP
// What is ruled on something the record does not have, when nobody can say whose terms to ask.

#include "governance/ruling.hpp"

namespace quorate::governance {

/// A refusal for that reason alone.
Ruling refuse_unknown(Code code, std::vector<Fact> facts);

} // namespace quorate::governance

#endif
