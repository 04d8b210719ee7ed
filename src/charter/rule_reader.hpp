#ifndef QUORATE_CHARTER_RULE_READER_HPP
#define QUORATE_CHARTER_RULE_READER_HPP
// Rules and interpretations from the TOML of rule blocks and front matter.

#include "charter/charter.hpp"
#include "charter/outline.hpp"
#include "charter/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::charter {

/// Reads one rule block and the interpretations written in it, which are added to
/// `interpretations`. Gives nothing when the block's first line or its TOML cannot be read.
std::optional<Rule> read_rule(const RuleBlock& block, const std::string& file,
                              std::vector<Interpretation>& interpretations, Problems& problems);

/// Reads [[interpretation]] tables. `rule` is the rule they stand in, or nullptr for those of the
/// charter as a whole, whose readings may set default_effect only.
void read_interpretations(const Value& list, const Rule* rule, const std::string& file,
                          std::vector<Interpretation>& interpretations, Problems& problems);

/// Where each key of a table stands, lists and tables within it included.
std::vector<KeyPlace> key_places(const Value& table);

/// What a reading of an interpretation of the charter as a whole may set.
struct CharterWide {
    Effect default_effect = Effect::recorded;
};
BOOST_DESCRIBE_STRUCT(CharterWide, (), (default_effect))

} // namespace quorate::charter

#endif
