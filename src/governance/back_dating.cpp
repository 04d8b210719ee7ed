#include "governance/back_dating.hpp"

#include "governance/codec.hpp"
#include "governance/lookup.hpp"
#include "governance/ruler.hpp"

namespace quorate::governance {

std::optional<BackDating> back_dating(const State& state, const Submission& submission,
                                      base::Instant recorded) {
    if (recorded <= submission.effective) {
        return std::nullopt;
    }
    const auto zone = zone_of(state, subject_of(submission.act).body.value_or(BodyId()));
    const BackDating days{zone.date_of(submission.effective), zone.date_of(recorded)};
    return days.effective < days.recorded ? std::optional(days) : std::nullopt;
}

void judge_back_dating(const Call& call, Ruling& ruling) {
    const auto days = back_dating(call.state, call.submission, call.recorded);
    if (!days) {
        return;
    }
    const bool given = call.submission.late_reason.given();
    Reason reason;
    reason.code = given ? Code::late_reason_given : Code::late_reason_missing;
    reason.says = given ? Says::remark : Says::breach;
    reason.facts = {fact("effective", days->effective), fact("recorded", days->recorded)};
    if (!given && row_of(call.submission.act).force == Force::claiming) {
        reason.effect = charter::Effect::void_;
        ruling.verdict = Verdict::refused;
        ruling.events.clear();
    }
    ruling.reasons.push_back(std::move(reason));
    put_in_order(ruling.reasons);
}

} // namespace quorate::governance
