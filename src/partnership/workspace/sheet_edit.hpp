#pragma once
// Changing the open sheet of meeting day: a line put right in its place, and what hangs on a line.

#include "partnership/workspace/sheet.hpp"

#include <mutex>

namespace quorate::partnership {

/// One change to a sheet at a time: a line must not be taken back while it is being entered.
std::mutex& sheet_turn();

/// Puts a submission in the place of a line, whose words leave no trace. False when the line is not
/// on the sheet any more. Fails when its words are over the vault's limit.
Result<bool> replace_line(Partnership& partnership, std::string_view meeting, std::int64_t number,
                          const governance::Submission& submission);

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
