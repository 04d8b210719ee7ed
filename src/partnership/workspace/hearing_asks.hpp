#ifndef QUORATE_PARTNERSHIP_WORKSPACE_HEARING_ASKS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_HEARING_ASKS_HPP
// What partners ask before a meeting: to be heard on an item, and what they are answered. Not the
// record; who then comes and is heard is.

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

/// What the Chair answers an organisation that asks.
struct HearingAnswer {
    std::string meeting;
    std::int64_t item = 0;
    std::string organisation;
    bool agreed = false;
    std::string reason;   ///< what the partner is told
    std::string by;       ///< "Chair"; "Vice Chair" in the Chair's place
    std::string evidence; ///< own-sign-in, or how the officer who keyed it knows
    base::Instant at;     ///< by the partnership's clock
};

/// Keeps it in place of an earlier one of the organisation for the item. Asked again in other words
/// it waits anew, unless it was agreed to. Fails when the words are too long or the meeting has too
/// many.
Result<void> ask_to_be_heard(Workspace& workspace, const HearingAsk& ask);
/// Takes it back with its answer; nothing happens when there is none.
Result<void> take_back_hearing(Workspace& workspace, const HearingAsk& ask);
/// Those of a meeting, by item, the earliest first.
Result<std::vector<HearingAsk>> hearing_asks(const Workspace& workspace, std::string_view meeting);

/// Answers an ask, in place of an earlier answer. False when nobody asks that any more. Fails when
/// the reason is too long.
Result<bool> answer_hearing(Workspace& workspace, const HearingAnswer& answer);
/// The answers given for a meeting, by item.
Result<std::vector<HearingAnswer>> hearing_answers(const Workspace& workspace,
                                                   std::string_view meeting);

} // namespace quorate::partnership

#endif
