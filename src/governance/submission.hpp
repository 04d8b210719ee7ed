#ifndef QUORATE_GOVERNANCE_SUBMISSION_HPP
#define QUORATE_GOVERNANCE_SUBMISSION_HPP
// An act as submitted: whose it is, who keyed it, how we know, and when it took effect.

#include "base/time.hpp"
#include "governance/actor.hpp"
#include "governance/acts.hpp"
#include "governance/text.hpp"

#include <optional>

namespace quorate::governance {

struct Submission {
    EntryId id; ///< UUIDv7 minted by the submitter: the idempotency key
    Act act;
    Actor made_by;
    std::optional<Actor> capacity; ///< as which seat or office
    Actor recorded_by;
    Evidence evidence = Evidence::sign_in;
    base::Instant effective;
    Text late_reason = {}; ///< why it is entered on a later day than it took effect; often not given
};

/// When and by which entry something came into the record; every event is applied with one.
struct Stamp {
    base::Instant effective;
    base::Instant recorded;
    std::int64_t position = 0;
    EntryId entry;
    Actor made_by;
};

} // namespace quorate::governance

#endif
