#include "governance/unknown.hpp"

#include <utility>

namespace quorate::governance {

Ruling refuse_unknown(Code code, std::vector<Fact> facts) {
    Ruling out;
    out.verdict = Verdict::refused;
    auto& reason = out.reasons.emplace_back();
    reason.says = Says::breach;
    reason.code = code;
    reason.effect = charter::Effect::void_;
    reason.facts = std::move(facts);
    return out;
}

} // namespace quorate::governance
