#include "governance/bodies/process.hpp"

#include "calendar/period.hpp"
#include "governance/lookup.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

using Step = charter::InForce<charter::ProcessRule>;

/// A step of this kind is an answer to the steps of that kind in the same process.
constexpr std::string_view response = "response";
constexpr std::string_view asked_for = "consultation";

std::optional<base::CivilDate> planned(const std::string& text) {
    const auto date = base::parse_date(text);
    return !text.empty() && date ? std::optional(*date) : std::nullopt;
}

base::CivilDate last_day_of(const StepEvidence& evidence) {
    return evidence.ended.value_or(evidence.began);
}

} // namespace

bool decides_step(const State& state, const charter::InForce<charter::ProcessRule>& step,
                  const DecisionId& id, base::Instant by) {
    const auto* decision = state.decisions.find(id);
    return decision != nullptr && decision->matter && decision->matter->value == step->matter &&
           decision->effective <= by && decision->outcome == Outcome::carried &&
           !decision->recommendation;
}

namespace {

/// The steps of a body's processes, worked out together: some are early or late by others.
class Course {
public:
    Course(const State& state, const Context& context, const BodyId& body, base::CivilDate on)
        : state_(state), body_(body), on_(on),
          zone_(zone_of(state, body)), end_{zone_.start_of(on.plus_days(1)).ms - 1} {
        if (const auto* terms = terms_at(state, body, end_, context)) {
            for (const auto& rule : terms->terms.all<charter::ProcessRule>()) {
                steps_.push_back({rule, {}, {}, {}, {}, {}, {}, {}, {}});
            }
        }
    }

    std::vector<StepState> all() {
        for (auto& step : steps_) {
            gather(step);
        }
        for (auto& step : steps_) {
            mark_before_opening(step);
            stand(step);
        }
        for (auto& step : steps_) {
            mark_responses(step);
            stand(step);
        }
        for (auto& step : steps_) {
            wait(step);
        }
        return std::move(steps_);
    }

private:
    void gather(StepState& step) const {
        const auto* body = state_.bodies.find(body_);
        for (const auto& each : body == nullptr ? std::vector<ProcessStep>{} : body->steps) {
            if (each.process == step.rule->process && each.step == step.rule->step &&
                each.effective <= end_ && each.began <= on_) {
                const auto ended = each.ended && *each.ended <= on_ ? each.ended : std::nullopt;
                const bool decided =
                    step.rule->matter.empty() ||
                    (each.decision && decides_step(state_, step.rule, *each.decision, end_));
                step.evidence.push_back(
                    {each.began, ended, each.decision, each.position, false, decided});
            }
        }
        if (step.rule->matter.empty()) {
            return;
        }
        // Whoever is to take the step decides it; the body itself when its terms name nobody on
        // record.
        const BodyId by(step.rule->by);
        const auto* decider = state_.bodies.find(by) == nullptr ? body : state_.bodies.find(by);
        for (const auto& id : decider == nullptr ? std::vector<DecisionId>{} : decider->decisions) {
            if (decides_step(state_, step.rule, id, end_)) {
                const auto* decision = state_.decisions.find(id);
                const auto date = zone_.date_of(decision->effective);
                step.evidence.push_back({date, date, id, decision->position, false, true});
            }
        }
    }

    /// Given before the step opened: as planned, or, where it was taken all the same, as it was.
    void mark_before_opening(StepState& step) const {
        auto opens = planned(step.rule->opens);
        for (const auto& each : step.evidence) {
            const bool step_itself = !opens || last_day_of(each) >= *opens;
            if (step_itself && opens && each.began < *opens) {
                opens = each.began;
            }
        }
        for (auto& each : step.evidence) {
            if (opens && last_day_of(each) < *opens && each.ended && step.rule->kind != response) {
                each.early = true;
                each.counts = each.counts && step.rule->counts_early;
            }
        }
    }

    /// An answer given before the consultation it answers was open.
    void mark_responses(StepState& step) const {
        if (step.rule->kind != response) {
            return;
        }
        for (const auto& other : steps_) {
            if (other.rule->process != step.rule->process || other.rule->kind != asked_for) {
                continue;
            }
            const auto opens = other.began ? other.began : planned(other.rule->opens);
            for (auto& each : step.evidence) {
                if (!opens || last_day_of(each) < *opens) {
                    each.early = true;
                    each.counts = each.counts && step.rule->counts_early;
                }
            }
        }
    }

    /// From what is on record: begun, done, how long.
    void stand(StepState& step) const {
        step.began.reset();
        step.ended.reset();
        bool going_on = false;
        for (const auto& each : step.evidence) {
            const bool aside = each.early && step.rule->kind != response;
            if (aside || !each.counts) {
                continue;
            }
            step.began = step.began ? std::min(*step.began, each.began) : each.began;
            going_on = going_on || !each.ended;
            if (each.ended) {
                step.ended = step.ended ? std::max(*step.ended, *each.ended) : *each.ended;
            }
        }
        step.progress = !step.began               ? StepProgress::not_begun
                        : going_on && !step.ended ? StepProgress::under_way
                                                  : StepProgress::done;
        if (!step.began) {
            return;
        }
        const auto last = step.ended.value_or(on_);
        step.days = last.days - step.began->days;
        if (const auto period = calendar::parse_period(step.rule->at_least)) {
            if (const auto end = calendar::plus(*step.began, *period)) {
                step.earliest_end = *end;
            }
        }
    }

    const StepState* find(const StepState& of, const std::string& name) const {
        for (const auto& each : steps_) {
            if (each.rule->process == of.rule->process && each.rule->step == name) {
                return &each;
            }
        }
        return nullptr;
    }

    void wait(StepState& step) const {
        std::set<std::string> seen;
        std::vector<std::string> waiting = step.rule->after;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            const auto* before = seen.insert(waiting[i]).second ? find(step, waiting[i]) : nullptr;
            if (before == nullptr) {
                continue;
            }
            const bool direct = i < step.rule->after.size();
            const bool there = before->progress == StepProgress::done;
            if (direct && !there) {
                step.waits_for.push_back(waiting[i]);
            }
            if (before->rule->gate && !there) {
                step.gates.push_back(waiting[i]);
            }
            waiting.insert(waiting.end(), before->rule->after.begin(), before->rule->after.end());
        }
    }

    const State& state_;
    const BodyId& body_;
    base::CivilDate on_;
    base::Zone zone_;
    base::Instant end_;
    std::vector<StepState> steps_;
};

} // namespace

std::vector<StepState> process_steps(const State& state, const Context& context, const BodyId& body,
                                     base::CivilDate on) {
    return Course(state, context, body, on).all();
}

bool long_enough(const StepState& step) {
    return !step.earliest_end || (step.ended && *step.earliest_end <= *step.ended);
}

} // namespace quorate::governance
