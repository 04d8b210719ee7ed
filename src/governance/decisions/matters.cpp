#include "governance/decisions/matters.hpp"

#include "governance/bodies/checks.hpp"
#include "governance/bodies/succession.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// The body had the matter once, and it passed on.
bool handed_on(const Holding& holding, const BodyId& body) {
    return holding.holder != body &&
           std::any_of(holding.chain.begin(), holding.chain.end(),
                       [&](const Passing& passing) { return passing.from == body; });
}

/// What the holder's own terms give it, without anything having passed: they say whether it shares
/// the matter.
bool is_own(const Holding& holding) {
    return holding.chain.empty() && !holding.recommends;
}

bool settled_by_holder(const std::vector<Holding>& all, const Holding& holding) {
    return !holding.chain.empty() && std::any_of(all.begin(), all.end(), [&](const Holding& other) {
        return is_own(other) && other.holder == holding.holder;
    });
}

std::vector<Fact> facts_of(const Holding& holding) {
    return {fact("matter", holding.matter.view()), fact("holder", holding.holder.view())};
}

/// The chain a responsibility came by, told beside the answer.
void say_passed(Ruler& ruler, const Holding& holding) {
    for (const auto& passing : holding.chain) {
        const auto since = zone_of(ruler.state(), passing.to).date_of(passing.at);
        std::vector<Fact> facts{fact("matter", holding.matter.view()),
                                fact("from", passing.from.view()), fact("to", passing.to.view()),
                                fact("since", since)};
        if (passing.rule) {
            ruler.says(passing.rule, Says::remark, Code::responsibility_passed, std::move(facts));
        } else {
            ruler.remark(Code::responsibility_passed, std::move(facts));
        }
    }
}

void say_reserved(Ruler& ruler, const Holding& holding) {
    if (!holding.rule) {
        ruler.no(Code::matter_reserved, facts_of(holding));
        return;
    }
    auto& reason = ruler.says(holding.rule, Says::breach, Code::matter_reserved, facts_of(holding));
    reason.effect = charter::Effect::void_;
    for (const auto& passing : holding.chain) {
        if (passing.rule) {
            rely_on(reason, passing.rule);
        }
    }
}

void say_of(Ruler& ruler, const std::vector<Holding>& all, const Holding& holding) {
    const auto& body = ruler.body();
    const bool holds = std::any_of(all.begin(), all.end(), [&](const Holding& other) {
        return other.holder == body && !other.recommends && !other.circle;
    });
    if (holding.circle) {
        if (holding.rule) {
            ruler.says(holding.rule, Says::undetermined, Code::succession_in_a_circle,
                       {fact("holder", holding.holder.view())});
        }
        return;
    }
    if (holding.recommends) {
        if (holding.holder == body && !holds) {
            auto& reason = ruler.says(holding.rule, Says::breach, Code::recommends_only,
                                      {fact("matter", holding.matter.view())});
            reason.effect = charter::Effect::void_;
        } else if (holding.rule && holding.known) {
            ruler.says(holding.rule, Says::complies, Code::permitted_by, facts_of(holding));
        }
        return;
    }
    say_passed(ruler, holding);
    const bool settled = settled_by_holder(all, holding);
    const bool kept = holding.rule && !holding.lapsed && holding.rule->exclusive && !settled;
    // A body that has ended keeps nothing from anybody.
    if (holding.known && holding.holder != body &&
        (kept || (handed_on(holding, body) && !settled))) {
        say_reserved(ruler, holding);
    } else if (holding.rule && holding.known && !settled) {
        ruler.says(holding.rule, Says::complies, Code::permitted_by, facts_of(holding));
    } else if (!holding.rule && holding.holder == body) {
        ruler.remark(Code::permitted_by, facts_of(holding));
    }
}

} // namespace

void check_matter(Ruler& ruler, const std::optional<Matter>& matter, bool recommendation) {
    if (!matter || recommendation) {
        return;
    }
    const auto all = holdings_of(ruler.state(), ruler.context(), *matter, ruler.at());
    for (const auto& holding : all) {
        say_of(ruler, all, holding);
    }
}

} // namespace quorate::governance
