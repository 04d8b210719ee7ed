#ifndef QUORATE_PARTNERSHIP_SCENARIO_EXPECTATION_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_EXPECTATION_HPP
// Internal to the scenario parser: what stands after the arrow.

#include "partnership/scenario/words.hpp"

#include <span>

namespace quorate::partnership::scenario {

/// Reads the words after the arrow, whose place is `arrow`.
tl::expected<Expectation, WordFault> expectation_of(std::span<const Word> words, Place arrow);

} // namespace quorate::partnership::scenario

#endif
