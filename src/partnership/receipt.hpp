#ifndef QUORATE_PARTNERSHIP_RECEIPT_HPP
#define QUORATE_PARTNERSHIP_RECEIPT_HPP
// What comes back for a submitted act.

#include "base/result.hpp"
#include "governance/ruling.hpp"
#include "governance/submission.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace quorate::partnership {

/// An act that is in the record, whatever its verdict.
struct Receipt {
    std::int64_t position = 0;
    governance::EntryId entry;
    base::Instant recorded;
    governance::Ruling ruling;
    bool replayed = false; ///< it was in the record already: this is the first receipt again
};

/// Why a submission is not in the record at all.
enum class NotTaken {
    conflict, ///< another act was recorded under its id; `where` names the field that differs
    stale,    ///< the meeting or body has moved on since `expected_position`
    unfit,    ///< it is over a limit, or cites a paper that is not here; `where` names the field
    stopped,  ///< writing has stopped because of the disk; reading goes on
};

struct SubmitError {
    NotTaken why = NotTaken::unfit;
    base::Failure failure;
};

using Submitted = tl::expected<Receipt, SubmitError>;

struct SubmitOptions {
    /// The newest entry the submitter had seen: an act about a meeting (or, with no meeting, a
    /// body) that has a later entry is stale. For texts, the agenda's order and determinations;
    /// never for arrivals or votes.
    std::optional<std::int64_t> expected_position;
    /// False when `effective` was filled in from the clock: a repeat is then not compared by it.
    bool effective_given = true;
    /// Where the clock of a rehearsal or scenario is to go (see Clock::recorded).
    std::optional<base::Instant> recorded;
};

} // namespace quorate::partnership

#endif
