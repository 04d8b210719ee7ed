// The wording of what organisations promise.

#include "governance/wording.hpp"

#include <array>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array commitments = {
    Wording{commitment_unknown, "the record has no promise {commitment}",
            "the record has no such promise"},
    Wording{commitment_exists, "there is already a promise {commitment}",
            "there is already such a promise"},
    Wording{commitment_closed, "the promise {commitment} was {how} on {on} already",
            "the promise was honoured or released already"},
    Wording{commitment_open_already, "the promise {commitment} is still to be honoured as it is",
            "the promise is still to be honoured as it is"},
    Wording{honoured_before_promised, "it cannot be honoured on {on}: it was made on {made}",
            "it cannot be honoured before it was made"},
    Wording{honoured_ahead, "{on} has not come yet", "the day has not come yet"},
    Wording{honoured_late, "honoured on {on}, after {due}", "honoured after its day"},
    Wording{commitments_to_honour,
            "{commitments:words} {commitments:promise is|promises are} still to be honoured",
            "what was promised before the notice is still to be honoured"},
    Wording{released_by_decision, "the body {body} released it in decision {decision}",
            "the body it was promised to released the organisation"},
};

} // namespace

std::span<const Wording> wording_of_commitments() {
    return commitments;
}

} // namespace quorate::governance
