#ifndef QUORATE_PARTNERSHIP_SCENARIO_CHECKS_BODIES_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_CHECKS_BODIES_HPP
// Lines that ask who holds what, what is left with nobody, and how far a process has got.

#include "partnership/partnership.hpp"
#include "partnership/record.hpp"
#include "partnership/scenario/document.hpp"

namespace quorate::partnership::scenario {

/// What a line asks, and of what.
struct BodyQuestion {
    const Line& line;
    const Snapshot& snapshot;
    base::Instant at;
};

struct BodyAnswer {
    std::vector<std::string> wrong;
    std::string message;
};

/// `approve-vision=kf`: the bodies that hold the matter, joined by "+"; `nobody` for none that is
/// there. `approve-vision=kp>kf`: some holding of it came by this chain.
BodyAnswer holders_as_expected(const BodyQuestion& asked);
/// `contains=` and `excludes=`: kind/body/id, such as sector/kp/faith; `count=`: of all of them.
BodyAnswer orphans_as_expected(const BodyQuestion& asked);
/// `body=kf process=vision consultation=done`: not-begun, under-way or done; `early=` names steps
/// with something given before they opened.
BodyAnswer steps_as_expected(const BodyQuestion& asked);

} // namespace quorate::partnership::scenario

#endif
