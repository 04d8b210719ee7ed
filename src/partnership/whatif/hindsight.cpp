#include "partnership/whatif/hindsight.hpp"

#include "governance/rule.hpp"

namespace quorate::partnership {
namespace {

using governance::State;

/// The state with one act of later record known besides.
State with(State state, const PastAct& act, std::int64_t position) {
    const auto& submission = act.submission;
    const governance::Stamp stamp{submission.effective, act.recorded, position, submission.id,
                                  submission.made_by};
    for (const auto& event : act.events) {
        apply(state, event, stamp);
    }
    return state;
}

} // namespace

Hindsight verdicts_now_different(const History& history, std::int64_t position) {
    Hindsight out;
    out.position = position;
    out.snapshot = history.shared_snapshot();
    const auto& known = history.at(position);
    const auto& context = history.snapshot().context();
    if (known.events.empty()) {
        return out;
    }
    auto state = history.beginning();
    const auto acts = history.acts().first(static_cast<std::size_t>(position - 1));
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const auto& act = acts[i];
        if (act.submission.effective >= known.submission.effective) {
            ++out.looked_at;
            auto now = governance::rule(with(state, known, position), act.submission, context,
                                        act.recorded);
            const auto& was = history.judged(act);
            if (const auto judged = judged_as(now); judged != was) {
                const auto kind =
                    judged.verdict != was.verdict ? FlipKind::verdict : FlipKind::reasons;
                out.differ.push_back(
                    {{static_cast<std::int64_t>(i) + 1, kind, was.verdict, judged.verdict, false},
                     governance::rule(state, act.submission, context, act.recorded),
                     std::move(now)});
            }
        }
        history.take(state, i);
    }
    return out;
}

Result<Hindsight> verdicts_now_different(const Partnership& partnership, std::int64_t position) {
    const auto history = History::load(partnership);
    if (!history) {
        return tl::unexpected(history.error());
    }
    if (position < 1 || position > static_cast<std::int64_t>((*history)->acts().size())) {
        return base::fail("", "there is no act at position " + std::to_string(position));
    }
    return verdicts_now_different(**history, position);
}

} // namespace quorate::partnership
