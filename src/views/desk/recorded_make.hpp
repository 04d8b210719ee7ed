#pragma once
// How somebody answered what was recorded for them. Only views/ includes this.

#include "views/ground.hpp"

#include <string>

namespace quorate::views {

/// "Disputed on 4 August 2008 by the Chair, for whom it was recorded."; empty for no answer.
std::string answered_words(const Ground& ground, const governance::EntryLine& line);

} // namespace quorate::views
