#ifndef QUORATE_GOVERNANCE_FINDINGS_SILENCES_HPP
#define QUORATE_GOVERNANCE_FINDINGS_SILENCES_HPP
// What terms do not say, asked of the terms alone: of a body's, or of a model before anybody has
// adopted it (the model terms of 2008 set no quorum, no notice and no substitutes).

#include "charter/terms.hpp"

#include <string>
#include <vector>

namespace quorate::governance {

/// Something terms are expected to say and do not.
struct Silence {
    std::string about;  ///< quorum, notice, substitute, election/vice-chair ...
    std::string words;  ///< "the terms do not say how many make a quorum"
    std::string clause; ///< the clause that comes nearest; empty for none

    friend bool operator==(const Silence&, const Silence&) = default;
};

/// Every silence of terms, in a fixed order: members coming and going, meetings, deciding, offices,
/// minutes. Rules that come from the common procedure alone do not speak for terms on who joins and
/// who leaves.
std::vector<Silence> silences(const charter::Terms& terms);

} // namespace quorate::governance

#endif
