#include "governance/decisions/conditions.hpp"

#include "governance/bodies/checks.hpp"
#include "governance/meetings/frame.hpp"

#include <algorithm>

namespace quorate::governance {

void check_limits(Ruler& ruler, const std::vector<std::string>& effects) {
    for (const auto& rule : ruler.all<charter::LimitRule>()) {
        bool over = false;
        for (const auto& effect : effects) {
            if (contains(rule->effects, effect)) {
                condition_of_power(ruler, rule, Says::breach, Code::override_not_possible,
                                   {fact("effect", effect)});
                over = true;
            }
        }
        if (!over && !rule->effects.empty()) {
            ruler.says(rule, Says::complies, Code::not_executive);
        }
    }
}

void check_considered(Ruler& ruler, const std::vector<Considered>& considered) {
    for (const auto& rule : ruler.all<charter::DutyRule>()) {
        if (rule->trigger != charter::DutyTrigger::each_decision || rule->considers.empty()) {
            continue;
        }
        bool all = true;
        for (const auto& matter : rule->considers) {
            const bool there =
                std::any_of(considered.begin(), considered.end(), [&](const Considered& each) {
                    return each.what == matter && each.words.given();
                });
            if (!there) {
                all = false;
                ruler.says(rule, Says::breach, Code::consideration_missing,
                           {fact("missing", matter)});
            }
        }
        if (all) {
            ruler.says(rule, Says::complies, Code::considered_all,
                       {fact("considered", static_cast<std::int64_t>(rule->considers.size()))});
        }
    }
}

} // namespace quorate::governance
