#ifndef QUORATE_PARTNERSHIP_WORKSPACE_HEARING_ASKS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_HEARING_ASKS_HPP
// What partners ask before a meeting: to be heard on an item that concerns them. Not the record;
// who then comes and is heard is.

#include "partnership/workspace/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

inline constexpr std::size_t hearing_words_max = 4'000; ///< bytes
inline constexpr std::size_t hearing_asks_of_meeting_max = 500;

struct HearingAsk {
    std::string meeting; ///< kp/m1
    std::int64_t item = 0;
    std::string organisation;
    std::string words; ///< why, and who will come
    base::Instant at;  ///< by the partnership's clock
};

/// Keeps it in place of an earlier one of the organisation for the item. Fails when the words are
/// too long or the meeting has too many.
Result<void> ask_to_be_heard(Workspace& workspace, const HearingAsk& ask);
/// Takes it back; nothing happens when there is none.
Result<void> take_back_hearing(Workspace& workspace, const HearingAsk& ask);
/// Those of a meeting, by item, the earliest first.
Result<std::vector<HearingAsk>> hearing_asks(const Workspace& workspace, std::string_view meeting);

} // namespace quorate::partnership

#endif
