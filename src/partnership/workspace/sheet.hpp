#ifndef QUORATE_PARTNERSHIP_WORKSPACE_SHEET_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_SHEET_HPP
// The sheet of meeting day: acts that are provisional until their item closes. They are ruled on as
// if they were in the record already, can be taken back without a trace, and enter the record
// together.

#include "partnership/partnership.hpp"
#include "partnership/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace quorate::partnership {

/// A submission as the JSON decode_submission() reads, words included.
std::string encode_submission(const governance::Submission& submission);
/// Fails when the text is not one.
Result<governance::Submission> parse_submission(std::string_view text, base::Zone zone);

/// A line of the sheet with the ruling it gets when the lines before it are taken as recorded.
struct ForeseenLine {
    std::int64_t number = 0;
    governance::Submission submission;
    governance::Ruling ruling;
};

/// The state as it will be once the sheet is in the record.
struct Foresight {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<ForeseenLine> lines;
    std::int64_t recorded = 0; ///< entries in the record; what the snapshot has more is foreseen

    /// The newest line's number; 0 when the sheet is empty.
    [[nodiscard]] std::int64_t newest() const { return lines.empty() ? 0 : lines.back().number; }
};

/// Rules on the lines one after another on a copy of the newest state. Nothing is recorded. A line
/// that a crash left on the sheet though it is in the record keeps the ruling it got there.
Result<Foresight> foresee_sheet(const Partnership& partnership, std::string_view meeting);
/// The ruling a further line would get after those on the sheet, with its explanation.
Result<governance::Ruling> foresee_next(const Partnership& partnership, std::string_view meeting,
                                        const governance::Submission& next);
/// The same on a sheet already foreseen.
governance::Ruling foresee_next(const Partnership& partnership, const Foresight& sheet,
                                const governance::Submission& next);

/// Permitted, or waiting for somebody's discretion. What does not stand never moves a practice
/// copy's clock.
bool stands(const governance::Ruling& ruling);

/// Puts a line at the end of the sheet and returns its number; the number it has when a line of the
/// same id is there already. Fails when its words are over the vault's limit.
Result<std::int64_t> add_line(Partnership& partnership, std::string_view meeting,
                              const governance::Submission& submission);
/// Takes a line back without a trace. False when it is not on the sheet any more.
Result<bool> take_back_line(Partnership& partnership, std::string_view meeting,
                            std::int64_t number);

/// Submits every line in order and takes it off the sheet once it is durable. A line that does not
/// stand is recorded at the time it is, whatever time was written on it. Stops at the first
/// that cannot be recorded; what was entered stays entered. Safe to repeat after a crash: the same
/// ids give the first receipts again.
Result<std::vector<Receipt>> enter_sheet(Partnership& partnership, std::string_view meeting);

} // namespace quorate::partnership

#endif
