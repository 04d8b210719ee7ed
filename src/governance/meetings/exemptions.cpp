#include "governance/meetings/exemptions.hpp"

#include <algorithm>

namespace quorate::governance {

bool exempts_as_council(const State& state, const BodyId& body, const CompiledTerms* terms) {
    const auto* known = state.bodies.find(body);
    if (known != nullptr && known->by_statute) {
        return true;
    }
    if (terms == nullptr) {
        return false;
    }
    const auto rules = terms->terms.all<charter::BodyRule>();
    return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
        return rule->id == body.value && rule->statutory.value_or(false);
    });
}

bool is_paragraph(std::string_view exemption) {
    return exemption.starts_with("paragraph");
}

} // namespace quorate::governance
