#ifndef QUORATE_VIEWS_RULE_WORDS_HPP
#define QUORATE_VIEWS_RULE_WORDS_HPP
// A rule in plain words with the names people know: a charter names bodies and organisations by id.
// Only views/ includes this.

#include "views/ground.hpp"

#include <string>
#include <vector>

namespace quorate::views {

/// Ids of bodies and organisations on record, each with its name.
using KnownNames = std::vector<std::vector<std::string>>;
KnownNames known_names(const Ground& ground);
/// The rule's words with those names in place of ids: "It oversees the Riverside Board."
std::string rule_words(const KnownNames& names, const charter::Rule& rule, charter::Params params);

} // namespace quorate::views

#endif
