#ifndef QUORATE_CHARTER_PLAIN_WORDS_PARTS_HPP
#define QUORATE_CHARTER_PLAIN_WORDS_PARTS_HPP
// What the parts of plain_words() share. Used by this layer only.

#include "charter/rules.hpp"

#include <string>
#include <vector>

namespace quorate::charter {

using Parts = std::vector<std::string>;

/// Bodies or organisations as people call them, joined by "and".
std::string names(const std::vector<std::string>& ids);
/// A body of the partnership: "the KP".
std::string the_body(const std::string& id);
/// Sentences from fragments, each with a capital and a full stop.
std::string sentences(const Parts& parts);

std::string words(const SeatsRule& rule);
std::string words(const BalanceRule& rule);
std::string words(const SuccessionRule& rule);
std::string words(const ProcessRule& rule);
std::string words(const ParamRule& rule);

} // namespace quorate::charter

#endif
