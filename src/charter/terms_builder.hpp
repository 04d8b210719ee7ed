#ifndef QUORATE_CHARTER_TERMS_BUILDER_HPP
#define QUORATE_CHARTER_TERMS_BUILDER_HPP
// Builds Terms from a resolution; used by the Library only.

#include "charter/apply.hpp"
#include "charter/terms.hpp"

#include <memory>

namespace quorate::charter {

/// Terms of a charter under a spec. The resolution's readings point into the charters, which the
/// terms keep alive.
std::unique_ptr<const Terms> build_terms(std::shared_ptr<const Charter> charter, TermsSpec spec,
                                         Resolution resolution);

/// Terms like others that live longer, with parameters laid over some rules: pairs of rule id and
/// JSON object. Shares everything else with them, so it is cheap to make.
std::unique_ptr<const Terms>
terms_with(const Terms& like, const std::vector<std::pair<std::string, std::string>>& parameters);

} // namespace quorate::charter

#endif
