#ifndef QUORATE_GOVERNANCE_MEETINGS_EXEMPTIONS_HPP
#define QUORATE_GOVERNANCE_MEETINGS_EXEMPTIONS_HPP
// By which law a body keeps a paper from being open to everyone.

#include "governance/lookup.hpp"

namespace quorate::governance {

/// True of a committee of a council, set up by statute: it exempts papers by the paragraphs of
/// Schedule 12A of the Local Government Act 1972. `terms` are those in force for it; null when it
/// has none.
bool exempts_as_council(const State& state, const BodyId& body, const CompiledTerms* terms);
/// True when an exemption is a paragraph of Schedule 12A.
bool is_paragraph(std::string_view exemption);

} // namespace quorate::governance

#endif
