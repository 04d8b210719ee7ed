#include "governance/meetings/late_items.hpp"

#include "governance/meetings/frame.hpp"

namespace quorate::governance {

const charter::InForce<charter::MayRule>* late_item_rule(const Ruler& ruler) {
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        const bool conditional = !rule->requires_.empty() || !rule->agreement_of.empty();
        if (contains(rule->acts, "allow-late-item") && conditional) {
            return &rule;
        }
    }
    return nullptr;
}

const AwaitedDiscretion* awaited_item(const State& state, const MeetingId& meeting,
                                      std::int64_t item) {
    const AwaitedDiscretion* found = nullptr;
    state.awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* act = std::get_if<acts::NotifyItem>(&awaited.submission.act);
        if (act != nullptr && !awaited.answered && act->meeting == meeting && act->item == item) {
            found = &awaited;
        }
    });
    return found;
}

void say_late_answer_disputed(Ruler& ruler, std::int64_t item) {
    const auto* known = ruler.meeting() == nullptr ? nullptr : ruler.meeting()->item(item);
    const auto* awaited = known == nullptr || !known->late
                              ? nullptr
                              : awaited_item(ruler.state(), ruler.meeting()->id, item);
    if (awaited == nullptr || !awaited->disputed) {
        return;
    }
    std::vector<Fact> facts{fact("item", item), fact("holder", awaited->holder)};
    if (const auto* rule = late_item_rule(ruler)) {
        ruler.says(*rule, Says::breach, Code::late_answer_disputed, std::move(facts)).effect =
            charter::Effect::recorded;
    } else {
        ruler.finding(Code::late_answer_disputed, std::move(facts));
    }
}

} // namespace quorate::governance
