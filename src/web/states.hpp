#ifndef QUORATE_WEB_STATES_HPP
#define QUORATE_WEB_STATES_HPP
// How the words that views use for states look: duties, meetings, minutes, deadlines and tasks.

#include "html/progress.hpp"

#include <string_view>

namespace quorate::web {

/// The look of a state as views write it, such as "overdue", "to-come" or "published-draft"; what
/// is not known looks like Progress::unknown.
html::Progress progress_of(std::string_view state);
/// The words in the look of the state.
html::Html state_word(std::string_view state, const html::Part& words);

} // namespace quorate::web

#endif
