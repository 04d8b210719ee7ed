#ifndef QUORATE_CHARTER_APPLY_HPP
#define QUORATE_CHARTER_APPLY_HPP
// The rules of a body: its charter's own and those it applies from others, with readings laid over
// them.

#include "charter/terms.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quorate::charter {

inline constexpr int apply_depth_max = 8;
inline constexpr int apply_steps_max = 200;

/// A rule as a body has it.
struct ResolvedRule {
    Rule rule;     ///< base parameters with names substituted; charter and cited_clause filled
    Params params; ///< after readings and substitution
    Effect effect = Effect::recorded;
    std::vector<ReadingInForce> readings; ///< that formed it
    const Charter* source = nullptr;      ///< the charter it was written in
    const Rule* brought_by = nullptr;     ///< the body's own apply rule; nullptr for an own rule
    const Enactment* disapplied_by =
        nullptr; ///< law that takes the rule out of force for this body
};

/// Why an apply rule of the charter cannot be followed. `key` is the key of it that is at fault.
struct ApplyProblem {
    const Rule* apply = nullptr;
    std::string key;
    std::string message;
    std::string help;
};

struct Resolution {
    std::vector<ResolvedRule> rules; ///< own first, then imports, in the order of the document
    std::vector<std::shared_ptr<const Charter>> sources; ///< the charters imported
    std::vector<ReadingInForce> of_charter; ///< of the interpretations of the charter as a whole
    std::vector<ApplyProblem> problems;
};

/// Finds the charter, in the version meant, that an apply rule names.
using FindCharter = std::function<base::Result<std::shared_ptr<const Charter>>(const ApplyRule&)>;
/// The name of the reading in force of an interpretation.
using ReadingOf = std::function<std::string_view(const Charter&, const Interpretation&)>;

/// Follows every apply rule. "*" imports all rules but body, apply, aim and fact, which speak of
/// the other charter itself; the id of an apply rule imports what that rule brings. A rule of the
/// charter, or of an earlier import, stands before an imported rule of the same id, which is left
/// out.
Resolution resolve(const Charter& charter, const FindCharter& find, const ReadingOf& reading_of);

/// The standing reading, whatever the charter.
std::string_view standing_reading(const Charter& charter, const Interpretation& interpretation);

} // namespace quorate::charter

#endif
