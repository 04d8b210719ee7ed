#include "partnership/foresee.hpp"

#include "governance/rule.hpp"
#include "partnership/record.hpp"

#include <algorithm>

namespace quorate::partnership {

Foreseen foresee(const Partnership& partnership, std::span<const governance::Submission> acts) {
    const auto next = std::make_shared<Snapshot>(*partnership.snapshot());
    Foreseen out{next, {}, {acts.begin(), acts.end()}};
    for (const auto& submission : out.acts) {
        auto& state = next->state;
        const auto recorded =
            std::max(state.last_recorded, partnership.recorded_if_now(submission.effective));
        auto ruling = governance::explain(state, submission, next->context(), recorded);
        take_into(state, {submission, ruling, state.size, recorded});
        out.rulings.push_back(std::move(ruling));
    }
    return out;
}

} // namespace quorate::partnership
