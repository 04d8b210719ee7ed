#include "governance/rule.hpp"

#include "governance/codec.hpp"
#include "governance/lookup.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// True when one rule answers for the other: the same, or the exception that speaks in its place.
bool same_question(const Reason& a, const Reason& b) {
    return a.rule == b.rule || (!a.rule.empty() && b.exception_to == a.rule) ||
           (!b.rule.empty() && a.exception_to == b.rule);
}

/// The reason of the same rule in another ruling; a rule may answer twice, so the code's own is preferred.
const Reason* counterpart(const Ruling& ruling, const Reason& reason) {
    const Reason* same_rule = nullptr;
    for (const auto& other : ruling.reasons) {
        if (!same_question(other, reason)) {
            continue;
        }
        if (other.code == reason.code) {
            return &other;
        }
        same_rule = same_rule == nullptr ? &other : same_rule;
    }
    return same_rule;
}

void add_otherwise(Reason& reason, const ReadingUsed& other, const Ruling& ruling) {
    if (const auto* found = counterpart(ruling, reason)) {
        reason.otherwise.push_back({other, found->says, found->code, found->facts});
    }
}

} // namespace

Ruling explain(const State& state, const Submission& submission, const Context& context, base::Instant recorded) {
    auto ruling = rule(state, submission, context, recorded);
    const auto subject = subject_of(submission.act);
    const auto* terms =
        subject.body ? terms_at(state, *subject.body, submission.effective, context) : nullptr;
    if (terms == nullptr) {
        return ruling;
    }
    for (const auto& in_force : terms->terms.readings()) {
        const ReadingUsed used{std::string(in_force.charter) + "/" + in_force.interpretation->id,
                               std::string(in_force.reading)};
        const auto relies = [&](const Reason& reason) {
            return std::find(reason.readings.begin(), reason.readings.end(), used) != reason.readings.end();
        };
        if (std::none_of(ruling.reasons.begin(), ruling.reasons.end(), relies)) {
            continue;
        }
        for (const auto& reading : in_force.interpretation->readings) {
            if (reading.name == used.reading) {
                continue;
            }
            const ReadingUsed other{used.interpretation, reading.name};
            const auto under_other = rule(state, submission, context.under(other), recorded);
            for (auto& reason : ruling.reasons) {
                if (relies(reason)) {
                    add_otherwise(reason, other, under_other);
                }
            }
        }
    }
    return ruling;
}

} // namespace quorate::governance
