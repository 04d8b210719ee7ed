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

/// The lines that would be ruled on otherwise, or would say nothing any more, if line `number` were
/// not there, or were `instead`. They keep the ruling they have now; `would` has the other one.
struct HangingLine {
    ForeseenLine line;
    governance::Ruling would;
};
Result<std::vector<HangingLine>>
lines_that_hang_on(const Partnership& partnership, std::string_view meeting, std::int64_t number,
                   const governance::Submission* instead = nullptr);

} // namespace quorate::partnership
