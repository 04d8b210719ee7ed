#ifndef QUORATE_GOVERNANCE_BODIES_PROCESS_HPP
#define QUORATE_GOVERNANCE_BODIES_PROCESS_HPP
// Processes that the terms set out in steps: which steps were taken, in what order, and whether
// they lasted long enough.

#include "governance/context.hpp"
#include "governance/state.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace quorate::governance {

/// Something on record for a step: recorded as the step itself, or a decision on the step's matter.
struct StepEvidence {
    base::CivilDate began;
    std::optional<base::CivilDate> ended;
    std::optional<DecisionId> decision;
    std::int64_t position = 0;
    bool early = false; ///< given before the step opened
    bool counts = true; ///< false for what was given too early, or without the decision it takes
};

BOOST_DEFINE_ENUM_CLASS(StepProgress, not_begun, under_way, done)

/// One step as it stands on a day.
struct StepState {
    charter::InForce<charter::ProcessRule> rule;
    StepProgress progress = StepProgress::not_begun;
    std::optional<base::CivilDate> began; ///< of what counts and was not early, the first day
    std::optional<base::CivilDate> ended; ///< the last day, once done
    std::optional<std::int64_t> days;     ///< from the first to the last
    std::optional<base::CivilDate>
        earliest_end; ///< where the terms set a least length and it has begun
    std::vector<StepEvidence> evidence;
    std::vector<std::string> waits_for; ///< steps before it that are not done
    std::vector<std::string> gates; ///< of the steps that must be there first, those that are not
};

/// The steps of every process in a body's terms as they stand at the end of a day, in the order of
/// the document. What took effect after that day is left out. Pure.
std::vector<StepState> process_steps(const State& state, const Context& context, const BodyId& body,
                                     base::CivilDate on);
/// True when the decision is one on the step's matter, carried by then, and more than a
/// recommendation.
bool decides_step(const State& state, const charter::InForce<charter::ProcessRule>& step,
                  const DecisionId& id, base::Instant by);
/// True when the step was long enough, or the terms set no least length. False also while it goes
/// on.
bool long_enough(const StepState& step);

} // namespace quorate::governance

#endif
