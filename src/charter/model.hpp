#ifndef QUORATE_CHARTER_MODEL_HPP
#define QUORATE_CHARTER_MODEL_HPP
// Model terms: a charter with holes, charters made from it, and how they differ from it (5.4, A-M;
// F17, F21).

#include "charter/charter.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quorate::charter {

inline constexpr std::size_t hole_value_bytes_max = 1'000;

/// What to make of a model.
struct Filling {
    std::string charter; ///< the name of the new charter
    std::vector<std::pair<std::string, std::string>>
        values; ///< hole and value; a list with semicolons
};

/// Fails when a value does not fit its hole: not a whole number from 1 to 1,000,000, not a date,
/// not an id, empty, over hole_value_bytes_max, with a line break or with {{.
base::Result<void> check_value(const ParamRule& hole, std::string_view value);

/// The bytes of a new charter: the model's text with the holes filled, the model's name and SHA-256
/// and the values in its front matter. Holes without a value stay open. Fails when the model has no
/// holes, on an unknown hole, a value that does not fit, or a result that is no good charter.
base::Result<std::string> instantiate(const Charter& model, const Filling& filling);

BOOST_DEFINE_ENUM_CLASS(DifferenceKind, clause_added, clause_left_out, clause_reworded, rule_added,
                        rule_left_out, rule_changed, interpretation_added, interpretation_left_out,
                        interpretation_changed, hole_open)

/// One way in which a charter departs from its model filled with the same values.
struct Difference {
    DifferenceKind kind{};
    std::string clause;
    std::string rule; ///< or interpretation, or hole
    std::string key;  ///< the parameter that was changed
    std::string in_model;
    std::string here;
};

/// Every difference, clauses first, in the order of the documents. Fails when the charter's values
/// do not fit the model.
base::Result<std::vector<Difference>> differences_from_model(const Charter& model,
                                                              const Charter& instance);
/// One difference as a sentence.
std::string words(const Difference& difference);

} // namespace quorate::charter

#endif
