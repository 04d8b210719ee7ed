#ifndef QUORATE_PARTNERSHIP_WORKSPACE_SHEET_EDIT_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_SHEET_EDIT_HPP
// Changing the open sheet of meeting day: a line put right in its place, and what hangs on a line.

#include "partnership/workspace/sheet.hpp"

#include <mutex>

namespace quorate::partnership {

/// One change to a sheet at a time: a line must not be taken back while it is being entered.
std::mutex& sheet_turn();

/// Fails when a text of it, or its reason for coming late, is over the vault's limit: entering the
/// line would fail on it.
Result<void> check_words(const governance::Submission& submission);

/// A line as somebody was shown it: 64 hex digits, others when anything in it is changed.
std::string line_digest(const governance::Submission& submission);

enum class LineChange {
    done,
    gone,    ///< it is not on the sheet any more, or is in the record by now
    changed, ///< somebody changed it since it was shown; nothing was done
};
/// Puts a submission in the place of a line that still is as it was `shown` (its line_digest());
/// the old words leave no trace. Fails when its words are over the vault's limit.
Result<LineChange> replace_line(Partnership& partnership, std::string_view meeting,
                                std::int64_t number, std::string_view shown,
                                const governance::Submission& submission);
/// Takes a line back without a trace, if it still is as it was shown.
Result<LineChange> take_back_as_shown(Partnership& partnership, std::string_view meeting,
                                      std::int64_t number, std::string_view shown);

/// A line that would be ruled on otherwise, or would speak of nothing any more (a seconder without
/// a motion), if another were not there, or were `instead`. It keeps the ruling it has now; `would`
/// has the other one.
struct HangingLine {
    ForeseenLine line;
    governance::Ruling would;
    bool otherwise = true; ///< `would` differs from the ruling it has
};
/// The lines of the sheet that hang on line `number`.
Result<std::vector<HangingLine>>
lines_that_hang_on(const Partnership& partnership, std::string_view meeting, std::int64_t number,
                   const governance::Submission* instead = nullptr);

} // namespace quorate::partnership

#endif
